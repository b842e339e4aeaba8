"""Runs in the environment of the peers: what tobler makes of two sets of areas and three columns.

tobler keeps its table of areas in single precision. So it is asked twice: as it is, and with a table in double precision.
"""

import sys

import geopandas
import numpy as np
import shapely
from scipy.sparse import csr_matrix
from tobler.area_weighted import area_interpolate

COLUMNS = {"extensive_variables": ["people"], "intensive_variables": ["rate"]}

given = np.load(sys.argv[1])
source, target = (geopandas.GeoDataFrame(geometry=shapely.from_wkb(given[name]), crs=25832) for name in ("source", "target"))
source["people"], source["rate"], source["kind"] = given["people"], given["rate"], given["kind"]
plain = area_interpolate(source, target, categorical_variables=["kind"], **COLUMNS)
areas = shapely.area(shapely.intersection(source.geometry.to_numpy()[:, None], target.geometry.to_numpy()[None, :]))
exact = area_interpolate(source, target, table=csr_matrix(areas), **COLUMNS)
kinds = plain[[column for column in sorted(plain) if column.startswith("kind_")]].to_numpy()
np.savez(sys.argv[2], people=exact["people"], rate=exact["rate"], plain=plain["people"], kinds=kinds)
