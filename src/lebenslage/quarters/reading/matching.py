"""Which area a text means: by key or by name, and what had to be repaired for it. Every repair is told and can be switched off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from typing import Final

from lebenslage.authorities.spelling import spellings

NEAR: Final = 0.86
LEADING: Final = re.compile(r"^([\w.]+)[\s:.,–-]+(.+)$")
WHOLE: Final = re.compile(r"(\d+)[.,]0+")
WEAK: Final = re.compile(r"[1-9]\d{0,3}(?:[.,]0+)?|0")
TOWN: Final = frozenset(("gesamt", "insgesamt", "summe", "zusammen", "stadt", "gesamtstadt", "total", "stadtgebiet", "alle", "ganze"))


class Repair(StrEnum):
    """What was done to a text before it was an area."""

    TRIMMED = "trimmed"
    ZERO = "zero"
    WHOLE = "whole"
    LEADING = "leading"
    SPELLING = "spelling"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Meant:
    """The place of the area in the edition, and the repair that led there."""

    place: int
    repair: Repair | None = None


@dataclass(frozen=True)
class Areas:
    """Keys and names of an edition, to be looked up."""

    keys: Sequence[str]
    names: Sequence[str]
    without: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def _by_key(self) -> Mapping[str, int]:
        return {key: place for place, key in enumerate(self.keys)}

    @cached_property
    def _by_name(self) -> Mapping[str, int]:
        return _single((name, place) for place, name in enumerate(self.names))

    @cached_property
    def _by_spelling(self) -> Mapping[str, int]:
        return _single((form, place) for place, name in enumerate(self.names) for form in spellings(name))

    @cached_property
    def _length(self) -> int:
        lengths = {len(key) for key in self.keys if key.isdigit()}
        return lengths.pop() if len(lengths) == 1 else 0

    def meant(self, text: str) -> Meant | None:
        """The area that a text means, as it stands or repaired."""
        for repair, tried in self._ways(text):
            place = self._by_key.get(tried, self._by_name.get(tried))
            if place is not None and (repair is None or repair not in self.without):
                return Meant(place, repair)
        return self._spelled(text.strip())

    def _ways(self, text: str) -> Iterator[tuple[Repair | None, str]]:
        bare = text.strip().strip("'\u00a0").strip()
        yield None, text
        yield Repair.TRIMMED, bare
        whole = WHOLE.fullmatch(bare)
        if whole:
            yield Repair.WHOLE, whole[1]
        digits = whole[1] if whole else bare
        if digits.isdigit() and self._length:
            yield Repair.ZERO, digits.zfill(self._length)
        leading = LEADING.match(bare)
        if leading:
            yield Repair.LEADING, leading[1]
            yield Repair.LEADING, leading[2]
            yield Repair.LEADING, leading[1].zfill(self._length)

    def _spelled(self, text: str) -> Meant | None:
        if not text or Repair.SPELLING in self.without:
            return None
        found = [self._by_spelling[form] for form in spellings(text) if form in self._by_spelling]
        return Meant(found[0], Repair.SPELLING) if found else None

    def near(self, text: str, taken: frozenset[int]) -> Meant | None:
        """An area whose name is nearly written so, and that no other row means."""
        if Repair.NEAR in self.without or len(text) < 4 or len(self.names) > 3000:
            return None
        free = {name: place for name, place in self._by_name.items() if place not in taken}
        close = get_close_matches(text.strip(), free, n=1, cutoff=NEAR)
        return Meant(free[close[0]], Repair.NEAR) if close else None


def _single(pairs: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """What means one area alone."""
    found: dict[str, set[int]] = defaultdict(set)
    for name, place in pairs:
        found[name].add(place)
    return {name: next(iter(places)) for name, places in found.items() if len(places) == 1}


def is_town(text: str, town: str) -> bool:
    """Whether a row is that of the whole town."""
    words = {word for form in spellings(text) for word in form.split()}
    own = {word for form in spellings(town) for word in form.split()}
    return bool(words) and words <= TOWN | own | {"stadt"}


def matched(texts: Sequence[str], areas: Areas) -> list[Meant | None]:
    """The area of each row, or none."""
    known = {text: areas.meant(text) for text in dict.fromkeys(texts)}
    taken = frozenset(meant.place for meant in known.values() if meant)
    known |= {text: areas.near(text, taken) for text, meant in known.items() if meant is None}
    return [known[text] for text in texts]


def fit(texts: Sequence[str], areas: Areas, *, sure: bool = False) -> float:
    """How well a column names areas, 0 to 1: the share of its rows that mean one.

    A short number may as well be a count: unless the heading is `sure` to speak of keys, such a row counts less where few areas are meant.
    """
    some = [text for text in texts[:5000] if text.strip()]
    known = {text: areas.meant(text) for text in dict.fromkeys(some)}
    places = [(text.strip(), meant.place) for text in some if (meant := known[text])]
    if not places:
        return 0.0
    whole = 1.0 if sure else min(1.0, 2 * len({place for _, place in places}) / len(areas.keys))
    return sum(whole if WEAK.fullmatch(text) else 1.0 for text, _ in places) / len(some)
