"""Which facts are asked on which rows of a table: the conditions of the facts, read off the columns as a single household reads them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from lebenslage.law.columns import Column, Rows
from lebenslage.law.facts import Condition, Fact
from lebenslage.law.nodes import Entity

type Mask = npt.NDArray[np.bool_]
type Where = bool | Mask


class Asked:
    """Answers for the columns of one table; a fact without a column counts as 0, which is what a rule reads where nothing is asked."""

    def __init__(self, rows: Rows, columns: Mapping[Fact, Column]) -> None:
        """Look at `columns` as they are now; each condition is looked at once."""
        self.rows, self.columns = rows, columns
        self._known: dict[Condition, Where] = {}

    def rows_of(self, fact: Fact) -> Where:
        """Where a fact is asked: on all rows (True), on none (False), or on some."""
        when = fact.asked.when
        if when is None:
            return True
        return self._on(fact.entity, self.holds(when), when.fact.entity)

    def nowhere(self, fact: Fact) -> bool:
        """Whether a fact is asked on no row, so that its column may be missing."""
        where = self.rows_of(fact)
        return where is False or (where is not True and not bool(where.any()))

    def missing(self, fact: Fact, null: Mask) -> Mask:
        """Where a null is a missing answer: not where the fact is not asked."""
        where = self.rows_of(fact)
        return null if where is True else null & where

    def holds(self, when: Condition) -> Where:
        """Where a condition holds, on the rows of its fact."""
        if when not in self._known:
            self._known[when] = self._holds(when)
        return self._known[when]

    def _holds(self, when: Condition) -> Where:
        asked, column = self.rows_of(when.fact), self.columns.get(when.fact)
        elsewhere = when.holds(0)
        if asked is False or column is None or not len(column):
            return elsewhere
        if column.strides == (0,):
            one = when.holds(int(column[0]))
            return one if asked is True or one == elsewhere else np.where(asked, one, elsewhere)
        found = (column & when.bits) != 0 if when.bits else _among(column, when.values)
        return found if asked is True else np.where(asked, found, elsewhere)

    def _on(self, entity: Entity, where: Where, of: Entity) -> Where:
        """What is told of the household, on the rows of an entity."""
        if isinstance(where, bool) or not of.single or entity.single:
            return where
        return np.repeat(where, np.diff(self.rows.starts[entity]))


def _among(column: Column, values: frozenset[int]) -> Mask:
    first, *others = sorted(values)
    found: Mask = column == first
    for value in others:
        found |= column == value
    return found
