"""Marshall's estimators equal esda's, which run in an environment of their own."""

import os
import subprocess
from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.certainty import marshall, marshall_local

PEERS = os.environ.get("LEBENSLAGE_PEERS_PYTHON")
SCRIPT = Path(__file__).with_name("peer_smoothing.py")


@pytest.mark.skipif(not PEERS, reason="LEBENSLAGE_PEERS_PYTHON does not name the python with esda")
@pytest.mark.slow
def test_marshall_equals_esda(tmp_path: Path) -> None:
    rng, areas = np.random.default_rng(7), 200
    base = rng.integers(100, 5000, areas).astype(float)
    events = rng.binomial(base.astype(int), rng.beta(3, 30, areas)).astype(float)
    near = [sorted({(i - 1) % areas, (i + 1) % areas, *rng.integers(0, areas, 3).tolist()} - {i}) for i in range(areas)]
    starts = np.concatenate(([0], np.cumsum([len(some) for some in near])))
    neighbours = np.concatenate(near)
    np.savez(tmp_path / "in.npz", events=events, base=base, starts=starts, neighbours=neighbours)
    subprocess.run([str(PEERS), "-W", "ignore", str(SCRIPT), str(tmp_path / "in.npz"), str(tmp_path / "out.npz")], check=True)
    peer = np.load(tmp_path / "out.npz")
    assert marshall(events, base).estimate == pytest.approx(peer["everywhere"], abs=1e-12)
    assert marshall_local(events, base, starts, neighbours).estimate == pytest.approx(peer["around"], abs=1e-12)
