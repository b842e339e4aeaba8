"""Did people's lives change, or did other people move in? The change of a rate, split into stayers, arrivals and departures.

The split is exact: r1 - r0 = (stayers' own change) + (arrivals: r1 - stayers' rate now) + (departures: stayers' rate then - r0), where the
second is the arrivals' share times how much their rate differs from the stayers', and the third the same of those who left. Like every
decomposition of a rate (Kitagawa, Journal of the American Statistical Association 50, 1955) it says where, not why.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.series.problems import MoversDoNotAdd


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """A group in each area: how many they are, and how many of them have what the rate counts. NaN is unknown, never 0."""

    number: Floats
    counted: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """The change of a rate in each area and its three parts, which sum to it. NaN where a group that is needed is unknown."""

    change: Floats
    stayers: Floats
    arrivals: Floats
    departures: Floats


def split_change(stayers_then: People, stayers_now: People, left: People, came: People) -> Split:
    """Split the change of a rate. `left` had their rate then, `came` have theirs now. Shapes (areas,), shares of 1.

    A group known to be empty adds nothing; a group that is unknown makes its part and the change unknown, not the other parts.
    Without stayers there is nothing to compare with: all is unknown. Raises MoversDoNotAdd.
    """
    for group in (stayers_then, stayers_now, left, came):
        wrong = (group.counted > group.number) | (group.counted < 0)
        if wrong.any():
            raise MoversDoNotAdd(row=int(np.argmax(wrong)) + 1)
    then, now = _rate(stayers_then), _rate(stayers_now)
    all_then, all_now = _rate(_both(stayers_then, left)), _rate(_both(stayers_now, came))
    return Split(all_now - all_then, now - then, all_now - now, then - all_then)


def _both(one: People, other: People) -> People:
    return People(one.number + other.number, one.counted + other.counted)


def _rate(group: People) -> Floats:
    return np.divide(group.counted, group.number, out=np.full_like(group.number, np.nan), where=group.number > 0)
