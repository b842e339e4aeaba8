"""Scales, computed by hand on five areas; and each draw stands for itself."""

import numpy as np
import pytest

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.index.standardise import exponential, minmax, normalise, rank, ranks, z


def column(*values: float) -> Floats:
    return np.array(values, float)[:, None]


def test_a_z_value_is_the_distance_from_the_mean_in_population_deviations() -> None:
    """2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and the population deviation 2 (with n - 1 it would be 2.14)."""
    assert z(column(2, 4, 4, 4, 5, 5, 7, 9))[:, 0].tolist() == [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]


def test_minmax_goes_from_0_to_1() -> None:
    assert minmax(column(10, 15, 30))[:, 0].tolist() == [0, 0.25, 1]


def test_equal_values_share_the_average_of_their_ranks() -> None:
    assert ranks(column(30, 10, 20, 20, 40))[:, 0].tolist() == [4, 1, 2.5, 2.5, 5]
    assert rank(column(30, 10, 20, 20, 40))[:, 0].tolist() == [0.8, 0.2, 0.5, 0.5, 1]


def test_the_exponential_scale_ends_at_100_and_gives_half_of_it_to_a_tenth() -> None:
    """-23 ln(1 - 0.9 (1 - exp(-100/23))) = 50.43: nine tenths of the areas lie at or below."""
    scaled = exponential(column(*range(1, 11)))[:, 0]

    assert scaled[9] == pytest.approx(100)
    assert scaled[8] == pytest.approx(50.4267, abs=1e-4)
    assert scaled[0] == pytest.approx(-23 * np.log(1 - 0.1 * (1 - np.exp(-100 / 23))))


@pytest.mark.parametrize("scale", ["z", "minmax"])
@pytest.mark.parametrize("value", [0.1, 7.0, 1e9])
def test_what_is_equal_everywhere_is_0_everywhere(scale: str, value: float) -> None:
    assert (normalise(scale, np.full((7, 1), value)) == 0).all()


@pytest.mark.parametrize("scale", ["none", "z", "minmax", "rank", "exponential"])
def test_every_draw_and_every_indicator_stands_for_itself(scale: str) -> None:
    values = np.random.default_rng(7).integers(0, 9, (4, 12, 3)).astype(float)
    together = normalise(scale, values)
    areas_last = normalise(scale, np.ascontiguousarray(values.swapaxes(1, 2)).swapaxes(1, 2))

    for draw in range(4):
        for indicator in range(3):
            alone = normalise(scale, values[draw, :, [indicator]].T)[:, 0]
            np.testing.assert_allclose(together[draw, :, indicator], alone, atol=1e-12)
    np.testing.assert_allclose(together, areas_last, atol=1e-12)


def test_an_unknown_scale_is_an_error_of_the_programmer() -> None:
    with pytest.raises(KeyError):
        normalise("logistic", column(1, 2))
