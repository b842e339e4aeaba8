"""What must hold for every right of this house, whatever the household: order, missing answers, need, a euro more, compiled as plain."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.benefits.facts import VOCABULARY, wohnen
from lebenslage.benefits.together.law import BENEFITS, Law
from lebenslage.law.engine import Status
from lebenslage.law.household import Household
from lebenslage.law.simulation import Simulation
from tests.benefits.together.test_priority_rules import HOMES
from tests.law.households import ON, Author, Document, documents, drawn, thinned
from tests.law.populations import tables
from tests.law.test_order import turned

LAW = Law.on(ON)
RIGHTS = [benefit.id for benefit in BENEFITS]
FOR_NEED = ("wohngeld", "sgb2", "grundsicherung", "hilfe_zum_lebensunterhalt", "asylblg")
EURO = 100
MANY = 15  # of each bent
LEAST = 3  # so many households have a right, and so many have it not

type Outcome = tuple[Status, int | None, str]


def outcomes(of: Household) -> Mapping[str, Outcome]:
    return {id: (r.status, r.amount, r.refused_by.id if r.refused_by else "") for id, r in LAW.assess(of).items()}


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {id: (one[id], other[id]) for id in one if one[id] != other[id]}


@cache
def drawn_homes() -> list[tuple[Document, Household, Mapping[str, Outcome]]]:
    """Households bent on every right of this house, with what the law says of them."""
    read = ((document, VOCABULARY.read(document)) for document in drawn(MANY))
    return [(document, home, outcomes(home)) for document, home in read]


def granted(right: str) -> list[Household]:
    return [home for _, home, found in drawn_homes() if found[right][0] is Status.YES]


@pytest.mark.parametrize("right", RIGHTS)
def test_every_right_is_granted_and_refused_among_the_households_of_these_tests(right: str) -> None:
    assert LEAST <= len(granted(right)) <= len(drawn_homes()) - LEAST


def test_permuting_the_members_changes_no_right() -> None:
    for seed, (document, _, found) in enumerate(drawn_homes()):
        assert differences(outcomes(VOCABULARY.read(turned(document, seed))), found) == {}


@pytest.mark.parametrize("share", [0.03, 0.3])
def test_with_answers_missing_a_right_is_unknown_or_the_same(share: float) -> None:
    kept = dict.fromkeys(RIGHTS, 0)
    for seed, (_, home, complete) in enumerate(drawn_homes()):
        partly = outcomes(thinned(home, share, seed))
        told = {id: outcome for id, outcome in partly.items() if outcome[0] is not Status.UNKNOWN}
        assert {id: pair for id, pair in differences(told, complete).items() if pair[0][:2] != pair[1][:2]} == {}
        kept = {id: count + (id in told) for id, count in kept.items()}

    assert all(kept.values())


@pytest.mark.slow
@pytest.mark.parametrize("right", RIGHTS)
def test_asking_until_the_end_leads_to_the_right_of_the_complete_household(right: str) -> None:
    """Of those who have the right; from a household of whom nothing is known, and from one with gaps."""
    for seed, household in enumerate(granted(right)[:LEAST]):
        complete = LAW.assess(household, right)[right]
        end = LAW.assess(asked(thinned(household, (1.0, 0.3)[seed % 2], seed), household, right), right)[right]
        assert (end.status, end.amount) == (complete.status, complete.amount)


def asked(partly: Household, whole: Household, right: str) -> Household:
    """The household of whom every question about a right was asked and answered."""
    while missing := LAW.next_question(partly, (right,)):
        answer = whole.get(missing.fact, missing.row)
        assert isinstance(answer, int), f"{missing.fact} is asked although the complete household was never asked for it"
        partly = partly.answered(missing.fact, missing.row, answer)
    return partly


@pytest.mark.slow
@given(documents(most=8), st.integers(0, 10**6), st.sampled_from([0.03, 0.3]))
@settings(max_examples=60)
def test_no_household_that_can_be_thought_of_breaks_them(document: Document, seed: int, share: float) -> None:
    """Order and missing answers once more, on households that shrink to the smallest that fails."""
    household = VOCABULARY.read(document)
    complete, partly = outcomes(household), outcomes(thinned(household, share, seed))
    told = {id: outcome[:2] for id, outcome in partly.items() if outcome[0] is not Status.UNKNOWN}

    assert differences(outcomes(VOCABULARY.read(turned(document, seed))), complete) == {}
    assert told == {id: complete[id][:2] for id in told}


@pytest.mark.parametrize("number", range(0, len(HOMES), 3))
def test_a_higher_rent_never_means_less(number: int) -> None:
    home = HOMES[number]
    rent = home.get(wohnen.miete)
    assert isinstance(rent, int)
    before, after = (LAW.assess(one, *FOR_NEED) for one in (home, home.answered(wohnen.miete, 0, rent + 50 * EURO)))

    assert [id for id in FOR_NEED if (after[id].amount or 0) < (before[id].amount or 0)] == []


@pytest.mark.slow
def test_compiled_and_plain_say_the_same_of_every_right() -> None:
    """Of the households with a yes and a no to every right, and of others that only chance has drawn."""
    by_chance = [VOCABULARY.read(Author(seed, 1 + seed % 7, seed % 6 / 10).document()) for seed in range(60)]
    known = [(home, found) for _, home, found in drawn_homes()] + [(home, outcomes(home)) for home in by_chance]
    complete = [(home, found) for home, found in known if all(status is not Status.UNKNOWN for status, *_ in found.values())]
    table = Simulation(LAW).simulate(tables([home for home, _ in complete]))

    assert len(complete) > len(known) - 5
    for right in RIGHTS:
        statuses = [found[right][0].value for _, found in complete]
        assert statuses.count("yes") >= LEAST, right
        assert table.column(f"{right}_status").to_pylist() == statuses, right
        assert table.column(f"{right}_cent").to_pylist() == [found[right][1] or 0 for _, found in complete], right
