"""Unterhaltsvorschuss: for which child, how much, and what other benefits read (UhVorschG §§ 1, 2, 4 and 9)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.unterhaltsvorschuss import UNTERHALTSVORSCHUSS, unterhaltsvorschuss_erhalten
from lebenslage.benefits.unterhaltsvorschuss.hoehe import uvg_tage
from lebenslage.benefits.unterhaltsvorschuss.kind import uvg_alter
from lebenslage.law.engine import LawOn, Result, Status

ON = date(2026, 6, 1)
PARENT = {
    "verhaeltnis": "antragstellend", "aufenthalt": "deutsch", "geburtsdatum": "1985-01-01", "familienstand": "ledig", "einkommensarten": [],
}  # fmt: skip
CHILD = {
    "verhaeltnis": "kind", "lebensmittelpunkt": "ja", "betreuung": "nicht_geteilt", "aufenthalt": "deutsch", "geburtsdatum": "2018-01-10",
    "leistung": "keine", "einkommensarten": [],
}  # fmt: skip
STEPS = {2023: (187, 252, 338), 2024: (230, 301, 395), 2025: (227, 299, 394), 2026: (227, 299, 394)}


def assessed(child: dict[str, Any] | None = None, *others: dict[str, Any], on: date = ON, **parent: Any) -> Result:
    """The advance for a child of a parent, with others in the household."""
    people = {"P": {**PARENT, **parent}, "K": {**CHILD, **(child or {})}, **{f"X{n}": other for n, other in enumerate(others)}}
    household = VOCABULARY.read({"haushalt": {"antragsdatum": str(on)}, "personen": people})
    return LawOn(on, (UNTERHALTSVORSCHUSS,), (unterhaltsvorschuss_erhalten,)).assess(household)["unterhaltsvorschuss"]


@pytest.mark.parametrize("year", STEPS)
def test_each_year_has_three_steps(year: int) -> None:
    births = (f"{year - 4}-01-10", f"{year - 8}-01-10", f"{year - 15}-01-10")

    assert tuple((assessed({"geburtsdatum": born}, on=date(year, 6, 1)).amount or 0) // 100 for born in births) == STEPS[year]


@pytest.mark.parametrize(("born", "years"), [("2020-06-01", 6), ("2020-06-30", 6), ("2020-07-01", 6), ("2020-07-02", 5)])
def test_a_step_begins_on_the_first_of_the_month_in_which_the_year_is_completed(born: str, years: int) -> None:
    """BGB § 1612a Abs. 3; on the eve of the birthday the year is completed."""
    assert assessed({"geburtsdatum": born}).value(uvg_alter, 1) == years


@pytest.mark.parametrize(("born", "days"), [("2026-06-11", 20), ("2008-06-16", 15), ("2008-07-01", 30), ("2008-06-02", 1)])
def test_a_month_that_begins_or_ends_the_claim_counts_by_days(born: str, days: int) -> None:
    assert assessed({"geburtsdatum": born}).value(uvg_tage, 1) == days


def test_the_month_of_the_twelfth_birthday_is_shared_where_the_later_condition_fails() -> None:
    child = {"geburtsdatum": "2014-06-16", "leistung": "grundsicherungsgeld", "hilfebedarf_laut_bescheid": 500}

    assert assessed(child).value(uvg_tage, 1) == 15


@pytest.mark.parametrize("stand", ["ledig", "verwitwet", "geschieden", "getrennt", "partner_in_anstalt"])
def test_these_parents_are_single(stand: str) -> None:
    assert assessed(familienstand=stand).status is Status.YES


def test_a_marriage_shuts_out_wherever_the_spouse_lives() -> None:
    spouse = {"verhaeltnis": "ehegatte", "getrennt_lebend": "nein", "geburtsdatum": "1984-01-01"}

    assert assessed(familienstand="verheiratet").refused_by == assessed({}, spouse).refused_by
    assert assessed(familienstand="verheiratet").status is Status.NO


def test_forty_percent_of_the_care_by_the_other_parent_shuts_out() -> None:
    shared = {"betreuung": "mindestens_ein_drittel", "kindergeld_an_andere": "nein"}
    much, little = ({**shared, "anderer_betreut_ab_40_prozent": word} for word in ("ja", "nein"))

    assert [assessed(child).status for child in (much, little)] == [Status.NO, Status.YES]


def test_a_minor_with_a_humanitarian_title_needs_no_work() -> None:
    """§ 1 Abs. 2a S. 2."""
    title = {
        "aufenthalt": "aufenthaltstitel",
        "aufenthaltstitel": "humanitaer",
        "erwerb_oder_elternzeit": "nein",
        "fuenfzehn_monate_hier": "nein",
    }

    assert assessed(title, aufenthalt="duldung", aufenthaltstitel="sonstiger").status is Status.YES


@pytest.mark.parametrize("told", [{"unterhalt_vorausgezahlt": "ja"}, {"leistung": "jugendhilfe"}])
def test_paid_in_advance_or_in_care_there_is_none(told: dict[str, str]) -> None:
    refused = assessed(told).refused_by

    assert refused is not None
    assert refused.id == "uvg_ohne_ausschluss"


@given(st.integers(0, 40_000), st.integers(0, 1_000))
def test_more_maintenance_never_means_more_advance(cents: int, more: int) -> None:
    def advance(paid: int) -> int:
        return assessed({"einkommensarten": ["unterhalt"], "unterhalt": f"{paid // 100}.{paid % 100:02d}"}).amount or 0

    assert advance(cents) >= advance(cents + more)


def test_others_read_the_notice_or_where_it_says_so_the_calculation() -> None:
    told = [{"einkommensarten": ["unterhaltsvorschuss"], "unterhaltsvorschuss": amount} for amount in ("150", "berechnen")]

    assert [assessed(child).value(unterhaltsvorschuss_erhalten, 1) for child in told] == [15_000, 29_900]
