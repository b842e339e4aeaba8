"""From values to an index: direction, weights, groups, means; by hand on three areas."""

import numpy as np
import pytest

from lebenslage.atlas.index.score import components, score
from lebenslage.atlas.index.weigh import first_component
from tests.atlas.index.conftest import indicator, recipe, words

EDGE = np.sqrt(1.5)  # the z values of 1, 2, 3 are -EDGE, 0, EDGE
VALUES = np.array([[10, 4, 30], [20, 6, 20], [30, 8, 10]], float)


def test_the_sum_of_z_values_is_standardised_again() -> None:
    found = score(recipe(indicator("poor"), indicator("jobless")), VALUES[:, :2])

    assert found.sums.tolist() == pytest.approx([-2 * EDGE, 0, 2 * EDGE])
    assert found.index.tolist() == pytest.approx([-EDGE, 0, EDGE])


def test_a_strength_counts_against_an_index_of_burdens() -> None:
    found = score(recipe(indicator("poor"), indicator("green", "strength"), combine={"how": "mean"}), VALUES[:, [0, 2]])

    assert found.scaled[:, 1].tolist() == pytest.approx([-EDGE, 0, EDGE])
    assert found.index.tolist() == pytest.approx([-EDGE, 0, EDGE])


def test_a_burden_counts_against_an_index_of_strengths() -> None:
    method = recipe(indicator("poor"), indicator("green", "strength"), measures="strength", normalise="minmax", combine={"how": "mean"})

    assert score(method, VALUES[:, [0, 2]]).index.tolist() == [1, 0.5, 0]


def test_given_weights_weigh_and_equal_ones_do_not() -> None:
    members = (indicator("poor", weight=3), indicator("green", weight=1))
    values = VALUES[:, [0, 2]]

    given = score(recipe(*members, normalise="minmax", combine={"weights": "given", "how": "mean"}), values)
    equal = score(recipe(*members, normalise="minmax", combine={"weights": "equal", "how": "mean"}), values)
    assert given.index.tolist() == [0.25, 0.5, 0.75]
    assert equal.index.tolist() == [0.5, 0.5, 0.5]


def test_a_geometric_mean_does_not_forgive_a_nought() -> None:
    method = recipe(indicator("poor"), indicator("green"), normalise="minmax", combine={"how": "geometric"})

    assert score(method, VALUES[:, [0, 2]]).index.tolist() == [0, 0.5, 0]


def test_a_domain_is_combined_before_the_domains_are() -> None:
    method = recipe(
        indicator("poor", group="money", weight=3),
        indicator("jobless", group="money", weight=1),
        indicator("green", "strength"),
        groups=[{"id": "money", "label": words("money"), "combine": {"weights": "given", "how": "mean", "again": "minmax"}}],
        normalise="minmax",
        combine={"how": "sum"},
    )
    found = score(method, np.array([[10, 8, 30], [20, 4, 20], [30, 6, 10]], float))

    assert found.ids == ("money", "green")
    assert found.members[:, 0].tolist() == pytest.approx([0, 0.2, 1])  # 0.25, 0.375 and 0.875 from 0 to 1
    assert found.index.tolist() == pytest.approx([0, 0.7, 2])


def test_a_logarithm_is_taken_before_the_scale() -> None:
    method = recipe(indicator("income", "strength", logarithm=True), normalise="minmax", measures="strength", combine={})

    assert score(method, np.array([[1.0], [10], [100]])).index.tolist() == pytest.approx([0, 0.5, 1])


def test_draws_come_first_and_may_bring_weights_of_their_own() -> None:
    method = recipe(indicator("poor"), indicator("green"), normalise="minmax", combine={"how": "sum"})
    draws = np.stack([VALUES[:, [0, 2]], VALUES[:, [1, 0]]])

    found = score(method, draws, weights=np.array([[1.0, 0.0], [1.0, 2.0]]))
    assert found.index.tolist() == [[0, 0.5, 1], [0, 1.5, 3]]


def test_the_first_component_of_two_columns_that_move_together_is_both_of_them() -> None:
    found = first_component(np.array([[1.0, -2], [2, -4], [3, -6]]) * [1, -1])

    assert found.loadings.tolist() == pytest.approx([1, 1])
    assert found.explained == pytest.approx(1)
    assert found.weights.tolist() == pytest.approx([0.5, 0.5])


def test_the_sign_of_a_component_does_not_hang_on_the_order_of_areas() -> None:
    values = np.random.default_rng(3).normal(size=(40, 4)) + np.random.default_rng(4).normal(size=(40, 1))

    first, again = first_component(values), first_component(values[::-1])
    np.testing.assert_allclose(first.loadings, again.loadings, atol=1e-12)
    assert first.loadings.sum() > 0


def test_a_loading_is_the_correlation_with_the_component_and_shares_sum_to_1() -> None:
    values = np.random.default_rng(5).normal(size=(60, 3)) + np.random.default_rng(6).normal(size=(60, 1))
    method = recipe(*map(indicator, "abc"), combine={"weights": "pca"})
    found = score(method, values)
    (ids, component), *_ = components(method, found).values()

    assert ids == ("a", "b", "c")
    correlations = [np.corrcoef(values[:, n], found.index)[0, 1] for n in range(3)]
    np.testing.assert_allclose(component.loadings, correlations, atol=1e-12)
    assert component.shares.sum() == pytest.approx(1)
