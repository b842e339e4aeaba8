"""A raster of a whole city in its planning areas: mean, quantile and share above a limit, by ground and by people, on made-up heat."""

from functools import cache

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.overlay.measures import mean, quantile, share_above
from lebenslage.atlas.overlay.rasters import Raster, raster_from_array, zonal
from lebenslage.site.commands.measuring import Measurement, best_of

AREAS, SEED, CRS = 536, 7, "EPSG:25833"
EAST, NORTH, PIXEL, CELL = 40_000, 36_000, 10, 100
WHAT = f"{AREAS} areas, {EAST * NORTH // PIXEL**2:,} cells of {PIXEL} m (seed {SEED})"


@cache
def ground() -> tuple[AreaSet, Raster, Raster]:
    """Voronoi areas, heat in cells of ten metres, people in cells of a hundred."""
    chance, square = np.random.default_rng(SEED), shapely.box(0, 0, EAST, NORTH)
    points = shapely.multipoints(chance.uniform((0, 0), (EAST, NORTH), (AREAS, 2)))
    shapes = shapely.intersection(shapely.get_parts(shapely.voronoi_polygons(points, extend_to=square)), square)
    keys = tuple(map(str, range(AREAS)))
    heat = chance.normal(33, 3, (NORTH // PIXEL, EAST // PIXEL))
    people = chance.poisson(40, (NORTH // CELL, EAST // CELL)).astype(float)
    box = (0, 0, EAST, NORTH)
    made_up = AreaSet("made-up", "", keys, keys, shapes, CRS)
    return made_up, raster_from_array("heat", heat, bounds=box, crs=CRS), raster_from_array("people", people, bounds=box, crs=CRS)


def by_ground() -> Measurement:
    """Exact shares of cells, three measures."""
    areas, heat, _ = ground()
    seconds = best_of(3, lambda: zonal(heat, areas, mean, quantile(0.9), share_above(35)))
    return Measurement(f"heat in {WHAT}, by ground", seconds, "s")


def by_people() -> Measurement:
    """The same, weighted by the people of a coarser raster."""
    areas, heat, people = ground()
    seconds = best_of(3, lambda: zonal(heat, areas, mean, quantile(0.9), share_above(35), people=people))
    return Measurement(f"heat in {WHAT}, by people", seconds, "s")


parts = (by_ground, by_people)
