"""Trends over editions, with and without a break."""

from datetime import date

import numpy as np
import pytest
from scipy.stats import linregress, t

from lebenslage.atlas.series import trend

YEARS = [date(year, 1, 1) for year in (2011, 2013, 2015, 2017, 2019, 2021)]
AT = np.array([(day - YEARS[0]).days / 365.2425 for day in YEARS])


def test_a_line_is_found_with_the_interval_of_a_regression() -> None:
    values = np.array([10, 9.5, 9.7, 8.1, 8.4, 7.0])
    found, known = trend(YEARS, values[:, None]), linregress(AT, values)
    assert found.slope[0] == pytest.approx(known.slope)
    assert found.high[0] - found.slope[0] == pytest.approx(t.ppf(0.95, 4) * known.stderr)


def test_a_step_at_a_break_does_not_bend_the_trend() -> None:
    values = 5 + 0.5 * AT + np.where(AT > 7, 3.0, 0.0)
    found = trend(YEARS, values[:, None], breaks=[False, False, False, True, False])
    assert found.slope[0] == pytest.approx(0.5)
    assert found.steps[0, 0] == pytest.approx(3)
    assert trend(YEARS, values[:, None]).slope[0] > 0.7


def test_two_editions_have_a_slope_but_no_interval() -> None:
    found = trend(YEARS[:2], np.array([[1.0], [2.0]]))
    assert found.slope[0] == pytest.approx(0.5, abs=1e-3)
    assert np.isnan(found.low[0])


def test_two_editions_with_a_break_between_them_tell_nothing() -> None:
    assert np.isnan(trend(YEARS[:2], np.array([[1.0], [2.0]]), breaks=[True]).slope[0])


def test_known_errors_give_two_editions_an_interval() -> None:
    found = trend(YEARS[:2], np.array([[1.0], [2.0]]), errors=np.array([[0.3], [0.4]]))
    years = AT[1]
    assert found.high[0] - found.slope[0] == pytest.approx(1.6449 * 0.5 / years, rel=1e-4)


def test_missing_editions_are_left_out_area_by_area() -> None:
    values = np.stack([5 + 0.5 * AT, np.where(AT > 1, 7 - AT, np.nan), np.full(6, np.nan)], axis=1)
    found = trend(YEARS, values)
    assert found.slope[:2] == pytest.approx([0.5, -1])
    assert np.isnan(found.slope[2])
