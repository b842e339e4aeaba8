"""Allowances and maintenance: §§ 17, 17a and 18 WoGG."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lebenslage.benefits.wohngeld.rules.freibetraege import (
    freibetraege,
    freibetrag_alleinerziehend,
    freibetrag_erwerb_kind,
    freibetrag_grundrente,
    gesamteinkommen_im_jahr,
)
from tests.law.plain import ON, Answers, figure, home, person, wohngeld

WAGE = {"werbungskosten": "pauschal", "gewerkschaftsbeitrag": 0}
EXCLUDED: Answers = {"leistung": "grundsicherungsgeld", "leistung_stand": "bewilligt", "leistung_ab": "1.1.2025", "leistung_bis": "offen"}


def free(**told: Any) -> Decimal:
    """All allowances of a single person."""
    return figure(wohngeld(home(person(**told))), freibetraege)


def lone_parents(*people: Answers, on: date = ON) -> list[Decimal]:
    """The allowance of § 17 Nr. 3 of each person."""
    result = wohngeld(home(*people), on)
    return [figure(result, freibetrag_alleinerziehend, row) for row in range(len(people))]


@pytest.mark.parametrize(
    ("degree", "care", "allowance"),
    [(100, "nein", 1800), (90, "ja", 1800), (50, "ja", 1800), (50, "nein", 0), (40, "ja", 0)],
)
def test_severe_disability_frees_1800_euros(degree: int, care: str, allowance: int) -> None:
    """Nr. 1: a degree of 100, or severely disabled (from 50) with need of care at home."""
    assert free(grad_der_behinderung=degree, pflege_zuhause=care) == allowance


def test_victims_of_persecution_have_750_euros_more() -> None:
    """Nr. 2, beside the allowance of Nr. 1."""
    assert free(merkmale=["schwerbehindert", "ns_verfolgt"], grad_der_behinderung=100, pflege_zuhause="nein") == 2550


def test_who_lives_alone_with_her_child_has_1320_euros_free() -> None:
    assert lone_parents(person(), person("kind")) == [1320, 0]


def test_one_child_under_18_is_enough_among_several() -> None:
    assert lone_parents(person(), person("kind", geburtsdatum="1.1.2001", kindergeld="nein"), person("kind")) == [1320, 0, 0]


def test_the_allowance_ends_with_the_eighteenth_birthday() -> None:
    child = person("kind", geburtsdatum="1.7.2007")

    assert lone_parents(person(), child, on=date(2025, 6, 1)) == [1320, 0]
    assert lone_parents(person(), child, on=date(2025, 7, 1)) == [0, 0]


def test_without_kindergeld_for_a_child_there_is_none() -> None:
    assert lone_parents(person(), person("kind", kindergeld="nein")) == [0, 0]


def test_kindergeld_for_the_young_mother_is_not_kindergeld_for_her_child() -> None:
    """§ 17 Nr. 3 b: for one of these children."""
    mother = person(geburtsdatum="1.8.2007", kindergeld="ja")

    assert lone_parents(mother, person("kind", geburtsdatum="1.6.2025", kindergeld="nein")) == [0, 0]


@pytest.mark.parametrize("other", ["partner", "mitbewohnend", "verwandt"])
def test_any_other_person_in_the_dwelling_ends_it(other: str) -> None:
    """`Exclusively` with children: whoever else lives there."""
    assert lone_parents(person(), person("kind"), person(other)) == [0, 0, 0]


def test_an_excluded_member_lives_there_all_the_same() -> None:
    assert lone_parents(person(), person("kind"), person("partner", **EXCLUDED)) == [0, 0, 0]


def test_an_excluded_parent_has_no_allowance() -> None:
    """Only a member who counts: the allowance is hers, and her sums are not counted."""
    result = wohngeld(home(person(**EXCLUDED), person("kind", unterhalt=300)))

    assert figure(result, gesamteinkommen_im_jahr) == 3600


@pytest.mark.parametrize("applicant", ["grandmother", "mother"])
def test_grandmother_mother_and_child_live_with_nobody_exclusively(applicant: str) -> None:
    """Whichever of the two applies: neither lives only with her own children."""
    if applicant == "grandmother":
        people = [person(), person("kind", geburtsdatum="1.1.1990", elternteil_1="P1", kindergeld="nein")]
        people.append(person("verwandt", geburtsdatum="1.2.2015", kindergeld="ja", elternteil_1="P2"))
    else:
        people = [person(elternteil_1="P2"), person("verwandt", geburtsdatum="1.1.1955"), person("kind", elternteil_1="P1")]

    assert lone_parents(*people) == [0, 0, 0]


def test_the_grown_up_child_applies_and_the_mother_is_the_lone_parent() -> None:
    daughter = person(geburtsdatum="1.1.2004", elternteil_1="P2")
    son = person("verwandt", geburtsdatum="1.1.2012", kindergeld="ja", elternteil_2="P2")

    assert lone_parents(daughter, person("verwandt", geburtsdatum="1.1.1975"), son) == [0, 1320, 0]


@pytest.mark.parametrize(("wage", "allowance"), [(150, 570), (202, 1194), (203, 1200), (400, 1200)])
def test_a_child_s_own_earnings_are_free_up_to_1200_euros(wage: int, allowance: int) -> None:
    """Nr. 4: what is left of 12 wages after 1,230 euros of costs."""
    result = wohngeld(home(person(), person("kind", bruttolohn=wage, **WAGE)))

    assert figure(result, freibetrag_erwerb_kind, 1) == allowance


def test_a_child_s_earnings_are_freed_after_the_tenths_that_were_taken() -> None:
    """12 * 100 less 10 %: no more is free than was counted."""
    child = person("kind", minijob=100, minijob_kosten=0, abzuege=["rentenversicherung"])
    result = wohngeld(home(person(), person("partner"), child))

    assert (figure(result, freibetrag_erwerb_kind, 2), figure(result, gesamteinkommen_im_jahr)) == (1080, 0)


def test_a_child_s_earnings_are_free_until_the_twenty_fifth_birthday() -> None:
    child = person("kind", geburtsdatum="2.7.2000", kindergeld="nein", minijob=500, minijob_kosten=0)
    before, after = (wohngeld(home(person(), child), month) for month in (date(2025, 7, 1), date(2025, 8, 1)))

    assert (figure(before, freibetrag_erwerb_kind, 1), figure(after, freibetrag_erwerb_kind, 1)) == (1200, 0)


def test_a_pension_of_an_orphan_is_no_earning() -> None:
    result = wohngeld(home(person(), person("kind", rente=250)))

    assert figure(result, freibetrag_erwerb_kind, 1) == 0


@pytest.mark.parametrize("parent", ["elternteil_1", "elternteil_2"])
def test_an_applicant_under_25_who_lives_with_her_mother_is_a_child_of_a_member(parent: str) -> None:
    daughter = person(**{"geburtsdatum": "1.1.2004", "minijob": 556, "minijob_kosten": 0, parent: "P2"})
    result = wohngeld(home(daughter, person("verwandt", geburtsdatum="1.1.1975")))

    assert figure(result, freibetrag_erwerb_kind, 0) == 1200


@pytest.mark.parametrize(
    ("pension", "year", "allowance"),
    [(80, 2025, 960), (100, 2025, 1200), (600, 2025, 3000), (800, 2025, 3378), (800, 2023, 3012)],
    ids=["less than 1200", "just 1200", "1200 and 30 % of 6000", "half of 563 a month", "half of 502 a month"],
)
def test_after_33_years_part_of_the_pension_is_free(pension: int, year: int, allowance: int) -> None:
    """§ 17a Abs. 1: 1,200 + 30 % of the rest, at most 6 * need level 1."""
    result = wohngeld(home(person(rente=pension, merkmale=["grundrentenzeiten"])), date(year, 7, 1))

    assert figure(result, freibetrag_grundrente) == allowance


def test_civil_servants_have_it_on_their_pension_and_private_pensions_not() -> None:
    """§ 17a Abs. 2."""
    assert free(versorgungsbezuege=600, merkmale=["grundrentenzeiten"]) == 3000
    assert free(andere_rente=600, merkmale=["grundrentenzeiten"]) == 0


@pytest.mark.parametrize(
    ("receiver", "limit"),
    [
        ("mitglied_in_auswaertiger_ausbildung", 3000),
        ("kind_beim_anderen_elternteil", 3000),
        ("frueherer_ehegatte", 6000),
        ("sonstige_person", 3000),
    ],
)
def test_maintenance_paid_counts_up_to_a_limit_or_a_title(receiver: str, limit: int) -> None:
    """§ 18: 7,200 paid of an income of 24,000; with a title of 4,800 (or 6,600) just that."""

    def left(title: int | str) -> Decimal:
        payment = {"unterhalt_an": receiver, "unterhalt_gezahlt": 7200, "unterhalt_titel": title}
        return figure(wohngeld(home(person(lohnersatz=2000), payments=[payment])), gesamteinkommen_im_jahr)

    assert [left("keiner"), left(4800), left(6600)] == [24_000 - limit, 19_200, 17_400]


def test_less_paid_than_the_limit_counts_as_paid_for_each_receiver() -> None:
    payments = [{"unterhalt_an": "sonstige_person", "unterhalt_gezahlt": 1200, "unterhalt_titel": title} for title in ("keiner", 5000)]
    result = wohngeld(home(person(lohnersatz=2000), payments=payments))

    assert figure(result, gesamteinkommen_im_jahr) == 24_000 - 2400


def test_allowances_make_no_negative_income() -> None:
    result = wohngeld(home(person(lohnersatz=100, grad_der_behinderung=100, pflege_zuhause="nein")))

    assert figure(result, gesamteinkommen_im_jahr) == 0


def test_bonn_s_lone_parent_with_a_working_child() -> None:
    """NRW Wohngeldrechner: (12 * 1,900 - 1,230) * 0.7 + (4,800 - 1,230) - 1,320 - 1,200 = 16,149 a year, 1345.75 a month."""
    paid = ["steuern", "krankenversicherung", "rentenversicherung"]
    child = person("kind", geburtsdatum="1.3.2008", bruttolohn=400, **WAGE)
    result = wohngeld(home(person(bruttolohn=1900, abzuege=paid, **WAGE), child, mietenstufe="v", miete=800), date(2025, 1, 1))

    assert (figure(result, gesamteinkommen_im_jahr), result.amount) == (16_149, 396_00)
