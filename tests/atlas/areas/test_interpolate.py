"""From one set of areas to another."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.atlas.areas import AreaSet, Quality
from lebenslage.atlas.areas.interpolate import by_ground, by_people
from lebenslage.atlas.areas.problems import NoShapes, NotCovered, NotInMetres, OverlappingAreas
from lebenslage.atlas.areas.reading import Grid, read_areas, read_grid
from lebenslage.atlas.areas.reading.grid import squares
from tests.atlas.areas.tessellations import area_set, boxes, merged, tessellation

GIVEN, MISSING, HIDDEN, DOUBTFUL = Quality
TWO = boxes((0, 0, 10, 10), (10, 0, 20, 10), name="two")
THREE = boxes((0, 0, 5, 10), (5, 0, 15, 10), (15, 0, 20, 10), name="three")


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 60), st.integers(1, 40))
def test_no_count_gets_lost_on_random_tessellations(seed: int, count: int, groups: int) -> None:
    source, target = area_set(tessellation(count, seed)), area_set(merged(tessellation(60, seed + 1), groups, seed))
    people = np.random.default_rng(seed).integers(0, 3000, count).astype(float)
    arrived = by_ground(source, target).extensive(people)
    assert arrived.sum() == pytest.approx(people.sum(), rel=1e-6)


def test_counts_are_shared_out_by_ground() -> None:
    np.testing.assert_allclose(by_ground(TWO, THREE).extensive(np.array([100.0, 40.0])), [50, 70, 20])


def test_rates_are_averaged_by_their_denominator_not_by_ground() -> None:
    rates = by_ground(TWO, THREE).intensive(np.array([0.5, 0.1]), np.array([100.0, 300.0]))
    np.testing.assert_allclose(rates, [0.5, (0.5 * 50 + 0.1 * 150) / 200, 0.1])


def test_what_has_no_denominator_is_averaged_over_the_ground() -> None:
    np.testing.assert_allclose(by_ground(TWO, THREE).over_ground(np.array([20.0, 30.0])), [20, 25, 30])


def test_classes_become_shares_of_ground() -> None:
    names, shares = by_ground(TWO, THREE).classes(["low", "high"])
    assert names == ("high", "low")
    np.testing.assert_allclose(shares, [[0, 1], [0.5, 0.5], [1, 0]])


def test_a_rate_keeps_its_numerator_when_base_and_count_go_the_same_way() -> None:
    passage = by_ground(area_set(tessellation(50, 1)), area_set(tessellation(20, 2)))
    base, poor = np.arange(1.0, 51), np.arange(50) / 3
    np.testing.assert_allclose(passage.intensive(poor / base, base) * passage.extensive(base), passage.extensive(poor))


def test_people_weigh_more_than_ground() -> None:
    """All people of the first area live in its right half: the first of three gets none of them."""
    grid = Grid(np.array([7.5, 7.5, 12.5]), np.array([2.5, 7.5, 2.5]), 5.0, np.array([30.0, 10.0, 7.0]), np.zeros(3, np.int8), "EPSG:25832")
    np.testing.assert_allclose(by_people(TWO, THREE, grid).extensive(np.array([100.0, 40.0])), [0, 140, 0], atol=1e-9)


def test_a_cell_on_the_boundary_is_divided_and_an_empty_area_goes_by_ground() -> None:
    grid = Grid(np.array([10.0, 5.0]), np.array([5.0, 5.0]), 4.0, np.array([8.0, np.nan]), np.zeros(2, np.int8), "EPSG:25832")
    passage = by_people(
        boxes((0, 0, 10, 10), (10, 0, 20, 10), (20, 0, 30, 10)), boxes((0, 0, 9, 10), (9, 0, 25, 10), (25, 0, 30, 10)), grid
    )
    np.testing.assert_allclose(passage.shares.toarray(), [[0.5, 0, 0], [0.5, 1, 0.5], [0, 0, 0.5]], atol=1e-9)


def test_a_gap_is_refused_and_says_how_much_is_lost_and_where() -> None:
    with pytest.raises(NotCovered) as problem:
        by_ground(TWO, boxes((0, 0, 15, 10))).extensive(np.array([100.0, 40.0]))
    assert problem.value.details == {"lost": "20", "total": "140", "percent": "14.3", "where": ["0002"], "target": "town"}


def test_what_lies_outside_may_be_spread_or_let_go() -> None:
    people, target = np.array([100.0, 40.0]), boxes((0, 0, 15, 10))
    assert by_ground(TWO, target, spread=True).extensive(people).sum() == pytest.approx(140)
    assert by_ground(TWO, target).extensive(people, tolerance=1).sum() == pytest.approx(120)


def test_targets_that_overlap_would_count_people_twice() -> None:
    with pytest.raises(OverlappingAreas) as problem:
        by_ground(TWO, boxes((0, 0, 12, 10), (10, 0, 20, 10))).extensive(np.array([100.0, 40.0]))
    assert (problem.value.details["one"], problem.value.details["other"], problem.value.details["square_metres"]) == ("0001", "0002", 20)


def test_an_unknown_source_is_never_zero() -> None:
    passage = by_ground(TWO, THREE)
    arrived = passage.extensive(np.array([np.nan, 40.0]))
    np.testing.assert_array_equal(arrived, [np.nan, np.nan, 20])
    assert list(passage.qualities(np.array([HIDDEN, GIVEN], np.int8), arrived)) == [HIDDEN, HIDDEN, GIVEN]
    assert list(passage.qualities(np.array([MISSING, DOUBTFUL], np.int8), arrived)) == [MISSING, MISSING, DOUBTFUL]


def test_a_small_unknown_part_makes_a_value_uncertain() -> None:
    passage = by_ground(boxes((0, 0, 999, 1), (999, 0, 1000, 1)), boxes((0, 0, 1000, 1)))
    arrived = passage.extensive(np.array([70.0, np.nan]))
    assert list(arrived) == [70]
    assert list(passage.qualities(np.array([GIVEN, HIDDEN], np.int8), arrived)) == [DOUBTFUL]


def test_a_rate_without_anybody_in_its_base_weighs_nothing_and_an_unknown_base_is_unknown() -> None:
    passage = by_ground(boxes((0, 0, 1, 1), (1, 0, 2, 1)), boxes((0, 0, 2, 1)))
    assert list(passage.intensive(np.array([0.2, np.nan]), np.array([50.0, 0.0]))) == [0.2]
    assert np.isnan(passage.intensive(np.array([0.2, 0.3]), np.array([50.0, np.nan]))).all()


def test_a_target_that_nothing_reaches_is_missing() -> None:
    passage = by_ground(boxes((0, 0, 10, 10)), boxes((0, 0, 10, 10), (50, 0, 60, 10)))
    arrived = passage.extensive(np.array([7.0]))
    np.testing.assert_array_equal(arrived, [7, np.nan])
    assert list(passage.qualities(np.zeros(1, np.int8), arrived)) == [GIVEN, MISSING]


def test_only_shapes_in_metres_can_be_measured() -> None:
    with pytest.raises(NotInMetres):
        by_ground(replace(TWO, crs="EPSG:4326"), THREE)
    with pytest.raises(NoShapes):
        by_ground(TWO, replace(THREE, shapes=None))


def test_another_coordinate_system_of_the_target_is_converted() -> None:
    source = area_set(tessellation(20, 5))
    grid = AreaSet("grid", "", ("1",), ("1",), shapely.box([4_000_000], [2_900_000], [4_300_000], [3_300_000]), "EPSG:3035")
    assert by_ground(source, grid).extensive(np.ones(20)).sum() == pytest.approx(20)


@pytest.mark.shared
def test_the_census_grid_of_a_whole_land_arrives_in_its_municipalities(shared_dir: Path) -> None:
    grid = read_grid(shared_dir / "data/census-grid-1km-nrw/census_1km_nrw.csv.gz", count="Einwohner")
    municipalities = read_areas(shared_dir / "data/nrw-municipalities/municipalities.geojson", key="AGS", name="name")
    keys = tuple(map(str, range(len(grid.x))))
    cells = AreaSet("cells", "2011", keys, keys, squares(grid.x, grid.y, grid.size), grid.crs)
    passage = by_ground(cells, municipalities, spread=True)
    arrived = passage.shares @ np.nan_to_num(grid.counts)
    assert arrived.sum() == pytest.approx(17_511_654, rel=1e-6)
    assert dict(zip(municipalities.names, arrived, strict=True))["Köln"] == pytest.approx(1_009_098.8, abs=1)
    with pytest.raises(OverlappingAreas) as problem:  # these boundaries were simplified one by one
        by_ground(cells, municipalities).extensive(grid.counts)
    assert problem.value.details["count"] > 800
