"""What a table tells, alone and beside everything published before, and which earlier publication makes it unsafe."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.disclosure.attack import Attack, Told
from lebenslage.atlas.disclosure.hanging import Impossible
from lebenslage.atlas.disclosure.knowledge import knowledge
from lebenslage.atlas.disclosure.problems import FiguresContradict
from lebenslage.atlas.disclosure.relations import Sums, sums_of
from lebenslage.atlas.disclosure.rules import EXACT, Demand, Rule, demand
from lebenslage.atlas.disclosure.tables import Table
from lebenslage.atlas.progress import Progress, silently, telling

NAMED = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell of which a reader knows too much: it lies between `least` and `most` (infinite: no limit).

    `beside` are the places of the earlier tables that must be known as well, none where the table alone tells it. `shown` says that it
    simply stands there; `through` names sums by which it is computed. `cell` may be one that no table shows: a piece left over.
    """

    cell: str
    least: float
    most: float
    shown: bool
    beside: tuple[int, ...]
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """`findings` are due to the table; `before` were already told by what was published earlier."""

    findings: tuple[Finding, ...]
    before: tuple[Finding, ...]
    checked: int

    @property
    def safe(self) -> bool:
        """Whether the table tells nothing new about few people."""
        return not self.findings


def audit(
    table: Table, rule: Rule, earlier: Sequence[Table] = (), *, made_from: Table | None = None, progress: Progress = silently
) -> Audit:
    """Attack a table beside earlier ones of its subject.

    `made_from` is the table before anything was hidden: of a table of sums it says who contributes, and so how much must stay open.
    Without it, the rule's `spread` must stay open around every hidden sum. `progress` hears of cells attacked, then of findings traced.
    Raises FiguresContradict, NotAdditive, CodeChanged, TooManyCells, NoContributors.
    """
    reader = _Reader([*earlier, table], [*earlier, made_from or table], rule)
    everything = frozenset(range(len(earlier) + 1))
    found = reader.told(everything, progress)
    old = reader.told(everything - {len(earlier)}, progress) if earlier else {}
    before = {cell for cell, one in found.items() if cell in old and _same(one, old[cell])}
    new = [one for cell, one in found.items() if cell not in before]
    findings = tuple(reader.finding(one, reader.needed(one, len(earlier))) for one in telling(new, progress))
    return Audit(findings, tuple(reader.finding(found[cell], ()) for cell in sorted(before)), reader.sums.cells)


def possible(table: Table, rule: Rule, earlier: Sequence[Table] = ()) -> tuple[Floats, Floats]:
    """The least and the greatest value that each cell of a table can have, in its order, for who knows the earlier ones too.

    Infinite where nothing limits it. Raises what `audit` raises.
    """
    tables = [*earlier, table]
    reader = _Reader(tables, tables, rule)
    attack = reader.attack(range(len(tables)))
    least, most = zip(*(attack.bounds(int(cell)) for cell in reader.sums.places[-1]), strict=True)
    return np.array(least), np.array(most)


def _same(one: Told, other: Told) -> bool:
    return abs(one.least - other.least) < EXACT and abs(one.most - other.most) < EXACT


class _Reader:
    """Somebody who may have read some of the tables, or all."""

    def __init__(self, tables: Sequence[Table], true: Sequence[Table], rule: Rule) -> None:
        self.tables, self.rule = tables, rule
        self.sums: Sums = sums_of(tables)
        self.greatest = float(max(np.nansum(table.values) for table in true))
        self.demand: Demand = demand(self.sums, true, rule)

    def attack(self, read: Collection[int]) -> Attack:
        """What follows from the tables that were read."""
        some = [self.tables[number] for number in sorted(read)]
        seen = replace(self.sums, places=tuple(self.sums.places[number] for number in sorted(read)))
        return Attack(self.sums.matrix, knowledge(seen, some, self.rule, self.greatest))

    def told(self, read: Collection[int], progress: Progress) -> dict[int, Told]:
        """The cells of which too much follows. Raises FiguresContradict."""
        try:
            attack = self.attack(read)
            return {one.cell: replace(one, most=attack.known.limited(one.most)) for one in attack.told(self.demand, progress)}
        except Impossible as impossible:
            names = ", ".join(self.tables[number].name for number in sorted(read))
            raise FiguresContradict(tables=names, given=names) from impossible

    def needed(self, told: Told, table: int) -> tuple[int, ...]:
        """The earlier tables without which it would not follow: left out one after the other, the oldest first."""
        read = set(range(table + 1))
        if table == 0 or self._follows(told, {table}):
            return ()
        for number in range(table):
            if self._follows(told, read - {number}):
                read.discard(number)
        return tuple(sorted(read - {table}))

    def _follows(self, told: Told, read: Collection[int]) -> bool:
        found = self.attack(read).both(told.cell)
        return bool(self.demand.unmet(np.array(found.least), np.array(found.most), told.cell))

    def finding(self, told: Told, beside: tuple[int, ...]) -> Finding:
        """The cell in words."""
        pairs = zip(self.tables, self.sums.places, strict=True)
        shown = told.least == told.most and any(told.cell in places[~table.hidden] for table, places in pairs)
        through = tuple(dict.fromkeys(self._sums(told)))[:NAMED]
        return Finding(self.sums.label(told.cell), told.least, told.most, shown, beside, through)

    def _sums(self, told: Told) -> Iterator[str]:
        matrix = self.sums.matrix
        for row in np.flatnonzero(np.abs(told.prices[0]) + np.abs(told.prices[1]) > EXACT):
            inside = slice(matrix.indptr[row], matrix.indptr[row + 1])
            whole = matrix.indices[inside][matrix.data[inside] > 0]
            yield self.sums.label(int(whole[0]))
