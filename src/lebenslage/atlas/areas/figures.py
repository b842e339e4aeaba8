"""Figures of areas: no value without unit, date, source, and a word on its quality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from lebenslage.atlas.arrays import Flags, Floats


class Quality(IntEnum):
    """What kind of value stands there. Missing, suppressed and uncertain are three different things, and none of them is 0."""

    GIVEN = 0
    MISSING = 1
    SUPPRESSED = 2
    UNCERTAIN = 3


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """One figure for each area. `values` are NaN exactly where `quality` is MISSING or SUPPRESSED; UNCERTAIN has a value.

    A share has a `denominator` ("inhabitants under 65"), and may bring `base`, the denominator's counts, with which its noise is estimated.
    """

    id: str
    values: Floats
    quality: npt.NDArray[np.int8]
    unit: str
    on: date
    source: str
    denominator: str = ""
    base: Floats | None = None

    @property
    def known(self) -> Flags:
        """Where there is a value."""
        return ~np.isnan(self.values)


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """Indicators by id for the areas `keys`, in this order."""

    keys: tuple[str, ...]
    indicators: Mapping[str, Indicator]

    def __getitem__(self, id: str) -> Indicator:
        return self.indicators[id]
