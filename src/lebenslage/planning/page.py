"""The page of a month: the table in the order that was asked for, its chart and its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone

from lebenslage.authorities.models import Authority
from lebenslage.authorities.spelling import folded_short
from lebenslage.law.texts import Texts
from lebenslage.planning.chart import Chart, chart
from lebenslage.planning.choice import BY_NAME, COLUMNS, Choice
from lebenslage.planning.glance import Glance, month_in_words
from lebenslage.quarters.models import Publication
from lebenslage.quarters.months import month_before
from lebenslage.quarters.queries import Cell, Line, Table, months_of, table

APPLICATIONS: Final = "wohngeld_antraege"
GRANTS: Final = "wohngeld_bewilligungen"
INDICATORS: Final = (APPLICATIONS, GRANTS)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its address sorts by it; `sorted` is empty where it does not sort now."""

    column: str
    address: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line of the table."""

    name: str
    residents: int | None
    residents_in_words: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that stands on the page of a month."""

    month: date
    found: bool
    months: Sequence[date]
    choice: Choice
    table: Table
    say: Texts

    @property
    def words(self) -> str:
        """The month as it is read."""
        return month_in_words(self.month, self.say)

    @property
    def months_to_choose(self) -> Sequence[tuple[str, str]]:
        """Each month as it is sent and as it is read."""
        return [(f"{month:%Y-%m}", month_in_words(month, self.say)) for month in self.months]

    @property
    def sentences(self) -> Sequence[str]:
        """What stands out."""
        return Glance(self.table, self.month, APPLICATIONS, GRANTS, self.say).sentences()

    @property
    def headings(self) -> Sequence[Heading]:
        """The columns."""
        now = "descending" if self.choice.downwards else "ascending"
        return [Heading(one, self.choice.sorted_by(one, self.month), now if one == self.choice.column else "") for one in COLUMNS]

    @property
    def lines(self) -> Sequence[Drawn]:
        """The areas in the order that was asked for; those without a number come last, whichever way."""
        column, by_name = self.choice.column, sorted(self._drawn, key=lambda line: (folded_short(line.name), line.name))
        if column == BY_NAME:
            return by_name[::-1] if self.choice.downwards else by_name
        without = [line for line in by_name if _number(line, column) is None]
        with_number = [line for line in by_name if _number(line, column) is not None]
        return [*sorted(with_number, key=lambda line: _number(line, column) or 0, reverse=self.choice.downwards), *without]

    @property
    def town(self) -> Drawn:
        """The whole town."""
        return self._draw(self.table.town)

    @property
    def chart(self) -> Chart:
        """The bars, in the order of the table."""
        return chart([(line.name, list(zip(COLUMNS[2:], line.cells, strict=True))) for line in self.lines])

    @property
    def publications(self) -> Sequence[Publication]:
        """Those of this month."""
        return [one for one in self.table.publications if one.month == self.month]

    @property
    def published_on(self) -> str:
        """The day of publication."""
        return self.say.day(timezone.localdate(self.publications[0].at).toordinal())

    @property
    def minimum(self) -> int:
        """The smallest number that is shown."""
        return max(publication.minimum for publication in self.publications)

    @property
    def _drawn(self) -> Sequence[Drawn]:
        return [self._draw(line) for line in self.table.lines]

    def _draw(self, line: Line) -> Drawn:
        residents = line.area.residents if line.area else None
        return Drawn(
            line.name,
            residents,
            f"{residents or 0:,}".replace(",", self.say("format", "group")),
            [line.cell(indicator, self.month) for indicator in INDICATORS],
        )


def page_of(authority: Authority, choice: Choice, say: Texts) -> Page | None:
    """The page of the month that was asked for, or of the latest; None where nothing is published yet. Four queries."""
    months = months_of(authority, INDICATORS)
    month = choice.month_among(months)
    shown = month or next(iter(months), None)
    if shown is None:
        return None
    return Page(shown, month is not None, months, choice, table(authority, INDICATORS, [shown, month_before(shown)]), say)


def _number(line: Drawn, column: str) -> int | None:
    return dict(zip(COLUMNS[1:], (line.residents, *(cell.value for cell in line.cells)), strict=True))[column]
