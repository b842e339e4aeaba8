"""Where one class ends and the next begins, counted over a block of draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.index.recipe import Classes
from lebenslage.atlas.patterns.classes import natural_breaks


@dataclass(frozen=True, slots=True)
class Cut:
    """A limit on the index."""

    value: float
    inclusive: bool

    def within(self, index: Floats, _order: Ints) -> Ints:
        """How often each area lies within it."""
        return np.asarray((index <= self.value if self.inclusive else index < self.value).sum(axis=0))


@dataclass(frozen=True, slots=True)
class Place:
    """A limit on the rank: the first so many, counted from the worst area or from the best."""

    areas: int
    from_worst: bool

    def within(self, _index: Floats, order: Ints) -> Ints:
        """How often each area is among them; `order` [draws, areas] goes from the worst to the best."""
        chosen = order[:, : self.areas] if self.from_worst else order[:, order.shape[1] - self.areas :]
        return np.bincount(chosen.ravel(), minlength=order.shape[1])


def limits_of(classes: Classes | None, published: Floats, *, worst_is_greatest: bool) -> tuple[tuple[int, ...], Sequence[Cut | Place]]:
    """The ids of the classes, and the limits between them: one fewer."""
    if classes is None:
        return (1,), ()
    ids = tuple(band.id for band in classes.bands) or tuple(range(1, classes.number + 1))
    if classes.kind == "cuts":
        return ids, [_cut(band.below, band.up_to) for band in classes.bands[:-1]]
    if classes.kind == "natural":
        return ids, [Cut(float(value), inclusive=True) for value in natural_breaks(published, classes.number).upper[:-1]]
    from_worst = (classes.counted_from == "greatest") == worst_is_greatest
    return ids, [Place(place * len(published) // classes.number, from_worst) for place in range(1, classes.number)]


def _cut(below: float | None, up_to: float | None) -> Cut:
    return Cut(below, inclusive=False) if below is not None else Cut(float(up_to or 0.0), inclusive=True)
