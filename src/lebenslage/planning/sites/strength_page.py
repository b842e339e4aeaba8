"""The page of strengths in words. Needs the analysis packages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.planning.sites.saying import listed, number
from lebenslage.planning.sites.strengths import WORST, Strengths
from lebenslage.quarters.looks import Look, missing
from lebenslage.quarters.maps import Picture, drawn_map
from lebenslage.quarters.places import queries

ALWAYS, ENTERED, LEFT, NEVER, UNKNOWN = "always", "entered", "left", "never", "unknown"
LOOKS: Final = ((ALWAYS, "●", "r6", "dense-cross"), (ENTERED, "+", "r4", "lines"), (LEFT, "–", "r2", "dots"), (NEVER, "", "r0", "plain"))
WANTED: Final = (*queries.COOL, *queries.SERVICES)


@dataclass(frozen=True, slots=True)
class Row:
    """A quarter: what it has, what it lacks, and how its poverty moved."""

    key: str
    name: str
    strength: str
    has: Sequence[str]
    lacks: Sequence[str]
    poverty: str


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """Everything that stands on the page."""

    found: Strengths
    say: Texts

    @property
    def rows(self) -> Sequence[Row]:
        """The quarters; those that have stayed poor come first."""
        order = {word: place for place, (word, *_) in enumerate(LOOKS)}
        names = self.found.base.areas.names
        return [self._row(row) for row in sorted(range(len(names)), key=lambda row: (order.get(self._moved(row), len(LOOKS)), names[row]))]

    @property
    def hardening(self) -> Sequence[str]:
        """Whether poverty hardens, in sentences, with what chance alone would do and with how little two days say."""
        if self.found.poverty is None:
            return [self.say("planning_strengths", "no_poverty")]
        staying, chance = self.found.staying, self.found.chance
        if staying is None or chance is None:
            return [self.say("planning_strengths", "one_day", name=self.found.poverty.indicator.name)]
        first, last = (f"{day:%d.%m.%Y}" for day in (self.found.days[0], self.found.days[-1]))
        values = {"name": self.found.poverty.indicator.name, "first": first, "last": last, "then": int(staying.counted[0])}
        said = [self.say("planning_strengths", "stayed", stayed=int(staying.always.sum()), **values)]
        observed, expected, low, high = chance
        key = "more_than_chance" if observed > high else "like_chance"
        said.append(self.say("planning_strengths", key, expected=number(expected, self.say), low=low, high=high))
        few = "two_days" if len(self.found.days) == 2 else "some_days"
        return [*said, self.say("planning_strengths", few, number=len(self.found.days))]

    @property
    def recipe(self) -> str:
        """Which figures of strengths are missing, and where they come from."""
        lacking = listed(list(self.found.lacking), self.say)
        if not lacking:
            return ""
        key = "recipe_missing" if self.found.classes is None else "recipe_partly"
        return self.say("planning_strengths", key, names=lacking)

    @property
    def map(self) -> str:
        """The map of how long a quarter is poor."""
        looks = [Look(self.say("planning_strengths", "moved", word), sign, shade, pattern) for word, sign, shade, pattern in LOOKS]
        looks.append(missing(self.say("planning_strengths", "moved", UNKNOWN)))
        at = {word: place for place, (word, *_) in enumerate(LOOKS)}
        classes = [at.get(self._moved(row), len(LOOKS)) for row in range(len(self.found.base.areas))]
        title, summary = self.say("planning_strengths", "map_title"), self.say("planning_strengths", "map_summary")
        return drawn_map(
            Picture(self.found.base.edition.drawn, self.found.base.areas.names, classes, looks, title, summary, id="dauer"), legend=True
        )

    def _row(self, row: int) -> Row:
        key, classes = self.found.base.areas.keys[row], self.found.classes
        strength = "unknown" if classes is None else str(classes[row])
        return Row(
            key,
            self.found.base.areas.names[row],
            self.say("planning_strengths", "classes", strength),
            self._has(row, key),
            self._lacks(row),
            self.say("planning_strengths", "moved", self._moved(row)),
        )

    def _has(self, row: int, key: str) -> Sequence[str]:
        kinds = Counter(place.kind for place in self.found.places.get(row, ()))
        places = [
            self.say("planning_strengths", "places", kind=self.say("planning_sites", "kinds", kind), number=many)
            for kind, many in sorted(kinds.items())
        ]
        offers = self.found.offers.get(key, 0)
        figures = self.found.best.get(row, ())
        said = [*places, *([self.say("planning_strengths", "offers", number=offers)] if offers else [])]
        return [*said, *([self.say("planning_strengths", "best", names=listed(list(figures), self.say))] if figures else [])]

    def _lacks(self, row: int) -> Sequence[str]:
        """Figures in which it is among the worst, and kinds of places of which the town has some, but not here."""
        known = {place.kind for some in self.found.places.values() for place in some}
        here = {place.kind for place in self.found.places.get(row, ())}
        kinds = [self.say("planning_sites", "kinds", kind) for kind in dict.fromkeys(WANTED) if kind in known - here]
        figures = self.found.worst.get(row, ())
        said = [self.say("planning_strengths", "worst", names=listed(list(figures), self.say))] if figures else []
        return [*said, *([self.say("planning_strengths", "no_places", names=listed(kinds, self.say))] if kinds else [])]

    def _moved(self, row: int) -> str:
        poor = self.found.poor[:, row]
        if not len(poor) or 0 in poor:
            return UNKNOWN
        inside = [bool(one == WORST) for one in poor]
        if all(inside):
            return ALWAYS
        return ENTERED if inside[-1] else LEFT if any(inside) else NEVER
