"""What spopt finds, in its own environment: python peer_siting.py GIVEN.npz; prints the objectives as JSON. It knows nothing of ours."""

import json
import sys
import warnings

import numpy as np
import pulp
from spopt.locate import LSCP, MCLP, PCenter, PMedian

warnings.filterwarnings("ignore")
given = np.load(sys.argv[1])
costs, weights = given["costs"], given["weights"]
sites, radius = int(given["sites"]), float(given["radius"])
models = {
    "p_median": PMedian.from_cost_matrix(costs, weights, p_facilities=sites),
    "coverage": MCLP.from_cost_matrix(costs, weights, service_radius=radius, p_facilities=sites),
    "set_cover": LSCP.from_cost_matrix(costs, service_radius=radius),
    "p_center": PCenter.from_cost_matrix(costs, p_facilities=sites),
}
solved = {name: model.solve(pulp.HiGHS(msg=False)) for name, model in models.items()}
sys.stdout.write(json.dumps({name: pulp.value(model.problem.objective) for name, model in solved.items()}))
