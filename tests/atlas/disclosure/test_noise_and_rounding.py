"""Rounding keeps sums and hides the small; noise by cell key is fair, bounded, and the same wherever it is asked."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.atlas.disclosure import Noise, Rule, audit, cell_keys, flat, perturbed, protect, record_keys, rounded, rounded_by_chance
from lebenslage.atlas.disclosure.cell_key import KEYS, averaged
from lebenslage.atlas.disclosure.relations import sums_of
from lebenslage.atlas.disclosure.tables import Table
from tests.atlas.disclosure.made import random_tables


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000), base=st.sampled_from((3, 5, 10)))
def test_controlled_rounding_keeps_every_sum_and_stays_near(seed: int, base: int) -> None:
    for _, table in random_tables(seed):
        made = rounded(table, base)
        sums = sums_of([made])
        cells = np.zeros(sums.cells)
        cells[sums.places[0]] = made.values
        assert not np.any(sums.matrix @ cells)
        assert not np.any(made.values % base)
        assert np.all(np.abs(made.values - table.values) <= made.margin)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_what_is_rounded_to_the_minimum_is_safe(seed: int) -> None:
    for _, table in random_tables(seed):
        assert audit(rounded(table, 5), Rule(minimum=5)).safe


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), minimum=st.integers(2, 10))
def test_what_is_protected_survives_the_attack(seed: int, minimum: int) -> None:
    for _, table in random_tables(seed):
        safe = protect(table, Rule(minimum), rounds=0)
        assert audit(safe.table, Rule(minimum)).safe
        assert np.array_equal(safe.table.hidden, safe.small | safe.beside)
        assert np.array_equal(safe.table.values[~safe.table.hidden], table.values[~safe.table.hidden])


def counted(*values: int) -> Table:
    codes = [str(number) for number in range(len(values))]
    return Table("t", "s", (flat("d", "all", codes),), tuple((code,) for code in codes), np.array(values, float))


def test_rounding_by_chance_is_right_on_average() -> None:
    many = rounded_by_chance(counted(*[7] * 20_000), 5, seed=3).values
    assert set(many) == {5, 10}
    assert many.mean() == pytest.approx(7, abs=0.05)


@pytest.mark.parametrize(("most", "variance", "nothing_below"), [(2, 1.0, 0), (5, 3.0, 3), (4, 2.0, 2)])
def test_noise_is_fair_bounded_and_never_negative(most: int, variance: float, nothing_below: int) -> None:
    table = Noise(most, variance, nothing_below).table
    steps = np.arange(-most, most + 1)
    assert np.allclose(table.sum(axis=1), 1)
    assert np.allclose(table @ steps, 0, atol=1e-6)
    assert np.allclose((table @ steps**2)[1:], variance, atol=1e-6)
    shown = np.arange(len(table))[:, None] + steps
    assert not np.any(table[(shown < 0) | ((shown > 0) & (shown < nothing_below))])


def test_noise_is_the_flattest_there_is() -> None:
    """With support -1, 0, 1 the variance alone decides: half of it on each side."""
    assert np.allclose(Noise(1, 0.5).table[-1], [0.25, 0.5, 0.25])


def test_noise_follows_its_distribution() -> None:
    noise = Noise(2, 1.0)
    drawn = noise.of(np.full(200_000, 9), np.random.default_rng(5).integers(0, KEYS, 200_000))
    assert np.allclose(np.bincount(drawn + 2) / 200_000, noise.table[-1], atol=0.005)


def test_a_cell_has_one_noise_in_all_tables_however_the_records_are_sorted() -> None:
    people = [f"person {number}" for number in range(60)]
    keys, place = record_keys(people, seed=11), np.arange(60) % 3
    back = record_keys(people[::-1], seed=11)
    assert np.array_equal(cell_keys(keys, place, 3), cell_keys(back, place[::-1], 3))
    assert not np.array_equal(keys, record_keys(people, seed=12))


def test_asking_again_averages_fresh_noise_away_and_not_that_of_the_cell_key() -> None:
    noise, counts = Noise(3, 2.0), np.full(40, 20)
    chance, own = np.random.default_rng(1), np.random.default_rng(2).integers(0, KEYS, 40)
    fresh = np.array([counts + noise.of(counts, chance.integers(0, KEYS, 40)) for _ in range(400)], float)
    same = np.array([counts + noise.of(counts, own) for _ in range(400)], float)
    guessed, error = averaged(fresh)
    assert np.array_equal(np.round(guessed), counts)
    assert error.max() < 0.1
    kept, _ = averaged(same)
    assert np.mean(np.round(kept) != counts) > 0.3


def test_a_reader_who_knows_the_greatest_noise_is_reckoned_with() -> None:
    table = counted(6, 8, 20)
    blurred = perturbed(table, np.array([1, KEYS // 2, KEYS - 1]), Noise(2, 1.0))
    assert blurred.margin == 2
    assert audit(blurred, Rule(minimum=5)).safe
    assert not audit(perturbed(counted(3), np.array([KEYS // 2]), Noise(1, 0.5)), Rule(minimum=5)).safe
