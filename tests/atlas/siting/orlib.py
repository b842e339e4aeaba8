"""Beasley's p-median instances: a graph whose nodes are all clients and candidates; of an edge listed twice the last one counts."""

import csv
from pathlib import Path
from typing import NamedTuple

from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

from lebenslage.atlas.arrays import Floats


class Instance(NamedTuple):
    """Shortest ways between all nodes, how many are chosen, and the two published optima."""

    costs: Floats
    sites: int
    median: float
    center: float


def instance(shared: Path, name: str) -> Instance:
    """One of pmed1 to pmed20."""
    folder = shared / "data/orlib-pmed"
    rows = [line.split() for line in (folder / f"{name}.txt").read_text(encoding="utf8").splitlines() if line.strip()]
    nodes, sites = int(rows[0][0]), int(rows[0][2])
    edges = {tuple(sorted((int(a) - 1, int(b) - 1))): float(cost) for a, b, cost in rows[1:]}
    tails, heads = zip(*edges, strict=True)
    graph = csr_array((list(edges.values()), (tails, heads)), shape=(nodes, nodes))
    with (folder / "optima.csv").open(encoding="utf8") as file:
        published = next(row for row in csv.DictReader(file) if row["instance"] == name)
    return Instance(shortest_path(graph, directed=False), sites, float(published["opt_pmedian"]), float(published["opt_pcenter"]))
