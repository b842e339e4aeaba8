"""The cases of the shared collection on SGB XII and the AsylbLG come out exactly."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from lebenslage.benefits.asylblg.rules.grundleistung import asylblg_grundleistung
from tests.benefits.grundsicherung.homes import assessed, child, old, spouse, values

pytestmark = pytest.mark.shared


def case(shared_dir: Path, name: str) -> dict[str, Any]:
    """A case by name."""
    found: dict[str, Any] = yaml.safe_load((shared_dir / f"law/cases/{name}.yaml").read_text(encoding="utf8"))
    return found


def test_a_couple_without_income(shared_dir: Path) -> None:
    told = case(shared_dir, "s-sgb12-couple-0")
    first, second = (old(geburtsdatum=f"{2025 - who['age']}-06-01") for who in told["input"]["adults"])
    rent = {"miete": told["input"]["rent"], "heizkosten_gesondert": told["input"]["heating"]}
    result = assessed("grundsicherung", first, spouse(second), on=date.fromisoformat(told["legal_date"]), **rent)

    assert result.amount == 100 * sum(told["expected"]["persons"])
    assert result.benefit.each is not None
    assert [result.value(result.benefit.each, row) for row in (0, 1)] == [100 * each for each in told["expected"]["persons"]]


def test_a_family_with_two_children(shared_dir: Path) -> None:
    told = case(shared_dir, "s-asylblg-family-2026")
    asking = {"aufenthalt": "gestattung"}
    adults = (old(geburtsdatum="1990-01-01", **asking), spouse(old(geburtsdatum="1990-01-01", **asking)))
    children = [child(geburtsdatum=f"{2025 - age}-06-01", kindergeld="nein", **asking) for age in told["input"]["children"]]

    found = values(asylblg_grundleistung, *adults, *children, on=date.fromisoformat(told["legal_date"]))
    assert sum(int(str(each)) for each in found) == 100 * told["expected"]["sum_without_housing"]
