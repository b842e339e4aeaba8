"""Several burdens in one place: how many, which ones together, and how often.

Umweltgerechtigkeit Berlin 2021/22: the number of burdens is how many of the five core categories (air, noise, heat, green, social) are the
worst; the social category follows the status class of the Monitoring Soziale Stadtentwicklung.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.overlay.categories import UNKNOWN, Categories

SOCIAL_OF_STATUS: Final = np.array([UNKNOWN, 1, 2, 3, 3])
SOCIAL_SOURCE: Final = "Umweltgerechtigkeit Berlin 2021/22: MSS status high 1, medium 2, low and very low 3"


@dataclass(frozen=True, slots=True, eq=False)
class Burdens:
    """`number` (areas,): burdens that are there; `unknown` (areas,): categories not known, so that the number may be higher by these.

    `kinds` (areas,): the ids of the burdens of each area, in the order they were given.
    """

    number: Ints
    unknown: Ints
    kinds: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """Burdens that come together: in how many areas, and how many people live there."""

    kinds: tuple[str, ...]
    areas: int
    people: float


def burdens(categories: Mapping[str, Categories]) -> Burdens:
    """Count, for each area, the categories that are the worst of their kind. Unknown never counts as a burden, nor as none."""
    worst = np.array([one.is_worst for one in categories.values()])
    known = np.array([one.known for one in categories.values()])
    ids = tuple(categories)
    kinds = tuple(tuple(ids[row] for row in np.flatnonzero(column)) for column in worst.T)
    return Burdens(worst.sum(axis=0), (~known).sum(axis=0), kinds)


def social_category(status: Sequence[int] | Ints) -> Categories:
    """The social category of the Berlin atlas from the MSS status class: 1 high .. 4 very low; every other number is not classified."""
    given = np.asarray(status, np.int64)
    classified = (given >= 1) & (given < len(SOCIAL_OF_STATUS))
    return Categories(SOCIAL_OF_STATUS[np.where(classified, given, 0)], 3, SOCIAL_SOURCE)


def combinations(found: Burdens, people: Floats) -> tuple[Combination, ...]:
    """The types of burden: every combination that occurs, the one with most people first. Areas without a known burden are one of them."""
    areas = Counter(found.kinds)
    living = Counter[tuple[str, ...]]()
    for kinds, number in zip(found.kinds, np.nan_to_num(people).tolist(), strict=True):
        living[kinds] += number
    rows = [Combination(kinds, areas[kinds], living[kinds]) for kinds in areas]
    return tuple(sorted(rows, key=lambda row: (-row.people, -row.areas, row.kinds)))
