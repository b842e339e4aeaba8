"""Nobody can compute what is hidden: random tables, attacked by somebody who shares no line with what hid it."""

import pytest

from lebenslage.atlas.disclosure import Rule, protect
from tests.atlas.disclosure.intruder import Intruder
from tests.atlas.disclosure.made import random_tables

RULE = Rule(minimum=5)


def told(seed: int) -> list[tuple[int, tuple[float, float]]]:
    """The hidden cells of one seed that fewer values are possible for than the minimum, though they may be below it."""
    done, read = [], []
    for trees, table in random_tables(seed):
        protected = protect(table, RULE, done)
        assert not any(protected.table.values < RULE.minimum)
        done.append(protected.table)
        read.append((trees, dict(zip(table.keys, protected.table.values, strict=True))))
    intruder = Intruder(read)
    ranges = {cell: (least, most) for cell, (least, most) in intruder.ranges(whole=True).items()}
    return [
        (cell, found) for cell, found in ranges.items() if found[0] < RULE.minimum - 1e-6 and found[1] - found[0] < RULE.minimum - 1 - 1e-6
    ]


@pytest.mark.parametrize("seed", range(40))
def test_no_hidden_cell_can_be_computed(seed: int) -> None:
    assert told(seed) == []
