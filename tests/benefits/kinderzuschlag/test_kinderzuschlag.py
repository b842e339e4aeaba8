"""Kinderzuschlag: children, the parents' need and means, assets, and the gap to SGB II (BKGG § 6a)."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.kinderzuschlag import KINDERZUSCHLAG, kiz_erweiterter_zugang, kiz_luecke, kiz_offener_bedarf, kiz_wohngeld
from lebenslage.benefits.kinderzuschlag.eltern import kiz_minderung, kiz_wohnkosten_der_eltern
from lebenslage.benefits.kinderzuschlag.kinder import kiz_aller_kinder
from lebenslage.law.engine import LawOn, Result, Status
from tests.law.plain import Answers, home, person

ON = date(2026, 1, 1)
ADULT = {"erwerbsfaehigkeit": "erwerbsfaehig", "schwanger": "nein"}
PLACE = {"miete": 850, "heizkosten_gesondert": 100, "warmwasser_dezentral": "nein", "antragsdatum": "1.1.2026"}
LAW = LawOn(ON, (KINDERZUSCHLAG,))


def parent(gross: float = 0, net: float = 0, relation: str = "antragstellend", **told: Any) -> Answers:
    """An adult with a wage, except what is told."""
    wage = {"bruttolohn": gross, "nettolohn": net, "werbungskosten": "pauschal", "gewerkschaftsbeitrag": 0} if gross else {}
    return person(relation, **{**ADULT, **wage, **told})


def child(**told: Any) -> Answers:
    """A child of eight."""
    return person("kind", **{"geburtsdatum": "10.6.2017", **told})


def assessed(*people: Answers, on: date = ON, **told: Any) -> Result:
    """The Kinderzuschlag of a family in a flat of 950 euros with heating."""
    law = LAW if on == ON else LawOn(on, (KINDERZUSCHLAG,))
    return law.assess(VOCABULARY.read(home(*people, **{**PLACE, **told})))["kinderzuschlag"]


@pytest.mark.parametrize(
    ("adults", "children", "share"),
    [(1, 1, Fraction(4212, 5460)), (1, 2, Fraction(4212, 6708)), (2, 1, Fraction(6180, 7428)), (2, 3, Fraction(6180, 9924))],
)
def test_housing_is_split_as_the_twelfth_report_says(adults: int, children: int, share: Fraction) -> None:
    people = [parent(1800, 1400), *([parent(relation="ehegatte")] if adults == 2 else []), *(child() for _ in range(children))]

    assert assessed(*people).value(kiz_wohnkosten_der_eltern) == int(95_000 * share + Fraction(1, 2))


@pytest.mark.parametrize(("gross", "enough"), [(599.99, False), (600, True)])
def test_a_parent_alone_needs_600_euros(gross: float, enough: bool) -> None:
    refused = assessed(parent(gross, 500), child()).refused_by

    assert (refused is None or refused.id != "kiz_mindesteinkommen_erreicht") == enough


@settings(max_examples=30)
@given(st.integers(1_000, 4_000), st.integers(0, 2_000))
def test_work_takes_45_percent_and_other_income_all_that_exceeds_the_need(net: int, other: int) -> None:
    """§ 6a Abs. 6 a second time: with 1,688.69 euros of need and 378 (earnings from 1,500 gross) and 30 euros free."""
    told = {"lohnersatz": other} if other else {}
    found = assessed(parent(5000, net), parent(relation="ehegatte", **told), child(), child(geburtsdatum="10.6.2015")).value(kiz_minderung)
    need, work, rest = Fraction(168_869, 100), Fraction(net - 378), Fraction(max(0, other - 30) if other > 10 else 0)
    above = max(Fraction(0), rest - need)
    expected = above + Fraction(45, 100) * (work if above else max(Fraction(0), work + rest - need))

    assert isinstance(found, int)
    assert Fraction(found, 10**10) == expected


@pytest.mark.parametrize(("assets", "euros"), [(55_000, 297), (55_100, 197), (55_297, 0), (55_297.01, None)])
def test_considerable_assets_lower_the_first_month_or_end_the_claim(assets: float, euros: int | None) -> None:
    """§ 6a Abs. 3 S. 6 and 7: 40,000 and 15,000 for two people; higher than a month's amount there is none."""
    found = assessed(parent(1900, 1500, vermoegen=assets), child(), miete=550)

    assert (found.amount // 100 if found.status is Status.YES and found.amount is not None else None) == euros


def test_a_child_of_age_without_kindergeld_has_none_but_shares_the_flat() -> None:
    grown = person(
        "kind", **{**ADULT, "geburtsdatum": "1.1.2004", "lage_des_kindes": "nichts_davon", "kindergeld": "nein", "verheiratet": "nein"}
    )
    alone, together = (assessed(parent(1900, 1500), child(), *more, miete=550) for more in ((), (grown,)))

    assert alone.value(kiz_aller_kinder) == together.value(kiz_aller_kinder)
    assert int(together.value(kiz_wohnkosten_der_eltern)) < int(alone.value(kiz_wohnkosten_der_eltern))  # type: ignore[arg-type]


def test_the_gap_is_what_income_kindergeld_supplement_and_wohngeld_leave_open() -> None:
    found = assessed(parent(900, 800), child(), miete=650, heizkosten_gesondert=50)
    values = [int(found.value(rule)) for rule in (kiz_offener_bedarf, kiz_wohngeld, kiz_luecke)]  # type: ignore[arg-type]

    assert 0 < values[2] == values[0] - 29_700 - values[1]
    assert found.value(kiz_erweiterter_zugang)


@pytest.mark.parametrize(
    ("help_", "stage", "open_"),
    [("keine", "", True), ("grundsicherungsgeld", "beantragt", False), ("hilfe_zum_lebensunterhalt", "bewilligt", False)],
)
def test_the_extended_access_is_closed_to_who_has_applied_for_other_help(help_: str, stage: str, open_: bool) -> None:
    running = {"leistung_stand": stage, "leistung_ab": "1.2.2026", "leistung_bis": "offen"} if stage else {}

    assert (
        assessed(parent(900, 800, leistung=help_, **running), child(), miete=650, heizkosten_gesondert=50).status is Status.YES
    ) == open_


def test_the_reform_of_assets_is_a_switch() -> None:
    """From 2026-07-01 the sums stay as they are until it is confirmed that the table by age holds."""
    on, family = date(2026, 7, 1), (parent(1900, 1500, vermoegen=54_000), child())
    place: dict[str, Any] = {**PLACE, "miete": 550, "antragsdatum": "1.7.2026"}
    household = VOCABULARY.read(home(*family, **place))
    law = LawOn(on, (KINDERZUSCHLAG,))

    assert law.assess(household)["kinderzuschlag"].status is Status.YES
    assert law.reformed({"kiz_vermoegen_nach_alter": 1}).assess(household)["kinderzuschlag"].status is Status.NO


@pytest.mark.parametrize("left_out", ["miete", "heizkosten_gesondert", "bruttolohn"])
def test_an_open_answer_refuses_nothing(left_out: str) -> None:
    """A low rent helps against SGB II and harms the parents' need; a low wage helps against the reduction and misses the least income."""
    place: dict[str, Any] = {**PLACE, "miete": 650, "heizkosten_gesondert": 50}
    document = home(parent(900, 800), child(), **place)
    for told in (document["haushalt"], document["personen"]["P1"]):
        told.pop(left_out, None)
    found = LAW.assess(VOCABULARY.read(document))["kinderzuschlag"]

    assert found.status is Status.UNKNOWN
    assert left_out in {missing.fact.id for missing in found.missing}
