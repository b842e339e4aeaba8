"""Common ground is the same as by cutting every pair on its own."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.atlas.areas.clipping import rings_of
from lebenslage.atlas.areas.ground import shared_ground
from tests.atlas.areas.tessellations import merged, tessellation

seeds = st.integers(0, 10_000)


def one_by_one(source: np.ndarray, target: np.ndarray) -> np.ndarray:
    return shapely.area(shapely.intersection(source[:, None], target[None, :]))


def as_matrix(source: np.ndarray, target: np.ndarray) -> np.ndarray:
    shared = shared_ground(source, target)
    found = np.zeros((len(source), len(target)))
    found[shared.source, shared.target] = shared.area
    return found


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(seeds, st.integers(1, 40), st.integers(1, 25))
def test_convex_areas_are_cut_exactly(seed: int, count: int, other: int) -> None:
    source, target = tessellation(count, seed), tessellation(other, seed + 1)
    np.testing.assert_allclose(as_matrix(source, target), one_by_one(source, target), atol=1e-3)


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(seeds, st.integers(2, 8))
def test_holes_parts_and_bays_are_cut_exactly_on_either_side(seed: int, groups: int) -> None:
    ragged, plain = merged(tessellation(40, seed), groups, seed), tessellation(12, seed + 1)
    np.testing.assert_allclose(as_matrix(ragged, plain), one_by_one(ragged, plain), atol=1e-3)
    np.testing.assert_allclose(as_matrix(plain, ragged), one_by_one(plain, ragged), atol=1e-3)
    other = merged(tessellation(30, seed + 2), groups, seed)
    np.testing.assert_allclose(as_matrix(ragged, other), one_by_one(ragged, other), atol=1e-3)


def test_a_ring_cut_by_a_square_keeps_its_hole() -> None:
    ring = shapely.Point(0, 0).buffer(10).difference(shapely.Point(0, 0).buffer(5))
    quarter = shapely.box(0, 0, 20, 20)
    assert as_matrix(np.array([ring]), np.array([quarter]))[0, 0] == pytest.approx(ring.area / 4)


def test_an_area_shares_its_whole_ground_with_itself_and_none_with_its_neighbour() -> None:
    town = tessellation(30, 3)
    shared = as_matrix(town, town)
    np.testing.assert_allclose(np.diag(shared), shapely.area(town))
    assert (shared - np.diag(np.diag(shared))).max() < 1e-3


def test_convex_shapes_are_known_as_such() -> None:
    bay = shapely.Polygon([(0, 0), (4, 0), (4, 4), (2, 1), (0, 4)])
    two = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 2, 3, 3)])
    shapes = np.array([shapely.box(0, 0, 1, 1), bay, two, shapely.box(0, 0, 9, 9) - shapely.box(1, 1, 2, 2)], dtype=object)
    assert list(rings_of(shapes).convex) == [True, False, False, False]
    assert list(rings_of(shapes).corners) == [4, 5, 8, 8]


def test_without_areas_there_is_no_ground() -> None:
    nothing = np.array([], dtype=object)
    assert len(shared_ground(nothing, tessellation(3, 1)).area) == 0
    assert len(shared_ground(tessellation(3, 1), nothing).area) == 0
