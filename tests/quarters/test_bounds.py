"""Bounds are exact: as narrow as trying every set of counts, and no narrower."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.quarters.bounds import UNLIMITED, Arc, Contradiction, Network


def square(cells: list[list[int]], hidden: set[tuple[int, int]]) -> list[Arc[tuple[int, int]]]:
    """A table of two by two with its sums published: counts come from the sums of the lines and go into those of the columns."""
    arcs = [
        Arc((y, x), f"line {y}", f"column {x}", *((0, UNLIMITED) if (y, x) in hidden else (cells[y][x],) * 2))
        for y in (0, 1)
        for x in (0, 1)
    ]
    lines = [Arc((y, 9), "all", f"line {y}", *(sum(cells[y]),) * 2) for y in (0, 1)]
    columns = [Arc((9, x), f"column {x}", "all", *(cells[0][x] + cells[1][x],) * 2) for x in (0, 1)]
    return [*arcs, *lines, *columns]


@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=2, max_size=2))
def test_sums_that_meet_in_a_circle_are_seen_through(cells: list[list[int]]) -> None:
    (a, b), (c, d) = cells
    network = Network(square(cells, {(0, 0), (0, 1), (1, 0), (1, 1)}))

    least, most = network.bounds(0)
    assert (least, most) == (a - min(a, d), a + min(b, c))
    assert [network.moves(0, steps) for steps in range(20)] == [steps <= most - least for steps in range(20)]


def test_one_hidden_count_in_a_line_is_told() -> None:
    assert Network(square([[3, 8], [5, 6]], {(0, 0)})).bounds(0) == (3, 3)


def test_nothing_limits_a_count_that_enters_no_sum() -> None:
    assert Network([Arc("alone", "here", "there"), Arc("back", "there", "here")]).bounds(0) == (0, UNLIMITED)


def test_figures_that_contradict_each_other_are_noticed() -> None:
    with pytest.raises(Contradiction):
        Network([Arc(date.max, "here", "there", 3, 3), Arc(date.min, "there", "here", 2, 2)])
