"""What of the housing cost is recognised, before and after the reform of July 2026, and behind its switches."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.sgb2 import SGB2_LEISTUNG
from lebenslage.law.engine import LawOn
from tests.benefits.sgb2.families import adult, household

BEFORE, AFTER = date(2026, 6, 1), date(2026, 8, 1)
DEAR: Mapping[str, Any] = {"miete": 1000, "angemessene_unterkunft": 500}
NEED = 56_300


def housing(on: date, figures: Mapping[str, object] | None = None, **told: Any) -> int:
    """What a single person gets for housing."""
    law = LawOn(on, (SGB2_LEISTUNG,))
    law = law.reformed(figures) if figures else law
    return (law.assess(household(adult(), **{**DEAR, "antragsdatum": on.isoformat(), **told}))["sgb2"].amount or 0) - NEED


@pytest.mark.parametrize(("on", "paid"), [(BEFORE, 100_000), (AFTER, 75_000)])
def test_the_cap_holds_from_july_2026(on: date, paid: int) -> None:
    assert housing(on) == paid


def test_the_cap_stands_behind_a_switch() -> None:
    assert housing(AFTER, {"sgb2_unterkunft_deckel_gilt": 0}) == 100_000


def test_without_a_local_limit_the_actual_cost_counts() -> None:
    assert housing(AFTER, angemessene_unterkunft="unbekannt") == 100_000


@pytest.mark.parametrize(
    ("since", "paid"), [("2026-05-01", 100_000), ("2025-06-01", 100_000), ("2025-01-01", 100_000), ("2024-12-01", 50_000)]
)
def test_after_the_first_year_there_are_six_months_to_lower_the_cost(since: str, paid: int) -> None:
    assert housing(BEFORE, leistungsbezug_seit=since) == paid


@pytest.mark.parametrize(("day", "paid"), [("2026-06-01", 50_000), ("2026-07-01", 100_000), ("nicht", 100_000)])
def test_the_day_that_the_office_has_set_wins(day: str, paid: int) -> None:
    assert housing(BEFORE, leistungsbezug_seit="2025-03-01", kostensenkung_ab=day) == paid


@pytest.mark.parametrize(("since", "paid"), [("2026-01-01", 115_000), ("2025-12-01", 108_000)])
def test_heating_is_lowered_after_six_months(since: str, paid: int) -> None:
    assert housing(BEFORE, leistungsbezug_seit=since, heizkosten_gesondert=150, angemessene_heizung=80) == paid


def test_household_energy_and_a_garage_with_a_price_are_no_housing() -> None:
    parts: dict[str, Any] = {"mietbestandteile": ["haushaltsenergie", "garage"], "haushaltsenergie": 50, "garage": 40}

    assert housing(BEFORE, **parts) == 91_000
    assert housing(BEFORE, **{**parts, "haushaltsenergie": "pauschal"}) == 96_000


def test_rent_of_a_subtenant_lowers_the_cost() -> None:
    assert housing(BEFORE, wohnbesonderheiten=["ueberlassen"], ueberlassung_entgelt=300) == 70_000


def test_the_rule_of_thumb_of_another_calculator_is_a_switch() -> None:
    told: dict[str, Any] = {"leistungsbezug_seit": "2025-01-01", "wohnflaeche": 60, "angemessene_unterkunft": "unbekannt"}

    assert housing(BEFORE, **told) == 100_000
    assert housing(BEFORE, {"sgb2_faustregel_wohnen": 1}, **told) == 45_000
