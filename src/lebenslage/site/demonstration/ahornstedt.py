"""The figures of Ahornstedt, the invented town of the planners, with 27 quarters and two years. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import numpy as np

from lebenslage.atlas.areas.reading import Table, read_areas, read_table
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.catalogue import indicators
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.drawing import drawn, packed
from lebenslage.quarters.models import Better, Edition, Indicator, Kind
from lebenslage.quarters.recording import Import, Meaning, NewColumn, Outlines, describe, keep_edition, keep_figures
from lebenslage.site.commands.atlas_tour_town import SHARES
from lebenslage.site.demonstration.people import loaded

SEED: Final = 27
AT: Final = datetime(2026, 11, 2, 9, tzinfo=UTC)
YEARS: Final = (2024, 2026)
PLAN: Final = loaded("ahornstedt.yaml")
SOURCE: Final[str] = PLAN["source"]
NAMES: Final[Mapping[str, Mapping[str, str]]] = PLAN["indicators"]


def fill(authority: Authority, folder: Path) -> Edition:
    """Keep what `write_town` wrote: the outlines, the catalogue, the figures of both years."""
    edition = lay_ground(authority, folder, at=AT)
    for year in YEARS:
        count(authority, edition, folder / f"figures_{year}.csv", date(year, 12, 31), at=AT)
    return edition


def lay_ground(authority: Authority, folder: Path, *, at: datetime) -> Edition:
    """Keep the outlines and the catalogue."""
    areas = read_areas(folder / "quarters.gpkg", key="key", name="name")
    assert areas.shapes is not None
    given = Outlines(
        PLAN["outlines"],
        date(2020, 1, 1),
        areas.keys,
        areas.names,
        SOURCE,
        crs=areas.crs,
        outlines=packed(areas.shapes),
        drawn=drawn(areas.shapes),
    )
    for id in NAMES:
        describe(authority, _meaning(id), by=SYSTEM)
    return keep_edition(authority, given, at=at, by=SYSTEM)


def count(authority: Authority, edition: Edition, file: Path, on: date, *, at: datetime) -> None:
    """Keep the figures of a file as those of a day."""
    known = {one.key: one for one in indicators(authority)}
    table = read_table(file, key="key")
    columns = [_column(known[id], table, edition, on) for id in NAMES]
    keep_figures(authority, edition, columns, Import(file.name, SOURCE, at), by=SYSTEM, name=PLAN["staff"][0]["name"])


def _meaning(id: str) -> Meaning:
    """A share of a burden is better low; who immigrated is no burden."""
    said, kind = NAMES[id], Kind.SHARE if id in SHARES else Kind.COUNT
    better = Better.LOW if kind is Kind.SHARE and id != "immigrants" else Better.NEITHER
    topic, unit = PLAN["topics"][said["topic"]], PLAN["units"][kind.value]
    return Meaning(id, said["name"], said["definition"], kind, unit, SOURCE, topic, said.get("of", ""), better)


def _column(indicator: Indicator, table: Table, edition: Edition, on: date) -> NewColumn:
    """In the order of the edition's keys; a share brings the counts of its denominator."""
    order = [table.keys.index(key) for key in edition.keys]
    numbers, _ = table.numbers(indicator.key)
    given: list[float | None] = [None if np.isnan(numbers[row]) else float(numbers[row]) for row in order]
    marks = [Mark.MISSING if number is None else Mark.GIVEN for number in given]
    base = SHARES.get(indicator.key, ("",))[0]
    bases = [float(table.numbers(base)[0][row]) for row in order] if base else None
    return NewColumn(indicator, on, given, marks, bases)
