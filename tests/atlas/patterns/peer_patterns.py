"""Run by the interpreter of the peers: what esda and mapclassify say of the same data."""

import sys
import warnings

import esda
import libpysal
import mapclassify
import numpy as np

warnings.filterwarnings("ignore")
given = np.load(sys.argv[1])
weights = libpysal.weights.KNN.from_array(given["points"], k=6)
binary = libpysal.weights.KNN.from_array(given["points"], k=6)
weights.transform = "r"
whole = esda.Moran(given["values"], weights, permutations=999)
local = esda.Moran_Local(given["values"], weights, permutations=9999, seed=1, n_jobs=1)
gathered = esda.G_Local(given["values"], binary, transform="B", star=True, permutations=0)
np.savez(
    sys.argv[2],
    whole=[whole.I, whole.EI, whole.VI_rand, whole.p_rand, whole.p_sim],
    i=local.Is,
    expected=local.EIc,
    places=local.q,
    p=local.p_sim,
    gathered=gathered.Zs,
    breaks=mapclassify.FisherJenks(given["values"], k=6).bins,
    ties=mapclassify.FisherJenks(given["rounded"], k=6).bins,
)
