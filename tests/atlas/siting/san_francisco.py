"""San Francisco as spopt brings it: 205 tracts with their people, 16 places for a store, metres on the street network."""

import csv
from pathlib import Path

import numpy as np

from lebenslage.atlas.arrays import Floats

SITES, RADIUS = 4, 5000.0


def san_francisco(shared: Path) -> tuple[Floats, Floats]:
    """Costs (205 x 16) and people (205,)."""
    folder = shared / "data/sf-stores-spopt"
    with (folder / "SF_demand_205_centroid_uniform_weight.csv").open(encoding="utf8") as file:
        people = {row["NAME"]: float(row["POP2000"]) for row in csv.DictReader(file)}
    with (folder / "SF_network_distance_candidateStore_16_censusTract_205_new.csv").open(encoding="utf8") as file:
        ways = [(row["DestinationName"], row["name"], float(row["distance"])) for row in csv.DictReader(file)]
    tracts, stores = sorted({way[0] for way in ways}), sorted({way[1] for way in ways})
    costs = np.full((len(tracts), len(stores)), np.inf)
    for tract, store, metres in ways:
        costs[tracts.index(tract), stores.index(store)] = metres
    return costs, np.array([people[tract] for tract in tracts])
