"""Dated figures: the table of the day, its source, and a refusal where no table holds."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lebenslage.benefits.together import Law
from lebenslage.benefits.wohngeld.rules.einkommen import einkuenfte_aus_arbeit
from lebenslage.benefits.wohngeld.statute import parameter
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.law.parameters import Parameter, Parameters
from lebenslage.law.rules import Rule

ALL = parameter.by_id.values()


def rules_in_force() -> set[Rule]:
    """Every rule that another one reads."""
    law = Law.on(date(2026, 1, 1))
    return {wire.source for v in law.in_force.versions.values() for wire in v.inputs if isinstance(getattr(wire, "source", None), Rule)}


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Parameters]:
    """Write a file with one figure and read it."""

    def write(unit: str = "cent/month", confidence: str = "2src", value: str = "10") -> Parameters:
        table = f"since: 2023-01-01, known_until: 2023-12-31, source: a law, confidence: {confidence}, value: {value}"
        path = tmp_path / "parameters.yaml"
        path.write_text(f"figure:\n  unit: {unit}\n  tables:\n    - {{{table}}}\n", encoding="utf8")
        return Parameters(path)

    return write


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2027, 1, 1), date(2035, 6, 1)])
def test_a_day_without_a_table_is_refused_and_the_figure_named(day: date) -> None:
    with pytest.raises(DateWithoutTable) as refused:
        parameter("mindestbetrag").on(day)

    assert refused.value.details == {"parameter": "mindestbetrag", "on": day, "first": date(2023, 1, 1), "last": date(2026, 12, 31)}


def test_the_draft_of_2027_is_nowhere() -> None:
    with pytest.raises(DateWithoutTable):
        Law.on(date(2027, 1, 1))


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2024, 12, 31), date(2025, 1, 1), date(2026, 12, 31)])
def test_every_figure_is_known_on_the_edges_of_its_tables(day: date) -> None:
    assert all(p.on(day).since <= day <= p.on(day).known_until for p in ALL)


def test_no_day_between_the_tables_is_left_out_or_told_twice() -> None:
    for each in ALL:
        for before, after in zip(each.tables, each.tables[1:], strict=False):
            assert (after.since - before.known_until).days == 1, each.id


def test_the_tables_change_with_the_year() -> None:
    cap = parameter("mindestwerte_m")

    assert (cap.on(date(2024, 12, 31)).value[0], cap.on(date(2025, 1, 1)).value[0]) == (52_00, 54_00)


def test_a_figure_is_kept_in_whole_numbers_of_its_unit() -> None:
    assert parameter("koeffizient_b").on(date(2025, 1, 1)).value[0] == 4_797_000
    assert parameter("klimakomponente_weitere_person").on(date(2025, 1, 1)).value == 480


def test_a_figure_with_one_source_is_to_be_confirmed_before_a_notice() -> None:
    assert parameter("zuwendungen_frei").on(date(2025, 1, 1)).to_check
    assert not parameter("mindestbetrag").on(date(2025, 1, 1)).to_check


def test_every_figure_has_a_source() -> None:
    assert all(table.source.strip() for each in ALL for table in each.tables)


def test_every_figure_in_the_file_is_read_by_a_rule() -> None:
    goals = Law.on(date(2026, 1, 1)).in_force
    read = {wire.id for version in goals.versions.values() for wire in version.inputs if isinstance(wire, Parameter)}

    assert set(parameter.by_id) - read == set()


def test_more_decimals_than_the_unit_has_are_refused(written: Callable[..., Parameters]) -> None:
    with pytest.raises(ValueError, match="more than 2 decimals"):
        written(value="10.005")


def test_a_confidence_nobody_knows_is_refused(written: Callable[..., Parameters]) -> None:
    with pytest.raises(ValueError, match="confidence"):
        written(confidence="sure")


def test_a_unit_nobody_knows_is_refused(written: Callable[..., Parameters]) -> None:
    with pytest.raises(KeyError, match="cent/week"):
        written(unit="cent/week")


def test_union_dues_follow_the_version_of_the_year() -> None:
    wire = einkuenfte_aus_arbeit
    in_2025, in_2026 = (Law.on(date(year, 1, 1)).in_force.versions[wire.slot] for year in (2025, 2026))

    assert (str(in_2025.cites), str(in_2026.cites)) == ("WoGG § 14 Abs. 1 S. 1", "EStG § 9a S. 1 Nr. 1, S. 3")


def test_the_versions_of_a_rule_follow_one_another_without_a_gap() -> None:
    rules = [source for source in rules_in_force() if len(source.versions) > 1]
    assert rules
    for each in rules:
        for before, after in zip(each.versions, each.versions[1:], strict=False):
            assert (after.since - before.until).days == 1, each.id
