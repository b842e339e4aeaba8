"""The Wohnberechtigungsschein: limits by household, deductions of twelve per cent each, allowances, groups and the size of the flat."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.benefits.wohnberechtigungsschein.rules.einkommen import wfng_jahreseinkommen
from lebenslage.benefits.wohnberechtigungsschein.rules.gesamteinkommen import Einkommensgruppe, wfng_einkommensgruppe, wfng_freibetrag
from lebenslage.benefits.wohnberechtigungsschein.rules.haushalt import wfng_einkommensgrenze
from lebenslage.benefits.wohnberechtigungsschein.rules.schein import wbs_wohnflaeche, wbs_wohnraeume
from lebenslage.law.engine import Result, Status
from tests.benefits.families import looking_for_a_home

ON = date(2025, 6, 1)
ALL = ["steuern", "krankenversicherung", "rentenversicherung"]


def adult(relation: str = "antragstellend", **told: Any) -> dict[str, Any]:
    """A grown-up without income, except what is told."""
    separated = {"getrennt_lebend": "nein"} if relation == "ehegatte" else {}
    return looking_for_a_home(relation, **separated, **told)


def child(**told: Any) -> dict[str, Any]:
    """A child of seven."""
    return adult("kind", **{"geburtsdatum": "2018-05-01", **told})


def earning(amount: int) -> dict[str, Any]:
    """A profit of a year, with nothing to deduct."""
    return {"einkommensarten": ["selbststaendig"], "gewinn_selbststaendig": amount}


def asked(*people: dict[str, Any], on: date = ON, law: Law | None = None, **told: Any) -> Result:
    """The certificate of these people."""
    names = {f"P{n}": one for n, one in enumerate(people, 1)}
    household = VOCABULARY.read({"haushalt": {"antragsdatum": on, **told}, "personen": names})
    return (law or Law.on(on)).assess(household)["wohnberechtigungsschein"]


@pytest.mark.parametrize(
    ("on", "people", "limit"),
    [
        (ON, [adult()], 23_540),
        (ON, [adult(), child()], 29_210),
        (ON, [adult(), adult("ehegatte"), child(), child()], 43_130),
        (date(2024, 12, 1), [adult()], 20_420),
        (date(2024, 12, 1), [adult(), adult("partner"), child()], 31_000),
    ],
)
def test_the_limit_grows_with_members_and_children(on: date, people: list[dict[str, Any]], limit: int) -> None:
    assert asked(*people, on=on).value(wfng_einkommensgrenze) == limit * 100


@pytest.mark.parametrize(
    ("profit", "group"),
    [(23_540, Einkommensgruppe.A), (23_541, Einkommensgruppe.B), (32_956, Einkommensgruppe.B), (32_957, Einkommensgruppe.DARUEBER)],
)
def test_exactly_the_limit_keeps_the_group(profit: int, group: Einkommensgruppe) -> None:
    result = asked(adult(**earning(profit)))

    assert result.value(wfng_einkommensgruppe) == group
    assert result.status is (Status.NO if group is Einkommensgruppe.DARUEBER else Status.YES)


def test_group_b_is_told_by_a_hint_that_excludes_nobody() -> None:
    assert [hint.id for hint in asked(adult(**earning(23_541))).hints] == ["wbs_fuer_alle_wohnungen"]
    assert asked(adult(**earning(23_540))).hints == ()


@pytest.mark.parametrize(("paid", "left"), [([], 10_000), (ALL[:1], 8_800), (ALL[:2], 7_600), (ALL, 6_400)])
def test_each_deduction_is_twelve_per_cent(paid: list[str], left: int) -> None:
    value = asked(adult(abzuege=paid, **earning(10_000))).value(wfng_jahreseinkommen)

    assert isinstance(value, int)
    assert Decimal(value) / 1_000_000 == left


def test_taxes_are_deducted_from_taxed_income_alone() -> None:
    mini: dict[str, Any] = {"einkommensarten": ["minijob"], "minijob": 500, "minijob_kosten": 0}

    assert asked(adult(abzuege=["steuern"], **mini)).value(wfng_jahreseinkommen) == 6_000 * 1_000_000


@pytest.mark.parametrize(
    ("people", "allowance"),
    [
        ([adult()], 0),
        ([adult(), adult("verwandt")], 4000),
        ([adult(), child()], 4000),
        ([adult(), adult("ehegatte"), child()], 4000),
        ([adult(), adult("partner"), child()], 0),
        ([adult(), adult("mitbewohnend")], 0),
    ],
)
def test_the_allowance_is_for_two_or_for_a_married_couple(people: list[dict[str, Any]], allowance: int) -> None:
    assert asked(*people).value(wfng_freibetrag) == allowance * 100


@pytest.mark.parametrize(("wedding", "allowance"), [("2020-07-01", 4000), ("2019-12-31", 0)])
def test_a_switch_keeps_the_allowance_for_young_couples(wedding: str, allowance: int) -> None:
    young = adult(geburtsdatum="1990-01-01")
    law = Law.on(ON).reformed({"wfng_nur_junge_ehepaare": 1})

    result = asked(young, adult("ehegatte", geburtsdatum="1990-01-01"), child(), law=law, heirat_am=wedding)

    assert result.value(wfng_freibetrag) == allowance * 100


def test_the_unborn_child_counts_and_who_does_not_move_in_does_not() -> None:
    assert asked(adult(schwanger="ja")).value(wfng_einkommensgrenze) == 29_210_00
    assert asked(adult(), adult("partner", zieht_mit_ein="nein")).value(wfng_einkommensgrenze) == 23_540_00


@pytest.mark.parametrize(("born", "wanted"), [("1972-05-01", ["schwanger"]), ("1949-05-01", [])])
def test_nobody_is_asked_about_a_pregnancy_at_an_age_at_which_there_is_none(born: str, wanted: list[str]) -> None:
    told = {name: answer for name, answer in adult(geburtsdatum=born).items() if name != "schwanger"}

    assert [m.fact.id for m in asked({**told, **earning(40_000)}).missing] == wanted


def test_a_sum_that_only_the_office_knows_is_asked_where_it_can_decide() -> None:
    disabled: dict[str, Any] = {"merkmale": ["schwerbehindert"]}

    assert asked(adult(**disabled, **earning(20_000))).missing == ()
    assert [m.fact.id for m in asked(adult(**disabled, **earning(34_000))).missing] == ["wfng_abzug_anerkannt"]
    assert asked(adult(**disabled, **earning(34_000)), wfng_abzug_anerkannt=2000).status is Status.YES


@pytest.mark.parametrize(("people", "rooms", "area"), [(1, 1, 50), (2, 2, 65), (3, 3, 80), (7, 7, 140)])
def test_the_flat_has_a_room_for_each_or_fifteen_square_metres_more(people: int, rooms: int, area: int) -> None:
    result = asked(adult(), *(child() for _ in range(people - 1)))

    assert result.value(wbs_wohnraeume) == rooms
    assert result.value(wbs_wohnflaeche) == area * 100


def test_a_right_without_a_sum_has_none() -> None:
    result = asked(adult())

    assert result.status is Status.YES
    assert result.amount is None
