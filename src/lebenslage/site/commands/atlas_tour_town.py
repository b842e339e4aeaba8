"""Ahornstedt: a made-up town of 27 quarters, for the tour of the atlas. Nothing in it is measured; the same seed gives the same town.

Poverty gathers in the north-east, by the works; heat gathers in the dense middle; parks lie along the river. Figures of poverty are drawn
as counts of people, so that small quarters are as uncertain as they are in real towns.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.transform import from_origin

from lebenslage.atlas.arrays import Floats, Ints, Shapes
from lebenslage.atlas.overlay.people import area_of

CRS: Final = "EPSG:25832"
WEST, SOUTH, SIDE = 350_000.0, 5_650_000.0, 3_800.0
CELL, PIXEL = 100.0, 20.0
ROUNDS = 12
NAMES: Final = (
    "Alter Markt", "Ankerhof", "Bachgrund", "Bleiche", "Dohlenberg", "Eichenkamp", "Färberau", "Galgenhügel", "Gaswerk",
    "Hafenrand", "Hopfengarten", "Kalkofen", "Kirchlinde", "Krähenbusch", "Mühlenau", "Nordhang", "Ochsenweide", "Papiermühle",
    "Quellental", "Rosengrund", "Sandkuhle", "Schäferei", "Südhang", "Tuchmacher", "Uferstraße", "Weberei", "Ziegelei",
)  # fmt: skip
SHARES: Final[Mapping[str, tuple[str, float, float]]] = {
    "immigrants": ("population", 14, 26),
    "basic_income": ("population_under_65", 3, 20),
    "child_poverty": ("children_under_15", 5, 38),
    "young_unemployed": ("people_15_to_24", 2, 9),
    "old_age_poverty": ("people_65_and_over", 1, 9),
    "lone_parents": ("households_with_children", 12, 20),
    "large_families": ("households_with_children", 6, 14),
}
"""Of which people, the share in per cent where poverty is least, and how much more where it is greatest."""
BASES: Final = {
    "population_under_65": 0.78, "children_under_15": 0.14, "people_15_to_24": 0.11,
    "people_65_and_over": 0.22, "households_with_children": 0.12,
}  # fmt: skip
PLACES: Final = ("school", "youth centre", "pharmacy", "library", "church", "sports ground")


@dataclass(frozen=True, slots=True, eq=False)
class Town:
    """The quarters with their latent poverty and density (0 to 1), and the census cells: middle, people, row of the quarter."""

    shapes: Shapes
    poverty: Floats
    density: Floats
    cells: Floats
    people: Ints
    quarter: Ints


def write_town(folder: Path, seed: int) -> None:
    """Write the files of the town: quarters, figures of two years, census cells, heat, noise, parks, places, money, counts."""
    rng = np.random.default_rng(seed)
    town = _town(rng)
    _write_quarters(folder / "quarters.gpkg", town)
    earlier = _write_figures(folder / "figures_2024.csv", town, rng, town.poverty)
    drift = np.clip(town.poverty + rng.normal(0, 0.04, len(NAMES)), 0, 1)
    drift[NAMES.index("Hafenrand")] += 0.15
    _write_figures(folder / "figures_2026.csv", town, rng, drift, earlier)
    _write_cells(folder / "cells.csv", town, rng)
    _write_raster(folder / "heat.tif", _heat(town, rng))
    _write_raster(folder / "noise.tif", _noise(rng))
    _write_parks(folder / "parks.gpkg", rng)
    _write_places(folder, town, rng)
    _write_money(folder / "money.csv", town, rng)
    _write_grants(folder / "grants.csv", town, rng)


def _town(rng: np.random.Generator) -> Town:
    shapes = _quarters(rng)
    x, y = shapely.get_coordinates(shapely.centroid(shapes)).T
    middle = np.hypot(x - WEST - SIDE / 2, y - SOUTH - SIDE / 2) / SIDE
    works = np.hypot(x - WEST - 0.78 * SIDE, y - SOUTH - 0.75 * SIDE) / SIDE
    poverty = np.clip(1.05 - 1.7 * works + rng.normal(0, 0.12, len(NAMES)), 0, 1)
    density = np.clip(1 - 1.5 * middle + rng.normal(0, 0.1, len(NAMES)), 0.08, 1)
    steps = np.arange(CELL / 2, SIDE, CELL)
    cells = np.array([(WEST + east, SOUTH + north) for north in steps for east in steps])
    quarter = area_of(shapes, cells)
    people = rng.poisson(5 + 60 * density[quarter] ** 1.5 * rng.choice((0, 0.6, 1.4), len(cells), p=(0.2, 0.4, 0.4)))
    people[quarter == NAMES.index("Ziegelei")] = rng.poisson(1.2, int((quarter == NAMES.index("Ziegelei")).sum()))
    return Town(shapes, poverty, density, cells, people, quarter)


def _quarters(rng: np.random.Generator) -> Shapes:
    """Voronoi cells of random points, made even by moving each point into the middle of its cell; rounded to decimetres by the grid."""
    square = shapely.box(WEST, SOUTH, WEST + SIDE, SOUTH + SIDE)
    points = rng.uniform((WEST, SOUTH), (WEST + SIDE, SOUTH + SIDE), (len(NAMES), 2))
    for _ in range(ROUNDS):
        parts = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=square, ordered=True))
        shapes = shapely.intersection(parts, square)
        points = shapely.get_coordinates(shapely.centroid(shapes))
    exact = shapely.coverage_simplify(shapes, 0.0)
    return np.asarray(shapely.transform(exact, np.round))


def _write_quarters(file: Path, town: Town) -> None:
    keys = np.array([_key(row) for row in range(len(NAMES))], object)
    pyogrio.raw.write(file, shapely.to_wkb(town.shapes), [keys, np.array(NAMES, object)], ["key", "name"], geometry_type="Polygon", crs=CRS)


def _write_figures(
    file: Path, town: Town, rng: np.random.Generator, poverty: Floats, before: Mapping[str, Ints] | None = None
) -> Mapping[str, Ints]:
    """Shares in per cent with a decimal comma, as a town hall saves them, and the numbers of people behind them. Returns these numbers."""
    population = np.bincount(town.quarter, town.people, len(NAMES)).astype(np.int64)
    bases = before or {"population": population, **{id: rng.binomial(population, share) for id, share in BASES.items()}}
    columns: dict[str, Sequence[str]] = {"key": list(map(_key, range(len(NAMES)))), "name": NAMES}
    columns |= {id: [_grouped(number) for number in numbers] for id, numbers in bases.items()}
    for id, (base, least, more) in SHARES.items():
        share = np.clip(least + more * poverty + rng.normal(0, 0.06 * more, len(NAMES)), 0.2, 95) / 100
        columns[id] = [_percent(count, number) for count, number in zip(rng.binomial(bases[base], share), bases[base], strict=True)]
    _write_csv(file, columns)
    return bases


def _write_cells(file: Path, town: Town, rng: np.random.Generator) -> None:
    old = rng.binomial(town.people, 0.14 + 0.14 * (1 - town.density[town.quarter]))
    small = rng.binomial(town.people - old, 0.05 + 0.04 * town.poverty[town.quarter])
    x, y = town.cells.T.astype(int)
    numbers = {"x": x, "y": y, "people": town.people, "over_65": old, "under_6": small}
    ids = [f"{a}-{b}" for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    quarter = [_key(row) for row in town.quarter.tolist()]
    _write_csv(file, {"cell": ids, "quarter": quarter, **{name: list(map(str, column.tolist())) for name, column in numbers.items()}})


def _pixels() -> tuple[Floats, Floats]:
    """Middles of the pixels, rows from the north."""
    steps = np.arange(PIXEL / 2, SIDE, PIXEL)
    east, north = np.meshgrid(WEST + steps, SOUTH + steps[::-1])
    return east, north


def _heat(town: Town, rng: np.random.Generator) -> Floats:
    """Felt temperature at two in the afternoon of a hot day (PET): built ground and distance to the river count. A cloud hid a corner."""
    east, north = _pixels()
    built = town.density[area_of(town.shapes, np.column_stack([east.ravel(), north.ravel()]))].reshape(east.shape)
    river = np.abs(north - SOUTH - SIDE / 2 - 0.1 * SIDE * np.sin(6 * (east - WEST) / SIDE)) / SIDE
    crowd = np.kron(town.people.reshape(-1, round(SIDE / CELL))[::-1] / town.people.max(), np.ones((int(CELL / PIXEL),) * 2))
    heat = 29 + 7 * built + 3 * crowd + 6 * np.minimum(river, 0.25) + rng.normal(0, 0.8, east.shape)
    heat[:20, :20] = np.nan
    return np.asarray(heat)


def _noise(rng: np.random.Generator) -> Floats:
    """Noise of day, evening and night (Lden) from one main road and the works."""
    east, north = _pixels()
    road = np.abs((east - WEST) - 0.45 * SIDE - 0.25 * (north - SOUTH))
    works = np.hypot(east - WEST - 0.78 * SIDE, north - SOUTH - 0.75 * SIDE)
    heard = np.maximum(74 - 13 * np.log10(np.maximum(road, 12) / 12), 70 - 15 * np.log10(np.maximum(works, 60) / 60))
    return np.asarray(heard + rng.normal(0, 1, east.shape))


def _write_raster(file: Path, values: Floats) -> None:
    rows, columns = values.shape
    transform = from_origin(WEST, SOUTH + SIDE, PIXEL, PIXEL)
    options = {"driver": "GTiff", "dtype": "float32", "nodata": -9999, "crs": CRS, "transform": transform, "compress": "deflate"}
    with rasterio.open(file, "w", height=rows, width=columns, count=1, **options) as made:
        made.write(np.nan_to_num(values, nan=-9999).astype(np.float32), 1)


def _write_parks(file: Path, rng: np.random.Generator) -> None:
    middles = np.column_stack([WEST + rng.uniform(0, SIDE, 18), SOUTH + SIDE / 2 + rng.normal(0, 0.28 * SIDE, 18)])
    parks = shapely.buffer(shapely.points(middles), rng.uniform(60, 260, 18))
    pyogrio.raw.write(
        file, shapely.to_wkb(parks), [np.array([f"park {n}" for n in range(1, 19)], object)], ["name"], geometry_type="Polygon", crs=CRS
    )


def _write_places(folder: Path, town: Town, rng: np.random.Generator) -> None:
    """Fountains stand where the town was well off; candidates are public houses, each with a price to connect it to the water."""
    lived_in = np.flatnonzero(town.people > 10)
    liked = lived_in[town.poverty[town.quarter[lived_in]] < 0.45]
    fountains = town.cells[rng.choice(liked, 7, replace=False)] + rng.uniform(-40, 40, (7, 2))
    candidates = town.cells[rng.choice(lived_in, 40, replace=False)] + rng.uniform(-40, 40, (40, 2))
    kinds = [PLACES[n % len(PLACES)] for n in range(len(candidates))]
    named = [f"{kind} {n // len(PLACES) + 1}" for n, kind in enumerate(kinds)]
    _write_csv(folder / "fountains.csv", {"id": [f"F{n}" for n in range(1, 8)], **_coordinates(fountains)})
    prices = [str(price) for price in rng.integers(9, 22, len(candidates)) * 1000]
    _write_csv(folder / "candidates.csv", {"id": named, "kind": kinds, **_coordinates(candidates), "price": prices})


def _coordinates(points: Floats) -> Mapping[str, Sequence[str]]:
    return {axis: [f"{value:.1f}" for value in column] for axis, column in zip("xy", points.T.tolist(), strict=True)}


def _write_money(file: Path, town: Town, rng: np.random.Generator) -> None:
    """What the town spends on youth work: much of it follows old habits, little of it follows need."""
    people = np.bincount(town.quarter, town.people, len(NAMES))
    euros = np.round(people * (22 + 12 * town.poverty + rng.uniform(-14, 20, len(NAMES))), -2)
    euros[NAMES.index("Ziegelei")] = 0
    _write_csv(file, {"key": list(map(_key, range(len(NAMES)))), "euro": [_grouped(int(one)) for one in euros]})


def _write_grants(file: Path, town: Town, rng: np.random.Generator) -> None:
    """Households that were granted help, by quarter and size: the small counts that must not be told."""
    people = np.bincount(town.quarter, town.people, len(NAMES))
    rows = [(row, size, share) for row in range(len(NAMES)) for size, share in (("1", 0.5), ("2", 0.3), ("3+", 0.2))]
    counts = [int(rng.poisson(0.02 * people[row] * (0.2 + town.poverty[row]) * share)) for row, _, share in rows]
    keys, sizes = [_key(row) for row, _, _ in rows], [size for _, size, _ in rows]
    _write_csv(file, {"row": list(map(str, range(1, len(rows) + 1))), "quarter": keys, "size": sizes, "granted": list(map(str, counts))})


def _write_csv(file: Path, columns: Mapping[str, Sequence[str]]) -> None:
    with file.open("w", encoding="utf8", newline="") as opened:
        rows = csv.writer(opened, delimiter=";", lineterminator="\n")
        rows.writerow(columns)
        rows.writerows(_rows(columns))


def _rows(columns: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    return zip(*columns.values(), strict=True)


def _key(row: int) -> str:
    return f"{row + 1:02d}"


def _grouped(number: int) -> str:
    """1675 as `1 675`."""
    return f"{number:,}".replace(",", " ")


def _percent(count: int, number: int) -> str:
    """A share in per cent with a decimal comma; an en dash where there is nobody."""
    return f"{100 * count / number:.1f}".replace(".", ",") if number else "–"
