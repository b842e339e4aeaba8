"""The kansentarief: a right that follows from others, and what it saves at local prices."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.kansentarief.rules import internet_besparing, kt_attesten, zwembeurt_besparing, zwembeurt_met_recht
from lebenslage.benefits.together import Law
from lebenslage.law.engine import Result, Status

ON = date(2026, 6, 1)
LEEFLOON: dict[str, Any] = {"vt_grond": ["leefloon"], "leefloon_sinds": "2026-05-15"}


def asked(*children: str, on: date = ON, **told: Any) -> Result:
    """The right of a parent in Antwerp with children born on these days."""
    people = {
        "Sofie": {"verhaeltnis": "antragstellend"},
        **{f"K{n}": {"verhaeltnis": "kind", "geburtsdatum": b} for n, b in enumerate(children)},
    }
    return Law.on(on).assess(VOCABULARY.read({"haushalt": {"land": "be", "woont_in_antwerpen": "ja", **told}, "personen": people}))[
        "kansentarief"
    ]


@pytest.mark.parametrize(
    "told", [LEEFLOON, {"vt_grond": ["igo"]}, {"vt_grond": ["wees"], "schuldhulp": "nein"}, {"vt_grond": [], "schuldhulp": "ja"}]
)
def test_it_follows_from_another_right_without_a_question_on_income(told: dict[str, Any]) -> None:
    assert asked(**told).status is Status.YES


def test_the_price_of_the_city_goes_before_the_usual_discount() -> None:
    usual = asked(**LEEFLOON, prijs_zwembeurt=4, kansenprijs_zwembeurt="gebruikelijk")
    local = asked(**LEEFLOON, prijs_zwembeurt=4, kansenprijs_zwembeurt=1)

    assert usual.value(zwembeurt_met_recht) == 80
    assert local.value(zwembeurt_besparing) == 300


@pytest.mark.parametrize(("price", "saved"), [(45, 26_00), (19, 0), (15, 0)])
def test_social_internet_never_costs_more_than_now(price: int, saved: int) -> None:
    assert asked(**LEEFLOON, prijs_internet=price).value(internet_besparing) == saved


def test_help_with_debts_alone_opens_no_social_internet() -> None:
    assert asked(vt_grond=[], schuldhulp="ja", prijs_internet=45).value(internet_besparing) == 0


@pytest.mark.parametrize(("born", "attests"), [("2023-12-01", 1), ("2023-12-02", 0), ("2007-06-02", 1), ("2007-06-01", 0)])
def test_an_attest_is_for_children_from_two_and_a_half_to_eighteen(born: str, attests: int) -> None:
    assert asked(born, **LEEFLOON).value(kt_attesten) == attests


def test_outside_the_city_it_is_not_there() -> None:
    result = asked(**{**LEEFLOON, "woont_in_antwerpen": "nein"})

    assert result.refused_by is not None
    assert result.refused_by.id == "kt_in_antwerpen"
