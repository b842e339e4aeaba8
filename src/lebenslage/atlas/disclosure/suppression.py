"""Complementary suppression: hide what is small, and as little beside it as keeps it hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.atlas.arrays import Flags
from lebenslage.atlas.disclosure.optimum import Pattern, best_pattern
from lebenslage.atlas.disclosure.problems import CannotProtect
from lebenslage.atlas.disclosure.puzzle import puzzle_of
from lebenslage.atlas.disclosure.repair import cleaned, repaired
from lebenslage.atlas.disclosure.rules import Rule
from lebenslage.atlas.disclosure.tables import Table
from lebenslage.atlas.progress import Progress, silently

EXACT_CELLS: Final = 200
ROUNDS: Final = 40


@dataclass(frozen=True, slots=True, eq=False)
class Protected:
    """A table that may be published: which cells are hidden because they are small, and which beside them.

    `lost` is the value (or weight) of the latter, with 1 for each cell; `bound` what any safe table loses at least.
    """

    table: Table
    small: Flags
    beside: Flags
    lost: float
    bound: float

    @property
    def proven(self) -> bool:
        """Whether no safe table loses less."""
        return self.lost <= self.bound + 1e-6


def protect(
    table: Table,
    rule: Rule,
    earlier: Sequence[Table] = (),
    *,
    rounds: int | None = None,
    out_of_time: Callable[[], bool] = lambda: False,
    progress: Progress = silently,
) -> Protected:
    """Hide what must be hidden, knowing what stands published already (`earlier`: tables of the same subject).

    The reader is taken to know all sums, that nothing is below zero, that people are whole, and the rule; not which hidden cells are the
    small ones. What is lost least depends on the counts: `weights` that do not (residents) keep the choice itself from telling of them.
    A table of few cells is solved to the proven optimum, a larger one well (`rounds` of the exact method: 0 for none). Out of time, what
    is there is safe and less tidy. `progress` hears of each stage: cells opened (nobody knows of how many), cells shown again, rounds.
    Raises CannotProtect and what reading the tables raises.
    """
    puzzle, sums = puzzle_of(table, rule, earlier)
    start = repaired(puzzle, puzzle.small, progress)
    if start is None:
        told = next(puzzle.told(puzzle.free), None)
        raise CannotProtect(table=table.name, given=sums.label(told.cell) if told else "")
    good = cleaned(puzzle, start, out_of_time, progress)
    wanted = rounds if rounds is not None else ROUNDS if puzzle.free.sum() <= EXACT_CELLS else 0
    pattern = best_pattern(puzzle, good, wanted, out_of_time, progress) if wanted else Pattern(good, puzzle.price(good), 0.0)
    hidden = pattern.hidden[sums.places[-1]] | table.hidden
    small = puzzle.small[sums.places[-1]]
    return Protected(table.hiding(hidden), small, hidden & ~small, pattern.lost, pattern.bound)
