"""Every municipality of North Rhine-Westphalia is found, however its name is typed, and has its rent level."""

from collections import Counter
from datetime import date

import pytest

from lebenslage.authorities.municipality import LevelFrom
from lebenslage.authorities.problems import UnclearMunicipality, UnknownMunicipality
from lebenslage.authorities.register import MUNICIPALITIES, lookup_gemeinde, lookup_gemeinde_on, municipality, search
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.kernel.keys import OfficialKey


def test_there_are_396_municipalities_in_53_kreise_and_free_towns() -> None:
    assert len(MUNICIPALITIES) == 396
    assert len({key.kreis for key in MUNICIPALITIES}) == 53


def test_every_municipality_has_one_of_the_rent_levels() -> None:
    levels = Counter(m.mietenstufe.name for m in MUNICIPALITIES.values())

    assert levels == {"I": 120, "II": 158, "III": 74, "IV": 31, "V": 10, "VI": 3}
    assert sum(m.mietenstufe_from is LevelFrom.KREIS for m in MUNICIPALITIES.values()) == 53


def test_the_regional_key_repeats_the_municipality_key() -> None:
    assert all(m.ars.key[:5] + m.ars.key[9:] == m.key.key for m in MUNICIPALITIES.values())


def test_a_municipality_is_found_by_its_key() -> None:
    assert municipality(OfficialKey("DE", "05314000")).name == "Bonn"


def test_a_key_nobody_has_is_refused() -> None:
    with pytest.raises(UnknownMunicipality):
        municipality(OfficialKey("DE", "09162000"))


@pytest.mark.parametrize("typed", ["Köln", "köln", "Koeln", "KOLN", " Köln ", "05315000"])
def test_a_household_file_may_spell_the_name_in_many_ways(typed: str) -> None:
    assert lookup_gemeinde(typed) == {"mietenstufe": "vi"}


def test_a_key_that_lost_its_zero_as_a_number_is_understood() -> None:
    assert lookup_gemeinde(5315000) == lookup_gemeinde("Köln")


@pytest.mark.parametrize("typed", ["Halle (Westf.)", "Halle", "halle westf."])
def test_what_stands_in_brackets_may_be_left_out(typed: str) -> None:
    assert lookup_gemeinde(typed) == {"mietenstufe": "ii"}


def test_every_name_and_every_key_finds_its_own_municipality() -> None:
    for m in MUNICIPALITIES.values():
        assert lookup_gemeinde(m.name) == lookup_gemeinde(m.key.key) == {"mietenstufe": m.mietenstufe.name.lower()}


def test_half_a_name_is_not_guessed_at() -> None:
    with pytest.raises(UnclearMunicipality) as unclear:
        lookup_gemeinde("Mülheim")

    assert unclear.value.details["candidates"] == ["Mülheim an der Ruhr (05117000)"]


def test_a_slip_of_the_pen_leads_to_the_name() -> None:
    with pytest.raises(UnclearMunicipality) as unclear:
        lookup_gemeinde("Wupertal")

    assert "Wuppertal (05124000)" in unclear.value.details["candidates"]  # type: ignore[operator]


@pytest.mark.parametrize("typed", ["Xyzburg", "", 0, -5, "09162000"])
def test_what_is_no_municipality_is_said_to_be_unknown(typed: object) -> None:
    with pytest.raises(UnknownMunicipality):
        lookup_gemeinde(typed)


def test_search_lists_the_larger_first_and_what_begins_with_the_text_before_what_contains_it() -> None:
    found = [m.name for m in search("mun")]

    assert found[0] == "Münster"
    assert found.index("Bad Münstereifel") > found.index("Münster")


def test_search_for_nothing_finds_nothing() -> None:
    assert search("  ") == []


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2027, 1, 1)])
def test_a_day_outside_the_table_is_refused(day: date) -> None:
    with pytest.raises(DateWithoutTable):
        lookup_gemeinde_on(day)("Köln")


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2026, 12, 31)])
def test_the_first_and_the_last_day_of_the_table_are_served(day: date) -> None:
    assert lookup_gemeinde_on(day)("Köln") == {"mietenstufe": "vi"}
