"""Somebody who wants to know: tries every set of counts that agrees with what was published. Shares nothing with the code under test."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from lebenslage.quarters.inference import Published, Row

AT_MOST = 4
type Name = tuple[str, date, str]
type Counts = Mapping[Name, int]


def possible(published: Published) -> Mapping[Name, set[int]]:
    """The values that each count can have, the stock of each area at the end of each month included; everybody lives on the map."""
    rows = [("whole", row) for row in published.whole] + [("part", row) for row in published.part]
    values: dict[Name, set[int]] = defaultdict(set)
    for counts in worlds(sorted(rows, key=lambda pair: (pair[1].month, pair[0] == "part")), {}):
        for name, value in counts.items():
            values[name].add(value)
    return values


def worlds(rows: Sequence[tuple[str, Row]], before: Counts) -> Iterator[Counts]:
    """Every set of counts that agrees with the rows, month by month, with its stocks."""
    stocks = stocks_of(before)
    if stocks is None:
        return
    if not rows:
        yield {**before, **stocks}
        return
    for filling in fillings(*rows[0]):
        yield from worlds(rows[1:], {**before, **filling})


def fillings(role: str, row: Row) -> Iterator[Counts]:
    """Every way to fill the hidden values of a row so that it adds up."""
    hidden = [key for key, value in row.cells.items() if value is None]
    known = sum(value for value in row.cells.values() if value is not None)
    guesses = product(range(AT_MOST + 1), repeat=len(hidden)) if row.total is None else parts(row.total - known, len(hidden))
    for guess in guesses:
        cells = {**row.cells, **dict(zip(hidden, guess, strict=True))}
        yield {(role, row.month, key): value for key, value in cells.items() if value is not None}


def parts(total: int, number: int) -> Iterator[tuple[int, ...]]:
    """Every way to write a total as a sum of so many counts."""
    if number == 0:
        yield from [()] if total == 0 else []
    elif number == 1:
        yield (total,)
    else:
        yield from ((first, *rest) for first in range(total + 1) for rest in parts(total - first, number - 1))


def stocks_of(counts: Counts) -> Counts | None:
    """Applications up to a month without the grants up to it, where both are counted; None where more was granted than applied for."""
    stocks: dict[Name, int] = {}
    for key in {key for _, _, key in counts}:
        stock = 0
        for month in sorted({month for _, month, other in counts if other == key}):
            stock += counts.get(("whole", month, key), 0) - counts.get(("part", month, key), 0)
            if ("part", month, key) in counts:
                stocks["stock", month, key] = stock
    return None if min(stocks.values(), default=0) < 0 else stocks


def told(values: Mapping[Name, set[int]], minimum: int) -> Iterable[Name]:
    """The counts that may be small and for which fewer values are left than the minimum says."""
    return [name for name, left in values.items() if min(left) < minimum and max(left) - min(left) < minimum - 1]
