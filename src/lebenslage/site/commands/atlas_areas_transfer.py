"""`lebenslage areas transfer`: counts and rates of one set of areas for another set."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import numpy as np

from lebenslage.atlas.areas import AreaSet, Quality
from lebenslage.atlas.areas.interpolate import Passage, by_ground, by_people
from lebenslage.atlas.areas.problems import KeyNotInEdition, RateWithoutDenominator
from lebenslage.atlas.areas.reading import Decimal, Table, read_areas, read_grid, read_table
from lebenslage.atlas.areas.reading.numbers import Qualities
from lebenslage.atlas.arrays import Floats
from lebenslage.site.commands.atlas_areas_options import A_FILE, amount, decimal_option, unknown_option
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import Columns, ready_to_write, write


class Asked(NamedTuple):
    """What is to be moved, and how: the options of the command."""

    source: Path
    key: str
    data: Path | None
    extensive: Sequence[str]
    intensive: Sequence[str]
    grid: Path | None
    people: str
    spread: bool
    decimal: Decimal | None
    unknown: Sequence[str]


class Moved(NamedTuple):
    """A column in the new areas; `before` and `after` are the totals of a count, None for a rate."""

    column: str
    values: Floats
    quality: Qualities
    before: float | None
    after: float | None


@click.command(
    "transfer",
    cls=Spoken,
    examples=(
        "lebenslage areas transfer quarters.gpkg districts.gpkg out.csv --key ID --target-key DISTRICT --extensive people",
        "lebenslage areas transfer old.gpkg new.gpkg out.csv --key ID --target-key ID --data figures.csv --intensive rate:people",
        "lebenslage areas transfer a.gpkg b.gpkg out.csv --key ID --target-key ID --extensive poor --grid zensus.csv --people Einwohner",
    ),
)
@click.argument("source", type=A_FILE)
@click.argument("target", type=A_FILE)
@click.argument("out", type=A_FILE)
@click.option("--key", required=True, metavar="COL", help="The column of SOURCE with the key.")
@click.option("--target-key", required=True, metavar="COL", help="The column of TARGET with the key.")
@click.option("--data", type=A_FILE, help="A table with the figures of SOURCE, by the same key; without it its own columns.")
@click.option("--extensive", multiple=True, metavar="COL", help="A count, to be shared out.")
@click.option("--intensive", multiple=True, metavar="COL:BASE", help="A rate and the column with its denominator's count.")
@click.option("--grid", type=A_FILE, help="A census grid: share out by where people live, not by ground.")
@click.option("--people", default="Einwohner", show_default=True, metavar="COL", help="The column of the grid with the people.")
@click.option("--spread", is_flag=True, help="Share out what lies outside of all targets, and halve what two of them claim.")
@decimal_option
@unknown_option
@json_option
@language_option
def transfer(target: Path, out: Path, *, target_key: str, as_json: bool, language: str, **asked: Any) -> None:
    """Move figures of the areas in SOURCE to the areas in TARGET, and write them to OUT, with a word on the quality of each value.

    Refuses to lose anything: where TARGET does not cover SOURCE it says how much is lost and where.
    """
    ready_to_write(out)
    areas = read_areas(target, key=target_key)
    moved = _moved(areas, Asked(**asked))
    write_moved(out, areas, moved)
    if as_json:
        click.echo(json.dumps({"file": out.name, "areas": len(areas), "totals": totals(moved)}, ensure_ascii=False, indent=2))
        return
    words = speech(language)
    for one in moved:
        if one.before is not None and one.after is not None:
            click.echo(words("areas", "arrived", column=one.column, before=amount(one.before, words), after=amount(one.after, words)))
    click.echo(words("areas", "done", file=out.name, count=len(areas)))


def totals(moved: Sequence[Moved]) -> dict[str, dict[str, float | None]]:
    """The totals of each count before and after, for a program that reads them."""
    return {one.column: {"before": one.before, "after": one.after} for one in moved if one.before is not None}


def _moved(target: AreaSet, asked: Asked) -> list[Moved]:
    rates = rates_asked(asked.extensive, asked.intensive, asked.source)
    areas = read_areas(asked.source, key=asked.key)
    table = read_table(asked.data or asked.source, key=asked.key, decimal=asked.decimal, unknown=asked.unknown)
    figures = FiguresOf(areas, table)
    if asked.grid is None:
        passage = by_ground(areas, target, spread=asked.spread)
    else:
        passage = by_people(areas, target, read_grid(asked.grid, count=asked.people), spread=asked.spread)
    return moved_columns(passage, figures, asked.extensive, rates)


def rates_asked(extensive: Sequence[str], intensive: Sequence[str], source: Path) -> list[tuple[str, str]]:
    """The rates, each with the column of its denominator. Raises RateWithoutDenominator, and UsageError where no column is named at all."""
    if not extensive and not intensive:
        raise click.UsageError("--extensive COL, --intensive COL:BASE")
    return [_rate(given, source) for given in intensive]


class FiguresOf:
    """The columns of a table in the order of the areas; an area without a row is missing."""

    def __init__(self, areas: AreaSet, figures: Table) -> None:
        place = {key: row for row, key in enumerate(areas.keys)}
        for key, line in zip(figures.keys, figures.lines, strict=True):
            if key not in place:
                raise KeyNotInEdition(line=line, area=key, edition=areas.name)
        self.table, self.rows, self.number = figures, np.array([place[key] for key in figures.keys]), len(areas)

    def __call__(self, column: str) -> tuple[Floats, Qualities]:
        values, quality = np.full(self.number, np.nan), np.full(self.number, Quality.MISSING, dtype=np.int8)
        values[self.rows], quality[self.rows] = self.table.numbers(column)
        return values, quality


def _rate(given: str, source: Path) -> tuple[str, str]:
    column, _, base = given.rpartition(":")
    if not column or not base:
        raise RateWithoutDenominator(file=source.name, column=given.strip(":"))
    return column, base


def moved_columns(passage: Passage, figures: FiguresOf, extensive: Sequence[str], rates: Sequence[tuple[str, str]]) -> list[Moved]:
    """Counts and rates on the other side of a passage."""
    counts = [_count(passage, figures, column) for column in extensive]
    return counts + [_averaged(passage, figures, column, base) for column, base in rates]


def _count(passage: Passage, figures: FiguresOf, column: str) -> Moved:
    values, quality = figures(column)
    arrived = passage.extensive(values)
    return Moved(column, arrived, passage.qualities(quality, arrived), float(np.nansum(values)), float(np.nansum(arrived)))


def _averaged(passage: Passage, figures: FiguresOf, column: str, base: str) -> Moved:
    values, quality = figures(column)
    arrived = passage.intensive(values, figures(base)[0])
    return Moved(column, arrived, passage.qualities(quality, arrived), None, None)


def write_moved(out: Path, areas: AreaSet, moved: Sequence[Moved]) -> None:
    """Write the columns, each with a word on its quality: whole or not at all. Raises NotWritten."""
    columns: Columns = {"key": areas.keys} | {
        name: cells
        for one in moved
        for name, cells in ((one.column, _cells(one.values)), (f"{one.column}_quality", [Quality(q).name.lower() for q in one.quality]))
    }
    write(out, columns)


def _cells(values: Floats) -> list[str]:
    return ["" if np.isnan(value) else repr(float(value)) for value in values]
