"""The page of the heat plan: its table, its two maps, the addresses of institutions and of cool places. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from lebenslage.law.texts import Texts
from lebenslage.planning.heat.plan import Plan
from lebenslage.planning.sites.atlas_words import atlas_words
from lebenslage.planning.sites.saying import listed, number
from lebenslage.quarters.looks import Look, crossed, missing, swatch
from lebenslage.quarters.maps import Picture, Spot, drawn_map, placed
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.models import Kind, Place

BOTH: Final = "beides"
STAGES: Final = (("1", "r6", "dense-cross"), ("2", "r4", "lines"), ("3", "r2", "dots"), ("0", "r0", "plain"))
SIDE: Final = (1, 2, 3)
FOUNTAIN, COOL, INSTITUTION = "plus", "ring", "square"


@dataclass(frozen=True, slots=True)
class Row:
    """A quarter in the table. `reasons` say why it stands where it stands."""

    key: str
    name: str
    stage: str
    heat: str
    hot: str
    vulnerable: str
    exposed: str
    groups: Sequence[str]
    poor: str
    reasons: Sequence[str]
    first: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Places of a quarter."""

    name: str
    places: Sequence[Place]


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """Everything that stands on the page."""

    plan: Plan
    places: Sequence[Place]
    say: Texts

    @property
    def lead(self) -> str:
        """The good beginning: where, and for how many."""
        names = [self._name(row) for row in self.plan.first]
        if not names:
            return self.say("planning_heat", "nowhere", all=len(self._names))
        key = "begins_one" if len(names) == 1 else "begins"
        people = number(self.plan.exposed_people, self.say)
        return self.say("planning_heat", key, number=len(names), all=len(self._names), names=listed(names, self.say), people=people)

    @property
    def unknown(self) -> str:
        """Whom nobody counts, said once."""
        groups = self.plan.unknown_groups
        return self.say("planning_heat", "nobody_counts", groups=listed(list(groups), self.say)) if groups else ""

    @property
    def groups(self) -> Sequence[str]:
        """The groups that are counted, as headings."""
        return [atlas_words()("overlay", "groups", one) for one in self.plan.who.groups]

    @property
    def rows(self) -> Sequence[Row]:
        """The quarters in the order of the plan; those in which nobody lives in the heat come last."""
        order = [int(row) for row in self.plan.plan.order]
        rest = [row for row in range(len(self._names)) if row not in set(order)]
        return [self._row(row) for row in (*order, *rest)]

    @property
    def first_rows(self) -> Sequence[Row]:
        """The quarters in which the plan begins."""
        return [row for row in self.rows if row.first]

    @property
    def heat_words(self) -> str:
        """What counts as hot, and from where that is known."""
        heat = self.plan.heat
        key = "hot_share" if heat.indicator.kind == "share" else "hot_third"
        return self.say("planning_heat", key, name=heat.indicator.name, day=f"{heat.on:%d.%m.%Y}", source=heat.source)

    @property
    def poverty_words(self) -> str:
        """What counts as poor."""
        column = self.plan.poverty
        if column is None:
            return self.say("planning_heat", "poverty_unknown")
        return self.say("planning_heat", "poverty_third", name=column.indicator.name, day=f"{column.on:%d.%m.%Y}", source=column.source)

    @property
    def map(self) -> str:
        """The map of two figures."""
        classes = [9 if not cell else (int(cell[1]) - 1) * 3 + int(cell[0]) - 1 for cell in self.plan.both.cells]
        title, summary = self.say("planning_heat", "map", "title"), self.say("planning_heat", "map", "summary")
        return drawn_map(Picture(self._drawn, self._names, classes, self._looks, title, summary, links=self._row_of, id=BOTH))

    @property
    def legend(self) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
        """The nine classes as a square: for each step of heat, the hottest first, a picture and its words for each step of people."""
        steps = [self.say("planning_heat", "steps", str(step)) for step in SIDE]
        square = [[(y - 1) * 3 + x - 1 for x in SIDE] for y in SIDE]
        rows = [(steps[y], [(swatch(at, self._looks[at], id=BOTH), self._looks[at].word) for at in square[y]]) for y in (2, 1, 0)]
        return [*rows]

    @property
    def steps(self) -> Sequence[str]:
        """The words of the three steps."""
        return [self.say("planning_heat", "steps", str(step)) for step in SIDE]

    @property
    def some_unknown(self) -> str:
        """The picture and the word of quarters that are unknown, where there are any."""
        return swatch(9, self._looks[9], id=BOTH) if "" in self.plan.both.cells else ""

    @property
    def stage_map(self) -> str:
        """The map of the plan with institutions in the heat, cool places and fountains."""
        looks = [Look(self.say("planning_heat", "stages", sign), sign, shade, pattern) for sign, shade, pattern in STAGES]
        looks.append(missing(self.say("planning_heat", "stages", "4")))
        at = {1: 0, 2: 1, 3: 2, 0: 3, 4: 4}
        classes = [at[int(stage)] for stage in self.plan.plan.stage]
        spots = [*self._spots(self._in_hot, INSTITUTION), *self._spots(self.cool, COOL), *self._spots(self._fountains, FOUNTAIN)]
        used = {spot.sign for spot in spots}
        signs = {sign: self.say("planning_heat", "signs", sign) for sign in (INSTITUTION, COOL, FOUNTAIN) if sign in used}
        title, summary = self.say("planning_heat", "stage_map", "title"), self.say("planning_heat", "stage_map", "summary")
        picture = Picture(self._drawn, self._names, classes, looks, title, summary, spots=spots, signs=signs, id="stufen")
        return drawn_map(picture, legend=True)

    @property
    def institutions(self) -> Sequence[Group]:
        """Care, day care, schools and doctors in hot quarters, by quarter in the order of the plan."""
        rows = self.plan.ground.place_of(self._in_hot)
        order = [int(row) for row in self.plan.plan.order if int(row) in set(rows.tolist())]
        return [Group(self._name(row), [one for one, at in zip(self._in_hot, rows, strict=True) if at == row]) for row in order]

    @property
    def cool(self) -> Sequence[Place]:
        """Cool places that stand."""
        return [one for one in self.places if one.kind in queries.COOL]

    @property
    def missing_kinds(self) -> str:
        """The kinds of institutions and cool places of which no list has come in."""
        there = {one.kind for one in self.places}
        names = [self.say("planning_sites", "kinds", kind) for kind in (*queries.INSTITUTIONS, *queries.COOL) if kind not in there]
        return listed(names, self.say)

    @property
    def _in_hot(self) -> Sequence[Place]:
        some = [one for one in self.places if one.kind in queries.INSTITUTIONS]
        hot = set(self.plan.hot)
        return [one for one, row in zip(some, self.plan.ground.place_of(some), strict=True) if int(row) in hot]

    @property
    def _fountains(self) -> Sequence[Place]:
        return [one for one in self.places if one.kind == Kind.FOUNTAIN]

    def _spots(self, places: Sequence[Place], sign: str) -> Iterator[Spot]:
        for one in places:
            yield Spot(*placed(self._drawn, one.x, one.y), sign, one.name)

    def _row(self, row: int) -> Row:
        plan, who = self.plan.plan, self.plan.who
        stage = str(plan.stage[row])
        poor = "unknown" if not plan.poor.known[row] else "poor" if plan.poor.is_worst[row] else "not_poor"
        degree = self.plan.both.second.values[row]
        return Row(
            key=self.plan.ground.areas.keys[row],
            name=self._name(row),
            stage=self.say("planning_heat", "stages", stage),
            heat=number(self._heat(row), self.say, digits=1),
            hot=self.say("planning_heat", "steps", str(degree)),
            vulnerable=number(float(who.people[row]), self.say),
            exposed=number(float(plan.people[row]), self.say),
            groups=[number(float(counts[row]), self.say) for counts in who.groups.values()],
            poor=self.say("planning_heat", "poverty", poor),
            reasons=self.plan.reasons(row) if stage != "0" else [self.say("planning_heat", "stage_none")],
            first=stage == "1",
        )

    def _heat(self, row: int) -> float:
        value = self.plan.heat.numbers[row]
        return np.nan if value is None else value

    def _row_of(self, row: int) -> str:
        """Where a quarter stands in the table."""
        return f"#q-{self.plan.ground.areas.keys[row]}"

    def _name(self, row: int) -> str:
        return self._names[row]

    @property
    def _names(self) -> Sequence[str]:
        return self.plan.ground.areas.names

    @property
    def _drawn(self) -> Mapping[str, Any]:
        drawn: Mapping[str, Any] = self.plan.ground.edition.drawn
        return drawn

    @property
    def _looks(self) -> Sequence[Look]:
        words = [atlas_words()("overlay", "cells", f"{x}{y}", **self._two) for y in SIDE for x in SIDE]
        return [*crossed(words), missing(atlas_words()("overlay", "cells", "unknown", **self._two))]

    @property
    def _two(self) -> dict[str, str]:
        return {"first": self.say("planning_heat", "first"), "second": self.say("planning_heat", "second")}
