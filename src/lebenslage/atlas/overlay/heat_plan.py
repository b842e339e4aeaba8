"""The heat plan: in which areas vulnerable people live where it is hot, in which order to begin, and why, in words.

Exposed vulnerable people = vulnerable people x share of the area's people that heat reaches (0 to 1; 1 in the worst heat category where
only a category is known). Three stages, told with their reasons and never as one number:

1. many exposed vulnerable people (upper third of the areas that have any), and poor (worst social category),
2. one of both,
3. exposed vulnerable people, but neither.

Within a stage those with more people come first. Where heat is unknown, or people in the heat, so is the stage; such areas are listed, not
dropped. Unknown poverty moves no area up, and is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.overlay.categories import THIRDS, Categories, by_share
from lebenslage.atlas.overlay.vulnerable import Vulnerable
from lebenslage.law.texts import Texts

NOBODY_EXPOSED: Final = 0
BOTH: Final = 1
STAGE_UNKNOWN: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class HeatPlan:
    """`people` (areas,): exposed vulnerable people, NaN unknown; `stage` (areas,): 1 to 3, 0 nobody exposed, 4 unknown.

    `order`: the rows of areas to begin with, first things first: stages 1 to 3, then the unknown ones.
    """

    exposed: Floats
    people: Floats
    stage: Ints
    order: Ints
    poor: Categories
    vulnerable: Vulnerable

    def reasons(self, row: int, words: Texts) -> Iterator[str]:
        """Why an area stands where it stands, a sentence each."""
        yield words("overlay", "stages", str(self.stage[row]))
        if not np.isnan(self.people[row]):
            yield words("overlay", "reasons", "people", people=_whole(self.people[row]), share=_whole(100 * self.exposed[row]))
        for id, counts in self.vulnerable.groups.items():
            known = "unknown_here" if np.isnan(counts[row]) else "group"
            yield words("overlay", "reasons", known, group=words("overlay", "groups", id), number=_whole(counts[row]))
        yield words("overlay", "reasons", _poverty(self.poor, row))
        if self.vulnerable.unknown:
            names = ", ".join(words("overlay", "groups", id) for id in self.vulnerable.unknown)
            yield words("overlay", "reasons", "no_source", groups=names)


def heat_plan(exposed: Floats, who: Vulnerable, poor: Categories) -> HeatPlan:
    """Put the areas in the order in which a heat plan begins. `exposed` (areas,): share of the people that heat reaches, NaN unknown."""
    people = np.where(exposed == 0, 0.0, exposed * who.people)
    known = ~np.isnan(people)
    stage = np.where(known, NOBODY_EXPOSED, STAGE_UNKNOWN)
    some = known & (people > 0)
    many = _upper_third(people, some)
    stage[some] = (BOTH + ~many + ~poor.is_worst)[some]
    order = np.lexsort((np.arange(len(people)), -np.nan_to_num(people), stage))
    return HeatPlan(exposed, people, stage, order[stage[order] != NOBODY_EXPOSED], poor, who)


def exposed_by_category(heat: Categories) -> Floats:
    """The share of people that heat reaches where only a category is known: 1 in the worst, 0 in the others, NaN where unknown."""
    return np.where(heat.known, heat.is_worst.astype(float), np.nan)


def _upper_third(people: Floats, some: Flags) -> Flags:
    """The third of these areas with most people, equal ones together; all of them where they are all equal."""
    numbers = people[some]
    if np.unique(numbers).size < 2:
        return some
    found = some.copy()
    found[some] = by_share(numbers, THIRDS, figure="people").is_worst
    return found


def _poverty(poor: Categories, row: int) -> str:
    if not poor.known[row]:
        return "poverty_unknown"
    return "poor" if poor.is_worst[row] else "not_poor"


def _whole(number: float) -> str:
    return "" if np.isnan(number) else f"{number:.0f}"
