"""Cuts with a source, and shares of the areas."""

import numpy as np
import pytest

from lebenslage.atlas.overlay.categories import QUARTERS, Cuts, by_share, given, published, published_cuts
from lebenslage.atlas.overlay.problems import CutsOutOfOrder, NotACategory, NothingToDivide, UnknownCuts


def test_thirds() -> None:
    assert by_share(np.array([5.0, 1, 9, 3, 7, 11])).values.tolist() == [2, 1, 3, 1, 2, 3]


def test_equal_values_stay_together() -> None:
    assert by_share(np.array([1.0, 2, 2, 2, 2, 3])).values.tolist() == [1, 2, 2, 2, 2, 3]


def test_where_less_is_worse() -> None:
    assert by_share(np.array([5.0, 1, 9]), worse=-1).values.tolist() == [2, 3, 1]


def test_what_is_not_known_is_no_category() -> None:
    assert by_share(np.array([5.0, np.nan, 9])).values.tolist() == [1, 0, 3]


def test_quarters_of_542_areas_are_136_270_and_136() -> None:
    # As many as the published categories of air and noise in Berlin 2021/22.
    assert np.bincount(by_share(np.arange(542.0), QUARTERS).values).tolist() == [0, 136, 270, 136]


def test_an_indicator_without_differences_has_no_classes() -> None:
    with pytest.raises(NothingToDivide):
        by_share(np.array([4.0, 4, np.nan]), figure="heat")


def test_the_bounds_of_noise_at_night_in_berlin() -> None:
    assert published_cuts("noise_night_berlin").of(np.array([41.8, 41.9, 44.5, np.nan])).values.tolist() == [1, 2, 3, 0]


def test_the_guideline_of_air_is_kept_at_its_value_and_that_of_noise_below_it() -> None:
    assert published_cuts("pm25_year_who").of(np.array([5.0, 5.1, 10.1])).values.tolist() == [1, 2, 3]
    assert published_cuts("noise_road_day_who").of(np.array([52.9, 53])).values.tolist() == [1, 2]


def test_all_published_cuts_have_a_source_and_a_side_for_each_bound() -> None:
    assert all(cuts.source and len(cuts.bounds) == len(cuts.equal_is_worse) for cuts in published().values())


def test_cuts_that_do_not_rise_are_refused() -> None:
    with pytest.raises(CutsOutOfOrder):
        Cuts("own", (5, 3), (False, False), "", "")


def test_cuts_nobody_published_are_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownCuts) as refused:
        published_cuts("heat")
    assert "heat_pet" in refused.value.details["known"]


def test_a_category_that_is_none_is_refused_with_its_row() -> None:
    with pytest.raises(NotACategory) as refused:
        given(np.array([1, 4]), worst=3, source="by hand", figure="air")
    assert refused.value.details["row"] == 2
