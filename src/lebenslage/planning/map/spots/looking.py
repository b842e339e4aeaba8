"""Looking for what lies together: Moran's I of the map and local Moran's I (LISA) of each area, with false alarms held down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.patterns.local import Local, lisa
from lebenslage.atlas.patterns.moran import Moran, moran
from lebenslage.atlas.patterns.neighbours import Neighbours
from lebenslage.atlas.patterns.problems import NoNeighbours, NoPattern, ShapesOverlap
from lebenslage.atlas.patterns.touching import queen
from lebenslage.quarters.columns import Column
from lebenslage.quarters.drawing import unpacked
from lebenslage.quarters.models import Edition, Kind

LEAST_AREAS: Final = 20
"""With fewer, even the rarest of all sets of three neighbours is no proof once every area was tried: of 18, it is 2 in 680, 18 times."""
MOST_AREAS: Final = 5000
DRAWS: Final = 19_999
DRAWS_OF_THE_MAP: Final = 999
SEED: Final = 27
CHANCE: Final = 0.05
"""So many of the areas found may be false alarms in the long run (Benjamini & Hochberg, as Caldas de Castro & Singer 2006,
Geographical Analysis 38, 180-208, propose for LISA: the tests of neighbours depend on one another, but in the same direction)."""
GAP: Final = 1.0
"""Metres that may lie between two areas that border on each other: drawings are not exact."""


class NotToBeTold(Exception):
    """No pattern can be looked for; `reason` is the name of its sentence."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """What was found. `known` are the places of the areas with a number, all else is in their order; `near` the means of neighbours."""

    known: Ints
    of_map: Moran
    of_areas: Local
    near: Floats

    @property
    def tested(self) -> int:
        """How many areas have a neighbour with a number."""
        return int((~np.isnan(self.of_areas.p)).sum())

    @property
    def raw(self) -> int:
        """How many areas stand out when each is looked at alone."""
        return int((self.of_areas.p <= CHANCE).sum())

    @property
    def found(self) -> Flags:
        """Which areas remain when false alarms are held down."""
        return self.of_areas.found(CHANCE, dependent=False)


def spots_of(column: Column) -> Spots:
    """Look for patterns among the areas that have a number. Raises NotToBeTold."""
    known = sum(number is not None for number in column.numbers)
    if column.indicator.kind == Kind.COUNT:
        raise NotToBeTold("count")
    if known < LEAST_AREAS:
        raise NotToBeTold("too_few")
    if len(column.numbers) > MOST_AREAS:
        raise NotToBeTold("too_many")
    return _looked(column.edition.pk, column.edition.at, tuple(column.numbers))


@lru_cache(8)
def _looked(edition: int, at: datetime, numbers: tuple[float | None, ...]) -> Spots:
    values = np.array([np.nan if number is None else number for number in numbers])
    kept = ~np.isnan(values)
    try:
        near = _neighbours(edition, at).within(kept).standardised()
        of_map = moran(values[kept], near, seed=SEED, permutations=DRAWS_OF_THE_MAP)
        of_areas = lisa(values[kept], near, seed=SEED, permutations=DRAWS)
    except (NoNeighbours, NoPattern, ShapesOverlap) as problem:
        raise NotToBeTold(problem.key) from problem
    return Spots(np.flatnonzero(kept), of_map, of_areas, np.where(near.islands, np.nan, near.lag(values[kept])))


@lru_cache(8)
def _neighbours(edition: int, at: datetime) -> Neighbours:
    """Who borders on whom. An edition never changes, so it is found out once. Raises NotToBeTold, ShapesOverlap."""
    outlines = Edition.objects.values_list("outlines", flat=True).get(pk=edition, at=at)
    if not outlines:
        raise NotToBeTold("no_outlines")
    return queen(unpacked(bytes(outlines)), gap=GAP)
