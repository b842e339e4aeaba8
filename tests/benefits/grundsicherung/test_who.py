"""Who falls under chapter 4: SGB XII §§ 22, 23, 41 and 41a."""

from datetime import date

import pytest

from lebenslage.benefits.grundsicherung.rules.berechtigte import grundsicherung_berechtigt, sgb12_altersgrenze_monat
from tests.benefits.grundsicherung.homes import able, assessed, child, old, refusal, spouse, unable, values


@pytest.mark.parametrize(
    ("born", "month"),
    [
        ("1946-12-31", "2011-12-01"), ("1947-01-02", "2012-02-01"), ("1953-06-15", "2019-01-01"), ("1957-12-31", "2023-11-01"),
        ("1958-07-01", "2024-06-01"), ("1959-07-02", "2025-09-01"), ("1961-01-15", "2027-07-01"), ("1963-03-15", "2030-01-01"),
        ("1964-01-01", "2030-12-01"), ("1980-05-05", "2047-05-01"),
    ],
)  # fmt: skip
def test_the_age_limit_rises_by_year_of_birth(born: str, month: str) -> None:
    """§ 41 Abs. 2; who is born on a first has completed the year in the month before."""
    assert values(sgb12_altersgrenze_monat, old(geburtsdatum=born)) == [date.fromisoformat(month).toordinal()]


@pytest.mark.parametrize(("born", "belongs"), [("2008-03-31", True), ("2008-04-01", True), ("2008-04-02", False)])
def test_who_cannot_work_belongs_from_the_month_of_the_18th_birthday(born: str, belongs: bool) -> None:
    """§ 41 Abs. 3, § 44 Abs. 2; March 2026."""
    assert values(grundsicherung_berechtigt, unable(geburtsdatum=born)) == [belongs]


@pytest.mark.parametrize(
    ("told", "belongs"),
    [
        ({}, True), ({"selbst_verursacht": "ja"}, False), ({"laenger_im_ausland": "ja"}, False), ({"lebensmittelpunkt": "nein"}, False),
        ({"aufenthalt": "duldung", "aufenthaltstitel": "sonstiger"}, False), ({"aufenthalt": "von_sozialrecht_ausgenommen"}, False),
        ({"aufenthalt": "titel_zur_suche", "aufenthaltstitel": "studium_oder_suche", "fuenf_jahre_gemeldet": "nein"}, False),
        ({"aufenthalt": "titel_zur_suche", "aufenthaltstitel": "studium_oder_suche", "fuenf_jahre_gemeldet": "ja"}, True),
    ],
)  # fmt: skip
def test_what_shuts_out(told: dict[str, object], belongs: bool) -> None:
    """§§ 23, 41 Abs. 4, 41a."""
    assert values(grundsicherung_berechtigt, old(**told)) == [belongs]


def test_unable_for_a_time_is_not_enough_without_a_workshop() -> None:
    """§ 41 Abs. 3 and 3a."""
    for_a_time = "voll_erwerbsgemindert_auf_zeit"

    assert values(grundsicherung_berechtigt, unable(for_a_time)) == [False]
    assert values(grundsicherung_berechtigt, unable(for_a_time, behindertenhilfe=["eingangsverfahren"])) == [True]
    assert values(grundsicherung_berechtigt, unable(for_a_time, behindertenhilfe=["arbeitsbereich"])) == [False]


def test_in_a_mixed_household_each_has_her_own_law() -> None:
    people = (old(), spouse(able(), verhaeltnis="partner"), child())

    assert values(grundsicherung_berechtigt, *people) == [True, False, False]


def test_who_can_work_is_told_why_not() -> None:
    assert refusal(assessed("grundsicherung", able())) == "grundsicherung_jemand_berechtigt"
