"""The work of `lebenslage overlay`: files in, categories, burdens and a heat plan out, and what is said about them."""

import csv
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import numpy as np

from lebenslage.atlas.areas.reading import Table, read_areas, read_table
from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.overlay import (
    Burdens,
    Categories,
    HeatPlan,
    burdens,
    by_share,
    combinations,
    exposed_by_category,
    given,
    heat_plan,
    published_cuts,
    social_category,
    vulnerable,
)
from lebenslage.atlas.overlay.categories import QUARTERS, THIRDS
from lebenslage.atlas.overlay.problems import AreasWithoutShapes, FigureWithoutCuts, ImpossibleCount, NoShape, NotACategory, NotNameAndValue
from lebenslage.law.texts import Texts
from lebenslage.site.commands.layout import heading, points, table

SHARES: Final = {"thirds": THIRDS, "quarters": QUARTERS}
SHOWN_AREAS = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked on the command line."""

    source: Path
    key: str
    areas: Path | None
    rasters: tuple[str, ...]
    people: Path | None
    cuts: tuple[str, ...]
    heat: str | None
    poverty: str | None
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """What was found: figures from rasters with the share covered, categories, burdens, and the heat plan where it was asked for."""

    keys: tuple[str, ...]
    measured: Mapping[str, tuple[Floats, Floats]]
    categories: Mapping[str, Categories]
    burdens: Burdens
    plan: HeatPlan | None


def laid(asked: Asked, progress: Callable[[int, int], None]) -> Laid:
    """Read, measure, divide, count. Raises what the readers and `overlay` raise, NotNameAndValue, FigureWithoutCuts, NoShape."""
    source = read_table(asked.source, key=asked.key)
    measured = dict(_measured(asked, source, progress))
    figures = {name: values for name, (values, _) in measured.items()}
    categories = {}
    with _lines_of(source):
        for name, cuts in map(_pair, asked.cuts):
            categories[name] = _categories(name, cuts, figures[name] if name in figures else source.numbers(name)[0], source.file)
        plan = _plan(asked, source, categories)
    return Laid(source.keys, measured, categories, burdens(categories), plan)


@contextmanager
def _lines_of(source: Table) -> Iterator[None]:
    """A problem that names a row of the table names its line of the file instead."""
    try:
        yield
    except (NotACategory, ImpossibleCount) as problem:
        row = int(str(problem.details["row"]))
        raise type(problem)(**{**problem.details, "row": source.lines[row - 1]}) from problem


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.rpartition("=")
    if not name or not value:
        raise NotNameAndValue(given=text)
    return name, value


def _measured(asked: Asked, source: Table, progress: Callable[[int, int], None]) -> Iterator[tuple[str, tuple[Floats, Floats]]]:
    """The mean of each raster by area, and the share of the area that has values."""
    if not asked.rasters:
        return
    if asked.areas is None:
        raise AreasWithoutShapes(areas=asked.source.name)
    rasters, places = (import_module(f"lebenslage.atlas.{name}") for name in ("overlay.rasters", "areas.reading.places"))
    mean = import_module("lebenslage.atlas.overlay.measures").mean
    areas = read_areas(asked.areas, key=asked.key)
    rows = _rows(source, areas.keys, asked.areas.name)
    people = rasters.raster_from_file(asked.people) if asked.people else None
    for name, file in map(_pair, asked.rasters):
        raster = rasters.raster_from_file(Path(file))
        there = places.moved(areas.shapes, places.known_crs(areas.crs), places.known_crs(raster.crs))
        found = rasters.zonal(raster, replace(areas, shapes=there, crs=raster.crs), mean, people=people, progress=progress)
        yield name, (found.values[rows, 0], found.covered[rows])


def _rows(source: Table, keys: tuple[str, ...], file: str) -> list[int]:
    """Where each area of the table stands among the shapes."""
    at = {key: row for row, key in enumerate(keys)}
    for key, line in zip(source.keys, source.lines, strict=True):
        if key not in at:
            raise NoShape(file=source.file, line=line, area=key, shapes=file)
    return [at[key] for key in source.keys]


def _categories(name: str, cuts: str, values: Floats, file: str) -> Categories:
    """The categories of a figure by the name of the cuts."""
    if cuts == "status":
        return social_category(_whole(values))
    if cuts == "given":
        return given(_whole(values), worst=3, source=file, figure=name)
    if cuts.lstrip("-") in SHARES:
        return by_share(values, SHARES[cuts.lstrip("-")], worse=-1 if cuts.startswith("-") else 1, figure=name)
    return published_cuts(cuts).of(values)


def _whole(values: Floats) -> Any:
    return np.nan_to_num(values).astype(np.int64)


def _plan(asked: Asked, source: Table, categories: Mapping[str, Categories]) -> HeatPlan | None:
    """The heat plan, where heat, poverty and at least one group were named. Raises FigureWithoutCuts."""
    if not (asked.heat and asked.poverty and asked.groups):
        return None
    for name in (asked.heat, asked.poverty):
        if name not in categories:
            raise FigureWithoutCuts(given=name, known=list(categories))
    groups = dict(map(_pair, asked.groups))
    counted = {id: source.numbers(column)[0] for id, column in groups.items()}
    who = vulnerable(counted, {id: f"{source.file}: {column}" for id, column in groups.items()})
    return heat_plan(exposed_by_category(categories[asked.heat]), who, categories[asked.poverty])


def write_areas(target: Path, result: Laid, words: Texts) -> None:
    """Write a row an area as CSV, complete or not at all."""
    fresh = target.with_name(f".{target.name}.part")
    with fresh.open("w", encoding="utf8", newline="") as file:
        rows = csv.DictWriter(file, list(next(_cells(result, words))), lineterminator="\n")
        rows.writeheader()
        rows.writerows(_cells(result, words))
    fresh.replace(target)


def _cells(result: Laid, words: Texts) -> Iterator[dict[str, object]]:
    place = {int(row): number for number, row in enumerate(result.plan.order, 1)} if result.plan else {}
    for row, key in enumerate(result.keys):
        cells: dict[str, object] = {"key": key}
        for name, (values, covered) in result.measured.items():
            cells |= {f"{name}_mean": _shown(values[row]), f"{name}_covered": f"{covered[row]:.3f}"}
        cells |= {f"{name}_category": int(one.values[row]) or "" for name, one in result.categories.items()}
        cells |= {"burdens": int(result.burdens.number[row]), "unknown": int(result.burdens.unknown[row])}
        cells["kinds"] = "+".join(result.burdens.kinds[row])
        if result.plan:
            cells |= {"stage": int(result.plan.stage[row]), "place": place.get(row, ""), "people": _shown(result.plan.people[row])}
            cells["reasons"] = " ".join(result.plan.reasons(row, words)) if row in place else ""
        yield cells


def _shown(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.6g}"


def summary(result: Laid) -> dict[str, Any]:
    """What was found, for programs."""
    types = combinations(result.burdens, np.ones(len(result.keys)))
    found: dict[str, Any] = {
        "areas": len(result.keys),
        "cuts": {name: one.source for name, one in result.categories.items()},
        "burdens": np.bincount(result.burdens.number).tolist(),
        "types": [{"kinds": one.kinds, "areas": one.areas} for one in types],
    }
    if result.plan:
        found["plan"] = [{"area": result.keys[row], "stage": int(result.plan.stage[row])} for row in result.plan.order]
        found["unknown_groups"] = result.plan.vulnerable.unknown
    return found


def in_words(result: Laid, file: str, words: Texts) -> Iterator[str]:
    """What was found, for people: burdens, where the cuts come from, and the first areas of the heat plan with their reasons."""
    yield words("overlay", "done", areas=len(result.keys), file=file)
    if result.categories:
        counts = enumerate(np.bincount(result.burdens.number).tolist())
        headers = [words("overlay", "columns", name) for name in ("burdens", "areas")]
        yield from table(headers, [[str(number), str(areas)] for number, areas in counts], right=frozenset({0, 1}))
        yield from heading(words("overlay", "sources"))
        yield from points(f"{name}: {one.source}" for name, one in result.categories.items())
    if result.plan:
        for row in result.plan.order[:SHOWN_AREAS]:
            yield from heading(result.keys[row])
            yield from points(result.plan.reasons(row, words))
