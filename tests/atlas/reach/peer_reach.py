"""Runs in the environment of the peers: access on a table of costs, networkx on a graph."""

import sys

import networkx as nx
import numpy as np
import pandas as pd
from access import Access, weights

given = np.load(sys.argv[1])
demand = pd.DataFrame({"id": range(len(given["demand"])), "v": given["demand"]}).set_index("id")
supply = pd.DataFrame({"id": range(len(given["supply"])), "c": given["supply"]}).set_index("id")
cost = pd.DataFrame({"origin": given["origin"], "dest": given["dest"], "cost": given["cost"]})
peer = Access(
    demand_df=demand,
    demand_index=True,
    demand_value="v",
    supply_df=supply,
    supply_index=True,
    supply_value="c",
    cost_df=cost,
    cost_origin="origin",
    cost_dest="dest",
    cost_name="cost",
)


def whole(column: pd.DataFrame) -> np.ndarray:
    return column.reindex(range(len(demand))).fillna(0).to_numpy().ravel()


zones = weights.step_fn({300: 1, 600: 0.68, 900: 0.22})
bell = weights.gaussian(300)
graph = nx.DiGraph()
graph.add_weighted_edges_from(zip(given["tail"].tolist(), given["head"].tolist(), given["seconds"].tolist(), strict=True))
lengths = np.full((len(given["doors"]), int(given["nodes"])), np.inf)
for row, door in enumerate(given["doors"].tolist()):
    for node, seconds in nx.single_source_dijkstra_path_length(graph, door).items():
        lengths[row, node] = seconds
np.savez(
    sys.argv[2],
    two=whole(peer.two_stage_fca(name="two", max_cost=600)),
    zones=whole(peer.enhanced_two_stage_fca(name="zones", max_cost=900, weight_fn=zones)),
    bell=whole(peer.enhanced_two_stage_fca(name="bell", max_cost=900, weight_fn=bell)),
    three=whole(peer.three_stage_fca(name="three", max_cost=900, weight_fn=zones)),
    lengths=lengths,
)
