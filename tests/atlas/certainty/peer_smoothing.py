"""Runs in the environment of the peers: what esda makes of a file of events, bases and neighbours."""

import sys

import numpy as np
from esda.smoothing import Empirical_Bayes, Spatial_Empirical_Bayes
from libpysal.weights import W

given = np.load(sys.argv[1])
starts, others = given["starts"], given["neighbours"]
pairs = {i: others[starts[i] : starts[i + 1]].tolist() for i in range(len(starts) - 1)}
weights = W(pairs, id_order=list(pairs))
np.savez(
    sys.argv[2],
    everywhere=Empirical_Bayes(given["events"], given["base"]).r.ravel(),
    around=Spatial_Empirical_Bayes(given["events"], given["base"], weights).r.ravel(),
)
