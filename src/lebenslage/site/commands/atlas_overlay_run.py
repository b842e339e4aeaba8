"""The work of `lebenslage overlay`: files in, categories, burdens and a heat plan out, and what is said about them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import numpy as np

from lebenslage.atlas.areas.reading import Table, read_table
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
from lebenslage.atlas.overlay.measures import mean
from lebenslage.atlas.overlay.problems import AreasWithoutShapes, FigureWithoutCuts, ImpossibleCount, NoShape, NotACategory, NotNameAndValue
from lebenslage.law.texts import Texts
from lebenslage.site.commands.layout import heading, points, table
from lebenslage.site.commands.table_output import Columns

SHARES: Final = {"thirds": THIRDS, "quarters": QUARTERS}
NEEDED_FOR_RASTERS: Final = ("areas.reading", "areas.reading.places", "overlay.rasters")
SHOWN_AREAS = 10
SHOWN_TYPES = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked on the command line."""

    source: Path
    key: str
    name: str | None
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
    names: tuple[str, ...]
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
    names = source.text(asked.name) if asked.name else source.keys
    return Laid(source.keys, names, measured, categories, burdens(categories) if categories else _none(len(names)), plan)


def _none(areas: int) -> Burdens:
    """No burdens, where no categories were asked for."""
    nothing = np.zeros(areas, np.int64)
    return Burdens(nothing, nothing, ((),) * areas)


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
    reading, places, rasters = (import_module(f"lebenslage.atlas.{name}") for name in NEEDED_FOR_RASTERS)
    areas = reading.read_areas(asked.areas, key=asked.key)
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


def columns_of(result: Laid, words: Texts) -> Columns:
    """The result as columns by name, one value an area, None where there is none."""
    columns: dict[str, Sequence[Any]] = {"key": result.keys, "name": result.names}
    for name, (values, covered) in result.measured.items():
        columns |= {f"{name}_mean": _known(values), f"{name}_covered": covered.tolist()}
    columns |= {f"{name}_category": [value or None for value in one.values.tolist()] for name, one in result.categories.items()}
    columns |= {"burdens": result.burdens.number.tolist(), "unknown": result.burdens.unknown.tolist()}
    columns["kinds"] = ["+".join(kinds) for kinds in result.burdens.kinds]
    return columns | (_plan_columns(result.plan, words) if result.plan else {})


def _plan_columns(plan: HeatPlan, words: Texts) -> dict[str, Sequence[Any]]:
    place = {row: number for number, row in enumerate(plan.order.tolist(), 1)}
    rows = range(len(plan.stage))
    return {
        "stage": plan.stage.tolist(),
        "place": [place.get(row) for row in rows],
        "people": _known(plan.people),
        "reasons": [" ".join(plan.reasons(row, words)) if row in place else None for row in rows],
    }


def _known(values: Floats) -> list[float | None]:
    return [None if np.isnan(value) else value for value in values.tolist()]


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
        yield from _counts(result, words)
        yield from heading(words("overlay", "sources"))
        yield from points(f"{name}: {_source(one, words)}" for name, one in result.categories.items())
    if result.plan:
        for row in result.plan.order[:SHOWN_AREAS].tolist():
            yield from heading(" ".join(dict.fromkeys((result.keys[row], result.names[row]))))
            yield from points(result.plan.reasons(row, words))


def _counts(result: Laid, words: Texts) -> Iterator[str]:
    """How many burdens, and which come together most often."""
    burdens_, areas, kinds = (words("overlay", "columns", name) for name in ("burdens", "areas", "kinds"))
    counts = enumerate(np.bincount(result.burdens.number).tolist())
    yield from table((burdens_, areas), [(str(number), str(many)) for number, many in counts], right=frozenset({0, 1}))
    types = combinations(result.burdens, np.zeros(len(result.keys)))[:SHOWN_TYPES]
    yield ""
    yield from table((kinds, areas), [(" + ".join(one.kinds) or "–", str(one.areas)) for one in types], right=frozenset({1}), gives={0: 30})


def _source(one: Categories, words: Texts) -> str:
    """Where cuts come from; shares of the areas in the reader's language."""
    shares = ", ".join(f"{100 * share:.0f} %" for share in one.shares)
    return words("overlay", "by_share", shares=shares) if one.shares else one.source
