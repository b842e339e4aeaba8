"""What is measured is the work itself, and nothing gets lost on the way."""

import pytest

from lebenslage.site.commands import bench_atlas_areas as bench


def test_the_measured_work_keeps_everybody() -> None:
    given = bench.town(90)
    assert (len(given[0]), len(given[1])) == (90, 30)
    assert bench.moved(given).sum() == pytest.approx(given[2].sum(), rel=1e-9)


@pytest.mark.slow
def test_each_part_says_its_size_and_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEBENSLAGE_PEERS_PYTHON", raising=False)
    measured = [one for part in bench.parts for one in part()]
    assert all(one.reached for one in measured)
    assert sum("seed 7" in one.what for one in measured) == 2
