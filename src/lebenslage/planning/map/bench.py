"""The workbench of one indicator at one day: what its map, its table, its chart and its sentences show, all from the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Paginator

from lebenslage.authorities.spelling import folded_short
from lebenslage.law.texts import Texts
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.classing import Classes, classed
from lebenslage.planning.map.figures import day_in_words, number_in_words, plain, unit_of, with_unit
from lebenslage.planning.map.rows import Heading, Line, Row
from lebenslage.planning.map.sureness import Interval, interval_of, intervals, unsure
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.looks import Look, hidden, missing, ramp
from lebenslage.quarters.maps import MOST_APART
from lebenslage.quarters.models import Better

ROOM = "planning_map"
MOST_ROWS = 50
MOST_BARS = 150


@dataclass(frozen=True)
class Bench:
    """Everything that is shown of a column; `days` are all for which there are figures, the latest first."""

    column: Column
    choice: Choice
    say: Texts
    days: Sequence[date] = ()

    @property
    def title(self) -> str:
        """The indicator and its day."""
        return f"{self.column.indicator.name} {day_in_words(self.column.on)}"

    @cached_property
    def classes(self) -> Classes | None:
        """The classes; None where no area has a number."""
        known = [number for number in self.column.numbers if number is not None]
        return classed(known, self.choice.art, self.choice.klassen, self.choice.grenzen) if known else None

    @cached_property
    def looks(self) -> Sequence[Look]:
        """How classes look, then what is hidden and what is missing."""
        words = self.say.strings[ROOM]["words"][str(len(self.classes))] if self.classes else []
        return [*ramp(words), hidden(self.say(ROOM, "suppressed")), missing(self.say(ROOM, "missing"))]

    @cached_property
    def intervals(self) -> Sequence[Interval | None]:
        """From where to where the true share may lie."""
        return intervals(self.column)

    @cached_property
    def classes_of_areas(self) -> Sequence[int]:
        """The place of each area's class in `looks`."""
        return [self.look_of(place) for place in range(len(self.column.numbers))]

    def look_of(self, place: int) -> int:
        """The place of an area's class in `looks`."""
        number = self.column.numbers[place]
        if number is None or self.classes is None:
            return len(self.looks) - (2 if self.column.marks[place] == Mark.SUPPRESSED else 1)
        return self.classes.of(number)

    @cached_property
    def unsure(self) -> frozenset[int]:
        """The places of areas whose class may be another."""
        return frozenset(place for place in range(len(self.column.numbers)) if self.is_unsure(place))

    def is_unsure(self, place: int) -> bool:
        """Whether the class of an area may be another: by chance, or because the source says so."""
        if self.classes is None or self.column.marks[place] == Mark.UNCERTAIN:
            return self.column.marks[place] == Mark.UNCERTAIN
        return unsure(interval_of(self.column, place), self.classes)

    def rank_of(self, place: int) -> int:
        """1 for the greatest; equal ones share the smaller rank; 0 without a number."""
        number = self.column.numbers[place]
        return 0 if number is None else 1 + sum(one > number for one in self.column.numbers if one is not None)

    @cached_property
    def order(self) -> Sequence[int]:
        """The places of the areas that are looked for, in the order of the table; those without a number come last."""
        wanted = folded_short(self.choice.suche) if self.choice.suche else ""
        names = self.column.edition.names
        places = [place for place in range(len(names)) if not wanted or wanted in folded_short(names[place])]
        if self.choice.by_name:
            return sorted(places, key=lambda place: folded_short(names[place]), reverse=self.choice.downwards)
        numbers, turn = self.column.numbers, -1 if self.choice.downwards else 1
        return sorted(places, key=lambda place: (numbers[place] is None, turn * (numbers[place] or 0)))

    @property
    def rows(self) -> Sequence[Row]:
        """The rows of this page of the table."""
        return [self.row(place) for place in self.pages.get_page(self.choice.seite)]

    @cached_property
    def pages(self) -> Paginator[int]:
        """The table in pages; one page for a town of quarters."""
        return Paginator(self.order, MOST_ROWS if self.many else max(1, len(self.order)))

    @property
    def page_links(self) -> Sequence[tuple[str, str]]:
        """The address of the page before and of the next, with its word."""
        page = self.pages.get_page(self.choice.seite)
        before = [("before", self.choice.address(seite=page.previous_page_number()))] if page.has_previous() else []
        return [*before, *([("after", self.choice.address(seite=page.next_page_number()))] if page.has_next() else [])]

    @property
    def counted(self) -> bool:
        """Whether the chart counts areas instead of showing each."""
        return self.known > MOST_BARS

    @property
    def many(self) -> bool:
        """Whether the map is one picture, because a page could not hold so many areas."""
        return len(self.column.numbers) > MOST_APART

    @property
    def headings(self) -> Sequence[Heading]:
        """The columns of the table."""
        now = "descending" if self.choice.downwards else "ascending"
        turned = {"-wert": "wert", "name": "-name"}
        by_name = self.choice.address(sortierung=turned.get(self.choice.sortierung, "name") if self.choice.by_name else "name")
        by_value = self.choice.address(sortierung="-wert" if self.choice.by_name else turned.get(self.choice.sortierung, "-wert"))
        name = Heading("name", address=by_name, sorted=now if self.choice.by_name else "")
        value = Heading("value", numeric=True, address=by_value, sorted="" if self.choice.by_name else now)
        return [name, value, *([Heading("between", numeric=True)] if self.has_intervals else []), Heading("word")]

    @property
    def has_intervals(self) -> bool:
        """Whether it is known of any area from where to where its figure may lie."""
        return any(one is not None for one in self.intervals)

    @property
    def known(self) -> int:
        """How many areas have a number."""
        return sum(number is not None for number in self.column.numbers)

    @property
    def day(self) -> str:
        """The day as it is sent."""
        return self.column.on.isoformat()

    @property
    def days_to_choose(self) -> Sequence[tuple[str, str]]:
        """Each day as it is sent and as it is read."""
        return [(day.isoformat(), day_in_words(day)) for day in self.days]

    @property
    def without_area(self) -> str:
        """The address of the same page without an area."""
        return self.choice.address(gebiet="")

    @property
    def chosen_place(self) -> int | None:
        """Where the chosen area stands; None where none is chosen."""
        keys = self.column.edition.keys
        return keys.index(self.choice.gebiet) if self.choice.gebiet in keys else None

    @property
    def chosen(self) -> Row | None:
        """The chosen area."""
        return None if self.chosen_place is None else self.row(self.chosen_place)

    def row(self, place: int) -> Row:
        """The row of an area."""
        key, look = self.column.edition.keys[place], self.look_of(place)
        return Row(
            place,
            key,
            self.column.edition.names[place],
            self.column.numbers[place],
            self.column.marks[place],
            self.words(place),
            self.between(place),
            look,
            self.looks[look].word,
            self.is_unsure(place),
            self.rank_of(place),
            self.address_of(place),
            key == self.choice.gebiet,
        )

    def address_of(self, place: int) -> str:
        """The address of the same page with an area chosen."""
        return self.choice.address(gebiet=self.column.edition.keys[place], seite=1, suche="")

    def words(self, place: int) -> str:
        """The figure of an area, or the word in its place."""
        number = self.column.numbers[place]
        return self.looks[self.look_of(place)].word if number is None else with_unit(number, self.column.indicator)

    def between(self, place: int) -> str:
        """From where to where the figure may lie; empty where that is not known."""
        interval = interval_of(self.column, place)
        if interval is None:
            return ""
        low, high = (number_in_words(end, self.column.indicator) for end in interval)
        return self.say(ROOM, "between", low=low, high=f"{high}{unit_of(self.column.indicator)}")

    def said(self, place: int) -> str:
        """An area as it is called aloud: name, figure, class, doubt."""
        doubt = f", {self.say(ROOM, 'unsure')}" if place in self.unsure else ""
        number, word = self.words(place), self.looks[self.classes_of_areas[place]].word
        return f"{self.column.edition.names[place]}: {number}{'' if number == word else f', {word}'}{doubt}"

    @property
    def legend(self) -> Sequence[Line]:
        """The classes with their limits, then what is hidden and missing, where it occurs."""
        counts = [sum(one == place for one in self.classes_of_areas) for place in range(len(self.looks))]
        classes = len(self.classes) if self.classes else 0
        return [
            Line(place, look, self._limits(place) if place < classes else "", counts[place])
            for place, look in enumerate(self.looks)
            if place < classes or counts[place]
        ]

    def _limits(self, place: int) -> str:
        assert self.classes is not None
        low, high = (number_in_words(end, self.column.indicator) for end in self.classes.bounds(place))
        return self.say(ROOM, "limits_first" if place == 0 else "limits", low=low, high=f"{high}{unit_of(self.column.indicator)}")

    @property
    def sentences(self) -> Sequence[str]:
        """What stands out, and what is doubtful."""
        known = [place for place, number in enumerate(self.column.numbers) if number is not None]
        if not known:
            return [self.say(ROOM, "nothing_known")]
        return [*self._extremes(known), *self._worst(), *self._doubt(len(known)), *self._absent()]

    def _extremes(self, known: Sequence[int]) -> Sequence[str]:
        numbers, names = self.column.numbers, self.column.edition.names
        most, least = (pick(known, key=lambda place: numbers[place] or 0) for pick in (max, min))
        given = {"most": names[most], "most_words": self.words(most), "least": names[least], "least_words": self.words(least)}
        return [self.say(ROOM, "extremes", **given)]

    def _worst(self) -> Sequence[str]:
        """Which areas lie in the class that matters: the greatest, or the least where much is good."""
        if self.classes is None or len(self.classes) < 2:
            return []
        worst = 0 if self.column.indicator.better == Better.HIGH else len(self.classes) - 1
        names = [self.column.edition.names[place] for place in self._by_value if self.classes_of_areas[place] == worst]
        key = "in_class" if len(names) <= 8 else "in_class_many"
        given = {"number": len(names), "all": len(self.column.numbers), "word": self.looks[worst].word, "names": ", ".join(names)}
        return [self.say(ROOM, key, **given)] if names else []

    @property
    def _by_value(self) -> Sequence[int]:
        return sorted(range(len(self.column.numbers)), key=lambda place: -(self.column.numbers[place] or 0))

    def _doubt(self, known: int) -> Sequence[str]:
        if all(one is None for one in self.intervals) and not self.unsure:
            return [self.say(ROOM, "no_interval")] if self.column.indicator.of_people else []
        return [self.say(ROOM, "doubt", number=plain(len(self.unsure), 0), all=plain(known, 0))]

    def _absent(self) -> Sequence[str]:
        found = [(kind, sum(mark == kind for mark in self.column.marks)) for kind in (Mark.SUPPRESSED, Mark.MISSING)]
        return [self.say(ROOM, "absent", kind.name.lower(), number=plain(number, 0)) for kind, number in found if number]
