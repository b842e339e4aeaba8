"""Two indicators in nine classes, and how many burdens come together: which class each area is in, in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.planning.map.classing import thirds
from lebenslage.planning.map.figures import with_unit
from lebenslage.planning.map.wording import ROOM
from lebenslage.quarters.columns import Column
from lebenslage.quarters.looks import Look, crossed, missing, ramp
from lebenslage.quarters.models import Better

FIFTHS: Final = 5
MOST_BURDENS: Final = 6


@dataclass(frozen=True, slots=True)
class Overlay:
    """A class an area as places in `looks`; `said` is what the table says of an area beside its class.

    Areas of the classes in `first` come first in the table, in the order of their classes.
    """

    classes: Sequence[int]
    looks: Sequence[Look]
    said: Callable[[int], Sequence[str]]
    first: Collection[int] = ()


def two(first: Column, second: Column, say: Texts) -> Overlay:
    """Each indicator in thirds: nine classes, the first running fastest."""
    words = say.strings[ROOM]["words"]["3"]
    names = (first.indicator.name, second.indicator.name)
    looks = [
        *crossed([say(ROOM, "two", "class", first=names[0], one=x, second=names[1], other=y) for y in words for x in words]),
        missing(say(ROOM, "two", "unknown")),
    ]
    parts = (thirds(first.numbers), thirds(second.numbers))
    classes = [len(looks) - 1 if None in pair else (pair[0] or 0) + len(words) * (pair[1] or 0) for pair in zip(*parts, strict=True)]
    return Overlay(classes, looks, lambda place: [figure(one, place, say) for one in (first, second)])


def burdens(columns: Sequence[Column], say: Texts) -> Overlay:
    """How many indicators of each area lie in the worst fifth of the town; an unknown one counts neither way and is said."""
    worst = [_worst(column) for column in columns]
    most = min(len(columns), MOST_BURDENS)
    words = [say(ROOM, "burdens", "number", number=number) for number in range(most)]
    looks = [*ramp([*words, say(ROOM, "burdens", "most", number=most)]), missing(say(ROOM, "burdens", "unknown"))]
    numbered = [Look(one.word, str(place) if place <= most else one.sign, one.shade, one.pattern) for place, one in enumerate(looks)]

    def named(place: int, kind: bool | None) -> str:
        return ", ".join(column.indicator.name for column, one in zip(columns, worst, strict=True) if one[place] is kind)

    classes = [len(looks) - 1 if all(one is None for one in here) else min(sum(map(bool, here)), most) for here in zip(*worst, strict=True)]
    return Overlay(classes, numbered, lambda place: [named(place, kind=True) or say(ROOM, "burdens", "none"), named(place, kind=None)])


def figure(column: Column, place: int, say: Texts) -> str:
    """The figure of an area, or the word for its absence."""
    number = column.numbers[place]
    return say(ROOM, "missing") if number is None else with_unit(number, column.indicator)


def _worst(column: Column) -> Sequence[bool | None]:
    """Whether each area lies in the worst fifth; the greatest values are the worst unless much is good."""
    turn = -1.0 if column.indicator.better == Better.HIGH else 1.0
    known = sorted((turn * number for number in column.numbers if number is not None), reverse=True)
    if not known:
        return [None] * len(column.numbers)
    limit = known[max(0, len(known) // FIFTHS - 1)]
    return [None if number is None else turn * number >= limit for number in column.numbers]
