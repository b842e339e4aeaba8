"""What is called proven is the best there is: every pattern that is cheaper was tried, and is unsafe."""

from itertools import chain, combinations

import numpy as np
import pytest

from lebenslage.atlas.disclosure import Rule, Table, audit, flat, protect

RULE = Rule(minimum=5)
PLACE, AGE = flat("place", "town", ["a", "b", "c"]), flat("age", "all", ["young", "old"])


def small_table(seed: int) -> Table:
    inner = np.random.default_rng(seed).integers(0, 16, (3, 2)).astype(float)
    whole = np.vstack([inner.sum(axis=0), inner])
    whole = np.column_stack([whole.sum(axis=1), whole])
    keys = tuple((place, age) for place in ("town", "a", "b", "c") for age in ("all", "young", "old"))
    return Table(f"seed {seed}", "people", (PLACE, AGE), keys, whole.ravel())


def cheapest_safe(table: Table) -> float:
    """The least that is lost with any safe pattern, by trying them all in the order of what they cost."""
    small = table.values < RULE.minimum
    spare = np.flatnonzero(~small)
    patterns = chain.from_iterable(combinations(spare, size) for size in range(len(spare) + 1))
    for pattern in sorted(patterns, key=lambda cells: sum(table.values[list(cells)] + 1)):
        hidden = small.copy()
        hidden[list(pattern)] = True
        if audit(table.hiding(hidden), RULE).safe:
            return float(sum(table.values[list(pattern)] + 1))
    raise AssertionError("hiding everything is safe")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_nothing_cheaper_is_safe(seed: int) -> None:
    table = small_table(seed)
    best = protect(table, RULE)
    assert best.proven
    assert best.lost == cheapest_safe(table)


def test_out_of_time_the_table_is_safe_all_the_same() -> None:
    table = small_table(3)
    hurried = protect(table, RULE, out_of_time=lambda: True)
    assert audit(hurried.table, RULE).safe
    assert hurried.lost >= protect(table, RULE).lost
