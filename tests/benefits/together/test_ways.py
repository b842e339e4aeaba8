"""Each reason for a way, with the household that it is made for: SGB II § 12a S. 2 Nr. 2, BKGG § 6a Abs. 1a, WoGG § 8."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.living import Living, living
from lebenslage.law.household import Household
from tests.benefits.together.families import adult, child, household

ON = date(2025, 7, 1)
GAP = 100_00


def found(of: Household, on: date = ON) -> Living:
    return living(Law.on(on), of)


def reasons(of: Living) -> list[str]:
    return [reason.id for reason in of.choice.reasons]


def alone_with(children: int, net: int, birth: str = "1.2.2015", **told: Any) -> Household:
    """A single parent with children of one birthday and a wage."""
    return household(adult(bruttolohn=int(net * 1.35), nettolohn=net), *(child(geburtsdatum=birth) for _ in range(children)), **told)


def test_what_ends_the_need_for_three_months_is_a_duty_even_where_it_pays_a_little_less() -> None:
    """The Sofortzuschlag is no need; so Wohngeld and Kinderzuschlag come first although SGB II would add 75 euros to it."""
    family = found(alone_with(3, 500, miete=500))

    assert (family.choice.best, family.choice.duty, reasons(family)) == (family.beside, True, ["duty"])
    assert 0 < family.minimum.total - family.beside.total < 3 * 25_00


def test_where_a_birthday_next_month_brings_need_back_the_family_may_choose() -> None:
    """From August all three children have the need of fourteen-year-olds."""
    family = found(alone_with(3, 500, "15.7.2011", miete=500))

    assert (reasons(family), family.choice.duty) == (["duty_short"], False)
    assert family.choice.best is family.minimum


def test_a_gap_of_at_most_a_hundred_euros_leaves_kinderzuschlag_open_to_who_wants_no_sgb2() -> None:
    family = found(alone_with(2, 620, miete=500))

    assert reasons(family) == ["not_covered", "gap"]
    assert 0 < family.choice.reasons[0].amounts["gap"] <= GAP
    assert "kinderzuschlag" in family.beside.amounts


def test_a_greater_gap_leaves_only_wohngeld_on_that_way() -> None:
    family = found(alone_with(1, 500, miete=500))

    assert reasons(family) == ["not_covered"]
    assert family.choice.reasons[0].amounts["gap"] > GAP
    assert "kinderzuschlag" not in family.beside.amounts


def test_who_needs_no_minimum_income_has_nothing_to_choose() -> None:
    family = found(alone_with(1, 1700, miete=500))

    assert (family.choice.best, family.minimum.amounts, reasons(family)) == (family.beside, {}, ["only_beside_work"])


def test_who_earns_enough_has_child_benefit_alone() -> None:
    family = found(household(adult(bruttolohn=4200, nettolohn=2900), adult("ehegatte"), child(elternteil_2="P2"), miete=500))

    assert (family.choice.best, reasons(family)) == (None, [])
    assert family.monthly == 255_00


@pytest.mark.parametrize("month", [11, 12])
def test_at_the_end_of_what_is_known_the_coming_months_are_said_to_be_unforeseen(month: int) -> None:
    assert reasons(found(alone_with(3, 900, miete=500), date(2026, month, 1))) == ["unforeseen"]


def test_an_old_person_has_her_own_minimum_income_beside_the_partner_s() -> None:
    """SGB XII chapter 4 for the one, SGB II for the other: half of the couple's need each, and both ways are weighed as wholes."""
    couple = found(household(adult(), adult("ehegatte", geburtsdatum="1.2.1950")))

    assert couple.minimum.amounts == {"grundsicherung": 506_00 + 450_00, "sgb2": 506_00 + 450_00}
    assert (couple.choice.best, reasons(couple)) == (couple.minimum, ["not_covered"])
    assert couple.choice.reasons[0].amounts["gap"] == couple.minimum.total - couple.beside.total


def test_a_pensioner_s_gap_is_told_although_there_is_no_sgb2() -> None:
    pension = {"einkommensarten": ["rente"], "rente": 700, "rentenart": "alter", "renten_abzuege": 80}
    alone = found(household(adult(geburtsdatum="1.2.1950", **pension)))
    gap = alone.choice.reasons[0].amounts["gap"] if alone.choice.reasons else 0

    assert set(alone.minimum.amounts) == {"grundsicherung"}
    assert gap == alone.minimum.total - alone.beside.total > 0
