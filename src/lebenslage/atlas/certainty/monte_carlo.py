"""How sure is this class, this rank? The index is computed thousands of times, each time with what could have been as well.

Draws go through in blocks, so that memory does not grow with their number; only counts are kept: of classes, of ranks, of the worst.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.certainty.draws import Model, Streams
from lebenslage.atlas.certainty.limits import Place, limits_of
from lebenslage.atlas.index.classes import classify, rank_from_greatest
from lebenslage.atlas.index.recipe import Recipe
from lebenslage.atlas.index.score import score

BLOCK: Final = 2**17
"""So many values are drawn at once: they stay in the processor's cache."""
MOST_RANKS: Final = 1000
"""Beyond so many areas, ranks are counted in so many steps, and intervals are rounded outwards to them."""
LIMITS: Final = ((0.05, 0.0), (0.5, 0.5), (0.95, 1.0))
"""Shares of the draws, and whether the first (0), the middle or the last (1) rank of a step is meant."""
AT_ONCE: Final = 1000
SURE: Final = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Certainty:
    """What the draws say. Ranks count from the worst area, which has rank 1: the greatest burden, or the least strength.

    `classes` [areas] are those of the figures as published, `ids` names the classes, `probabilities` [areas, classes] how often each was
    drawn; `low`, `median`, `high` [areas] are the ranks below which 5, 50 and 95 in 100 draws lie; `worst` [areas] is how often an area was
    among the worst `among`. Areas of equal index stand in a fixed order, whatever it is.
    """

    ids: tuple[int, ...]
    classes: Ints
    ranks: Ints
    probabilities: Floats
    low: Ints
    median: Ints
    high: Ints
    worst: Floats
    among: int
    draws: int

    @property
    def has_classes(self) -> bool:
        """Whether the recipe makes classes; without, there are ranks alone."""
        return len(self.ids) > 1

    @property
    def stays(self) -> Floats:
        """In which share of the draws each area stays in its published class."""
        return np.asarray(self.probabilities[self.classes[:, None] == self.ids])

    @property
    def sure(self) -> Flags:
        """Whose class is certain: at least 80 in 100 draws keep it."""
        return self.stays >= SURE

    @property
    def share_sure(self) -> float:
        """The share of areas whose class is certain."""
        return float(self.sure.mean())


def how_sure(
    model: Model, *, seed: int, draws: int = 10_000, among: int = 10, block: int = BLOCK, progress: Callable[[int], object] = int
) -> Certainty:
    """Draw the index of a model. The result depends on `seed` and `draws` alone, not on `block`, which is how many values fit into memory.

    `progress` hears how many draws each block had. Natural classes keep the limits that the published figures give.
    """
    tally = Tally(model.recipe, score(model.recipe, model.values).index, among)
    streams = Streams(model, seed)
    for size in blocks(draws, model.values.size, block):
        tally.add(model.index(streams.block(size)))
        progress(size)
    return tally.told()


def blocks(draws: int, each: int, block: int = BLOCK) -> Iterator[int]:
    """The sizes of the blocks: as many draws as fit into `block` values, at least one."""
    size = max(1, block // each)
    for start in range(0, draws, size):
        yield min(size, draws - start)


class Tally:
    """Counts what draws bring. Memory: areas x (classes + at most 1,000 ranks)."""

    def __init__(self, recipe: Recipe, published: Floats, among: int) -> None:
        self.published, self.among, self.draws = published, min(among, len(published)), 0
        self.classes = classify(recipe.classes, published) if recipe.classes else np.ones(len(published), np.int64)
        self.turn = 1.0 if recipe.measures == "burden" else -1.0
        self.ids, self.limits = limits_of(recipe.classes, published, worst_is_greatest=recipe.measures == "burden")
        self.worst = Place(self.among, from_worst=True)
        self.within = np.zeros((len(self.limits), len(published)), np.int64)
        self.worst_times = np.zeros(len(published), np.int64)
        self.steps = min(len(published), MOST_RANKS)
        self.step_of = np.arange(len(published)) * self.steps // len(published)
        self.at = np.zeros(len(published) * self.steps, np.int32)

    def add(self, index: Floats) -> None:
        """Count a block of draws [draws, areas]."""
        order = np.argsort(-self.turn * index, axis=1)
        for place, limit in enumerate(self.limits):
            self.within[place] += limit.within(index, order)
        self.worst_times += self.worst.within(index, order)
        np.add.at(self.at, order * self.steps + self.step_of, 1)
        self.draws += len(index)

    def told(self) -> Certainty:
        """The counts as shares, and the limits of the ranks."""
        areas = len(self.published)
        up_to = np.vstack((np.zeros(areas), self.within, np.full(areas, self.draws))) / self.draws
        counts = self.at.reshape(areas, self.steps)
        parts = [self._limits(counts[start : start + AT_ONCE]) for start in range(0, areas, AT_ONCE)]
        low, median, high = np.concatenate(parts, axis=1)
        return Certainty(
            ids=self.ids,
            classes=self.classes,
            ranks=rank_from_greatest(self.turn * self.published),
            probabilities=np.diff(up_to, axis=0).T,
            low=low,
            median=median,
            high=high,
            worst=self.worst_times / self.draws,
            among=self.among,
            draws=self.draws,
        )

    def _limits(self, counts: npt.NDArray[np.int32]) -> Ints:
        """The ranks up to which the shares of `LIMITS` lie, of areas whose draws are counted by step of the ranking."""
        areas, up_to = len(self.published), np.cumsum(counts, axis=1)
        found = []
        for share, outward in LIMITS:
            step = (up_to >= share * self.draws).argmax(axis=1)
            first, after = -(-step * areas // self.steps), -(-(step + 1) * areas // self.steps)
            found.append(np.floor(first + outward * (after - 1 - first)) + 1)
        return np.stack(found).astype(np.int64)
