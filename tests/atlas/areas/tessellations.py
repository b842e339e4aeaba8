"""Made-up towns: random tessellations of a square, and simple rectangles."""

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet

CRS = "EPSG:25832"


def area_set(shapes: list[shapely.Polygon] | np.ndarray, name: str = "town") -> AreaSet:
    keys = tuple(f"{i:04d}" for i in range(1, len(shapes) + 1))
    return AreaSet(name, "2025", keys, keys, np.asarray(shapes, dtype=object), CRS)


def boxes(*bounds: tuple[float, float, float, float], name: str = "town") -> AreaSet:
    return area_set([shapely.box(*one) for one in bounds], name)


def tessellation(count: int, seed: int, size: float = 10_000.0, x: float = 400_000.0, y: float = 5_700_000.0) -> np.ndarray:
    """Convex quarters that fill a square exactly, far from the origin as real coordinates are."""
    points = np.random.default_rng(seed).uniform(0, size, (count, 2)) + np.array([x, y])
    frame = shapely.box(x, y, x + size, y + size)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=frame))
    return shapely.intersection(cells, frame)


def merged(shapes: np.ndarray, groups: int, seed: int) -> np.ndarray:
    """Quarters joined at random: shapes with several parts, holes and bays, which still fill the square."""
    group = np.random.default_rng(seed).integers(0, groups, len(shapes))
    return np.array([shapely.union_all(shapes[group == one]) for one in range(groups) if (group == one).any()])
