"""A raster measured in the quarters: heat, noise or sealing become an indicator."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
from pyproj import CRS

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.reading.places import moved
from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.overlay.measures import Measure, mean
from lebenslage.atlas.overlay.rasters import raster_from_file, zonal
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.drawing import unpacked
from lebenslage.quarters.models import Edition
from lebenslage.quarters.reading.figures import Ready
from lebenslage.quarters.reading.findings import Finding, finding, german, listed
from lebenslage.quarters.reading.how import As, How

SURE_FROM: Final = 0.95


def _greatest(values: Floats, weights: Floats) -> float:
    return float(values.max())


MEASURES: Final[dict[str, Measure]] = {"mean": mean, "max": _greatest}


def measured(path: Path, how: How, edition: Edition, name: str) -> tuple[Ready, list[Finding]]:
    """Measure the first band in each area. Uncertain where less than 95 per cent of it has values. Raises as `zonal`."""
    raster = raster_from_file(path)
    shapes = moved(unpacked(bytes(edition.outlines)), CRS(edition.crs), CRS(raster.crs))
    areas = AreaSet(edition.title, "", tuple(edition.keys), tuple(edition.names), shapes, raster.crs)
    found = zonal(raster, areas, MEASURES[how.measure])
    values = [None if np.isnan(one) else round(float(one), 3) for one in found.values[:, 0]]
    covered = found.covered.tolist()
    marks = [_mark(value, share) for value, share in zip(values, covered, strict=True)]
    lines = list(range(1, len(values) + 1))
    ready = Ready(how.indicator, name, As.MEAN, how.on or date.min, values, marks, lines)
    return ready, _told(edition, marks, covered)


def _mark(value: float | None, covered: float) -> Mark:
    return Mark.MISSING if value is None else Mark.GIVEN if covered >= SURE_FROM else Mark.UNCERTAIN


def _told(edition: Edition, marks: list[Mark], covered: list[float]) -> list[Finding]:
    thin = [
        f"{name} ({german(100 * share, 0)} %)"
        for name, mark, share in zip(edition.names, marks, covered, strict=True)
        if mark is Mark.UNCERTAIN
    ]
    empty = [name for name, mark in zip(edition.names, marks, strict=True) if mark is Mark.MISSING]
    found = [finding("thin_raster", areas=listed(thin))] if thin else []
    return [*found, *([finding("gaps", name=edition.title, number=len(empty), areas=listed(empty))] if empty else [])]
