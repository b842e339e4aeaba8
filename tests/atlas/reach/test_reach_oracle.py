"""Catchments equal those of access, ways equal those of networkx, on real streets; the peers run in an environment of their own."""

import os
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_array

from lebenslage.atlas.reach import Network, Snapped, costs, dense, network, node_times, snap
from lebenslage.atlas.reach.catchment import gaussian, steps, three_step, two_step
from lebenslage.atlas.reach.graph import graph_from
from lebenslage.atlas.reach.reading import read_streets

PEERS = os.environ.get("LEBENSLAGE_PEERS_PYTHON")
SCRIPT = Path(__file__).with_name("peer_reach.py")
DEMAND = np.random.default_rng(7).integers(100, 2000, 300).astype(float)
SUPPLY = np.random.default_rng(8).integers(1, 9, 40).astype(float)

pytestmark = [
    pytest.mark.skipif(not PEERS, reason="LEBENSLAGE_PEERS_PYTHON does not name the python with access and networkx"),
    pytest.mark.shared,
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def streets(shared_dir: Path) -> Network:
    return network(read_streets(shared_dir / "data/osm-network-sample/edges.csv"))


@pytest.fixture(scope="module")
def doors(streets: Network) -> Snapped:
    return _beside(streets, len(SUPPLY), 11)


@pytest.fixture(scope="module")
def times(streets: Network, doors: Snapped) -> csr_array:
    return costs(streets, _beside(streets, len(DEMAND), 12), doors, 900)


@pytest.fixture(scope="module")
def peer(streets: Network, doors: Snapped, times: csr_array, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the peers find on the same graph and the same times."""
    folder = tmp_path_factory.mktemp("peer")
    graph, pairs = graph_from(streets, doors, home=False).tocoo(), times.tocoo()
    np.savez(
        folder / "in.npz",
        tail=graph.row,
        head=graph.col,
        seconds=graph.data,
        nodes=graph.shape[0],
        doors=streets.nodes + np.arange(len(doors)),
        demand=DEMAND,
        supply=SUPPLY,
        origin=pairs.row,
        dest=pairs.col,
        cost=pairs.data,
    )
    subprocess.run([str(PEERS), "-W", "ignore", str(SCRIPT), str(folder / "in.npz"), str(folder / "out.npz")], check=True)
    return np.load(folder / "out.npz")


def _beside(streets: Network, number: int, seed: int) -> Snapped:
    chance = np.random.default_rng(seed)
    node = chance.integers(0, streets.nodes, number)
    return snap(streets, streets.x[node] + chance.uniform(-40, 40, number), streets.y[node] + chance.uniform(-40, 40, number))


def test_ways_equal_those_of_networkx(streets: Network, doors: Snapped, peer: Any) -> None:
    assert dense(node_times(streets, doors, np.inf)) == pytest.approx(peer["lengths"][:, : streets.nodes], abs=1e-9)


def test_two_steps_equal_access(times: csr_array, peer: Any) -> None:
    assert np.count_nonzero(peer["two"]) > 100
    assert two_step(times, DEMAND, SUPPLY, within=600) == pytest.approx(peer["two"], rel=1e-9, abs=1e-15)


def test_enhanced_steps_equal_access(times: csr_array, peer: Any) -> None:
    zones = two_step(times, DEMAND, SUPPLY, within=900, decay=steps([300, 600, 900], [1, 0.68, 0.22]))
    assert zones == pytest.approx(peer["zones"], rel=1e-9, abs=1e-15)
    assert two_step(times, DEMAND, SUPPLY, within=900, decay=gaussian(300)) == pytest.approx(peer["bell"], rel=1e-9, abs=1e-15)


def test_three_steps_equal_access(times: csr_array, peer: Any) -> None:
    found = three_step(times, DEMAND, SUPPLY, within=900, decay=steps([300, 600, 900], [1, 0.68, 0.22]))
    assert found == pytest.approx(peer["three"], rel=1e-9, abs=1e-15)
