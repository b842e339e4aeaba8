"""What must hold for any figures: units do not matter, ranks are those of SciPy, the component is that of a decomposition."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata

from lebenslage.atlas.index.classes import rank_from_greatest
from lebenslage.atlas.index.score import score
from lebenslage.atlas.index.standardise import ranks, z
from lebenslage.atlas.index.weigh import first_component
from tests.atlas.index.conftest import indicator, recipe

seeds = st.integers(0, 2**32 - 1)


def figures(seed: int, areas: int = 40, indicators: int = 3) -> np.ndarray:
    chance = np.random.default_rng(seed)
    return chance.normal(10, 3, (areas, indicators)) + chance.normal(0, 2, (areas, 1))


@pytest.mark.slow
@given(seed=seeds, factor=st.floats(0.001, 1000), shift=st.floats(-1000, 1000))
@pytest.mark.parametrize("scale", ["z", "minmax"])
def test_the_unit_of_an_indicator_does_not_move_the_index(scale: str, seed: int, factor: float, shift: float) -> None:
    method = recipe(*map(indicator, "abc"), normalise=scale)
    values = figures(seed)
    other = values * [factor, 1, 1] + [shift, 0, 0]

    np.testing.assert_allclose(score(method, other).index, score(method, values).index, atol=1e-6)


@pytest.mark.slow
@given(seed=seeds)
@pytest.mark.parametrize("scale", ["rank", "exponential"])
def test_a_scale_of_ranks_sees_order_alone(scale: str, seed: int) -> None:
    method = recipe(*map(indicator, "abc"), normalise=scale)
    values = figures(seed)

    np.testing.assert_allclose(score(method, np.exp(values / 5)).index, score(method, values).index, atol=1e-12)


@given(seed=seeds)
def test_the_order_of_areas_does_not_matter(seed: int) -> None:
    method = recipe(*map(indicator, "abc"), combine={"weights": "pca", "again": "z"})
    values = figures(seed)
    order = np.random.default_rng(seed).permutation(len(values))

    np.testing.assert_allclose(score(method, values[order]).index, score(method, values).index[order], atol=1e-8)


@given(seed=seeds)
def test_ranks_are_those_of_scipy(seed: int) -> None:
    values = np.random.default_rng(seed).integers(0, 12, (3, 25, 2)).astype(float)

    np.testing.assert_array_equal(ranks(values), rankdata(values, axis=1))
    np.testing.assert_array_equal(rank_from_greatest(values[0, :, 0]), rankdata(-values[0, :, 0], method="min"))


@given(seed=seeds)
def test_the_first_component_is_that_of_a_singular_value_decomposition(seed: int) -> None:
    values = figures(seed)
    _, singular, right = np.linalg.svd(z(values), full_matrices=False)
    found = first_component(values)

    assert found.explained == pytest.approx(singular[0] ** 2 / (singular**2).sum())
    np.testing.assert_allclose(np.abs(found.loadings), np.abs(right[0]) * singular[0] / np.sqrt(len(values)), atol=1e-8)
