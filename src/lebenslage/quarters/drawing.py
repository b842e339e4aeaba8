"""Outlines made ready: packed for keeping, and drawn once so that a page shows them without computing. Needs the analysis packages."""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import shapely
from rasterio.features import rasterize
from rasterio.transform import from_bounds

from lebenslage.atlas.arrays import Floats, Shapes

WIDTH: Final = 1000.0
FINEST: Final = 0.6
"""Of the width, in thousandths: corners nearer than this to a straight line are left out."""
MOST_FINE: Final = 300
"""With more areas each may be coarser: nobody sees a corner in an area of a few points."""
MOST_APART: Final = 1500
CELLS: Final = 1120
"""Above so many areas the drawing has a grid too, so wide: which area lies at which point."""


def packed(shapes: Shapes) -> bytes:
    """Shapes as `Edition.outlines` keeps them."""
    return zlib.compress(shapely.to_wkb(shapely.GeometryCollection(list(shapes))))


def unpacked(outlines: bytes) -> Shapes:
    """The shapes of an edition, in the order of its keys."""
    return np.asarray(shapely.get_parts(shapely.from_wkb(zlib.decompress(bytes(outlines)))))


def drawn(shapes: Shapes) -> Mapping[str, Any]:
    """What `Edition.drawn` holds: width 1000, height, one path of SVG an area, its middle, and the frame (west, south, east, north).

    Neighbours keep one common border where they are simplified (shapely's coverage simplification). Many areas bring a `grid` besides:
    its width, its height, and for each of its points the place of an area, from 1, as 32-bit numbers packed with zlib, in base 64.
    """
    west, south, east, north = frame = shapely.total_bounds(shapes)
    scale = WIDTH / max(east - west, 1e-9)
    finest = FINEST * max(1.0, (len(shapes) / MOST_FINE) ** 0.5 / 2)
    simple = np.asarray(shapely.coverage_simplify(shapes, finest / scale))
    small = shapely.transform(simple, lambda xy: np.column_stack([(xy[:, 0] - west) * scale, (north - xy[:, 1]) * scale]))
    middles = shapely.get_coordinates(shapely.point_on_surface(small)).round(1)
    height = round(float((north - south) * scale), 1)
    return {
        "width": WIDTH,
        "height": height,
        "frame": frame.tolist(),
        "paths": [_path(one) for one in small],
        "middles": middles.tolist(),
        **({"grid": _grid(shapes)} if len(shapes) > MOST_APART else {}),
    }


def _grid(shapes: Shapes) -> Mapping[str, Any]:
    west, south, east, north = shapely.total_bounds(shapes)
    height = max(1, round(CELLS * (north - south) / max(east - west, 1e-9)))
    places = zip(shapes, range(1, len(shapes) + 1), strict=True)
    cells = rasterize(places, (height, CELLS), transform=from_bounds(west, south, east, north, CELLS, height), dtype="uint32")
    return {"width": CELLS, "height": height, "cells": b64encode(zlib.compress(cells.astype("<u4").tobytes(), 9)).decode("ascii")}


def _path(shape: shapely.Geometry) -> str:
    rings = shapely.get_rings(shapely.get_parts(shape))
    return "".join(_ring(shapely.get_coordinates(ring).round(1)) for ring in rings)


def _ring(corners: Floats) -> str:
    """Each corner as its way from the one before: that is shorter to send."""
    steps: Sequence[str] = [f"{x:g} {y:g}" for x, y in np.diff(corners[:-1], axis=0).round(1).tolist()]
    first = f"M{corners[0, 0]:g} {corners[0, 1]:g}"
    return f"{first}l{' '.join(steps).replace(' -', '-')}Z" if steps else f"{first}Z"
