"""What may be published of counts of people, and what must stay hidden beside it (docs/decisions/0008-suppressed-counts.md).

One rule: from everything that was ever published nobody can pin down a count that may be below the minimum. A count is safe when it is
certainly not below the minimum, or when at least as many values remain possible for it as the minimum says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lebenslage.quarters.bounds import UNLIMITED
from lebenslage.quarters.inference import REST, STOCK, Known, Name, Published, Role, Row, pinned_down, rest_pinned_down

MINIMUM: Final = 5


def suppress(counts: Row, role: Role, before: Published, minimum: int, order: Sequence[str]) -> Row:
    """The row as it may be published: small values hidden, and beside them as many others as it needs, in the given order of areas.

    The order must not depend on the counts: who knows that always the smallest is hidden can compute it.
    """
    draft = _Draft(counts, role, before, minimum)
    shown = draft.first()
    while draft.unsafe(shown):
        left = [key for key in order if shown.cells.get(key) is not None]
        if not left:
            return replace(shown, total=None)
        shown = draft.hiding_more(shown, left)
    return shown


@dataclass(slots=True)
class _Draft:
    """A row about to be published: `counts` hides nothing. `leftovers` are areas hidden because too few would be left over."""

    counts: Row
    role: Role
    before: Published
    minimum: int
    leftovers: set[str] = field(default_factory=set)
    told: Sequence[Name] = ()

    def first(self) -> Row:
        """Small values hidden; the total too where it would tell a small count of the town."""
        cells = {key: self._large(value) for key, value in self.counts.cells.items()}
        row = Row(self.counts.month, cells, self._large(self.counts.total))
        town_told = any(pinned_down(self.before.joined(self.role, row).town, self.minimum, {}))
        return replace(row, total=None) if town_told else row

    def unsafe(self, row: Row) -> bool:
        """Whether something small can be computed, be it by somebody who knows how many live nowhere on the map, or how many those are."""
        everything = self.before.joined(self.role, row)
        self.told = list(pinned_down(everything, self.minimum, self._known(row)))
        return bool(self.told) or (0 < self._rest < self.minimum and rest_pinned_down(everything, self.minimum, self._name))

    def hiding_more(self, row: Row, left: Sequence[str]) -> Row:
        """The areas hidden of which too few would be left over; where there is none, the first area that is left."""
        few = {key for kind, _, key in self.told if kind == STOCK and key in left}
        self.leftovers |= few
        return replace(row, cells={**row.cells, **dict.fromkeys(few or left[:1])})

    def _known(self, row: Row) -> Known:
        """What somebody may know who knows these rules: which hidden counts are small, and how many live nowhere on the map."""
        hidden = {key for key, value in row.cells.items() if value is None} - self.leftovers
        small = {key for key in hidden if self._large(self.counts.cells[key]) is None}
        ranges = {key: (0, self.minimum - 1) if key in small else (self.minimum, UNLIMITED) for key in hidden}
        return {self._name: (self._rest, self._rest)} | {(self.role, row.month, key): within for key, within in ranges.items()}

    def _large(self, value: int | None) -> int | None:
        return value if value is not None and value >= self.minimum else None

    @property
    def _name(self) -> Name:
        return (REST, self.counts.month, self.role)

    @property
    def _rest(self) -> int:
        """How many the total counts and no area does."""
        return (self.counts.total or 0) - sum(value or 0 for value in self.counts.cells.values()) if self.counts.total is not None else 0
