"""Ahornstedt with its heat measured from the raster, and with the people of its census cells."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.reading import read_table
from lebenslage.atlas.overlay.measures import mean
from lebenslage.atlas.overlay.rasters import raster_from_file, zonal
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters import catalogue
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.drawing import packed, unpacked
from lebenslage.quarters.models import Edition, Kind
from lebenslage.quarters.recording import Import, Meaning, NewColumn, Outlines, describe, keep_edition, keep_figures

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
CENSUS = date(2022, 5, 15)


@pytest.fixture
def hot(ahornstedt: Authority, town_files: Path) -> Authority:
    """Heat is known by quarter."""
    edition = catalogue.edition(ahornstedt)
    assert edition is not None
    areas = AreaSet("", "", tuple(edition.keys), tuple(edition.names), unpacked(edition.outlines), edition.crs)
    heat = zonal(raster_from_file(town_files / "heat.tif"), areas, mean).values[:, 0]
    keep(ahornstedt, edition, "heat", "Hitze", heat.tolist(), date(2026, 7, 1), Kind.MEAN)
    return ahornstedt


@pytest.fixture
def counted(hot: Authority, town_files: Path) -> Authority:
    """Heat is known, and who lives in which cell."""
    table = read_table(town_files / "cells.csv", key="cell")
    x, y = table.numbers("x")[0], table.numbers("y")[0]
    cells = Outlines(
        "Gitter", CENSUS, table.keys, table.keys, "Zensus", "raster", outlines=packed(shapely.box(x - 50, y - 50, x + 50, y + 50))
    )
    edition = keep_edition(hot, cells, at=AT, by=SYSTEM)
    for key in ("people", "over_65", "under_6"):
        keep(hot, edition, key, key, table.numbers(key)[0].tolist(), CENSUS, Kind.COUNT)
    return hot


def keep(authority: Authority, edition: Edition, key: str, name: str, numbers: list[float], on: date, kind: Kind) -> None:
    """Keep one column."""
    indicator = describe(authority, Meaning(key, name, name, kind, "Grad" if kind == Kind.MEAN else "Menschen", "erfunden"), by=SYSTEM)
    column = NewColumn(indicator, on, numbers, [Mark.GIVEN] * len(numbers))
    keep_figures(authority, edition, [column], Import(key, "erfunden", AT), by=SYSTEM)
