"""What cannot be is said with what is missing; what takes too long stops with a bound that holds."""

import numpy as np
import pytest

from lebenslage.atlas.siting import Patience, Terms, capacitated, coverage, demand, p_center, p_median, problems, set_cover
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands.speech import speech

INF = np.inf
ISLAND = np.array([[1.0, INF, INF], [2.0, INF, INF], [INF, 1.0, 3.0], [INF, 2.0, 1.0]])
ONES = np.ones(4)
SMALL = np.array([[1.0, 5.0], [5.0, 1.0]])


def refused(costs: np.ndarray, **terms: object) -> Problem:  # type: ignore[type-arg]
    with pytest.raises(Problem) as raised:
        p_median(demand(costs, np.ones(len(costs))), Terms(**terms))  # type: ignore[arg-type]
    return raised.value


def at(*sites: int) -> np.ndarray:  # type: ignore[type-arg]
    return np.array(sites, dtype=np.int64)


def test_an_island_needs_a_site_of_its_own() -> None:
    problem = refused(ISLAND, sites=1)

    assert (problem.key, problem.details) == ("more_sites_needed", {"asked": 1, "needed": 2})


def test_areas_that_no_site_reaches_are_named() -> None:
    problem = refused(ISLAND, sites=2, must_not=at(0))

    assert (problem.key, problem.details) == ("areas_out_of_reach", {"count": 2, "areas": ["1", "2"]})


def test_nobody_is_sent_farther_than_allowed() -> None:
    town = demand(SMALL, np.ones(2))

    assert p_median(town, Terms(sites=1)).objective == 6.0
    assert refused(SMALL, sites=1, farthest=4.0).key == "more_sites_needed"
    assert p_median(town, Terms(sites=2, farthest=1.0)).objective == 2.0


def test_areas_without_people_need_not_be_reached() -> None:
    plan = p_median(demand(ISLAND, np.array([0.0, 0.0, 1.0, 1.0])), Terms(sites=1))

    assert plan.objective == 3.0


@pytest.mark.parametrize(
    ("key", "terms"),
    [
        ("no_limit", {}),
        ("too_few_places", {"sites": 3}),
        ("too_many_must", {"sites": 1, "must": at(0, 1)}),
        ("no_such_place", {"sites": 1, "must": at(7)}),
        ("place_contradiction", {"sites": 1, "must": at(0), "must_not": at(0)}),
        ("price_missing", {"budget": 5.0}),
        ("nothing_affordable", {"budget": 5.0, "prices": np.array([6.0, 7.0])}),
        ("must_over_budget", {"budget": 5.0, "prices": np.array([6.0, 1.0]), "must": at(0)}),
        ("budget_too_small", {"budget": 5.0, "prices": np.array([4.0, 4.0]), "farthest": 1.0}),
        ("sizes_differ", {"sites": 1, "prices": np.ones(3)}),
    ],
)
def test_impossible_terms_are_refused(key: str, terms: dict[str, object]) -> None:
    assert refused(SMALL, **terms).key == key


def test_number_and_budget_may_each_do_but_not_both() -> None:
    costs = np.array([[1.0, INF, 1.0], [INF, 1.0, 1.0]])
    prices = np.array([2.0, 2.0, 9.0])

    assert refused(costs, sites=1, budget=5.0, prices=prices).key == "not_with_these"


def test_wrong_numbers_are_named() -> None:
    with pytest.raises(problems.CostsUnusable):
        demand(np.array([[-1.0]]), np.ones(1))
    with pytest.raises(problems.CostsUnusable):
        demand(np.array([[np.nan]]), np.ones(1))
    with pytest.raises(problems.WeightUnusable):
        demand(SMALL, np.array([1.0, -1.0]))


def test_more_people_than_places_is_said_before_anything_is_searched() -> None:
    town = demand(SMALL, np.array([5.0, 5.0]))
    with pytest.raises(problems.DemandOverCapacity) as raised:
        capacitated(town, Terms(sites=1), np.array([6.0, 6.0]))

    assert raised.value.details == {"demand": "10", "capacity": "6"}


def test_places_that_nobody_can_reach_do_not_help() -> None:
    town = demand(np.array([[1.0, INF], [1.0, 1.0]]), np.array([4.0, 1.0]))
    with pytest.raises(problems.NoAllocation):
        capacitated(town, Terms(sites=2), np.array([3.0, 9.0]))


@pytest.mark.parametrize("model", ["p_median", "coverage", "p_center"])
def test_a_search_that_is_stopped_at_once_still_has_a_choice_and_a_bound(model: str) -> None:
    homes = np.random.default_rng(5).uniform(0, 100, (60, 2))
    town = demand(np.hypot(*(homes[:, None] - homes).transpose(2, 0, 1)), np.ones(60))
    models = {"p_median": p_median, "p_center": p_center, "coverage": lambda *asked: coverage(*asked[:2], 12.0, *asked[2:])}
    hasty = models[model](town, Terms(sites=6), Patience(out_of_time=lambda: True))
    patient = models[model](town, Terms(sites=6))
    sign = -1 if patient.higher else 1

    assert patient.proven
    assert len(hasty.chosen) == 6
    assert sign * hasty.bound <= sign * patient.objective <= sign * hasty.objective


def test_progress_tells_the_best_and_a_bound_that_holds() -> None:
    homes = np.random.default_rng(6).uniform(0, 100, (80, 2))
    town = demand(np.hypot(*(homes[:, None] - homes).transpose(2, 0, 1)), np.ones(80))
    told: list[tuple[float, float]] = []
    plan = p_median(town, Terms(sites=9), Patience(progress=lambda best, bound: told.append((best, bound))))

    assert told
    assert all(bound <= plan.objective <= best for best, bound in told)


def test_everybody_within_the_radius_already_needs_nothing_new() -> None:
    plan = set_cover(demand(SMALL, np.ones(2)), Terms(existing=at(0, 1)), radius=2.0)

    assert (plan.chosen.tolist(), plan.objective, plan.bound, plan.gap) == ([], 0.0, 0.0, 0.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_sentence(language: str) -> None:
    words = speech(language)
    kinds = [kind for kind in vars(problems).values() if isinstance(kind, type) and issubclass(kind, Problem) and kind is not Problem]

    assert len(kinds) > 20
    assert all(words.has("problems", kind.key) for kind in kinds)
