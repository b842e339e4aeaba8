"""Hand-made ground for these tests: three squares of 100 m side by side."""

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.arrays import Shapes

METRES = "EPSG:25832"
KEYS = ("01", "02", "03")


def squares(crs: str = METRES, east: float = 0, north: float = 0) -> AreaSet:
    shapes = np.array([shapely.box(x, north, x + 100, north + 100) for x in (east, east + 100, east + 200)], dtype=object)
    return AreaSet("squares", "2026", KEYS, ("West", "Middle", "East"), shapes, crs)


def shapes(*given: shapely.Geometry) -> Shapes:
    return np.array(given, dtype=object)
