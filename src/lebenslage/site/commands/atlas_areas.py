"""`lebenslage areas`: look at files of areas and figures before computing with them, and move figures from one set of areas to another."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.checks import Hole, Overlap, holes, lost_zeros, overlaps
from lebenslage.atlas.areas.describe import Column, described
from lebenslage.atlas.areas.reading import Decimal, read_areas, read_table
from lebenslage.atlas.areas.reading.tables import has_shapes
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_areas_change import change, changes
from lebenslage.site.commands.atlas_areas_options import A_FILE, amount, decimal_option, unknown_option
from lebenslage.site.commands.atlas_areas_transfer import transfer
from lebenslage.site.commands.examples_in_help import WithExamples
from lebenslage.site.commands.layout import points, table
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech

FIRST: Final = "look"
SHOWN: Final = 5


class Areas(WithExamples, click.Group):
    """A group whose first command is meant when none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = [FIRST, *args]
        return super().parse_args(ctx, args)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a file: its columns of figures, its areas where it has shapes, and what the checks say."""

    file: Path
    rows: int
    columns: Sequence[Column]
    areas: AreaSet | None
    overlaps: Sequence[Overlap]
    holes: Sequence[Hole]
    lost_zeros: Sequence[str]


@click.group(
    "areas",
    cls=Areas,
    examples=(
        "lebenslage areas quarters.geojson --key PLR_ID --check",
        "lebenslage areas figures.csv --key Schlüssel --json",
        "lebenslage areas transfer quarters.gpkg districts.gpkg out.csv --key ID --target-key DISTRICT --extensive people",
        "lebenslage areas change figures_2020.csv changes.csv figures_2021.csv --key ID --extensive people --intensive rate:people",
    ),
)
def command() -> None:
    """Look at files of areas and figures. `transfer` moves figures to other areas, `change` to a new edition of the same.

    Without a name of a command: look.
    """


@command.command(FIRST, cls=Spoken, examples=("lebenslage areas quarters.geojson --key PLR_ID --check",))
@click.argument("files", nargs=-1, required=True, type=A_FILE)
@click.option("--key", required=True, metavar="COL", help="The column with the official key.")
@click.option("--name", metavar="COL", help="The column with the name.")
@click.option("--crs", metavar="EPSG:N", help="The coordinate system, where the file does not say it.")
@decimal_option
@unknown_option
@click.option("--layer", help="The layer of a file that has several.")
@click.option("--check", is_flag=True, help="Look for overlaps, holes, slivers and keys without their leading zero too.")
@click.option("--repair", is_flag=True, help="Make broken polygons valid instead of refusing them.")
@json_option
@language_option
def look(files: tuple[Path, ...], *, check: bool, as_json: bool, language: str, **asked: Any) -> None:
    """Read FILES (GeoJSON, GeoPackage, Shapefile, CSV, GENESIS), and say what they hold: areas, extent, figures and what is missing."""
    found = [_looked(file, check=check, **asked) for file in files]
    if as_json:
        click.echo(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=2))
        return
    words = speech(language)
    for one in found:
        click.echo("\n".join(_said(one, words, asked["key"], check=check)))


def _looked(file: Path, *, check: bool, key: str, repair: bool, decimal: Decimal | None, unknown: Sequence[str], **asked: Any) -> Looked:
    areas = read_areas(file, key=key, repair=repair, **asked) if has_shapes(file) else None
    figures = read_table(file, key=key, decimal=decimal, layer=asked["layer"], unknown=unknown)
    if not check:
        return Looked(file, len(figures), described(figures), areas, (), (), ())
    shaped = areas or AreaSet(file.stem, "", figures.keys, figures.keys)
    return Looked(file, len(figures), described(figures), areas, overlaps(shaped), holes(shaped), lost_zeros(figures.keys))


def _said(found: Looked, words: Texts, key: str, *, check: bool) -> Iterator[str]:
    if found.areas is None:
        yield words("areas", "table", file=found.file.name, count=found.rows, key=key)
    else:
        extent = _extent(found.areas)
        square_kilometres = amount(extent.pop("square_kilometres"), words)
        yield words("areas", "set", file=found.file.name, square_kilometres=square_kilometres, **extent)
    good = [column for column in found.columns if column.problem is None]
    if good:
        headers = [words("areas", "columns", name) for name in Column._fields[:-1]]
        yield from table(headers, [_cells(column, words) for column in good], right=frozenset(range(1, 7)))
    yield from points(words.problem(column.problem) for column in found.columns if column.problem)
    yield from points(_checked(found, words) if check else ())


def _cells(column: Column, words: Texts) -> list[str]:
    return [column.name, *map(str, column[1:5]), *(_value(value, words) for value in (column.least, column.greatest))]


def _value(value: float, words: Texts) -> str:
    if math.isnan(value):
        return "–"
    return f"{value:.0f}" if value.is_integer() else f"{value:.8g}".replace(".", words("format", "point"))


def _checked(found: Looked, words: Texts) -> Iterator[str]:
    if found.areas is not None and not found.overlaps and not found.holes:
        yield words("areas", "sound")
    if found.overlaps:
        yield words("areas", "overlaps", count=len(found.overlaps))
    for pair in found.overlaps[:SHOWN]:
        yield words("areas", "overlap", one=pair.one, other=pair.other, square_metres=amount(round(pair.square_metres), words))
    if found.holes:
        yield words("areas", "holes", count=len(found.holes))
    for hole in found.holes[:SHOWN]:
        kind = "sliver" if hole.sliver else "hole"
        yield words("areas", kind, x=round(hole.x), y=round(hole.y), square_metres=amount(round(hole.square_metres), words))
    if found.lost_zeros:
        yield words("areas", "lost_zeros", keys=", ".join(found.lost_zeros[:3]), count=len(found.lost_zeros))


def _extent(areas: AreaSet) -> dict[str, Any]:
    sides = ("west", "south", "east", "north")
    bounds = {side: round(float(value)) for side, value in zip(sides, shapely.total_bounds(areas.shapes), strict=True)}
    square_kilometres = round(float(shapely.area(areas.shapes).sum()) / 1e6, 3)
    return {"count": len(areas), "crs": areas.crs, "square_kilometres": square_kilometres, **bounds}


def _as_json(found: Looked) -> dict[str, Any]:
    return {
        "file": found.file.name,
        "rows": found.rows,
        "areas": None if found.areas is None else _extent(found.areas),
        "columns": [_column_as_json(column) for column in found.columns],
        "overlaps": [pair._asdict() for pair in found.overlaps],
        "holes": [hole._asdict() for hole in found.holes],
        "lost_zeros": list(found.lost_zeros),
    }


def _column_as_json(column: Column) -> dict[str, Any]:
    values = {name: None if isinstance(value, float) and math.isnan(value) else value for name, value in column._asdict().items()}
    return values | {"problem": column.problem and column.problem.key}


for further in (transfer, change, changes):
    command.add_command(further)
