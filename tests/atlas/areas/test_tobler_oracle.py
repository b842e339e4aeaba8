"""Areal interpolation equals tobler's, which runs in an environment of its own."""

import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
import shapely

from lebenslage.atlas.areas.interpolate import by_ground
from tests.atlas.areas.tessellations import area_set, merged, tessellation

PEERS = os.environ.get("LEBENSLAGE_PEERS_PYTHON")
SCRIPT = Path(__file__).with_name("peer_tobler.py")
SINGLE = 1e-6


@pytest.mark.skipif(not PEERS, reason="LEBENSLAGE_PEERS_PYTHON does not name the python with tobler")
@pytest.mark.slow
@pytest.mark.parametrize(("groups", "seed"), [(0, 1), (40, 2)], ids=["convex", "with holes and parts"])
def test_counts_rates_and_classes_equal_toblers(tmp_path: Path, groups: int, seed: int) -> None:
    rng, source, target = np.random.default_rng(seed), *(tessellation(n, seed + n) for n in (300, 100))
    if groups:
        source, target = merged(source, groups, seed), merged(target, groups, seed)
    people, rate = rng.integers(0, 3000, len(source)).astype(float), rng.uniform(0, 0.4, len(source))
    kind = rng.choice(["high", "low", "middle"], len(source))
    given = {"source": shapely.to_wkb(source, hex=True).astype(str), "target": shapely.to_wkb(target, hex=True).astype(str)}
    np.savez(tmp_path / "in.npz", people=people, rate=rate, kind=kind, **given)
    subprocess.run([str(PEERS), "-W", "ignore", str(SCRIPT), str(tmp_path / "in.npz"), str(tmp_path / "out.npz")], check=True)
    passage = by_ground(area_set(source), area_set(target))
    with np.load(tmp_path / "out.npz") as peer:
        np.testing.assert_allclose(passage.extensive(people), peer["people"], rtol=1e-9)
        np.testing.assert_allclose(passage.over_ground(rate), peer["rate"], rtol=1e-9)
        np.testing.assert_allclose(passage.extensive(people), peer["plain"], rtol=SINGLE)
        np.testing.assert_allclose(passage.classes(kind)[1], peer["kinds"], rtol=SINGLE, atol=SINGLE)
