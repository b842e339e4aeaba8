"""Who stayed in a class, in sentences; breaks first, for without them the rest misleads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from lebenslage.atlas.series.editions import Panel
from lebenslage.atlas.series.persistence import by_chance, persistence

type Say = Callable[..., str]
type Day = Callable[[int], str]
ROOM = "series"


def about_staying(say: Say, day: Day, panel: Panel, chosen: int, name: str) -> Iterator[str]:
    """For each two editions: what changed in the method, how many areas stayed in the class, and what chance would do.

    `day` writes the ordinal of a day in words, as `Texts.day` does.
    """
    for place, (earlier, later) in enumerate(pairwise(panel.on)):
        days = {"earlier": day(earlier.toordinal()), "later": day(later.toordinal())}
        yield from (say(ROOM, "breaks", one, **days) for one in sorted(panel.breaks[place]))
        both = panel.classes[place : place + 2]
        found, lot = persistence(both, [chosen]), by_chance(both[0], both[1], chosen)
        moved = {"stayed": found.always.sum(), "left": found.left[0], "entered": found.entered[0]}
        yield say(ROOM, "stayed", **days, **moved, then=found.counted[0], name=name)
        yield say(ROOM, "chance", expected=round(lot.expected), low=lot.low, high=lot.high)
        if not found.known.all():
            yield say(ROOM, "unknown", number=(~found.known).sum())
