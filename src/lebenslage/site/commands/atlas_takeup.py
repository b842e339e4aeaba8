"""`lebenslage takeup`: recipients against simulated households with a right, area by area; always an interval."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
import pyarrow.parquet as pq

from lebenslage.atlas.areas import Quality
from lebenslage.atlas.areas.reading import Table, read_table
from lebenslage.atlas.areas.reading.numbers import Place, read_numbers
from lebenslage.atlas.areas.reading.tables import missing_column, read_columns
from lebenslage.atlas.numerals import number
from lebenslage.atlas.progress import Progress, telling
from lebenslage.atlas.takeup import Publishable, Simulated, TakeUp, eligible, recipients, take_up
from lebenslage.atlas.takeup.problems import NoAreaInCommon, NotASimulation
from lebenslage.law.marks import ORIGIN
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_names import named
from lebenslage.site.commands.atlas_progress import bars
from lebenslage.site.commands.layout import points, table
from lebenslage.site.commands.population_model import FITTED
from lebenslage.site.commands.simulate_areas import by_area
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import ready_to_write, write

FILE = click.Path(path_type=Path)


@dataclass(slots=True)
class Counted:
    """What one simulation says of an area."""

    households: int = 0
    eligible: int = 0
    open: int = 0
    fitted: bool = True

    def add(self, households: int, eligible: int, undecided: int, origin: str) -> None:
        """Households of one origin. Whoever does not carry the mark of local counts is a model."""
        self.households, self.eligible, self.open = self.households + households, self.eligible + eligible, self.open + undecided
        self.fitted = self.fitted and origin == FITTED


@click.command(
    "takeup",
    cls=Spoken,
    examples=(
        "lebenslage takeup recipients.csv rights.quartier.csv --right wohngeld --key quartier --recipients count --error 0.1",
        "lebenslage takeup recipients.csv rights.parquet --right wohngeld --key quartier --recipients count --households all --error 0.1",
        "lebenslage takeup recipients.csv one.parquet two.parquet --right wohngeld --key quartier --recipients count --publish",
    ),
)
@click.argument("received", metavar="RECIPIENTS", type=FILE)
@click.argument("simulated", metavar="SIMULATED...", nargs=-1, required=True, type=FILE)
@click.option("--right", required=True, help="The right, as lebenslage simulate names it: wohngeld.")
@click.option("--key", default="quartier", show_default=True, metavar="COLUMN", help="The column with the areas, in all files.")
@click.option("--recipients", "column", default="count", show_default=True, metavar="COLUMN", help="Households that receive it.")
@click.option("--households", "column_of_all", metavar="COLUMN", help="All households that live there; the simulated ones without it.")
@click.option("--error", type=click.FloatRange(min=0, max=1), default=0.0, show_default=True,
              help="How far the simulated count may be off: 0.1 is a tenth. Several SIMULATED files do without.")  # fmt: skip
@click.option("--coverage", type=click.FloatRange(0.5, 0.999), default=0.95, show_default=True, help="How sure the draw's part is.")
@click.option("--rounded-to", type=click.IntRange(min=1), default=1, show_default=True, help="Recipients are rounded to this base.")
@click.option("--suppressed-below", type=click.IntRange(min=0), default=0, help="Recipients below this number are kept secret.")
@click.option("--out", type=FILE, help="Write the intervals to this .csv, .parquet or .json.")
@click.option("--publish", is_flag=True, help="Refuse unless every area rests on local counts.")
@json_option
@language_option
def command(received: Path, simulated: tuple[Path, ...], *, out: Path | None, as_json: bool, language: str, **asked: Any) -> None:
    """Of the households with a right, how many use it: between two numbers for each area, never one.

    RECIPIENTS is a table with a row an area. SIMULATED is what `lebenslage simulate --by` writes: its CSV table, or the Parquet file or
    folder itself; several simulations with other seeds widen the interval by what they differ.
    """
    words = speech(language)
    if out is not None:
        ready_to_write(out)
    with bars(hidden=as_json) as progress:
        found, one_sided = _found(received, simulated, progress, **asked)
    if asked["publish"]:
        found = Publishable(found).found
    columns = _columns(found, words)
    if out is not None:
        write(out, columns)
    if as_json:
        areas = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        click.echo(json.dumps({"publishable": found.publishable, "left_out": one_sided, "areas": areas}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_said(found, columns, one_sided, out, words)))


def _found(
    received: Path, simulated: Sequence[Path], progress: Progress, *, key: str, right: str, column: str, **asked: Any
) -> tuple[TakeUp, list[str]]:
    figures = read_table(received, key=key)
    counted = [_simulation(file, key, right) for file in telling(simulated, progress)]
    common = set(figures.keys).intersection(*counted)
    keys = tuple(area for area in figures.keys if area in common)
    if not keys:
        raise NoAreaInCommon(file=figures.file, other=simulated[0].name, column=key)
    rows = [figures.keys.index(area) for area in keys]
    values, quality = figures.numbers(column)
    printed = recipients(keys, values[rows], quality[rows], rounded_to=asked["rounded_to"], suppressed_below=asked["suppressed_below"])
    everybody = asked["column_of_all"] and _all(figures, asked["column_of_all"])[rows]
    known = eligible(keys, [_arrays(one, keys) for one in counted], everybody, error=asked["error"], coverage=asked["coverage"])
    fitted = np.array([all(one[area].fitted for one in counted) for area in keys])
    return take_up(keys, printed, known, fitted), sorted(set(figures.keys).union(*counted) - common)


def _all(figures: Table, column: str) -> Any:
    values, quality = figures.numbers(column)
    return np.where(quality == Quality.GIVEN, values, np.nan)


def _arrays(counted: Mapping[str, Counted], keys: Sequence[str]) -> Simulated:
    households, found, undecided = ([getattr(counted[area], name) for area in keys] for name in ("households", "eligible", "open"))
    return Simulated(np.array(households), np.array(found), np.array(undecided))


def _simulation(file: Path, key: str, right: str) -> dict[str, Counted]:
    """What a simulation says by area: from its table, or from its households. Raises NotASimulation, NoSuchColumn."""
    found: dict[str, Counted] = {}
    read = _of_households if file.is_dir() or file.suffix == ".parquet" else _of_table
    for area, households, with_right, undecided, origin in read(file, key, right):
        found.setdefault(area, Counted()).add(households, with_right, undecided, origin)
    return found


def _of_households(file: Path, key: str, right: str) -> Iterator[tuple[str, int, int, int, str]]:
    parts = sorted(file.glob("*.parquet")) if file.is_dir() else [file]
    try:
        names = pq.read_schema(parts[0]).names
    except (OSError, IndexError, ValueError) as error:
        raise NotASimulation(file=file.name) from error
    for name in (key, f"{right}_status"):
        if name not in names:
            raise missing_column(file.name, name, names)
    for one in by_area(parts, key, [right]):
        yield one.area, one.households, one.rights[right].households, one.rights[right].open, one.origin


def _of_table(file: Path, key: str, right: str) -> Iterator[tuple[str, int, int, int, str]]:
    columns, lines = read_columns(file)
    wanted = [key, "haushalte", f"{right}_haushalte", f"{right}_offen"]
    for name in wanted:
        if name not in columns:
            raise missing_column(file.name, name, tuple(columns))
    counts = [read_numbers(columns[name], Place(file.name, name, lines))[0] for name in wanted[1:]]
    if not np.isfinite(counts).all():
        raise NotASimulation(file=file.name)
    origins = columns.get(ORIGIN, ("",) * len(lines))
    for area, origin, *numbers in zip(columns[key], origins, *(np.rint(one).astype(int).tolist() for one in counts), strict=True):
        yield area, numbers[0], numbers[1], numbers[2], origin


def _columns(found: TakeUp, words: Texts) -> dict[str, Sequence[Any]]:
    best, worst = found.ranks()
    return {
        "key": found.keys,
        "least": [None if np.isnan(one) else float(one) for one in found.low],
        "most": [None if np.isnan(one) else float(one) for one in found.high],
        "rank_from": best.tolist(),
        "rank_to": worst.tolist(),
        "note": [words("takeup", "findings", finding.value) for finding in found.findings],
        "origin": [FITTED if fitted else "model" for fitted in found.fitted],
    }


def _said(found: TakeUp, columns: Mapping[str, Sequence[Any]], one_sided: Sequence[str], out: Path | None, words: Texts) -> Iterator[str]:
    yield from points([words("takeup", "origin", FITTED if found.publishable else "model"), words("takeup", "meaning")])
    headers = [words("takeup", "columns", name) for name in ("area", "least", "most", "rank", "note")]
    rows = [_row(row, words.language) for row in zip(*columns.values(), strict=True)]
    yield from ("", *table(headers, rows, right=frozenset({1, 2, 3})))
    if one_sided:
        yield from ("", *points([words("takeup", "one_sided", names=named(one_sided))]))
    if out is not None:
        yield from ("", words("takeup", "written", file=out.name))


def _row(row: tuple[Any, ...], language: str) -> list[str]:
    area, least, most, best, worst, note, _origin = row
    rank = str(best) if best == worst else f"{best}–{worst}"
    if least is None:
        return [area, "–", "–", rank, note]
    # Rounded outwards: what is printed holds too.
    return [area, *(f"{number(one, 0, language)} %" for one in (math.floor(100 * least), math.ceil(100 * most))), rank, note]
