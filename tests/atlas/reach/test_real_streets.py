"""On real streets, as far as they are at hand."""

from pathlib import Path

import numpy as np
import pytest
from scipy.sparse.csgraph import floyd_warshall

from lebenslage.atlas.reach import Network, Snapped, dense, network, node_times
from lebenslage.atlas.reach.graph import graph_from
from lebenslage.atlas.reach.parts import check_connected, greatest_part
from lebenslage.atlas.reach.problems import DisconnectedNetwork
from lebenslage.atlas.reach.reading import read_streets

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def streets(shared_dir: Path) -> Network:
    return network(read_streets(shared_dir / "data/osm-network-sample/edges.csv"))


def test_every_way_is_the_shortest(streets: Network) -> None:
    doors = Snapped(np.arange(0, len(streets.tail), 40), np.full(43, 0.4), np.full(43, 5.0))
    every = floyd_warshall(graph_from(streets, doors, home=False))
    assert dense(node_times(streets, doors, np.inf)) == pytest.approx(every[streets.nodes :, : streets.nodes], abs=1e-9)


def test_the_sample_is_cut_into_pieces_and_says_so(streets: Network) -> None:
    with pytest.raises(DisconnectedNetwork) as refused:
        check_connected(streets)
    assert (refused.value.details["parts"], refused.value.details["greatest"], refused.value.details["nodes"]) == (86, 477, 729)
    assert greatest_part(streets).nodes == 477
