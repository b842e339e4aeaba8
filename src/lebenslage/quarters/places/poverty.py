"""Which figure says who is poor, and the quarters in thirds by it. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Ints
from lebenslage.atlas.overlay import Categories, by_share
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Better, Indicator, Kind
from lebenslage.quarters.places.ground import Ground, as_numbers

LIKELY: Final = ("basic_income", "child_poverty", "old_age_poverty")
RANKS: Final = np.array([3, 2, 1, 0])
"""The class of a category: the worst third is 0, what is unknown comes last."""


def poverty_choices(base: Ground) -> Sequence[Indicator]:
    """The indicators that can stand for poverty: an index first, then shares of which little is better."""
    found = [column.indicator for column in base.latest.values()]
    index = [one for one in found if one.kind == Kind.INDEX]
    shares = [one for one in found if one.kind == Kind.SHARE and one.better == Better.LOW]
    return [*index, *sorted(shares, key=lambda one: LIKELY.index(one.key) if one.key in LIKELY else len(LIKELY))]


def poverty_column(base: Ground, wanted: str = "") -> Column | None:
    """The column that was asked for, else the likeliest; None where nothing says who is poor."""
    return base.latest.get(wanted) or next((base.latest[one.key] for one in poverty_choices(base)), None)


def poverty_thirds(column: Column | None, areas: int) -> Categories:
    """The quarters in thirds; all unknown where nothing says who is poor. Raises NothingToDivide."""
    if column is None:
        return Categories(np.zeros(areas, np.int64), 3, "")
    worse = -1 if column.indicator.better == Better.HIGH else 1
    return by_share(as_numbers(column), worse=worse, figure=column.indicator.name)


def worst_first(column: Column | None, areas: int) -> Ints:
    """The class of each quarter, (areas,): 0 the poorest third, 3 unknown."""
    ranks: Ints = RANKS[poverty_thirds(column, areas).values]
    return ranks
