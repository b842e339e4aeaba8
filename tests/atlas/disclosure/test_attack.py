"""What a reader can compute is found: in one table, across tables and editions, where areas overlap, through blurred figures."""

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.disclosure import Dimension, Ledger, Rule, Table, audit, flat, hierarchy, protect, rounded, rounded_by_chance
from lebenslage.atlas.disclosure.overlap import code_of, common_pieces, listed_pieces
from lebenslage.atlas.disclosure.problems import AreasOverlap, CannotProtect, CodeChanged, FiguresContradict, NotAdditive
from tests.atlas.disclosure.made import random_tables

RULE = Rule(minimum=5)
HIDDEN = np.nan
TOWN = hierarchy("place", {"north": "town", "south": "town", "n1": "north", "n2": "north", "s1": "south", "s2": "south"})
AGE = flat("age", "all", ["young", "old"])


def table(cells: dict[str, float], *dimensions: Dimension, name: str = "table") -> Table:
    """A table whose cells are written as "n1 young"."""
    return Table(name, "people", dimensions, tuple(tuple(key.split(" | ")) for key in cells), np.array(list(cells.values()), float))


def test_a_small_count_that_stands_there_is_told() -> None:
    (found,) = audit(table({"town": 100, "north": 97, "south": 3}, TOWN), RULE).findings
    assert (found.cell, found.least, found.most, found.shown) == ("south", 3, 3, True)


def test_what_is_hidden_alone_is_computed() -> None:
    (found,) = audit(table({"town": 100, "north": 97, "south": HIDDEN}, TOWN), RULE).findings
    assert (found.cell, found.least, found.most, found.shown, found.through) == ("south", 3, 3, False, ("town",))


def test_sums_that_meet_in_a_circle_tell_more_than_each_of_them() -> None:
    """Rows and columns hide two each; only all together leave fewer values than the minimum."""
    cells = {"town | all": 40, "north | all": 11, "south | all": 29, "town | young": 14, "town | old": 26}
    hidden = dict.fromkeys(("north | young", "north | old", "south | young", "south | old"), HIDDEN)
    assert audit(table(cells | hidden, TOWN, AGE), RULE).safe
    tight = cells | {"north | all": 3, "south | all": 37}
    assert {found.most for found in audit(table(tight | hidden, TOWN, AGE), RULE).findings} >= {3}


def test_whole_people_are_fewer_possibilities_than_any_numbers() -> None:
    """Three overlapping sums of 5: halves would fit, whole people do not."""
    places = Dimension(
        "place",
        {"a": frozenset("a"), "b": frozenset("b"), "c": frozenset("c")}
        | {"ab": frozenset("ab"), "bc": frozenset("bc"), "ac": frozenset("ac")},
    )
    with pytest.raises(FiguresContradict):
        audit(table({"ab": 5, "bc": 5, "ac": 5, "a": HIDDEN}, places), RULE)


def test_two_editions_of_a_table_are_subtracted() -> None:
    march = table({"town": 100, "north": HIDDEN, "south": HIDDEN, "n1": 20}, TOWN, name="March")
    april = table({"north": 24}, TOWN, name="April")
    other = table({"s1": 30}, TOWN, name="other")
    assert audit(march, RULE).safe
    assert audit(april, RULE).safe
    found = audit(april, RULE, [other, march]).findings
    assert {one.cell: (one.least, one.most, one.beside) for one in found}["n2"] == (4, 4, (1,))


def test_the_next_table_hides_what_an_earlier_one_would_tell() -> None:
    march = table({"town": 100, "north": HIDDEN, "south": HIDDEN, "n1": 20}, TOWN, name="March")
    april = table({"north": 24, "south": 76}, TOWN, name="April")
    safe = protect(april, RULE, [march])
    assert safe.table.hidden.tolist() == [True, True]
    assert audit(safe.table, RULE, [march]).safe


def test_what_earlier_tables_told_is_not_blamed_on_the_next() -> None:
    bad = table({"town": 100, "north": 97}, TOWN, name="bad")
    found = audit(table({"s1": HIDDEN}, TOWN), RULE, [bad])
    assert found.safe
    assert "south" in {one.cell for one in found.before}


def test_nothing_helps_where_earlier_tables_told_it_all() -> None:
    with pytest.raises(CannotProtect):
        protect(table({"n1": 50}, TOWN), RULE, [table({"town": 100, "north": 97}, TOWN)])


def squares(edition: str, *edges: float) -> AreaSet:
    """Areas in a row, from edge to edge, 100 metres high."""
    shapes = [shapely.box(left, 0, right, 100) for left, right in pairwise(edges)]
    keys = tuple(f"Q{number}" for number in range(1, len(edges)))
    return AreaSet(edition, edition, keys, keys, np.array(shapes, dtype=object))


def test_two_maps_that_cut_each_other_tell_of_the_strip_between() -> None:
    place = common_pieces("place", [squares("2025", 0, 100, 200), squares("2026", 0, 110, 200)])
    old = table({"2025 Q1": 40, "2025 Q2": 60}, place, name="old map")
    new = table({"2026 Q1": 43, "2026 Q2": 57}, place, name="new map")
    assert audit(new, RULE).safe
    (found,) = audit(new, RULE, [old]).findings
    assert (found.cell, found.least, found.most, found.beside) == ("2025 Q2 ∩ 2026 Q1", 3, 3, (0,))


