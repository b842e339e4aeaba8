"""What each need gives, to whom and when: SGB II § 28, SGB XII § 34, BKGG § 6b, AsylbLG § 3 Abs. 4."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.together import Law
from lebenslage.law.engine import Status
from tests.benefits.families import KINDERZUSCHLAG, Answers, adult, asked, assessed, child, drawing, refusal

RIGHT = "bildung_und_teilhabe"
PUPIL: Answers = {"bildungsort": "allgemeinbildende_schule", "bildungsbedarfe": []}


def amount(on: date, benefit: str = "grundsicherungsgeld", **told: Any) -> int | None:
    """In cents, for one child whose family draws a benefit."""
    notice: Answers = drawing(benefit, leistung_ab="2024-01-01")
    days: Answers = {"erster_schultag": "2026-09-02", "zweites_halbjahr_ab": "2027-02-01"}
    return assessed(
        RIGHT, {"Anna": adult(**notice), "Ben": child(**notice, **{**PUPIL, **told, "kindergeld": "nein"})}, on=on, **days
    ).amount


@pytest.mark.parametrize("month", range(1, 13))
def test_school_supplies_fall_due_twice_a_year(month: int) -> None:
    assert amount(date(2026, month, 1)) == {8: 13_000, 2: 6_500}.get(month, 0)


@pytest.mark.parametrize(("on", "cents"), [(date(2026, 8, 1), 0), (date(2026, 9, 1), 13_000), (date(2026, 10, 1), 0)])
def test_in_social_assistance_the_first_school_day_decides(on: date, cents: int) -> None:
    assert amount(on, "hilfe_zum_lebensunterhalt") == cents


@pytest.mark.parametrize(("admitted", "on", "cents"), [
    ("2026-10-05", date(2026, 10, 1), 13_000), ("2026-01-12", date(2026, 1, 1), 13_000),
    ("2026-02-02", date(2026, 2, 1), 19_500), ("2026-06-01", date(2026, 6, 1), 19_500), ("2026-11-02", date(2026, 10, 1), 0),
])  # fmt: skip
def test_who_comes_later_gets_it_later(admitted: str, on: date, cents: int) -> None:
    assert amount(on, schulaufnahme_am=admitted) == cents


def test_actual_costs_count_in_full_and_participation_is_flat() -> None:
    costs: Answers = {"bildungsbedarfe": ["mittagessen", "teilhabe"], "mittagessen_kosten": "61.30"}

    assert amount(date(2026, 5, 1), **costs) == 6_130 + 1_500


@pytest.mark.parametrize(("born", "cents"), [("2008-05-01", 0), ("2008-05-02", 1_500)])
def test_participation_ends_with_the_eighteenth_birthday(born: str, cents: int) -> None:
    assert amount(date(2026, 5, 1), geburtsdatum=born, bildungsbedarfe=["teilhabe"]) == cents


def test_training_pay_closes_school_needs_in_sgb_2_and_not_in_sgb_12() -> None:
    trainee: Answers = {"bildungsort": "berufsbildende_schule", "ausbildungsverguetung": "ja", "geburtsdatum": "2009-02-01"}

    assert amount(date(2026, 9, 1), "grundsicherungsgeld", **trainee) == 0
    assert amount(date(2026, 9, 1), "hilfe_zum_lebensunterhalt", **trainee) == 13_000


def test_the_age_of_asylum_seekers_is_a_switch() -> None:
    here = {"aufenthalt": "gestattung", "lebensmittelpunkt": "ja", "in_deutschland_seit": "2025-02-10"}
    grown = {"Anna": adult(**drawing("asylbewerberleistung"), **here, **PUPIL, schulbesuch_ab_25="ja")}
    open_ended = Law.on(date(2026, 5, 1)).reformed({"but_asylblg_unter_25": 0})

    assert refusal(assessed(RIGHT, grown)) == "but_jemand_berechtigt"
    assert assessed(RIGHT, grown, law=open_ended).status is Status.YES


def test_nothing_about_school_is_asked_without_a_notice() -> None:
    people = {"Anna": adult(), "Ben": child()}

    assert refusal(assessed(RIGHT, people)) == "but_rechtskreis_offen"
    assert asked(RIGHT, people) == ""


def test_with_a_notice_the_school_is_asked() -> None:
    assert asked(RIGHT, {"Anna": adult("kinderzuschlag"), "Ben": child("kinderzuschlag")}, **KINDERZUSCHLAG) in (
        "bildungsort",
        "bildungsbedarfe",
    )


def test_a_year_without_a_table_is_refused() -> None:
    """The amount of the half-year that began in 2022 is not known here."""
    assert assessed(RIGHT, {"Anna": adult(**drawing("grundsicherungsgeld"))}, on=date(2023, 5, 1)).status is Status.NO_TABLE


def test_pensioners_are_not_asked_about_school() -> None:
    people = {"Anna": adult(**drawing("grundsicherung_im_alter"), geburtsdatum="1950-01-01")}

    assert refusal(assessed(RIGHT, people)) == "but_jemand_berechtigt"
    assert asked(RIGHT, people) == ""
