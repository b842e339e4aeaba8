"""The same numbers as esda and mapclassify, which run in an environment of their own."""

import os
import subprocess
from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.patterns import getis_ord, lisa
from lebenslage.atlas.patterns.classes import natural_breaks
from lebenslage.atlas.patterns.moran import moran
from lebenslage.atlas.patterns.near import nearest

PEERS = os.environ.get("LEBENSLAGE_PEERS_PYTHON")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PEERS is None, reason="LEBENSLAGE_PEERS_PYTHON names no environment with esda and mapclassify"),
]
AREAS = 500
Numbers = dict[str, np.ndarray]  # type: ignore[type-arg]


@pytest.fixture(scope="module")
def given() -> Numbers:
    rng = np.random.default_rng(7)
    points = rng.uniform(0, 10_000, (AREAS, 2))
    values = rng.normal(size=AREAS) + points[:, 0] / 5000
    return {"points": points, "values": values, "rounded": np.round(values, 1)}


@pytest.fixture(scope="module")
def theirs(given: Numbers, tmp_path_factory: pytest.TempPathFactory) -> Numbers:
    folder = tmp_path_factory.mktemp("peers")
    np.savez(folder / "given.npz", **given)
    script = Path(__file__).with_name("peer_patterns.py")
    subprocess.run([str(PEERS), script, folder / "given.npz", folder / "found.npz"], check=True)
    return dict(np.load(folder / "found.npz"))


def test_the_whole_map(given: Numbers, theirs: Numbers) -> None:
    ours = moran(given["values"], nearest(given["points"], 6).standardised(), seed=1)

    assert [ours.i, ours.expected, ours.variance, ours.p] == pytest.approx(theirs["whole"][:4], rel=1e-9)
    assert ours.p_permuted == pytest.approx(2 * theirs["whole"][4])


def test_each_area(given: Numbers, theirs: Numbers) -> None:
    ours = lisa(given["values"], nearest(given["points"], 6).standardised(), seed=2, permutations=9999)

    assert np.abs(ours.i - theirs["i"]).max() < 1e-12
    assert np.abs(ours.expected - theirs["expected"]).max() < 1e-12
    assert ours.places.tolist() == theirs["places"].tolist()
    # Two simulations of 9,999 draws, 500 areas: four and a half standard errors of their difference.
    error = np.sqrt(2 * ours.p_one_sided * (1 - ours.p_one_sided) / 10_000)
    assert (np.abs(ours.p_one_sided - theirs["p"]) <= 4.5 * error + 2e-4).all()


def test_where_high_values_gather(given: Numbers, theirs: Numbers) -> None:
    assert np.abs(getis_ord(given["values"], nearest(given["points"], 6)) - theirs["gathered"]).max() < 1e-9


@pytest.mark.parametrize(("values", "breaks"), [("values", "breaks"), ("rounded", "ties")])
def test_natural_breaks_are_as_good(given: Numbers, theirs: Numbers, values: str, breaks: str) -> None:
    of = np.searchsorted(theirs[breaks], given[values])
    within = sum(((given[values][of == n] - given[values][of == n].mean()) ** 2).sum() for n in range(6))
    goodness = 1 - within / ((given[values] - given[values].mean()) ** 2).sum()

    assert natural_breaks(given[values], 6).goodness == pytest.approx(goodness, abs=1e-12)
