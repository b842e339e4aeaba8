"""Nobody can compute what is hidden: random tables, attacked by somebody who shares no line with what hid it."""

import numpy as np
import pytest

from lebenslage.atlas.disclosure import Protected, Rule, Table, possible, protect
from tests.atlas.disclosure.intruder import Intruder
from tests.atlas.disclosure.made import Tree, random_tables

RULE = Rule(minimum=5)
BLOCK = 25
SMALL_TABLE = 64


def protected(seed: int, rounds: int | None) -> list[tuple[list[Tree], Table, Protected]]:
    """The tables of a seed, each protected with what was published before it in mind."""
    done: list[tuple[list[Tree], Table, Protected]] = []
    for trees, table in random_tables(seed):
        done.append((trees, table, protect(table, RULE, [safe.table for _, _, safe in done], rounds=rounds)))
    return done


def told(tables: list[tuple[list[Tree], Table, Protected]]) -> list[tuple[float, float]]:
    """The bounds of hidden cells that may be below the minimum, and for which fewer values are possible than it says."""
    intruder = Intruder([(trees, dict(zip(table.keys, safe.table.values, strict=True))) for trees, table, safe in tables])
    found = intruder.ranges(whole=True).values()
    return [(least, most) for least, most in found if round(least) < RULE.minimum and round(most - least) < RULE.minimum - 1]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40))
def test_no_hidden_cell_can_be_computed_and_none_that_is_small_is_shown(seed: int) -> None:
    tables = protected(seed, rounds=0)
    assert told(tables) == []
    assert not any(np.any(safe.table.values < RULE.minimum) for _, _, safe in tables)


@pytest.mark.parametrize("seed", [1, 3, 8, 9])
def test_both_attacks_find_the_same_bounds(seed: int) -> None:
    ((trees, table, safe),) = protected(seed, rounds=0)
    intruder = Intruder([(trees, dict(zip(table.keys, safe.table.values, strict=True)))])
    theirs = intruder.ranges(whole=True)
    ours = dict(zip(table.keys, zip(*possible(safe.table, RULE), strict=True), strict=True))
    for key, hidden in zip(table.keys, safe.table.hidden, strict=True):
        if hidden and np.isfinite(ours[key][1]):
            assert theirs[intruder.number(key, trees)] == pytest.approx(ours[key])


@pytest.mark.slow
@pytest.mark.parametrize("block", [0, 1, *(pytest.param(block, marks=pytest.mark.thorough) for block in range(2, 500 // BLOCK))])
def test_five_hundred_tables_lose_little_more_than_the_optimum(block: int) -> None:
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        tables = protected(seed, rounds=None)
        assert told(tables) == [], seed
        for _, _, safe in tables:
            assert safe.lost <= 1.25 * safe.bound, (seed, safe.lost, safe.bound)


@pytest.mark.thorough
@pytest.mark.parametrize("block", range(4))
def test_the_quick_way_is_near_the_proven_optimum(block: int) -> None:
    ratios = []
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        earlier: list[Table] = []
        for _, table in random_tables(seed):
            best, quick = protect(table, RULE, earlier), protect(table, RULE, earlier, rounds=0)
            if len(table.keys) <= SMALL_TABLE and best.lost:
                assert best.proven
                ratios.append(quick.lost / best.lost)
            earlier.append(best.table)
    print(f"seeds {block * BLOCK} to {(block + 1) * BLOCK - 1}: {len(ratios)} tables of at most {SMALL_TABLE} cells,", end=" ")  # noqa: T201
    print(f"mean {np.mean(ratios):.3f}, worst {max(ratios):.3f} times the optimum")  # noqa: T201
    assert np.mean(ratios) <= 1.1
    assert max(ratios) <= 1.5


def test_an_intruder_computes_what_is_hidden_alone() -> None:
    """The attack of these tests works: one hidden cell in each sum is no secret."""
    trees, table = random_tables(3)[0]
    small = table.values < RULE.minimum
    alone = Protected(table.hiding(small), small, ~small, 0, 0)
    assert told([(trees, table, alone)])
