"""Published optima: OR-Library's p-median instances, both as p-median and as p-center, and the stores of San Francisco."""

from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.siting import Terms, coverage, demand, p_center, p_median, set_cover
from tests.atlas.siting.orlib import instance
from tests.atlas.siting.san_francisco import RADIUS, SITES, san_francisco

pytestmark = pytest.mark.shared
NAMES = [f"pmed{number}" for number in range(1, 21)]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_orlib_medians_are_proven_optimal(shared_dir: Path, name: str) -> None:
    given = instance(shared_dir, name)
    plan = p_median(demand(given.costs, np.ones(len(given.costs))), Terms(sites=given.sites), alternatives=0)

    assert (plan.objective, plan.bound, len(plan.chosen)) == (given.median, given.median, given.sites)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_orlib_centers_are_proven_optimal(shared_dir: Path, name: str) -> None:
    given = instance(shared_dir, name)
    plan = p_center(demand(given.costs, np.ones(len(given.costs))), Terms(sites=given.sites), alternatives=0)

    assert (plan.objective, plan.bound, len(plan.chosen)) == (given.center, given.center, given.sites)


def test_stores_of_san_francisco_stand_where_spopt_puts_them(shared_dir: Path) -> None:
    costs, people = san_francisco(shared_dir)
    town, terms = demand(costs, people), Terms(sites=SITES)
    plans = [p_median(town, terms), coverage(town, terms, RADIUS), p_center(town, terms), set_cover(town, Terms(), RADIUS)]

    assert [plan.objective for plan in plans] == pytest.approx([2848268129.7145104, 875247.0, 7403.06, 8.0], rel=1e-6)
    assert all(plan.proven for plan in plans)
