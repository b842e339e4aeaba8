"""Streets so short that the best can be seen: areas and sites stand on a line, and a way is the distance between their numbers."""

from collections.abc import Sequence

import numpy as np
import pytest

from lebenslage.atlas.siting import (
    Buildings,
    Demand,
    Service,
    Terms,
    capacitated,
    coverage,
    demand,
    facility_location,
    p_center,
    p_median,
    set_cover,
    several_services,
)


def street(areas: Sequence[float], sites: Sequence[float], people: Sequence[float] = (), classes: Sequence[int] = ()) -> Demand:
    costs = np.abs(np.array(areas, dtype=float)[:, None] - np.array(sites, dtype=float))
    weights = np.array(people, dtype=float) if people else np.ones(len(areas))
    return demand(costs, weights, classes=np.array(classes) if classes else None)


def at(*sites: int) -> np.ndarray:  # type: ignore[type-arg]
    return np.array(sites, dtype=np.int64)


def test_the_median_stands_among_the_people() -> None:
    plan = p_median(street([0, 1, 10], [0, 5, 10]), Terms(sites=1))

    assert (plan.chosen.tolist(), plan.objective, plan.bound) == ([0], 11.0, 11.0)


def test_two_medians_serve_the_two_ends() -> None:
    plan = p_median(street([0, 1, 10], [0, 5, 10]), Terms(sites=2))

    assert (plan.chosen.tolist(), plan.assignment.tolist(), plan.objective) == ([0, 2], [0, 0, 2], 1.0)


def test_a_center_stands_in_the_middle() -> None:
    plan = p_center(street([0, 1, 10], [0, 5, 10]), Terms(sites=1))

    assert (plan.chosen.tolist(), plan.objective, plan.bound) == ([1], 5.0, 5.0)


def test_coverage_goes_where_most_people_are() -> None:
    plan = coverage(street([0, 1, 10], [0, 5, 10], people=[1, 1, 5]), Terms(sites=1), radius=2)

    assert (plan.chosen.tolist(), plan.objective, plan.bound, plan.higher) == ([2], 5.0, 5.0, True)
    assert plan.gains[0].uncovered_after == 2.0


def test_a_set_cover_needs_two_sites_where_none_reaches_all() -> None:
    plan = set_cover(street([0, 1, 10], [0, 5, 10]), Terms(), radius=4)

    assert (plan.chosen.tolist(), plan.objective, plan.bound) == ([0, 2], 2.0, 2.0)


def test_a_set_cover_takes_the_cheaper_sites() -> None:
    plan = set_cover(street([0, 4], [0, 2, 4]), Terms(prices=np.array([1.0, 5.0, 1.0])), radius=2)

    assert (plan.chosen.tolist(), plan.objective) == ([0, 2], 2.0)


def test_a_fixed_cost_keeps_a_site_closed_that_is_not_worth_it() -> None:
    town = street([0, 10], [0, 10])

    assert facility_location(town, Terms(prices=np.array([3.0, 3.0]))).objective == 6.0
    assert facility_location(town, Terms(prices=np.array([3.0, 30.0]))).objective == 13.0


def test_existing_sites_stay_and_do_not_count() -> None:
    plan = p_median(street([0, 1, 10], [0, 5, 10]), Terms(sites=1, existing=at(0)))

    assert (plan.chosen.tolist(), plan.objective, plan.before.tolist(), plan.after.tolist()) == ([2], 1.0, [0, 1, 10], [0, 1, 0])
    assert plan.gains[0].nearer == 1.0


def test_a_site_that_must_be_is_chosen_and_one_that_must_not_is_not() -> None:
    town = street([0, 1, 10], [0, 5, 10])

    assert p_median(town, Terms(sites=1, must=at(1))).chosen.tolist() == [1]
    assert p_median(town, Terms(sites=1, must_not=at(0))).chosen.tolist() == [1]


def test_a_budget_buys_the_two_cheap_sites_instead_of_the_dear_one() -> None:
    plan = p_median(street([0, 5, 10], [0, 5, 10]), Terms(budget=4.0, prices=np.array([2.0, 4.0, 2.0])))

    assert (plan.chosen.tolist(), plan.objective) == ([0, 2], 5.0)


def test_burdened_first_serves_the_few_in_need_before_the_many() -> None:
    town = street([0, 10], [0, 10], people=[1, 100], classes=[0, 1])
    plan = p_median(town, Terms(sites=1, burdened_first=True))

    assert (plan.chosen.tolist(), plan.objective) == ([0], 0.0)
    assert [stage.objective for stage in plan.stages] == [0.0, 1000.0]
    assert p_median(town, Terms(sites=1)).chosen.tolist() == [1]


def test_a_multiplier_moves_the_site_towards_the_burdened() -> None:
    town = street([0, 10], [0, 10], people=[2, 3], classes=[0, 1])

    assert p_median(town, Terms(sites=1, multipliers=np.array([2.0, 1.0]))).chosen.tolist() == [0]


def test_gains_are_counted_by_class() -> None:
    town = street([0, 1, 10, 11], [0, 10], people=[1, 3, 2, 2], classes=[0, 0, 1, 1])
    first, second = p_median(town, Terms(sites=1, existing=at(0))).gains

    assert (first.before, first.after, first.nearer) == (0.75, 0.75, 0.0)
    assert (second.before, second.after, second.nearer) == (10.5, 0.5, 4.0)


def test_alternatives_within_one_per_cent_are_named_with_their_objective() -> None:
    plan = p_median(street([0, 1000], [0, 1, 300]), Terms(sites=1))

    assert plan.objective == 1000.0
    assert [(other.chosen.tolist(), other.objective) for other in plan.alternatives] == [([1], 1000.0), ([2], 1000.0)]


def test_a_full_site_sends_the_rest_farther() -> None:
    town = street([0, 1], [0, 9], people=[2, 2])
    plan = capacitated(town, Terms(sites=2), np.array([3.0, 3.0]))

    assert plan.shares is not None
    assert plan.shares.tolist() == [[1.0, 0.0], [0.5, 0.5]]
    assert plan.objective == pytest.approx(1 + 8)
    assert capacitated(town, Terms(sites=2), np.array([3.0, 3.0]), whole=True).objective == pytest.approx(16)


def test_two_services_share_a_building_where_that_saves_its_price() -> None:
    town = street([0, 10], [0, 10])
    services = [Service(name, town, Terms(sites=1)) for name in ("advice", "childcare")]
    apart = several_services(services, Buildings(np.array([5.0, 5.0]), at(1, 1), budget=10.0))
    together = several_services(services, Buildings(np.array([5.0, 5.0]), at(2, 2), budget=5.0))

    assert (apart.buildings.tolist(), apart.spent) == ([0, 1], 10.0)
    assert (len(together.buildings), together.spent, together.objective, together.proven) == (1, 5.0, 20.0, True)
