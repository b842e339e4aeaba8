"""The sheet with all rights begins with what each one pays; what cannot be had at the same time says so and is not explained at length."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml

from lebenslage.law.texts import LANGUAGES
from lebenslage.papers.result import ResultContent, all_rights_content
from lebenslage.site.commands.household_files import read_household

FAMILY = Path(__file__).parents[2] / "src/lebenslage/site/commands/example_family.yaml"
ON = date(2026, 11, 1)
RIGHTS = ("kindergeld", "wohngeld", "kinderzuschlag", "sgb2")


def sheet(language: str = "de") -> ResultContent:
    household = read_household(yaml.safe_load(FAMILY.read_text(encoding="utf8")), ON)
    return all_rights_content(household, on=ON, at=datetime(2026, 11, 16, 9, 0, tzinfo=UTC), language=language, rights=RIGHTS)


def test_the_sums_come_first() -> None:
    sums = {row.label: row.value.replace("\u00a0", " ") for row in sheet().sums}

    assert sums["Kindergeld"] == "777,00 € im Monat"
    assert sums["Wohnberechtigungsschein"] == "kein fester Betrag"
    assert "Grundsicherungsgeld (früher Bürgergeld)" not in sums


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_had_at_the_same_time_is_not_promised(language: str) -> None:
    aside = next(right for right in sheet(language).rights if right.name.startswith("Grundsicherungsgeld"))

    assert aside.status == "set_aside"
    assert aside.headline.endswith(".")
    assert (aside.lines, aside.proofs) == ((), ())


def test_what_was_assumed_of_everybody_is_said_once() -> None:
    supplement = next(right for right in sheet().rights if right.name == "Kinderzuschlag")
    labels = [row.label for row in supplement.assumed]

    assert "Nur Ferienjob" in labels
    assert len(labels) == len(set(labels))


def test_only_papers_that_prove_something_are_asked_for() -> None:
    benefit = next(right for right in sheet().rights if right.name == "Kindergeld")

    assert not any("Lohn" in paper or "Mutterpass" in paper for paper in benefit.proofs)
