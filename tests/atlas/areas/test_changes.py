"""From one edition of the boundaries to the next."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.changes import Change, carried, changes_between, read_changes
from lebenslage.atlas.areas.interpolate import by_ground
from lebenslage.atlas.areas.problems import KeyNotInEdition, NoSuccessor, NoSuchColumn, SharesNotWhole, ShareUnknown
from lebenslage.kernel.errors import Problem
from tests.atlas.areas.tessellations import area_set, boxes, tessellation

OLD = AreaSet("town", "2020", ("A", "B", "C", "D"), ("",) * 4)
NEW = AreaSet("town", "2021", ("A", "B1", "B2", "CD"), ("",) * 4)
SPLIT_AND_MERGER = [Change("B", "B1", 0.25), Change("B", "B2", 0.75), Change("C", "CD", 1.0), Change("D", "CD", 1.0)]
PEOPLE = np.array([10.0, 100.0, 20.0, 30.0])


def test_a_split_and_a_merger_keep_everybody() -> None:
    np.testing.assert_allclose(carried(OLD, NEW, SPLIT_AND_MERGER).extensive(PEOPLE), [10, 25, 75, 50])


def test_rates_are_carried_with_their_denominator() -> None:
    rates = carried(OLD, NEW, SPLIT_AND_MERGER).intensive(np.array([0.1, 0.2, 0.3, 0.4]), PEOPLE)
    np.testing.assert_allclose(rates, [0.1, 0.2, 0.2, (0.3 * 20 + 0.4 * 30) / 50])


def test_a_part_transfer_moves_a_part() -> None:
    old, new = (AreaSet("town", edition, ("A", "B"), ("", "")) for edition in ("1", "2"))
    passage = carried(old, new, [Change("A", "A", 0.9), Change("A", "B", 0.1)])
    np.testing.assert_allclose(passage.extensive(np.array([100.0, 50.0])), [90, 60])


def test_the_one_share_that_is_open_is_what_remains() -> None:
    changes = [Change("B", "B1", 0.25), Change("B", "B2"), *SPLIT_AND_MERGER[2:]]
    np.testing.assert_allclose(carried(OLD, NEW, changes).extensive(PEOPLE), [10, 25, 75, 50])


def test_open_shares_are_taken_from_the_ground() -> None:
    old, new = boxes((0, 0, 10, 10)), boxes((0, 0, 4, 10), (4, 0, 10, 10))
    old, new = (AreaSet("t", "", keys, keys, areas.shapes, areas.crs) for keys, areas in ((("A",), old), (("A1", "A2"), new)))
    passage = carried(old, new, [Change("A", "A1"), Change("A", "A2")], by=by_ground(old, new))
    np.testing.assert_allclose(passage.extensive(np.array([100.0])), [40, 60])


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 30), st.integers(1, 30))
def test_changes_read_off_two_maps_keep_everybody(seed: int, before: int, after: int) -> None:
    old, new = area_set(tessellation(before, seed)), area_set(tessellation(after, seed + 1))
    changes = changes_between(by_ground(old, new))
    people = np.random.default_rng(seed).uniform(0, 1000, before)
    arrived = np.nan_to_num(carried(old, new, changes).extensive(people))
    assert arrived.sum() == pytest.approx(people.sum(), rel=1e-6)


def test_areas_that_stay_are_no_change() -> None:
    town = area_set(tessellation(20, 1))
    assert changes_between(by_ground(town, town)) == []


@pytest.mark.parametrize(
    ("changes", "kind", "details"),
    [
        ([Change("B", "B1", 0.25, 2), Change("B", "B2", 0.5, 3), *SPLIT_AND_MERGER[2:]], SharesNotWhole, {"area": "B", "total": "0.75"}),
        ([Change("B", "B1", 1.2, 2), *SPLIT_AND_MERGER[2:]], SharesNotWhole, {"line": 2}),
        ([Change("B", "B1", -0.5), Change("B", "B2", 1.5), *SPLIT_AND_MERGER[2:]], SharesNotWhole, {"area": "B"}),
        ([Change("B", "B1", None, 7), Change("B", "B2"), *SPLIT_AND_MERGER[2:]], ShareUnknown, {"line": 7, "new": ["B1", "B2"]}),
        (SPLIT_AND_MERGER[:3], NoSuccessor, {"area": "D", "edition": "2021"}),
        ([Change("E", "A", 1.0, 9)], KeyNotInEdition, {"line": 9, "area": "E", "edition": "2020"}),
        ([Change("A", "E", 1.0, 9)], KeyNotInEdition, {"line": 9, "area": "E", "edition": "2021"}),
    ],
)
def test_a_list_that_does_not_add_up_is_refused(changes: list[Change], kind: type[Problem], details: dict[str, object]) -> None:
    with pytest.raises(kind) as problem:
        carried(OLD, NEW, changes)
    assert problem.value.details | details == problem.value.details


def test_a_list_of_changes_is_read_from_a_table(tmp_path: Path) -> None:
    file = tmp_path / "changes.csv"
    file.write_text("alt;neu;anteil\nB;B1;0,25\nB;B2;\n")
    assert read_changes(file, old="alt", new="neu", share="anteil") == [Change("B", "B1", 0.25, 2), Change("B", "B2", None, 3)]
    with pytest.raises(NoSuchColumn):
        read_changes(file, old="alt", new="neu", share="share")
