"""Outlines made ready: packed for keeping, and drawn once so that a page shows them without computing. Needs the analysis packages."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import shapely

from lebenslage.atlas.arrays import Floats, Shapes

WIDTH: Final = 1000.0
FINEST: Final = 0.6
"""Of the width, in thousandths: corners nearer than this to a straight line are left out."""


def packed(shapes: Shapes) -> bytes:
    """Shapes as `Edition.outlines` keeps them."""
    return zlib.compress(shapely.to_wkb(shapely.GeometryCollection(list(shapes))))


def unpacked(outlines: bytes) -> Shapes:
    """The shapes of an edition, in the order of its keys."""
    return np.asarray(shapely.get_parts(shapely.from_wkb(zlib.decompress(bytes(outlines)))))


def drawn(shapes: Shapes) -> Mapping[str, Any]:
    """What `Edition.drawn` holds: width 1000, height, one path of SVG an area, its middle, and the frame (west, south, east, north).

    Neighbours keep one common border where they are simplified (shapely's coverage simplification).
    """
    west, south, east, north = frame = shapely.total_bounds(shapes)
    scale = WIDTH / max(east - west, 1e-9)
    simple = np.asarray(shapely.coverage_simplify(shapes, FINEST / scale))
    small = shapely.transform(simple, lambda xy: np.column_stack([(xy[:, 0] - west) * scale, (north - xy[:, 1]) * scale]))
    middles = shapely.get_coordinates(shapely.point_on_surface(small)).round(1)
    height = round(float((north - south) * scale), 1)
    return {
        "width": WIDTH,
        "height": height,
        "frame": frame.tolist(),
        "paths": [_path(one) for one in small],
        "middles": middles.tolist(),
    }


def _path(shape: shapely.Geometry) -> str:
    rings = shapely.get_rings(shapely.get_parts(shape))
    return "".join(_ring(shapely.get_coordinates(ring).round(1)) for ring in rings)


def _ring(corners: Floats) -> str:
    points: Sequence[str] = [f"{x:g} {y:g}" for x, y in corners[:-1].tolist()]
    return f"M{'L'.join(points)}Z"
