"""`lebenslage patterns`: what lies together on the map, and which areas are alike."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click
import numpy as np

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.reading import Table, read_areas, read_table
from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.numerals import number
from lebenslage.atlas.patterns import Local, Neighbours, Place, adjusted, lisa
from lebenslage.atlas.patterns.classes import Classes, equal_steps, natural_breaks, quantiles
from lebenslage.atlas.patterns.moran import Moran, moran
from lebenslage.atlas.patterns.near import nearest, within_distance
from lebenslage.atlas.patterns.problems import NoNeighbours
from lebenslage.atlas.patterns.touching import middles, queen, rook
from lebenslage.atlas.patterns.types import Typology, choose, typology
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_names import named, probability
from lebenslage.site.commands.layout import points, table
from lebenslage.site.commands.simulate_progress import reporting
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import ready_to_write, write

MOST_TYPES: Final = 8
SURE: Final = 0.05
LONG: Final = 200_000_000
BREAKS: Final[Mapping[str, Callable[[Floats, int], Classes]]] = {"natural": natural_breaks, "quantiles": quantiles, "equal": equal_steps}
FILE = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The areas of the map that have a value, what was found of them, and the others by name."""

    keys: Sequence[str]
    names: Sequence[str]
    values: Floats
    neighbours: Neighbours
    whole: Moran
    local: Local
    classes: Classes
    unknown: Sequence[str]
    elsewhere: Sequence[str]

    @property
    def adjusted(self) -> Floats:
        """Each area's probability when all areas were looked at."""
        return adjusted(self.local.p)


@click.command(
    "patterns",
    cls=Spoken,
    examples=(
        "lebenslage patterns quarters.csv poverty --areas quarters.geojson --key id --burden",
        "lebenslage patterns quarters.csv poverty --areas quarters.gpkg --key id --neighbours nearest --out patterns.csv",
        "lebenslage patterns quarters.csv poverty green noise --key id --types 4",
    ),
)
@click.argument("data", type=FILE)
@click.argument("values", metavar="VALUE...", nargs=-1, required=True)
@click.option("--areas", "shapes", type=FILE, help="The map: GeoJSON, GeoPackage or Shapefile. Needed for one VALUE.")
@click.option("--key", default="key", show_default=True, metavar="COLUMN", help="The column with the areas' keys, in DATA.")
@click.option("--areas-key", default="", metavar="COLUMN", help="The same in the map, where it is called otherwise.")
@click.option("--name", default=None, metavar="COLUMN", help="The column of the map with the areas' names.")
@click.option("--neighbours", "kind", type=click.Choice(("queen", "rook", "nearest", "within")), default="queen", show_default=True,
              help="Who is a neighbour: a common border or corner, a common border, the nearest, or all within a distance.")  # fmt: skip
@click.option("--nearest", "k", type=click.IntRange(min=1), default=6, show_default=True, help="How many of the nearest.")
@click.option("--distance", type=click.FloatRange(min=0), default=1000.0, show_default=True, help="How many metres are within.")
@click.option("--gap", type=click.FloatRange(min=0), default=0.0, show_default=True, help="Bridge cracks between borders, in metres.")
@click.option("--permutations", type=click.IntRange(min=99), default=99_999, show_default=True, help="How often neighbours are drawn.")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="The same seed gives the same result.")
@click.option("--burden", is_flag=True, help="A high value is a burden: say so.")
@click.option("--classes", "count", type=click.IntRange(min=2), default=5, show_default=True, help="How many classes of values.")
@click.option("--breaks", type=click.Choice(tuple(BREAKS)), default="natural", show_default=True, help="How classes are cut.")
@click.option("--types", type=click.IntRange(min=2), help="How many types of areas; the clearest number without it. For several VALUEs.")
@click.option("--out", type=FILE, help="Write every area to this .csv, .parquet or .json.")
@json_option
@language_option
def command(
    data: Path, values: tuple[str, ...], *, shapes: Path | None, out: Path | None, language: str, as_json: bool, **asked: Any
) -> None:
    """Find what lies together: whether like lies by like, and which areas stand out when false alarms are held down.

    DATA is a table with one row an area. With one VALUE (a column) the map says who is whose neighbour. With several VALUEs the areas are
    sorted into types instead, by k-means.
    """
    words = speech(language)
    if out is not None:
        ready_to_write(out)
    figures = read_table(data, key=asked["key"])
    if len(values) > 1:
        said, columns = _types(figures, values, words, types=asked["types"], seed=asked["seed"])
    elif shapes is None:
        raise click.UsageError("--areas FILE")
    else:
        said, columns = _patterns(figures, values[0], shapes, words, **asked)
    if out is not None:
        write(out, columns)
    answer = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1) if as_json else "\n".join(said))


def _patterns(figures: Table, column: str, shapes: Path, words: Texts, *, burden: bool, **asked: Any) -> tuple[list[str], dict[str, Any]]:
    areas = read_areas(shapes, key=asked["areas_key"] or asked["key"], name=asked["name"])
    found = _found(figures, column, areas, **asked)
    places = words.strings["patterns"]["burdened" if burden else "places"]
    columns = {
        "key": found.keys,
        "name": found.names,
        "value": found.values.tolist(),
        "class": (found.classes.of + 1).tolist(),
        "place": [places[Place(place).name] for place in found.local.places],
        "i": _or_none(found.local.i),
        "p": _or_none(found.local.p),
        "p_adjusted": _or_none(found.adjusted),
        "remains": (found.adjusted <= SURE).tolist(),
    }
    return list(_said(found, columns, words)), columns


