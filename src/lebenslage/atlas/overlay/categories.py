"""Categories of a figure: 1 is the best, `worst` the worst, 0 is unknown. Every cut has a source; none is invented here.

`published.yaml` holds cuts that an authority has published, each with its source. `by_share` cuts where the areas themselves lie
(quartiles, thirds), as the Berlin atlas of environmental justice does for noise and air.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.overlay.problems import CutsOutOfOrder, NotACategory, NothingToDivide, UnknownCuts
from lebenslage.law.yaml_files import read_yaml

PUBLISHED: Final = Path(__file__).with_name("published.yaml")
UNKNOWN: Final = 0
THIRDS: Final = (1 / 3, 2 / 3)
QUARTERS: Final = (0.25, 0.75)
HAIR: Final = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Categories:
    """One category an area: `values` (areas,) from 1 to `worst`, 0 where unknown; `source` says where the cuts come from.

    Where they come from the areas themselves, `shares` are the shares at which they are cut.
    """

    values: Ints
    worst: int
    source: str
    shares: tuple[float, ...] = ()

    @property
    def is_worst(self) -> Flags:
        """Where the worst category is. Unknown is not the worst."""
        return np.equal(self.values, self.worst)

    @property
    def known(self) -> Flags:
        """Where there is a category."""
        return np.not_equal(self.values, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Cuts:
    """Rising bounds between categories, with unit and source. `equal_is_worse`, one a bound: to which side a value on it belongs."""

    id: str
    bounds: tuple[float, ...]
    equal_is_worse: tuple[bool, ...]
    unit: str
    source: str

    def __post_init__(self) -> None:
        if any(low >= high for low, high in zip(self.bounds, self.bounds[1:], strict=False)):
            raise CutsOutOfOrder(cuts=self.id, bounds=self.bounds)

    def of(self, values: Floats) -> Categories:
        """The categories of values (areas,), higher is worse; 0 where they are NaN."""
        steps = [values >= bound if equal else values > bound for bound, equal in zip(self.bounds, self.equal_is_worse, strict=True)]
        return Categories(_or_unknown(1 + np.sum(steps, axis=0), values), len(self.bounds) + 1, self.source)


@cache
def published() -> Mapping[str, Cuts]:
    """The published cuts by name."""
    return {
        id: Cuts(id, tuple(map(float, one["bounds"])), tuple(one["equal_is_worse"]), one["unit"], one["source"])
        for id, one in read_yaml(PUBLISHED).items()
    }


def published_cuts(id: str) -> Cuts:
    """Published cuts by name. Raises UnknownCuts."""
    if id not in published():
        raise UnknownCuts(given=id, known=sorted(published()))
    return published()[id]


def by_share(values: Floats, shares: tuple[float, ...] = THIRDS, *, worse: int = 1, figure: str = "") -> Categories:
    """Categories by where a value lies among the known ones: the best `shares[0]` are 1, and so on. `worse` is -1 where less is worse.

    Position is the mid-rank (rank - 0.5) / n, so equal values are always in one category. A value exactly on a share goes outward, away
    from the middle. Raises NothingToDivide where all known values are equal.
    """
    known = ~np.isnan(values)
    if np.unique(values[known]).size < 2:
        raise NothingToDivide(figure=figure)
    position = np.zeros(len(values))
    position[known] = _mid_ranks(worse * values[known])
    steps = [position > share + HAIR if share < 0.5 else position > share - HAIR for share in shares]
    named = ", ".join(f"{share:.3g}" for share in shares)
    return Categories(_or_unknown(1 + np.sum(steps, axis=0), values), len(shares) + 1, f"shares of the areas: {named}", shares)


def _mid_ranks(values: Floats) -> Floats:
    """(rank - 0.5) / n, equal values sharing the mean of their ranks."""
    _, of, counts = np.unique(values, return_inverse=True, return_counts=True)
    middle: Floats = (np.cumsum(counts) - counts / 2) / len(values)
    return middle[of]


def given(values: Ints, *, worst: int, source: str, figure: str = "") -> Categories:
    """Categories as somebody published them: 0 for unknown, 1 to `worst`. Raises NotACategory (row of the area, from 1)."""
    wrong = np.flatnonzero((values < UNKNOWN) | (values > worst))
    if len(wrong):
        raise NotACategory(figure=figure, row=int(wrong[0]) + 1, given=int(values[wrong[0]]), worst=worst)
    return Categories(values.astype(np.int64), worst, source)


def _or_unknown(categories: Ints, values: Floats) -> Ints:
    return np.where(np.isnan(values), UNKNOWN, categories).astype(np.int64)
