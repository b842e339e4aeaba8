"""Capacities against all choices of small towns; what goes where is a linear program of SciPy."""

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.optimize import linprog

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.siting import capacitated
from tests.atlas.siting.every_choice import Small, plan_or_refusal, small_towns


def least_ways(town: Small, capacities: Floats, opened: list[int]) -> float | None:
    """The least sum of weighted ways from inhabited areas to open sites within their capacities."""
    areas = np.flatnonzero(town.people > 0)
    ways = [(area, site) for area in areas for site in opened if town.costs[area, site] <= min(town.terms.farthest, 1e9)]
    if not ways:
        return 0.0 if len(areas) == 0 else None
    costs = [town.people[area] * town.felt()[area] * town.costs[area, site] for area, site in ways]
    whole = np.array([[float(area == one) for area, _ in ways] for one in areas])
    used = np.array([[town.people[area] * (site == one) for area, site in ways] for one in opened])
    found = linprog(costs, A_ub=used, b_ub=capacities[opened], A_eq=whole, b_eq=np.ones(len(areas)))
    return float(found.fun) if found.status == 0 else None


@pytest.mark.slow
@given(town=small_towns(ordered=False))
@settings(max_examples=40)
def test_capacities_are_kept_and_the_plan_is_the_best(town: Small) -> None:
    capacities = np.random.default_rng(len(town.people)).integers(3, 15, town.costs.shape[1]).astype(float)
    standing = town.terms.existing.tolist()
    sums = [least_ways(town, capacities, [*standing, *chosen]) for chosen in town.choices()]
    best = min((total for total in sums if total is not None), default=None)
    plan = plan_or_refusal(lambda: capacitated(town.demand, town.terms, capacities))
    if isinstance(plan, str):
        assert best is None or plan == "nothing_affordable"
        return

    assert best is not None
    assert plan.shares is not None
    assert plan.objective == pytest.approx(best, rel=1e-6, abs=1e-6)
    assert plan.bound <= best + 1e-12
    assert (town.people @ plan.shares <= capacities + 1e-6).all()
    assert plan.shares[town.people > 0].sum(axis=1) == pytest.approx(1.0)
