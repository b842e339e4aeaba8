"""Nobody can compute a small count: tried by brute force on small tables, and on every table of a size."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.quarters.disclosure import suppress
from lebenslage.quarters.inference import Published, Row
from tests.quarters.reader import parts, possible, told

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
NOTHING = Published()


def row(*counts: int, total: int | None = None, month: date = OCTOBER) -> Row:
    """The counts of areas a, b, c ... and their total."""
    return Row(month, dict(zip("abcdef", counts, strict=False)), sum(counts) if total is None else total)


def shown(counts: Row, minimum: int = 5) -> tuple[Mapping[str, int | None], int | None]:
    """What is published of a row when nothing was published before."""
    result = suppress(counts, "whole", NOTHING, minimum, "abcdef")
    return result.cells, result.total


def test_large_counts_are_shown_with_their_total() -> None:
    assert shown(row(7, 9, 12)) == ({"a": 7, "b": 9, "c": 12}, 28)


def test_a_small_count_takes_another_with_it_so_that_the_total_does_not_tell() -> None:
    assert shown(row(3, 9, 12)) == ({"a": None, "b": None, "c": 12}, 24)


def test_zero_is_as_small_as_any_small_count() -> None:
    assert shown(row(0, 9, 12)) == ({"a": None, "b": None, "c": 12}, 21)


def test_two_small_counts_that_add_up_to_almost_nothing_take_a_third() -> None:
    assert shown(row(1, 1, 9, 20)) == ({"a": None, "b": None, "c": None, "d": 20}, 31)


def test_two_counts_just_below_the_minimum_are_not_told_by_their_sum() -> None:
    assert shown(row(12, 4, 4))[0]["a"] is None


def test_which_count_is_hidden_beside_does_not_depend_on_its_size() -> None:
    hidden = [shown(row(3, *others))[0] for others in [(9, 12, 30), (30, 9, 12), (12, 30, 9)]]

    assert all(cells["b"] is None and cells["c"] and cells["d"] for cells in hidden)


def test_a_town_with_few_shows_nothing() -> None:
    assert shown(row(1, 2, 1)) == ({"a": None, "b": None, "c": None}, None)


def test_who_lives_nowhere_on_the_map_is_not_told_by_subtraction() -> None:
    assert shown(row(9, 12, total=22)) == ({"a": None, "b": 12}, 22)


def test_many_who_live_nowhere_on_the_map_hide_nothing() -> None:
    assert shown(row(9, 12, total=40)) == ({"a": 9, "b": 12}, 40)


def test_a_missing_area_stays_missing() -> None:
    assert shown(Row(OCTOBER, {"a": 9, "b": 8}, None)) == ({"a": 9, "b": 8}, None)


def test_all_but_a_few_granted_is_not_told_by_subtraction() -> None:
    published = Published([row(20, 20, 20)])

    grants = suppress(row(18, 9, 9), "part", published, 5, "abc")

    assert grants.cells == {"a": None, "b": None, "c": 9}
    assert not told(possible(published.joined("part", grants)), 5)


def test_few_left_over_in_one_quarter_do_not_hide_the_whole_town() -> None:
    published = Published([row(8, 20, 30, 40)])

    assert suppress(row(5, 14, 21, 28), "part", published, 5, "abcd").cells == {"a": None, "b": None, "c": 21, "d": 28}


def test_a_later_month_does_not_tell_what_an_earlier_one_hid() -> None:
    first = Published([row(7, 20)], [suppress(row(3, 9), "part", Published([row(7, 20)]), 5, "ab")])
    second = first.joined("whole", row(6, 20, month=NOVEMBER))

    grants = suppress(row(9, 9, month=NOVEMBER), "part", second, 5, "ab")

    assert first.part[0].cells["a"] is None
    assert not told(possible(second.joined("part", grants)), 5)


@given(st.lists(st.integers(0, 7), min_size=1, max_size=4), st.permutations("abcd"))
def test_nobody_computes_a_small_count_from_a_row(counts: list[int], order: list[str]) -> None:
    published = NOTHING.joined("whole", suppress(row(*counts), "whole", NOTHING, 3, order))

    assert not told(possible(published), 3)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=3))
def test_nobody_computes_a_small_count_from_applications_and_grants(pairs: list[tuple[int, int]]) -> None:
    applied, granted = row(*(max(pair) for pair in pairs)), row(*(min(pair) for pair in pairs))
    published = NOTHING.joined("whole", suppress(applied, "whole", NOTHING, 3, "abc"))
    published = published.joined("part", suppress(granted, "part", published, 3, "abc"))

    assert not told(possible(published), 3)


@pytest.mark.slow
@settings(max_examples=12)
@given(st.lists(st.tuples(*[st.integers(0, 4)] * 4), min_size=2, max_size=2))
def test_nobody_computes_a_small_count_from_two_months(areas: list[tuple[int, int, int, int]]) -> None:
    """Each area: granted at once, granted in the next month, left open; and applied for and granted in the second."""
    published = NOTHING
    for role, month, counts in [
        ("whole", OCTOBER, [now + later + rest for now, later, rest, _ in areas]),
        ("part", OCTOBER, [now for now, _, _, _ in areas]),
        ("whole", NOVEMBER, [new for _, _, _, new in areas]),
        ("part", NOVEMBER, [later + new for _, later, _, new in areas]),
    ]:
        published = published.joined(role, suppress(row(*counts, month=month), role, published, 3, "ab"))

    assert not told(possible(published), 3)


@pytest.mark.slow
@pytest.mark.parametrize(("areas", "total", "minimum"), [(3, 9, 3), (3, 12, 3), (4, 10, 3), (4, 14, 3), (3, 20, 5), (4, 24, 5)])
def test_who_knows_these_rules_can_still_not_tell_a_small_count(areas: int, total: int, minimum: int) -> None:
    """Every table there is: those that are published alike are what even the author of the rules cannot tell apart."""
    alike = defaultdict(list)
    for counts in parts(total, areas):
        cells, town = shown(row(*counts), minimum)
        alike[tuple(cells.values()), town].append(counts)

    left = [{table[place] for table in tables} for (cells, _), tables in alike.items() for place, cell in enumerate(cells) if cell is None]

    assert min(len(values) for values in left if min(values) < minimum) >= minimum - 1
