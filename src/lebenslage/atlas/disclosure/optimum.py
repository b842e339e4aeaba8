"""The best pattern of hidden cells, with proof: an integer program whose constraints are found as they are broken.

Benders' cuts of Fischetti & Salazar-Gonzalez (2001): a hidden cell moves only as far as the cells hidden beside it let it, each by what
the prices of the attack say. Where the attack succeeds in whole numbers alone, or a cell need only be open if it is small, the cut says
the weaker truth that something more must be hidden: less hidden is never safer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.disclosure.attack import Told
from lebenslage.atlas.disclosure.model import Model
from lebenslage.atlas.disclosure.puzzle import Puzzle
from lebenslage.atlas.disclosure.repair import cleaned, repaired
from lebenslage.atlas.disclosure.rules import EXACT
from lebenslage.atlas.progress import Progress, silently

type Cut = tuple[Floats, float]


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Cells hidden, what is lost with them, and what is lost at least with any safe pattern: equal where it is proven best."""

    hidden: Flags
    lost: float
    bound: float

    @property
    def proven(self) -> bool:
        """Whether nothing cheaper is safe."""
        return self.lost <= self.bound + EXACT


def best_pattern(puzzle: Puzzle, good: Flags, rounds: int, out_of_time: Callable[[], bool], progress: Progress = silently) -> Pattern:
    """The best pattern, or the best found in so many rounds, with the bound; `good` is a safe one to begin with."""
    cuts: list[Cut] = []
    bound = 0.0
    for number in range(rounds):
        progress(number, rounds)
        if out_of_time():
            break
        hidden = _master(puzzle, cuts)
        bound = max(bound, puzzle.price(hidden))
        if bound >= puzzle.price(good) - EXACT:
            break
        told = list(puzzle.told(hidden))
        if not told:
            good = hidden
            break
        cuts += [cut for one in told for cut in _cuts(puzzle, hidden, puzzle.certified(hidden, one.cell))]
        if number & (number + 1) == 0:
            good = min(good, _improved(puzzle, hidden, out_of_time), key=puzzle.price)
    progress(rounds, rounds)
    return Pattern(good, puzzle.price(good), min(bound, puzzle.price(good)))


def _improved(puzzle: Puzzle, hidden: Flags, out_of_time: Callable[[], bool]) -> Flags:
    found = repaired(puzzle, hidden)
    return cleaned(puzzle, found, out_of_time) if found is not None else hidden | puzzle.free


def _master(puzzle: Puzzle, cuts: list[Cut]) -> Flags:
    """The cheapest cells that satisfy every cut so far."""
    chosen = puzzle.small.copy()
    play = np.flatnonzero(puzzle.free & ~puzzle.small)
    if cuts and len(play):
        rows = sparse.csr_array(np.stack([row[play] for row, _ in cuts]))
        least = np.array([need for _, need in cuts])
        limits = np.zeros(len(play)), np.ones(len(play))
        between = least, np.full(len(cuts), np.inf)
        found = Model(rows, limits, between).cheapest(puzzle.cost[play])
        if found is not None and np.any(np.abs(found - np.round(found)) > EXACT):
            found = Model(rows, limits, between, whole=True).cheapest(puzzle.cost[play])
        if found is not None:
            chosen[play] = found > 0.5
    return chosen


def _cuts(puzzle: Puzzle, hidden: Flags, told: Told) -> Iterator[Cut]:
    """What every safe pattern must satisfy and this one does not."""
    play = puzzle.free & ~puzzle.small
    demand, cell, found = puzzle.demand, told.cell, False
    if puzzle.values[cell] < demand.free_from:
        down, up = _room(puzzle, told, told.prices[0], -1), _room(puzzle, told, told.prices[1], 1)
        here = puzzle.values[cell]
        for room, need in ((down + up, demand.width[cell]), (up, demand.above[cell] - here), (down, here - demand.below[cell])):
            given = room[~play].sum()
            if need > 0 and np.isfinite(need) and room[hidden].sum() < need - EXACT:
                found = True
                yield np.minimum(np.where(play, room, 0.0), need - given), need - given
    if not found:
        row = np.where(play & ~hidden, 1.0, 0.0)
        if play[cell]:
            row[cell] = -1.0 if hidden[cell] else 1.0
        yield row, 0.0 if play[cell] and hidden[cell] else 1.0


def _room(puzzle: Puzzle, told: Told, prices: Floats, sign: int) -> Floats:
    """How much each cell, hidden, adds to how far the told one moves in this direction (weak duality)."""
    reduced: Floats = -(puzzle.matrix.T @ prices)
    reduced[told.cell] -= sign
    reduced[np.abs(reduced) < 1e-9] = 0.0
    room: Floats = np.maximum(-reduced, 0) * (puzzle.most - puzzle.values) + np.maximum(reduced, 0) * (puzzle.values - puzzle.least)
    return room
