"""Every model, with every term, against all choices of small towns: the best, a bound that holds, alternatives that are what they say."""

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.sparse import csr_array

from lebenslage.atlas.siting import Plan, coverage, demand, facility_location, p_center, p_median, set_cover
from tests.atlas.siting.every_choice import Small, plan_or_refusal, small_towns

MODELS = {
    "p_median": lambda town: p_median(town.demand, town.terms),
    "facility_location": lambda town: facility_location(town.demand, town.terms),
    "coverage": lambda town: coverage(town.demand, town.terms, town.radius),
    "p_center": lambda town: p_center(town.demand, town.terms),
    "set_cover": lambda town: set_cover(town.demand, town.terms, town.radius),
}
REFUSED = ("areas_out_of_reach", "more_sites_needed", "budget_too_small", "not_with_these", "nothing_affordable", "must_over_budget")


def check(model: str, town: Small) -> None:
    plan, best = plan_or_refusal(lambda: MODELS[model](town)), town.best(model)
    if isinstance(plan, str):
        assert plan in REFUSED
        assert best is None or plan == "nothing_affordable"
        return
    assert best is not None
    sign = -1 if plan.higher else 1
    stages = [(stage.objective, stage.bound) for stage in plan.stages] or [(plan.objective, plan.bound)]
    own = town.value(model, plan.chosen.tolist())

    assert [sign * objective for objective, _ in stages] == pytest.approx(best, rel=1e-6, abs=1e-6)
    assert own == pytest.approx(best, rel=1e-6, abs=1e-6)
    assert all(sign * bound <= value + 1e-12 for (_, bound), value in zip(stages, best, strict=True))
    assert any(plan.chosen.tolist() == sorted(choice) for choice in town.choices())
    check_alternatives(model, town, plan, best[0])


def check_alternatives(model: str, town: Small, plan: Plan, best: float) -> None:
    """Each is another choice that keeps the terms, has the objective it names, and is within 1 %."""
    choices = {frozenset(choice) for choice in town.choices()}
    seen = {frozenset(plan.chosen.tolist())}
    for other in plan.alternatives:
        sites = frozenset(other.chosen.tolist())
        value = town.value(model, other.chosen.tolist())
        assert sites in choices - seen
        assert value is not None
        assert abs(value[0]) == pytest.approx(other.objective)
        assert value[0] <= best + 0.01 * abs(best) + 1e-6
        seen.add(sites)


@pytest.mark.slow
@pytest.mark.parametrize("model", ["p_median", "coverage", "p_center"])
@given(town=small_towns())
@settings(max_examples=60)
def test_ways_and_coverage(model: str, town: Small) -> None:
    check(model, town)


@pytest.mark.slow
@pytest.mark.parametrize("model", ["facility_location", "set_cover"])
@given(town=small_towns(ordered=False))
@settings(max_examples=60)
def test_fixed_costs_and_set_cover(model: str, town: Small) -> None:
    check(model, town)


@given(town=small_towns())
@settings(max_examples=30)
def test_a_sparse_matrix_holds_the_same_ways(town: Small) -> None:
    rows, sites = np.nonzero(np.isfinite(town.costs))
    stored = csr_array((town.costs[rows, sites], (rows, sites)), shape=town.costs.shape)
    dense, sparse = town.demand.ways, demand(stored, town.people).ways

    for one, other in ((dense.starts, sparse.starts), (dense.rows, sparse.rows), (dense.costs, sparse.costs)):
        assert one.tolist() == other.tolist()
