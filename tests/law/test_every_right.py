"""What must hold for every right of this house, whatever the household: order, missing answers, need, a euro more, compiled as plain."""

from collections.abc import Mapping
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
from tests.law.households import ON, Author, Document, documents, households, thinned
from tests.law.populations import tables
from tests.law.test_order import turned

LAW = Law.on(ON)
RIGHTS = [benefit.id for benefit in BENEFITS]
FOR_NEED = ("wohngeld", "sgb2", "grundsicherung", "hilfe_zum_lebensunterhalt", "asylblg")
EURO = 100

type Outcome = tuple[Status, int | None, str]


def outcomes(of: Household) -> Mapping[str, Outcome]:
    return {id: (r.status, r.amount, r.refused_by.id if r.refused_by else "") for id, r in LAW.assess(of).items()}


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {id: (one[id], other[id]) for id in one if one[id] != other[id]}


@given(documents(most=8), st.integers(0, 10**6))
@settings(max_examples=40)
def test_permuting_the_members_changes_no_right(document: Document, seed: int) -> None:
    assert differences(outcomes(VOCABULARY.read(document)), outcomes(VOCABULARY.read(turned(document, seed)))) == {}


@given(households(most=4), st.sampled_from([0.03, 0.3]), st.integers(0, 10**6))
@settings(max_examples=40)
def test_with_answers_missing_a_right_is_unknown_or_the_same(household: Household, share: float, seed: int) -> None:
    complete, partly = outcomes(household), outcomes(thinned(household, share, seed))
    told = {id: outcome for id, outcome in partly.items() if outcome[0] is not Status.UNKNOWN}

    assert {id: pair for id, pair in differences(told, complete).items() if pair[0][:2] != pair[1][:2]} == {}


@given(households(most=3), st.sampled_from([0.3, 1.0]), st.sampled_from(RIGHTS), st.integers(0, 10**6))
@settings(max_examples=60)
def test_asking_until_the_end_leads_to_the_right_of_the_complete_household(
    household: Household, share: float, right: str, seed: int
) -> None:
    partly = thinned(household, share, seed)
    while missing := LAW.next_question(partly, (right,)):
        answer = household.get(missing.fact, missing.row)
        assert isinstance(answer, int), f"{missing.fact} is asked although the complete household was never asked for it"
        partly = partly.answered(missing.fact, missing.row, answer)
    end, complete = (LAW.assess(one, right)[right] for one in (partly, household))

    assert (end.status, end.amount) == (complete.status, complete.amount)


@pytest.mark.parametrize("number", range(0, len(HOMES), 3))
def test_a_higher_rent_never_means_less(number: int) -> None:
    home = HOMES[number]
    rent = home.get(wohnen.miete)
    assert isinstance(rent, int)
    before, after = (LAW.assess(one, *FOR_NEED) for one in (home, home.answered(wohnen.miete, 0, rent + 50 * EURO)))

    assert [id for id in FOR_NEED if (after[id].amount or 0) < (before[id].amount or 0)] == []


@pytest.mark.slow
def test_compiled_and_plain_say_the_same_of_every_right() -> None:
    drawn = [VOCABULARY.read(Author(seed, 1 + seed % 7, seed % 6 / 10).document()) for seed in range(150)]
    assessed = [(home, LAW.assess(home)) for home in drawn]
    complete = [(home, results) for home, results in assessed if all(r.status is not Status.UNKNOWN for r in results.values())]
    table = Simulation(LAW).simulate(tables([home for home, _ in complete]))

    assert len(complete) > 140
    for id in (benefit.id for benefit in LAW.known):
        assert table.column(f"{id}_status").to_pylist() == [results[id].status.value for _, results in complete], id
        assert table.column(f"{id}_cent").to_pylist() == [results[id].amount or 0 for _, results in complete], id
