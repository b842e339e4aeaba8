"""Who suffers most from heat: old people, above all those who live alone or in care, and small children.

Pregnant and homeless people too, where a source counts them.

A group without a source is unknown. It is named as unknown in every result, and nobody takes it for zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.overlay.problems import GroupWithoutSource, ImpossibleCount, UnknownGroup

PART_OF: Final[Mapping[str, str | None]] = {
    "over_65": None,
    "over_75": "over_65",
    "in_care": "over_65",
    "alone": "over_65",
    "under_6": None,
    "pregnant": None,
    "homeless": None,
}


@dataclass(frozen=True, slots=True, eq=False)
class Vulnerable:
    """The groups somebody counts, by id, each (areas,) with NaN where the count is missing; `unknown` are the groups no one counts.

    `people` (areas,) adds them up without counting anyone twice (who is over 75 is over 65); NaN where a part of the sum is missing.
    """

    groups: Mapping[str, Floats]
    sources: Mapping[str, str]
    unknown: tuple[str, ...]
    people: Floats


def vulnerable(counted: Mapping[str, Floats], sources: Mapping[str, str]) -> Vulnerable:
    """Vulnerable people by area (areas,) from the counts there are, by group (those of `PART_OF`).

    Each group names its source: a guess is no count. Raises UnknownGroup, GroupWithoutSource, ImpossibleCount (row of the area, from 1).
    """
    for id, values in counted.items():
        _checked(id, values, sources)
    return Vulnerable(
        counted,
        {id: sources[id] for id in counted},
        tuple(id for id in PART_OF if id not in counted),
        _once(counted),
    )


def _once(counted: Mapping[str, Floats]) -> Floats:
    """The sum in which nobody counts twice. Groups within one that is not counted itself may be the same people: the larger one stands."""
    parts: dict[str, list[Floats]] = {}
    for id, values in counted.items():
        whole = PART_OF[id]
        if whole not in counted:
            parts.setdefault(whole or id, []).append(values)
    return np.sum([np.max(several, axis=0) for several in parts.values()], axis=0)


def _checked(id: str, values: Floats, sources: Mapping[str, str]) -> None:
    if id not in PART_OF:
        raise UnknownGroup(given=id, known=list(PART_OF))
    if not sources.get(id):
        raise GroupWithoutSource(group=id)
    below = np.flatnonzero(values < 0)
    if len(below):
        raise ImpossibleCount(figure=id, row=int(below[0]) + 1, given=float(values[below[0]]))
