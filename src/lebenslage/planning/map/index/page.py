"""What the page of the index builder shows: the choices, the result as a workbench, what changes, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.planning.map.asked import Asked
from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.index.building import Built, as_indicator
from lebenslage.planning.map.index.changes import Moved, moved
from lebenslage.planning.map.index.draft import CLASSES, HEAVIEST, SCALES, Draft, Part, usual_direction
from lebenslage.planning.map.index.keeping import catalogue_of, columns_at, days_of
from lebenslage.planning.map.index.recipes import LEAST_PARTS, recipe_of
from lebenslage.planning.map.wording import ROOM
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Batch, Indicator


class IndexBench(Bench):
    """The workbench of an index that is being built: its areas are chosen within the builder."""

    draft = Draft()

    def address_of(self, place: int) -> str:
        """The address of the builder with an area chosen."""
        return self.draft.address(self.column.edition.keys[place])


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator to choose, with its weight and its direction."""

    indicator: Indicator
    part: Part
    chosen: bool


@dataclass(frozen=True)
class Page:
    """The page of a draft."""

    asked: Asked
    draft: Draft
    own: Sequence[Batch]
    say: Texts
    scales: Sequence[str] = SCALES
    heaviest: float = HEAVIEST

    @property
    def lines(self) -> Sequence[Line]:
        """Every indicator, by topic and name."""
        parts = {part.key: part for part in self.draft.parts}
        usual = {key: Part(key, 1.0, usual_direction(one)) for key, one in catalogue_of(self.asked).items()}
        return [Line(one, parts.get(key, usual[key]), key in parts) for key, one in catalogue_of(self.asked).items()]

    @cached_property
    def problem(self) -> str:
        """Why there is no index; empty where there is one."""
        if len(self.draft.parts) < LEAST_PARTS:
            return self.say(ROOM, "index", "too_few")
        if not days_of(self.asked, self.draft.keys):
            return self.say(ROOM, "index", "no_common_day")
        try:
            self.built.result  # noqa: B018 - computed once, here, for its problems
        except Problem as problem:
            return self.say.problem(problem)
        return ""

    @cached_property
    def built(self) -> Built:
        """The index at the latest day."""
        return self._built(self.draft)

    @cached_property
    def bench(self) -> Bench:
        """The index as map, table, chart and sentences."""
        name = self.draft.name or self.say(ROOM, "index", "unnamed")
        definition = self.say(ROOM, "index", "definitions", "score", number=len(self.draft.parts))
        bench = IndexBench(self.built.column(as_indicator(name, definition)), Choice(klassen=CLASSES, gebiet=self.draft.gebiet), self.say)
        object.__setattr__(bench, "draft", self.draft)
        return bench

    @cached_property
    def changes(self) -> Sequence[Moved]:
        """Whose class is another than in the kept index, or than with equal weights."""
        before = self.kept or self._built(self.draft.evenly()).classes
        sure = [mark != Mark.UNCERTAIN for mark in self.built.marks]
        return moved(self.built.edition.names, before, self.built.classes, sure, self.say.strings[ROOM]["words"][str(CLASSES)])

    @cached_property
    def kept(self) -> Sequence[int]:
        """The classes of the town's latest index at this day; empty without."""
        key = next((f"{batch.how['indicator']}-klasse" for batch in self.own), "")
        column = next((one for one in self.asked.of(key) if one.on == self.built.on and key), None)
        return [int(number or 0) for number in column.numbers] if column else []

    @property
    def compared_with(self) -> str:
        """What the index is compared with, in words."""
        return self.say(ROOM, "index", "against_kept", name=self.own[0].title) if self.kept else self.say(ROOM, "index", "against_even")

    @property
    def reasons(self) -> Sequence[str]:
        """Why the chosen area is where it is."""
        return [] if self.bench.chosen_place is None else self.built.reasons(self.bench.chosen_place)

    @property
    def sure(self) -> str:
        """In how many areas the class is certain."""
        found = self.built.certainty
        return self.say(ROOM, "index", "sure", sure=int(found.sure.sum()), all=len(found.sure), draws=found.draws)

    def _built(self, draft: Draft) -> Built:
        on = days_of(self.asked, draft.keys)[0]
        return Built(recipe_of(draft, catalogue_of(self.asked), self.say), columns_at(self.asked, draft.keys, on), on)
