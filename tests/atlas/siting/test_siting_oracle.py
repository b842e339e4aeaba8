"""The same optima as spopt with HiGHS, which run in an environment of their own."""

import json
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.siting import Terms, coverage, demand, p_center, p_median, set_cover
from tests.atlas.siting.san_francisco import RADIUS, SITES, san_francisco

PEERS = os.environ.get("LEBENSLAGE_PEERS_PYTHON")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PEERS is None, reason="LEBENSLAGE_PEERS_PYTHON names no environment with spopt"),
]


def both(folder: Path, costs: np.ndarray, people: np.ndarray, sites: int, radius: float) -> tuple[list[float], list[float]]:  # type: ignore[type-arg]
    """Our four objectives and theirs."""
    np.savez(folder / "given.npz", costs=costs, weights=people, sites=sites, radius=radius)
    asked = [str(PEERS), "-W", "ignore", Path(__file__).with_name("peer_siting.py"), folder / "given.npz"]
    theirs = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout.splitlines()[-1])
    town, terms = demand(costs, people), Terms(sites=sites)
    ours = [p_median(town, terms), coverage(town, terms, radius), p_center(town, terms), set_cover(town, Terms(), radius)]
    assert all(plan.proven for plan in ours)
    return [plan.objective for plan in ours], [theirs[plan.model] for plan in ours]


@pytest.mark.shared
def test_stores_of_san_francisco(shared_dir: Path, tmp_path: Path) -> None:
    ours, theirs = both(tmp_path, *san_francisco(shared_dir), SITES, RADIUS)

    assert ours == pytest.approx(theirs, rel=1e-6)


@pytest.mark.parametrize("seed", [1, 2])
def test_made_up_towns(tmp_path: Path, seed: int) -> None:
    chance = np.random.default_rng(seed)
    homes, places = chance.uniform(0, 5000, (30, 2)), chance.uniform(0, 5000, (10, 2))
    costs = np.hypot(*(homes[:, None] - places).transpose(2, 0, 1))
    ours, theirs = both(tmp_path, costs, chance.integers(1, 900, 30).astype(float), 4, 3000.0)

    assert ours == pytest.approx(theirs, rel=1e-6)
