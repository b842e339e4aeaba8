"""Outlines of areas from a file: key and name found, broken polygons repaired, overlaps and gaps told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import shapely
from pyproj import CRS

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.checks import holes, lost_zeros, overlaps
from lebenslage.atlas.areas.problems import InvalidPolygon
from lebenslage.atlas.areas.reading.files import read_areas
from lebenslage.atlas.areas.reading.places import moved
from lebenslage.quarters.drawing import drawn, packed
from lebenslage.quarters.reading.findings import Finding, finding, german, listed
from lebenslage.quarters.reading.guessing import KEYS
from lebenslage.quarters.reading.how import How
from lebenslage.quarters.reading.problems import NoKeyColumn
from lebenslage.quarters.reading.sheet import Sheet
from lebenslage.quarters.recording import Outlines

NAMES: Final = ("name", "bezeichnung", "bez", "titel", "label", "quartier", "stadtteil", "plr_name", "gen")
SLIGHT: Final = 100.0
"""Square metres of an overlap that is told; less is how lines were drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class FoundOutlines:
    """Outlines as they were understood."""

    areas: AreaSet
    how: How
    findings: tuple[Finding, ...]

    @property
    def square_kilometres(self) -> float:
        """The ground of all areas."""
        return 0.0 if self.areas.shapes is None else float(shapely.area(self.areas.shapes).sum()) / 1e6

    def given(self, on: date, source: str) -> Outlines:
        """As they are kept."""
        shapes = self.areas.shapes
        assert shapes is not None
        return Outlines(
            title=self.how.title,
            valid_from=on,
            keys=list(self.areas.keys),
            names=list(self.areas.names),
            source=source,
            crs=self.areas.crs,
            outlines=packed(shapes),
            drawn=drawn(shapes),
            licence=self.how.licence,
        )


def naming_columns(sheet: Sheet) -> tuple[str, str]:
    """The columns with keys and names of outlines. Raises NoKeyColumn."""
    single = [heading for heading, texts in sheet.columns.items() if len(set(texts)) == len(texts) and all(map(str.strip, texts))]
    if not single:
        raise NoKeyColumn(file=sheet.file, known=list(sheet.columns)[:20])
    name = next((one for one in sheet.columns if one.lower() in NAMES), "")
    name = name or next((one for one in single if not any(map(str.isdigit, "".join(sheet.columns[one])))), "")
    keys = [one for one in single if one != name] or single
    key = max(keys, key=lambda one: (bool(KEYS.search(one)) - (one.lower() in ("id", "fid", "gid")), _short(sheet.columns[one])))
    return key, name or key


def _short(texts: tuple[str, ...]) -> bool:
    return max(map(len, texts)) <= 20


def read_outlines(path: Path, how: How) -> FoundOutlines:
    """The outlines of a file. Raises the problems of `atlas.areas`, each with its remedy."""
    findings: list[Finding] = []
    try:
        areas = read_areas(path, key=how.key, name=how.name, layer=how.sheet or None)
    except InvalidPolygon as broken:
        areas = read_areas(path, key=how.key, name=how.name, layer=how.sheet or None, repair=True)
        findings.append(finding("repaired_shapes", number=broken.details["count"], area=broken.details["area"]))
    return FoundOutlines(areas, how, (*findings, *_checked(areas)))


def _checked(areas: AreaSet) -> Iterator[Finding]:
    both = [one for one in overlaps(areas) if one.square_metres > SLIGHT]
    if both:
        names = dict(zip(areas.keys, areas.names, strict=True))
        pairs = listed([f"{names[one.one]} und {names[one.other]} ({german(one.square_metres, 0)} m²)" for one in both], shown=3)
        yield finding("overlaps", number=len(both), pairs=pairs)
    gaps = [one for one in holes(areas) if one.square_metres > SLIGHT]
    if gaps:
        yield finding("holes", number=len(gaps), most=german(round(gaps[0].square_metres), 0))
    zeros = lost_zeros(areas.keys)
    if zeros:
        yield finding("lost_zeros", keys=listed(zeros, shown=3))
    twins = len(areas.names) - len(set(areas.names))
    if twins:
        yield finding("same_names", number=twins)


def covered(new: AreaSet, old: AreaSet) -> float:
    """Which share of the ground of the old areas the new ones cover, 0 to 1."""
    if new.shapes is None or old.shapes is None:
        return 1.0
    before = shapely.union_all(old.shapes)
    now = shapely.union_all(moved(new.shapes, CRS(new.crs), CRS(old.crs)))
    return float(shapely.area(shapely.intersection(before, now)) / max(shapely.area(before), 1e-9))


def same_ground(one: AreaSet, other: AreaSet) -> bool:
    """Whether two sets are the same areas within the same boundaries."""
    if list(one.keys) != list(other.keys) or one.shapes is None or other.shapes is None or one.crs != other.crs:
        return False
    apart = shapely.area(shapely.symmetric_difference(one.shapes, other.shapes))
    return bool((apart <= 1e-3 * np.maximum(shapely.area(one.shapes), 1)).all())
