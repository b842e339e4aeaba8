"""The page of a file before it is kept: what was understood in one sentence, what was found, and every guess to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.feeds.models import Waiting
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.data.words import number
from lebenslage.quarters.models import Batch
from lebenslage.quarters.reading import Look
from lebenslage.quarters.reading.figures import DASH
from lebenslage.quarters.reading.guessing import new_key
from lebenslage.quarters.reading.how import FIGURES, LICENCES, As
from lebenslage.quarters.reading.taking import said
from lebenslage.quarters.starting import starter_set

SAMPLES: Final = 3
MOST_LINES: Final = 12
MOST_COLUMNS: Final = 60
LICENCE_WORDS: Final = dict(zip(LICENCES, ("by", "zero", "cc_by", "cc_zero", "intern"), strict=True))


@dataclass(frozen=True, slots=True)
class Option:
    """An entry of a list to choose from."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A column of the file: its first values, what it is taken for, and which indicator it becomes."""

    place: int
    heading: str
    samples: str
    kinds: Sequence[Option]
    indicators: Sequence[Option]
    becomes: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A kind of repair, in how many rows, the first of them."""

    name: str
    label: str
    rows: Sequence[str]
    more: int
    on: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page."""

    waiting: Waiting
    seen: Look
    say: Texts

    @property
    def summary(self) -> str:
        """What would be kept, in a sentence."""
        how, say = self.seen.how, self.say
        if self.seen.outlines is not None:
            found = self.seen.outlines
            return say("planning_data", "review", "outlines", number=number(len(found.areas)), size=number(found.square_kilometres, 1))
        days = sorted({one.on for one in self.seen.ready})
        on = " und ".join(f"{day:%d.%m.%Y}" for day in days[-3:])
        indicators = len({one.indicator for one in self.seen.ready})
        key = "cells" if how.what == "cells" else "raster" if how.what == "raster" else "figures" if indicators != 1 else "figures_one"
        areas = max((sum(mark != "m" for mark in one.marks) for one in self.seen.ready), default=0)
        of = len(self.seen.edition.keys) if self.seen.edition and self.seen.cells is None else areas
        return say("planning_data", "review", key, areas=number(areas), of=number(of), indicators=indicators, days=on)

    @property
    def same(self) -> str:
        """When this very file came in before, if it did."""
        some = Batch.objects.filter(authority=self.waiting.authority_id, digest=self.waiting.digest, withdrawn_at=None)
        found = some.only("at", "by_name").first()
        return self.say("planning_data", "review", "same", day=f"{found.at:%d.%m.%Y}", by=found.by_name) if found else ""

    @property
    def blocking(self) -> Sequence[str]:
        """What must be put right."""
        return [said(one, self.say) for one in self.seen.blocking]

    @property
    def hints(self) -> Sequence[str]:
        """What is to be known."""
        return [said(one, self.say) for one in self.seen.hints]

    @property
    def outlines(self) -> bool:
        """Whether the file holds outlines."""
        return self.seen.outlines is not None

    @property
    def own_days(self) -> bool:
        """Whether rows or headings name their days themselves."""
        how = self.seen.how
        return bool(how.only(As.DAY)) or any(one.on and one.kind in FIGURES for one in how.columns)

    @property
    def first_rows(self) -> Sequence[tuple[str, ...]]:
        """The first rows of the file."""
        return self.seen.sheet.head() if self.seen.sheet else []

    @property
    def lines(self) -> Sequence[Line]:
        """The columns of the file, each with its guess."""
        sheet = self.seen.sheet
        if sheet is None or self.outlines:
            return []
        return [self._line(place) for place in range(min(len(self.seen.how.columns), MOST_COLUMNS))]

    @property
    def untouched(self) -> int:
        """How many columns are not shown, because there are so many."""
        return max(0, len(self.seen.how.columns) - MOST_COLUMNS)

    @property
    def mended(self) -> Sequence[Mended]:
        """What was repaired, and what could be."""
        found = dict(self.seen.repairs)
        off = [name for name in self.seen.how.without if name not in found]
        dash = any(one.what == "dash" for one in self.seen.findings)
        names = [*found, *off, *([DASH] if dash and DASH not in off else [])]
        return [self._mended(name, found.get(name, [])) for name in names]

    @property
    def headings(self) -> tuple[Sequence[Option], Sequence[Option]]:
        """The columns that may be key and name of outlines."""
        columns = self.seen.sheet.header if self.seen.sheet else []
        how = self.seen.how
        return [Option(one, one, one == how.key) for one in columns], [Option(one, one, one == how.name) for one in columns]

    @property
    def sheets(self) -> Sequence[Option]:
        """The sheets of a workbook, where it has several."""
        sheet = self.seen.sheet
        return [Option(one, one, one == sheet.name) for one in sheet.others] if sheet and len(sheet.others) > 1 else []

    @property
    def licences(self) -> Sequence[Option]:
        """The licences, in words."""
        return [Option(one, self.say("planning_data", "licences", LICENCE_WORDS[one]), one == self.seen.how.licence) for one in LICENCES]

    @property
    def measures(self) -> Sequence[Option]:
        """Mean or greatest value of a raster."""
        return [Option(one, self.say("planning_data", "review", "measure", one), one == self.seen.how.measure) for one in ("mean", "max")]

    @property
    def raster_indicators(self) -> Sequence[Option]:
        """What a raster may measure."""
        return self._indicators(self.seen.how.indicator, self.seen.file)

    @property
    def unsure(self) -> bool:
        """Whether the columns should be looked at: something blocks, or an indicator is not known."""
        known = {*self.seen.known.indicators, *starter_set()}
        return bool(self.seen.blocking) or any(one.kind in FIGURES and one.indicator not in known for one in self.seen.how.columns)

    def _line(self, place: int) -> Line:
        column = self.seen.how.columns[place]
        sheet = self.seen.sheet
        assert sheet is not None
        samples = " · ".join(text or "–" for text in sheet.columns.get(column.heading, ())[:SAMPLES])
        kinds = [Option(one.value, self.say("planning_data", "kinds", one.value), one is column.kind) for one in As]
        becomes = self.seen.name_of(column.indicator) if column.kind in FIGURES else ""
        return Line(place, column.heading, samples[:60], kinds, self._indicators(column.indicator, column.heading), becomes)

    def _indicators(self, chosen: str, heading: str) -> Sequence[Option]:
        named = {key: one.name for key, one in starter_set().items()} | {key: one.name for key, one in self.seen.known.indicators.items()}
        own = chosen or new_key(heading)
        options = [Option(key, name, key == own) for key, name in sorted(named.items(), key=lambda item: item[1])]
        new = new_key(heading)
        return (
            options
            if own in named
            else [Option(own or new, self.say("planning_data", "review", "new", heading=heading[:40]), True), *options]
        )

    def _mended(self, name: str, rows: Sequence[str]) -> Mended:
        return Mended(
            name,
            self.say("planning_data", "repairs", name),
            rows[:MOST_LINES],
            max(0, len(rows) - MOST_LINES),
            name not in self.seen.how.without,
        )


def reviewed(seen: Look, waiting: Waiting) -> Page:
    """The page of a file."""
    return Page(waiting, seen, sentences(DEFAULT))
