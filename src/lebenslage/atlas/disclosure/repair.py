"""A good pattern of hidden cells quickly: for each cell that can still be computed the cheapest way to let it move, then less again.

The cheapest way is a flow through the sums that moves the cell as far as it must be able to; what it passes through is hidden (Kelly,
Golden & Assad 1992). Costs are fixed per cell and not per unit: the program is solved again with the slope of the last answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.disclosure.model import Model
from lebenslage.atlas.disclosure.moves import Stuck
from lebenslage.atlas.disclosure.puzzle import Puzzle
from lebenslage.atlas.progress import Progress, silently, telling

SLOPES = 3
MOVED = 1e-6


def repaired(puzzle: Puzzle, hidden: Flags, progress: Progress = silently) -> Flags | None:
    """More cells hidden until nothing can be computed; None where hiding everything is not enough."""
    hidden, steps = hidden.copy(), 0
    while True:
        progress(steps, 0)
        stuck = next(puzzle.told(hidden), None)
        if stuck is None:
            return hidden
        more, steps = _opened(puzzle, hidden, stuck), steps + 1
        if more is None:
            everything = hidden | puzzle.free
            return everything if puzzle.safe(everything) and not np.array_equal(everything, hidden) else None
        hidden |= more


def cleaned(puzzle: Puzzle, hidden: Flags, out_of_time: Callable[[], bool], progress: Progress = silently) -> Flags:
    """Without what need not be hidden, the dearest first."""
    hidden = hidden.copy()
    spare = np.flatnonzero(hidden & puzzle.free & ~puzzle.small)
    for cell in telling(spare[np.argsort(-puzzle.cost[spare], kind="stable")].tolist(), progress):
        if out_of_time():
            break
        hidden[cell] = False
        hidden[cell] = not puzzle.safe(hidden)
    return hidden


def _opened(puzzle: Puzzle, hidden: Flags, told: Stuck) -> Flags | None:
    """The cheapest further cells with which this one moves far enough, up or down; itself where it stands shown."""
    if puzzle.free[told.cell] and not hidden[told.cell]:
        return np.equal(np.arange(len(hidden)), told.cell)
    found = [more for least, most in _aims(puzzle, told) if (more := _way(puzzle, hidden, told.cell, (least, most))) is not None]
    found = [more for more in found if np.any(more & ~hidden)]
    return min(found, key=lambda more: puzzle.cost[more & ~hidden].sum(), default=None)


def _aims(puzzle: Puzzle, told: Stuck) -> Iterator[tuple[float, float]]:
    """Where the cell must be able to lie: between these two."""
    demand, cell = puzzle.demand, told.cell
    width = max(demand.width[cell], demand.share[cell] * told.most)
    if demand.above[cell] > told.most:
        yield demand.above[cell], np.inf
    if demand.below[cell] < told.least:
        yield -np.inf, demand.below[cell]
    if told.most - told.least < width:
        yield told.least + width, np.inf
        yield -np.inf, told.most - width


def _way(puzzle: Puzzle, hidden: Flags, cell: int, aim: tuple[float, float]) -> Flags | None:
    """The cells that move on the cheapest way to bring one cell there; None where there is no way."""
    here = puzzle.values[cell]
    up, down = puzzle.most - puzzle.values, puzzle.values - puzzle.least
    move = max(aim[0] - here, 0) or max(here - aim[1], 0)
    place, room = (cell, up[cell]) if aim[0] > here else (len(up) + cell, down[cell])
    (down if aim[0] > here else up)[cell] = 0.0
    if move > room:
        return None
    least = np.zeros(2 * len(up))
    least[place] = move
    puzzle.flow.within((least, np.concatenate([up, down])))
    return _cheapest_support(puzzle.flow, np.where(puzzle.free & ~hidden, puzzle.cost, 0.0), max(move, 1.0))


def _cheapest_support(flow: Model, fixed: Floats, far: float) -> Flags | None:
    """What moves in the cheapest answer of some, each solved with the slopes of the one before."""
    slope, best = fixed / far, None
    for _ in range(SLOPES):
        found = flow.cheapest(np.tile(slope, 2) + MOVED)
        if found is None:
            return best
        moved = np.abs(found[: len(fixed)] - found[len(fixed) :])
        support = moved > MOVED
        if best is None or fixed[support].sum() < fixed[best].sum():
            best = support
        slope = np.where(support, fixed / np.maximum(moved, MOVED), fixed / far)
    return best
