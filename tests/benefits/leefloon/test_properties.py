"""What holds of every leefloon: more means never more money, a euro never costs more than the general exemption, order does not matter."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.facts.vlaanderen import nettoloon_belgie
from lebenslage.benefits.together import Law
from lebenslage.law.engine import Result, Status

ON = date(2026, 4, 1)
CLIFF = {1: 12_92, 2: 20_84, 3: 25_84}  # the general exemption of a month, which ends with the claim; half a cent of rounding
PLACE = {
    "land": "be", "werkelijk_verblijf": "ja", "verblijf_belgie": "belg", "werkbereid": "bereid", "andere_rechten_eerst": "ja",
    "antragsdatum": "2026-04-01", "deelt_huishouden": "ja", "vrijstellingsgrond": "geen",
}  # fmt: skip
NOTHING = {"nettoloon_belgie": 0, "uitkering_belgie": 0, "andere_middelen": 0, "roerend_kapitaal": 0, "ki_bebouwd": 0, "ki_onbebouwd": 0}
OTHERS: dict[int, list[dict[str, Any]]] = {
    1: [{"verhaeltnis": "mitbewohnend", "geburtsdatum": "1990-01-01"}],
    2: [],
    3: [{"verhaeltnis": "kind", "geburtsdatum": "2018-05-01"}, {"verhaeltnis": "kind", "geburtsdatum": "2020-05-01"}],
}
CATEGORY = st.sampled_from(sorted(OTHERS))
CENTS = st.integers(0, 250_000)


def asked(people: list[dict[str, Any]]) -> Result:
    """The leefloon of these people."""
    names = {f"P{n}": one for n, one in enumerate(people, 1)}
    return Law.on(ON).assess(VOCABULARY.read({"haushalt": PLACE, "personen": names}), "leefloon")["leefloon"]


def applicant(**told: Any) -> dict[str, Any]:
    """Who applies, with nothing but what is told."""
    return {"verhaeltnis": "antragstellend", "geburtsdatum": "1990-03-01", **NOTHING, **told}


def paid(category: int, benefit: int) -> int:
    """Cents a month with a benefit of so many cents."""
    return asked([applicant(uitkering_belgie=f"{benefit / 100:.2f}"), *OTHERS[category]]).amount or 0


@settings(max_examples=60, deadline=None)
@given(CATEGORY, CENTS)
def test_a_euro_more_never_brings_more_and_never_costs_more_than_the_exemption(category: int, benefit: int) -> None:
    before, after = paid(category, benefit), paid(category, benefit + 100)

    assert 0 <= before - after <= 100 + CLIFF[category]


@settings(max_examples=30, deadline=None)
@given(CATEGORY, CENTS)
def test_the_order_of_people_changes_nothing(category: int, benefit: int) -> None:
    people = [applicant(uitkering_belgie=f"{benefit / 100:.2f}"), *OTHERS[category]]

    assert asked(people).amount == asked(people[::-1]).amount


@pytest.mark.parametrize("wage", [0, 50_000, 300_000])
def test_an_answer_given_later_leads_where_it_would_have_led_at_once(wage: int) -> None:
    known = applicant()
    del known["nettoloon_belgie"]
    household = VOCABULARY.read({"haushalt": PLACE, "personen": {"P1": known}})
    open_result = Law.on(ON).assess(household, "leefloon")["leefloon"]
    later = Law.on(ON).assess(household.answered(nettoloon_belgie, 0, wage), "leefloon")["leefloon"]
    at_once = asked([applicant(nettoloon_belgie=f"{wage / 100:.2f}")])

    assert open_result.status is Status.UNKNOWN
    assert (later.status, later.amount) == (at_once.status, at_once.amount)