def _found(figures: Table, column: str, areas: AreaSet, *, permutations: int, seed: int, count: int, breaks: str, **asked: Any) -> Found:
    given = dict(zip(figures.keys, figures.numbers(column)[0].tolist(), strict=True))
    values = np.array([given.get(key, np.nan) for key in areas.keys])
    known: Flags = ~np.isnan(values)
    neighbours = _neighbours(areas, **asked).within(known).standardised()
    inside = np.flatnonzero(known)
    bar: Any = click.progressbar(length=permutations, file=sys.stderr, hidden=len(inside) * permutations < LONG)
    with bar as shown:
        local = lisa(values[known], neighbours, seed=seed, permutations=permutations, progress=reporting(shown))
    return Found(
        keys=[areas.keys[at] for at in inside],
        names=[areas.names[at] for at in inside],
        values=values[known],
        neighbours=neighbours,
        whole=moran(values[known], neighbours, seed=seed),
        local=local,
        classes=BREAKS[breaks](values[known], min(count, len(np.unique(values[known])))),
        unknown=[areas.names[at] for at in np.flatnonzero(~known)],
        elsewhere=sorted(set(figures.keys) - set(areas.keys)),
    )


def _neighbours(areas: AreaSet, *, kind: str, k: int, distance: float, gap: float, **_other: Any) -> Neighbours:
    if areas.shapes is None:
        raise NoNeighbours(areas=len(areas))
    if kind == "nearest":
        return nearest(middles(areas.shapes), k)
    if kind == "within":
        return within_distance(middles(areas.shapes), distance)
    return (queen if kind == "queen" else rook)(areas.shapes, areas.names, gap=gap)


def _said(found: Found, columns: Mapping[str, Sequence[Any]], words: Texts) -> Iterator[str]:
    language, whole = words.language, found.whole
    verdict = "scattered" if whole.p_permuted > SURE else "together" if whole.i > whole.expected else "apart"
    i, expected = (number(value, 3, language) for value in (whole.i, whole.expected))
    yield from points(_notes(found, verdict, i, expected, words))
    rest = [row for row in np.argsort(found.adjusted, kind="stable").tolist() if columns["remains"][row]]
    if rest:
        headers = [words("patterns", "columns", name) for name in ("area", "value", "place", "p", "adjusted")]
        yield from ("", *table(headers, [_row(columns, row, language) for row in rest], right=frozenset({1, 3, 4})))


def _notes(found: Found, verdict: str, i: str, expected: str, words: Texts) -> Iterator[str]:
    p = found.local.p
    tested, raw, kept = int((~np.isnan(p)).sum()), int((p <= SURE).sum()), int((found.adjusted <= SURE).sum())
    chance = number(tested * SURE, 0, words.language)
    yield words("patterns", verdict, i=i, expected=expected, p=probability(found.whole.p_permuted, words.language))
    key = "left" if kept else "none_left"
    yield words("patterns", key, raw=raw, tested=tested, chance=chance, kept=kept, share=round(100 * SURE))
    islands, parts = found.neighbours.named_islands(found.names), int(found.neighbours.parts().max()) + 1
    for name, names in (("islands", islands), ("unknown", found.unknown), ("elsewhere", found.elsewhere)):
        if names:
            yield words("patterns", name, names=named(names))
    if parts > 1:
        yield words("patterns", "parts", number=parts)


def _row(columns: Mapping[str, Sequence[Any]], row: int, language: str) -> list[str]:
    name, value, place, p, corrected = (columns[column][row] for column in ("name", "value", "place", "p", "p_adjusted"))
    return [name, number(value, 2, language), place, probability(p, language), probability(corrected, language)]


def _types(figures: Table, values: Sequence[str], words: Texts, *, types: int | None, seed: int) -> tuple[list[str], dict[str, Any]]:
    matrix = np.column_stack([figures.numbers(column)[0] for column in values])
    known: Flags = ~np.isnan(matrix).any(axis=1)
    inside: Ints = np.flatnonzero(known)
    most = min(MOST_TYPES, max(2, len(np.unique(matrix[known], axis=0)) - 1))
    found = typology(matrix[known], types, seed=seed) if types else choose(matrix[known], most, seed=seed)[0]
    unknown = [figures.keys[at] for at in np.flatnonzero(~known)]
    said = [*_described(found, values, words), *([words("patterns", "unknown", names=named(unknown))] if unknown else [])]
    return points(said), {"key": [figures.keys[at] for at in inside], "type": (found.of + 1).tolist()}


def _described(found: Typology, values: Sequence[str], words: Texts) -> Iterator[str]:
    for n, outstanding in enumerate(found.outstanding(values)):
        ways = [words("patterns", "high" if distance > 0 else "low", name=name) for name, distance in outstanding]
        described = ", ".join(ways) or words("patterns", "average")
        yield words("patterns", "type", number=n + 1, areas=int((found.of == n).sum()), words=described)


def _or_none(values: Floats) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]
