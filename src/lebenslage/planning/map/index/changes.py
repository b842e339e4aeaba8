"""What another index would change: which areas change their class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moved:
    """An area that is in another class than before."""

    name: str
    before: str
    after: str
    sure: bool


def moved(names: Sequence[str], before: Sequence[int], after: Sequence[int], sure: Sequence[bool], words: Sequence[str]) -> Sequence[Moved]:
    """The areas whose class differs, those that move furthest first; classes count from 1, 0 is none."""
    places = [place for place, pair in enumerate(zip(before, after, strict=True)) if 0 not in pair and pair[0] != pair[1]]
    places.sort(key=lambda place: -abs(after[place] - before[place]))
    return [Moved(names[place], words[before[place] - 1], words[after[place] - 1], sure[place]) for place in places]
