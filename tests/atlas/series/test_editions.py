"""What may be compared over time, and what not."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pytest
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.interpolate import by_ground
from lebenslage.atlas.series import Break, Edition, breaks, carried, difference, on_common_basis, side_by_side
from lebenslage.atlas.series.problems import AreasChanged, MethodChanged, NoCommonAreas, NoCommonBasis, OtherAreas
from tests.atlas.certainty.towns import recipe

KEYS = ("A", "B", "C", "D")


def edition(
    year: int, values: Mapping[str, Sequence[float]], *, method: str = "one", areas: str = "old", keys: tuple[str, ...] = KEYS
) -> Edition:
    named = {id: np.array(one, float) for id, one in values.items()}
    return Edition(date(year, 12, 31), method, areas, keys, np.arange(1, len(keys) + 1), named, np.full(len(keys), 100.0))


def test_a_change_is_later_minus_earlier() -> None:
    found = difference(edition(2013, {"S0": [1, 2, 3, 4]}), edition(2017, {"S0": [2, 2, 1, np.nan]}), "S0")
    assert found.change[:3].tolist() == [1, 0, -2]
    assert np.isnan(found.change[3])
    assert not found.breaks


def test_over_a_change_of_method_there_is_no_difference_unless_it_is_named() -> None:
    earlier, later = edition(2013, {"S0": [1, 2, 3, 4]}), edition(2017, {"S0": [2, 2, 1, 1]}, method="two")
    with pytest.raises(MethodChanged):
        difference(earlier, later, "S0")
    found = difference(earlier, later, "S0", over=frozenset({Break.METHOD}))
    assert found.breaks == {Break.METHOD}


def test_over_new_boundaries_nothing_is_set_side_by_side() -> None:
    earlier, later = edition(2013, {}), edition(2017, {}, method="two", areas="new")
    assert breaks(earlier, later) == {Break.METHOD, Break.AREAS}
    with pytest.raises(AreasChanged):
        side_by_side([earlier, later], over=frozenset({Break.METHOD}))


def test_areas_are_matched_by_key_in_the_order_of_time() -> None:
    panel = side_by_side([edition(2017, {}, keys=("C", "A", "X")), edition(2013, {})])
    assert panel.keys == ("A", "C")
    assert panel.classes.tolist() == [[1, 3], [2, 1]]
    assert panel.breaks == (frozenset(),)


def test_editions_without_a_common_area_are_refused() -> None:
    with pytest.raises(NoCommonAreas):
        side_by_side([edition(2013, {}), edition(2017, {}, keys=("X", "Y"))])


def test_on_a_common_basis_the_method_is_one() -> None:
    earlier = edition(2013, {"S0": [9, 1, 1, 1], "S1": [1, 1, 1, 9]})
    later = edition(2017, {"S0": [1, 1, 1, 9]}, method="two")
    found = on_common_basis([earlier, later], recipe(2))
    assert side_by_side(found).classes.tolist() == [[4, 2, 2, 2], [2, 2, 2, 4]]  # S0 alone: z = 1.73 for the 9
    assert found[0].method == "town S0"


def test_an_area_without_a_figure_or_a_class_takes_no_part_in_the_new_calculation() -> None:
    one = edition(2013, {"S0": [9, 1, 1, np.nan]})
    one.classes[1] = 0
    assert on_common_basis([one], recipe(1))[0].classes.tolist() == [2, 0, 2, 0]


def test_without_a_common_indicator_there_is_no_basis() -> None:
    with pytest.raises(NoCommonBasis):
        on_common_basis([edition(2013, {"S0": [1, 2, 3, 4]}), edition(2017, {"S1": [1, 2, 3, 4]})], recipe(2))


def test_figures_are_carried_to_new_areas_as_means_of_their_people() -> None:
    old = AreaSet("town", "old", KEYS, KEYS, shapely.box(np.arange(4.0), 0, np.arange(1.0, 5), 1), "EPSG:25833")
    new = AreaSet("town", "new", ("X", "Y"), ("X", "Y"), shapely.box(np.array([0.0, 1.5]), 0, np.array([1.5, 4]), 1), "EPSG:25833")
    moved = carried(edition(2013, {"S0": [10, 20, 30, 40]}), by_ground(old, new))
    assert moved.keys == ("X", "Y")
    assert moved.values["S0"] == pytest.approx([40 / 3, 32])
    assert moved.areas == "new"
    with pytest.raises(NoCommonBasis):
        side_by_side([moved, moved])  # its classes are open


def test_figures_are_carried_from_their_own_areas_alone() -> None:
    other = AreaSet("town", "old", KEYS[::-1], KEYS, shapely.box(np.arange(4.0), 0, np.arange(1.0, 5), 1), "EPSG:25833")
    with pytest.raises(OtherAreas):
        carried(edition(2013, {"S0": [10, 20, 30, 40]}), by_ground(other, other))
