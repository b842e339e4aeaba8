"""What stands out in a column, and what is doubtful, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.planning.map.figures import plain
from lebenslage.planning.map.wording import ROOM, Wording
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Better

MOST_NAMED: Final = 8


@dataclass(frozen=True, slots=True)
class Glance:
    """A column looked at."""

    wording: Wording

    @property
    def sentences(self) -> Sequence[str]:
        """The sentences, the most important first."""
        known = [place for place, number in enumerate(self.wording.column.numbers) if number is not None]
        if not known:
            return [self.wording.say(ROOM, "nothing_known")]
        return [self._extremes(known), *self._worst(), *self._doubt(len(known)), *self._absent()]

    def _extremes(self, known: Sequence[int]) -> str:
        numbers, names = self.wording.column.numbers, self.wording.column.edition.names
        most, least = (pick(known, key=lambda place: numbers[place] or 0) for pick in (max, min))
        given = {"most_words": self.wording.figure(most), "least_words": self.wording.figure(least)}
        return self.wording.say(ROOM, "extremes", most=names[most], least=names[least], **given)

    def _worst(self) -> Iterator[str]:
        """Which areas lie in the class that matters: the greatest, or the least where much is good."""
        column, classes = self.wording.column, self.wording.sorted.classes
        if classes is None or len(classes) < 2:
            return
        worst = 0 if column.indicator.better == Better.HIGH else len(classes) - 1
        places = [place for place, one in enumerate(self.wording.sorted.places) if one == worst]
        names = [column.edition.names[place] for place in sorted(places, key=lambda place: -(column.numbers[place] or 0))]
        given = {"number": plain(len(names), 0), "all": plain(len(column.numbers), 0), "word": self.wording.sorted.looks[worst].word}
        if names:
            key = "in_class" if len(names) <= MOST_NAMED else "in_class_many"
            yield self.wording.say(ROOM, key, names=", ".join(names[:MOST_NAMED]), **given)

    def _doubt(self, known: int) -> Iterator[str]:
        doubt = self.wording.doubt
        if doubt.known or doubt.places:
            yield self.wording.say(ROOM, "doubt", number=plain(len(doubt.places), 0), all=plain(known, 0))
        elif self.wording.column.indicator.of_people:
            yield self.wording.say(ROOM, "no_interval")

    def _absent(self) -> Iterator[str]:
        for kind in (Mark.SUPPRESSED, Mark.MISSING):
            number = sum(mark == kind for mark in self.wording.column.marks)
            if number:
                yield self.wording.say(ROOM, "absent", kind.name.lower(), number=plain(number, 0))
