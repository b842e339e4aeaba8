"""Who is whose neighbour: by border, by corner, by distance; islands stay and are named."""

import numpy as np
import pytest
import shapely
from shapely import box

from lebenslage.atlas.patterns import Neighbours, linked
from lebenslage.atlas.patterns.near import nearest, within_distance
from lebenslage.atlas.patterns.problems import ShapesOverlap, TooFewForPattern
from lebenslage.atlas.patterns.touching import queen, rook


def pairs(neighbours: Neighbours) -> set[tuple[int, int]]:
    return set(zip(neighbours.rows.tolist(), neighbours.others.tolist(), strict=True))


def board(rows: int, columns: int) -> np.ndarray:  # type: ignore[type-arg]
    return np.array([box(x, y, x + 1, y + 1) for y in range(rows) for x in range(columns)])


def test_the_field_in_the_middle_of_a_board_has_eight_neighbours_as_a_queen_walks_and_four_as_a_rook() -> None:
    assert queen(board(3, 3)).counts.tolist() == [3, 5, 3, 5, 8, 5, 3, 5, 3]
    assert rook(board(3, 3)).counts.tolist() == [2, 3, 2, 3, 4, 3, 2, 3, 2]


def test_borders_need_not_have_the_same_corners() -> None:
    wide_below_two = np.array([box(0, 0, 2, 1), box(0, 1, 1, 2), box(1, 1, 2, 2)])

    assert pairs(rook(wide_below_two)) == {(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)}


def test_an_island_has_no_neighbour_and_is_named() -> None:
    found = queen(np.array([box(0, 0, 1, 1), box(1, 0, 2, 1), box(5, 5, 6, 6)]))

    assert found.named_islands(("Nord", "Mitte", "Insel")) == ("Insel",)
    assert found.standardised().lag(np.array([1.0, 2.0, 9.0])).tolist() == [2.0, 1.0, 0.0]


def test_a_crack_in_the_drawing_is_bridged_where_it_is_asked() -> None:
    cracked = np.array([box(0, 0, 10, 10), box(10.4, 0, 20, 10)])

    assert queen(cracked).counts.tolist() == [0, 0]
    assert queen(cracked, gap=0.5).counts.tolist() == rook(cracked, gap=0.5).counts.tolist() == [1, 1]


def test_an_area_drawn_twice_is_refused_by_name() -> None:
    with pytest.raises(ShapesOverlap) as refused:
        queen(np.array([box(0, 0, 2, 2), box(4, 4, 5, 5), box(0, 0, 2, 1.9)]), ("A", "B", "C"))

    assert refused.value.details == {"one": "A", "other": "C", "share": 100}


def test_the_nearest_two_need_not_be_mutual() -> None:
    line = np.array([[0.0, 0], [1, 0], [2.1, 0], [10, 0]])

    assert pairs(nearest(line, 2)) == {(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (3, 1), (3, 2)}


def test_points_at_one_place_are_each_others_neighbours() -> None:
    assert nearest(np.zeros((5, 2)), 2).counts.tolist() == [2] * 5
    assert (nearest(np.zeros((5, 2)), 2).rows != nearest(np.zeros((5, 2)), 2).others).all()


def test_a_band_counts_its_edge() -> None:
    assert pairs(within_distance(np.array([[0.0, 0], [3, 4], [9, 9]]), 5.0)) == {(0, 1), (1, 0)}


def test_one_area_has_nobody_beside_it() -> None:
    with pytest.raises(TooFewForPattern):
        queen(board(1, 1))
    with pytest.raises(TooFewForPattern):
        nearest(np.zeros((3, 2)), 3)


def test_the_parts_of_a_map_are_counted() -> None:
    chain = linked(6, np.array([0, 1, 3, 5]), np.array([1, 2, 5, 3]))

    assert chain.parts().tolist() == [0, 0, 0, 1, 2, 1]


def test_areas_left_out_are_nobodys_neighbour() -> None:
    kept = rook(board(1, 4)).within(np.array([True, False, True, True]))

    assert pairs(kept) == {(1, 2), (2, 1)}
    assert kept.islands.tolist() == [True, False, False]


def test_on_a_random_map_the_rook_finds_what_shares_a_line() -> None:
    points = shapely.MultiPoint(np.random.default_rng(3).uniform(0, 100, (60, 2)))
    cells = np.array(shapely.voronoi_polygons(points).geoms)
    found = rook(cells)
    shared = [(i, j) for i in range(60) for j in range(60) if i != j and shapely.intersection(cells[i], cells[j]).length > 0]

    assert pairs(found) == set(shared)
