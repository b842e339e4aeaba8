"""What a reader knows who has read every table: each cell lies between two values, shown ones between two that are equal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.disclosure.problems import FiguresContradict, NotAdditive
from lebenslage.atlas.disclosure.relations import Sums
from lebenslage.atlas.disclosure.rules import Rule
from lebenslage.atlas.disclosure.tables import Table

ADDED: Final = 1e-4
UNHEARD: Final = 1e6


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """`low` and `high` for every cell; no cell reaches `cap`, which is beyond all that is shown. `whole`: they are whole numbers."""

    low: Floats
    high: Floats
    cap: float
    whole: bool

    def limited(self, most: float) -> float:
        """A greatest value as it is told: infinite where only the cap limits it."""
        return float("inf") if most >= self.cap / 2 else most

    @property
    def open(self) -> Flags:
        """The cells that were not told exactly."""
        return self.high > self.low + ADDED


def knowledge(sums: Sums, tables: Sequence[Table], rule: Rule, greatest: float = 0.0) -> Knowledge:
    """Read the tables. Nothing is below zero; what is hidden is at least 1 where zeros are shown.

    `greatest` is a hidden value that must be possible, where the reader's opponent has one. Raises FiguresContradict, NotAdditive.
    """
    shown = sum(float((table.values[~table.hidden] + table.margin).sum()) for table in tables)
    cap = 4 * max(shown, greatest) + UNHEARD
    low, high = np.zeros(sums.cells), np.full(sums.cells, float(cap))
    for table, places in zip(tables, sums.places, strict=True):
        least = 1.0 if rule.zeros_shown and not table.sums and not table.margin else 0.0
        low[places] = np.maximum(low[places], np.where(table.hidden, least, table.values - table.margin))
        high[places] = np.minimum(high[places], np.where(table.hidden, cap, table.values + table.margin))
    if np.any(low > high + ADDED):
        raise FiguresContradict(tables=", ".join(table.name for table in tables), given=sums.label(int(np.argmax(low - high))))
    _add_up(sums, low, high, tables)
    return Knowledge(low, high, cap, whole=not any(table.sums for table in tables))


def _add_up(sums: Sums, low: Floats, high: Floats, tables: Sequence[Table]) -> None:
    """Every sum of which everything was told must be one."""
    plus, minus = sums.matrix.maximum(0), -sums.matrix.minimum(0)
    wrong = (plus @ low > minus @ high + ADDED) | (plus @ high < minus @ low - ADDED)
    if np.any(wrong):
        row = int(np.argmax(wrong))
        whole = int(plus.indices[plus.indptr[row]])
        parts = f"{(minus @ low)[row]:g}" if np.isclose((minus @ low)[row], (minus @ high)[row]) else f"≥ {(minus @ low)[row]:g}"
        named = ", ".join(table.name for table in tables)
        raise NotAdditive(table=named, given=sums.label(whole), total=f"{low[whole]:g}", parts=parts)