def test_a_drawing_error_between_two_maps_is_no_area() -> None:
    place = common_pieces("place", [squares("2025", 0, 100, 200), squares("2026", 0, 100.001, 200)])
    assert audit(table({"2026 Q1": 40}, place), RULE, [table({"2025 Q1": 40}, place)]).safe


def test_ground_that_only_one_map_covers_is_a_piece_of_its_own() -> None:
    place = common_pieces("place", [squares("2025", 0, 100), squares("2026", 0, 100, 150)])
    assert place.atoms()["2026"] - place.atoms()["2025"] == place.atoms()["2026 Q2"]
    assert code_of(squares("2026", 0, 1), "Q1") == "2026 Q1"


def test_areas_of_one_map_must_not_overlap() -> None:
    twice = AreaSet("m", "m", ("A", "B"), ("A", "B"), np.array([shapely.box(0, 0, 9, 9), shapely.box(5, 0, 12, 9)], dtype=object))
    with pytest.raises(AreasOverlap) as problem:
        common_pieces("place", [twice])
    assert problem.value.details == {"areas": "m", "first": "A", "second": "B"}


def test_areas_given_as_lists_of_blocks_overlap_too() -> None:
    place = listed_pieces("place", {"quarter": frozenset({"1", "2", "3"}), "school": frozenset({"2", "3", "4"})})
    together = table({"quarter": 30, "school": 28, "1": 4 + 2}, place)
    assert {found.cell for found in audit(together, RULE).findings} == {"4"}


def test_three_tables_that_meet_in_a_circle_are_attacked_as_one() -> None:
    """Each pair of margins leaves room; all three leave none for the eight cells below."""
    kind = flat("kind", "both", ["f", "m"])
    place = flat("place", "town", ["n", "s"])
    first = table({"n | young": 10, "n | old": 10, "s | young": 10, "s | old": 10}, place, AGE, name="place and age")
    second = table({"n | f": 20, "n | m": HIDDEN, "s | f": HIDDEN, "s | m": 20}, place, kind, name="place and kind")
    third = table({"young | f": 10, "young | m": 10, "old | f": 10, "old | m": 10}, AGE, kind, name="age and kind")
    found = audit(third, RULE, [first, second]).findings + audit(third, RULE, [first, second]).before
    assert any(one.cell.count("/") == 2 and one.least == one.most == 0 for one in found)


def test_rounding_by_chance_leaves_traces_that_controlled_rounding_does_not() -> None:
    _, cells = random_tables(2)[0]
    assert not audit(rounded_by_chance(cells, 5, seed=1), RULE).safe
    assert audit(rounded(cells, 5), RULE).safe


def test_other_figures_for_the_same_people_contradict() -> None:
    with pytest.raises(FiguresContradict) as problem:
        audit(table({"n1": 12}, TOWN, name="new"), RULE, [table({"n1": 11}, TOWN, name="old")])
    assert problem.value.details == {"tables": "old, new", "given": "n1"}


def test_a_total_that_is_not_the_sum_is_named() -> None:
    with pytest.raises(NotAdditive) as problem:
        audit(table({"town": 100, "north": 60, "south": 50}, TOWN), RULE)
    assert problem.value.details == {"table": "table", "given": "town", "total": "100", "parts": "110"}


def test_a_code_that_means_two_things_is_refused() -> None:
    other = hierarchy("place", {"s1": "north", "s2": "north"})
    with pytest.raises(CodeChanged):
        audit(table({"north": 50}, TOWN), RULE, [table({"north": 40}, other)])


def test_a_rest_that_nobody_counts_is_watched_too() -> None:
    with_rest = hierarchy("place", {"north": "town", "south": "town"}, rest=["town"])
    (found,) = audit(table({"town": 100, "north": 57, "south": 40}, with_rest), RULE).findings
    assert (found.least, found.most) == (3, 3)


def test_a_visible_zero_is_harmless_only_where_the_rule_says_so() -> None:
    empty = table({"town": 100, "north": 100, "south": 0}, TOWN)
    assert not audit(empty, RULE).safe
    assert audit(empty, Rule(minimum=5, zeros_shown=True)).safe


def test_where_zeros_are_shown_a_hidden_cell_is_at_least_one() -> None:
    cells = table({"town": 6, "north": HIDDEN, "south": HIDDEN}, TOWN)
    assert audit(cells, RULE).safe
    assert audit(cells, Rule(minimum=5, zeros_shown=True)).safe
    assert not audit(table({"town": 5, "north": HIDDEN, "south": HIDDEN}, TOWN), Rule(minimum=5, zeros_shown=True)).safe


def test_a_ledger_remembers_what_was_shown() -> None:
    ledger = Ledger().with_table(table({"town": 100, "north": HIDDEN}, TOWN, name="March"), date(2026, 3, 1))
    assert [entry.table.name for entry in ledger.of("people")] == ["March"]
    assert ledger.of("other people") == ()
