"""`lebenslage patterns`: what lies together on the map, and which areas are alike."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from lebenslage.atlas.patterns.hot_spots import HotSpots, Spot, hot_spots
from lebenslage.atlas.patterns.moran import Moran, moran
from lebenslage.atlas.patterns.near import nearest, within_distance
from lebenslage.atlas.patterns.problems import NoNeighbours
from lebenslage.atlas.patterns.touching import middles, queen, rook
from lebenslage.atlas.patterns.types import Typology, choose, typology
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_areas_options import unknown_option
from lebenslage.site.commands.atlas_names import named, probability
from lebenslage.site.commands.layout import points, table
from lebenslage.site.commands.simulate_progress import reporting
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import ready_to_write, write

MOST_TYPES: Final = 8
SURE: Final = 0.05
LEAST_SHOWN: Final = 0.00001
LONG: Final = 600_000_000
"""Drawing so many neighbourhoods takes about two seconds."""
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
    local: Local | HotSpots
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
        "lebenslage patterns quarters.csv poverty --areas quarters.geojson --key id --name name --statistic hot-spots --unknown -9999",
        "lebenslage patterns quarters.csv poverty green noise --key id --types 4",
    ),
)
@click.argument("data", type=FILE)
@click.argument("values", metavar="VALUE...", nargs=-1, required=True)
@click.option("--areas", "shapes", type=FILE, help="The map: GeoJSON, GeoPackage or Shapefile. Needed for one VALUE.")
@click.option("--key", default="key", show_default=True, metavar="COLUMN", help="The column with the areas' keys, in DATA.")
@click.option("--areas-key", default="", metavar="COLUMN", help="The same in the map, where it is called otherwise.")
@click.option("--name", default=None, metavar="COLUMN", help="The column with the areas' names, in DATA or else in the map.")
@click.option("--statistic", type=click.Choice(("lisa", "hot-spots")), default="lisa", show_default=True,
              help="lisa: who lies among their like. hot-spots: around whom high or low values gather (Getis-Ord Gi*).")  # fmt: skip
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
@unknown_option
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
    figures = read_table(data, key=asked["key"], unknown=asked["unknown"])
    if len(values) > 1:
        said, columns = _types(figures, values, words, types=asked["types"], seed=asked["seed"], name=asked["name"])
    elif shapes is None:
        raise click.UsageError("--areas FILE")
    else:
        said, columns = _patterns(figures, values[0], shapes, words, hidden=as_json, **asked)
    if out is not None:
        write(out, columns)
    answer = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1) if as_json else "\n".join(said))


def _patterns(figures: Table, column: str, shapes: Path, words: Texts, *, burden: bool, **asked: Any) -> tuple[list[str], dict[str, Any]]:
    areas = _named_areas(figures, shapes, **asked)
    found = _found(figures, column, areas, label=words("patterns", "drawing"), **asked)
    spots = isinstance(found.local, HotSpots)
    kind: Any = Spot if spots else Place
    section = ("spots_burdened" if burden else "spots") if spots else "burdened" if burden else "places"
    columns = {
        "key": found.keys,
        "name": found.names,
        "value": found.values.tolist(),
        "class": (found.classes.of + 1).tolist(),
        "place": [words("patterns", section, kind(place).name) for place in found.local.places],
        **({"z": _or_none(found.local.z)} if isinstance(found.local, HotSpots) else {"i": _or_none(found.local.i)}),
        "p": _or_none(found.local.p),
        "p_adjusted": _or_none(found.adjusted),
        "remains": (found.adjusted <= SURE).tolist(),
    }
    return list(_said(found, columns, words, keyed=asked["name"] is not None)), columns


def _named_areas(figures: Table, shapes: Path, *, key: str, areas_key: str, name: str | None, **_other: Any) -> AreaSet:
    """The map, with the names of the table where it holds them."""
    if name is None or name not in figures.columns:
        return read_areas(shapes, key=areas_key or key, name=name)
    names = dict(zip(figures.keys, figures.text(name), strict=True))
    areas = read_areas(shapes, key=areas_key or key)
    return replace(areas, names=tuple(names.get(one, one) for one in areas.keys))


def _found(figures: Table, column: str, areas: AreaSet, *, seed: int, count: int, breaks: str, **asked: Any) -> Found:
    given = dict(zip(figures.keys, figures.numbers(column)[0].tolist(), strict=True))
    values = np.array([given.get(key, np.nan) for key in areas.keys])
    known: Flags = ~np.isnan(values)
    neighbours = _neighbours(areas, **asked).within(known).standardised()
    inside = np.flatnonzero(known)
    return Found(
        keys=[areas.keys[at] for at in inside],
        names=[areas.names[at] for at in inside],
        values=values[known],
        neighbours=neighbours,
        whole=moran(values[known], neighbours, seed=seed),
        local=_local(values[known], neighbours, seed, **asked),
        classes=BREAKS[breaks](values[known], min(count, len(np.unique(values[known])))),
        unknown=[areas.names[at] for at in np.flatnonzero(~known)],
        elsewhere=sorted(set(figures.keys) - set(areas.keys)),
    )


def _local(
    values: Floats, neighbours: Neighbours, seed: int, *, statistic: str, permutations: int, label: str, hidden: bool, **_other: Any
) -> Local | HotSpots:
    """What is told of each area; a bar is shown where drawing takes over two seconds."""
    if statistic == "hot-spots":
        return hot_spots(values, neighbours)
    short = len(values) * permutations < LONG
    bar: Any = click.progressbar(length=permutations, label=label, file=sys.stderr, hidden=hidden or short)
    with bar as shown:
        return lisa(values, neighbours, seed=seed, permutations=permutations, progress=reporting(shown))


def _neighbours(areas: AreaSet, *, kind: str, k: int, distance: float, gap: float, **_other: Any) -> Neighbours:
    if areas.shapes is None:
        raise NoNeighbours(areas=len(areas))
    if kind == "nearest":
        return nearest(middles(areas.shapes), k)
    if kind == "within":
        return within_distance(middles(areas.shapes), distance)
    return (queen if kind == "queen" else rook)(areas.shapes, areas.names, gap=gap)


def _said(found: Found, columns: Mapping[str, Sequence[Any]], words: Texts, *, keyed: bool) -> Iterator[str]:
    language, whole = words.language, found.whole
    verdict = "scattered" if whole.p_permuted > SURE else "together" if whole.i > whole.expected else "apart"
    i, expected = (number(value, 3, language) for value in (whole.i, whole.expected))
    yield from points(_notes(found, verdict, i, expected, words))
    rest = [row for row in np.argsort(found.adjusted, kind="stable").tolist() if columns["remains"][row]]
    if rest:
        headers = [words("patterns", "columns", name) for name in ("key", "area", "value", "place", "p", "adjusted")]
        rows = [_row(columns, row, language) for row in rest]
        start = 0 if keyed else 1
        right = frozenset(column - start for column in (2, 4, 5))
        yield from ("", *table(headers[start:], [row[start:] for row in rows], right=right))


def _notes(found: Found, verdict: str, i: str, expected: str, words: Texts) -> Iterator[str]:
    p = found.local.p
    tested, raw, kept = int((~np.isnan(p)).sum()), int((p <= SURE).sum()), int((found.adjusted <= SURE).sum())
    chance = number(tested * SURE, 0, words.language)
    yield words("patterns", verdict, i=i, expected=expected, p=probability(found.whole.p_permuted, words.language))
    key = "left" if kept else "none_left"
    yield words("patterns", key, raw=raw, tested=tested, chance=chance, kept=kept, share=round(100 * SURE))
    if kept and isinstance(found.local, HotSpots):
        high, low = (int((found.local.places[found.adjusted <= SURE] == spot).sum()) for spot in (Spot.HIGH, Spot.LOW))
        yield words("patterns", "gathered", high=high, low=low)
    islands, parts = found.neighbours.named_islands(found.names), int(found.neighbours.parts().max()) + 1
    for name, names in (("islands", islands), ("unknown", found.unknown), ("elsewhere", found.elsewhere)):
        if names:
            yield words("patterns", name, names=named(names))
    if parts > 1:
        yield words("patterns", "parts", number=parts)


def _row(columns: Mapping[str, Sequence[Any]], row: int, language: str) -> list[str]:
    key, name, value, place, p, corrected = (columns[column][row] for column in ("key", "name", "value", "place", "p", "p_adjusted"))
    return [key, name, number(value, 2, language), place, _chance(p, language), _chance(corrected, language)]


def _chance(p: float, language: str) -> str:
    return f"< {probability(LEAST_SHOWN, language)}" if p < LEAST_SHOWN else probability(p, language)


def _types(
    figures: Table, values: Sequence[str], words: Texts, *, types: int | None, seed: int, name: str | None
) -> tuple[list[str], dict[str, Any]]:
    names = figures.keys if name is None else figures.text(name)
    matrix = np.column_stack([figures.numbers(column)[0] for column in values])
    known: Flags = ~np.isnan(matrix).any(axis=1)
    inside: Ints = np.flatnonzero(known)
    most = min(MOST_TYPES, max(2, len(np.unique(matrix[known], axis=0)) - 1))
    found = typology(matrix[known], types, seed=seed) if types else choose(matrix[known], most, seed=seed)[0]
    unknown = [names[at] for at in np.flatnonzero(~known)]
    said = [*_described(found, values, words), *([words("patterns", "unknown", names=named(unknown))] if unknown else [])]
    shown = {} if name is None else {"name": [names[at] for at in inside]}
    return points(said), {"key": [figures.keys[at] for at in inside], **shown, "type": (found.of + 1).tolist()}


def _described(found: Typology, values: Sequence[str], words: Texts) -> Iterator[str]:
    for n, outstanding in enumerate(found.outstanding(values)):
        ways = [words("patterns", "high" if distance > 0 else "low", name=name) for name, distance in outstanding]
        described = ", ".join(ways) or words("patterns", "average")
        yield words("patterns", "type", number=n + 1, areas=int((found.of == n).sum()), words=described)


def _or_none(values: Floats) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]
