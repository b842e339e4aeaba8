"""What the benchmark measures is what it says, tried on a small city."""

import pytest

from lebenslage.site.commands import bench_atlas_reach


def test_a_small_city_is_walked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_atlas_reach, "NODES", 2_500)
    monkeypatch.setattr(bench_atlas_reach, "SITES", 10)
    found = bench_atlas_reach.walked()
    assert 2_000 < found["reached"] <= found["nodes"] <= 2_500
    assert found["nodes"] <= found["pairs"] <= 10 * found["nodes"]


def test_without_the_peers_ours_is_measured_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_atlas_reach, "peer", lambda _job, _number: None)
    assert [one.unit for one in bench_atlas_reach.catchment()] == ["s"]
