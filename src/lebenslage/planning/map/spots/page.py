"""The page of what lies together: the overlay and its sentences, or why nothing can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from lebenslage.atlas.patterns.moran import Moran
from lebenslage.law.texts import Texts
from lebenslage.planning.map.asked import Asked
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.figures import day_in_words, plain
from lebenslage.planning.map.glance import MOST_NAMED
from lebenslage.planning.map.several.shown import Shown
from lebenslage.planning.map.spots.looking import CHANCE, DRAWS, LEAST_AREAS, MOST_AREAS, NotToBeTold, Spots, spots_of
from lebenslage.planning.map.spots.overlay import KINDS, overlay_of
from lebenslage.planning.map.wording import ROOM
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Indicator, Kind

SMALLEST_P: Final = 0.001


@dataclass(frozen=True)
class SpotsPage:
    """What lies together in a column; without `spots` the `reason` says why nothing can be told."""

    asked: Asked
    choice: Choice
    column: Column
    say: Texts
    spots: Spots | None
    reason: str = ""

    @property
    def title(self) -> str:
        """What the page shows, with its day."""
        return self.say(ROOM, "spots", "of", title=f"{self.column.indicator.name} {day_in_words(self.column.on)}")

    @property
    def indicators(self) -> Sequence[Indicator]:
        """What can be chosen: no counts, which say how large an area is; but always what is chosen now."""
        return [one for one in self.asked.catalogue if one.kind != Kind.COUNT or one.key == self.column.indicator.key]

    @property
    def days_to_choose(self) -> Sequence[tuple[date, str]]:
        """Each day, and how it is read."""
        return [(day, day_in_words(day)) for day in self.asked.days(self.column.indicator.key)]

    @property
    def why(self) -> str:
        """Why nothing can be told; empty where something can."""
        known = sum(number is not None for number in self.column.numbers)
        given = {"known": plain(known, 0), "areas": plain(len(self.column.numbers), 0), "most": plain(MOST_AREAS, 0)}
        return self.say(ROOM, "spots", "why", self.reason, least=LEAST_AREAS, **given) if self.reason else ""

    @cached_property
    def shown(self) -> Shown | None:
        """Map, legend and table; None where nothing can be told."""
        if self.spots is None:
            return None
        overlay, heads = overlay_of(self.spots, self.column, self.say), [self.say(ROOM, "spots", one) for one in ("here", "near")]
        return Shown(self.asked, self.choice, [self.column], overlay, self.title, "map_spots", heads)

    @property
    def sentences(self) -> Sequence[str]:
        """What was found."""
        if self.spots is None or self.shown is None:
            return []
        return [self._of_map(self.spots.of_map), self._left(self.spots), *self._kinds(self.shown.overlay.classes)]

    @property
    def method(self) -> str:
        """How it was looked for."""
        return self.say(ROOM, "spots", "method", draws=plain(DRAWS, 0), share=plain(100 * CHANCE, 0))

    def _of_map(self, found: Moran) -> str:
        p = f"< {plain(SMALLEST_P, 3)}" if found.p_permuted < SMALLEST_P else f"= {plain(found.p_permuted, 3)}"
        how = "together" if found.i > found.expected else "apart"
        key = how if found.p_permuted <= CHANCE else "scattered"
        return self.say(ROOM, "spots", key, i=plain(found.i, 2), expected=plain(found.expected, 2), p=p)

    def _left(self, spots: Spots) -> str:
        kept, share = int(spots.found.sum()), plain(100 * CHANCE, 0)
        given = {"raw": plain(spots.raw, 0), "tested": plain(spots.tested, 0), "chance": plain(CHANCE * spots.tested, 0)}
        return self.say(ROOM, "spots", "left" if kept else "none_left", kept=plain(kept, 0), share=share, **given)

    def _kinds(self, classes: Sequence[int]) -> Iterator[str]:
        """Which areas are of each kind that is clear."""
        for place, kind in enumerate(KINDS):
            names = sorted(name for name, one in zip(self.asked.edition.names, classes, strict=True) if one == place)
            word = self.say(ROOM, "spots", "kinds", kind.name)
            if names:
                yield self.say(ROOM, "spots", "names", word=f"{word[0].upper()}{word[1:]}", names=self._listed(names))

    def _listed(self, names: Sequence[str]) -> str:
        return ", ".join(names) if len(names) <= MOST_NAMED else self.say(ROOM, "spots", "areas", number=plain(len(names), 0))


def page_of(asked: Asked, choice: Choice, column: Column, say: Texts) -> SpotsPage:
    """Look at a column."""
    try:
        return SpotsPage(asked, choice, column, say, spots_of(column))
    except NotToBeTold as told:
        return SpotsPage(asked, choice, column, say, None, told.reason)
