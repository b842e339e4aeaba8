"""What stands out, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lebenslage.law.texts import Texts
from lebenslage.quarters.models import Quality
from lebenslage.quarters.months import month_before
from lebenslage.quarters.queries import Line, Table


@dataclass(frozen=True, slots=True)
class Glance:
    """A table looked at for one month."""

    table: Table
    month: date
    applications: str
    grants: str
    say: Texts

    def sentences(self) -> Sequence[str]:
        """The sentences, the most important first."""
        return [*self._numbers(), *self._most(), *self._absent()]

    def _numbers(self) -> Iterator[str]:
        town, words = self.table.town, month_in_words(self.month, self.say)
        number = town.cell(self.applications, self.month).value
        before = town.cell(self.applications, month_before(self.month)).value
        if number is None:
            yield self.say("planning", "glance", town.cell(self.applications, self.month).quality, month=words)
        else:
            yield self.say("planning", "glance", "applications", month=words, number=number, areas=len(self.table.lines))
        if before is not None:
            yield self.say("planning", "glance", "before", number=before)
        granted = town.cell(self.grants, self.month).value
        if granted is not None:
            yield self.say("planning", "glance", "grants", number=granted)

    def _most(self) -> Iterator[str]:
        counted = [(line.cell(self.applications, self.month).value, line) for line in self.table.lines]
        greatest = max((number for number, _ in counted if number is not None), default=None)
        names = [line.name for number, line in counted if number == greatest]
        if greatest is not None and len(names) == 1:
            yield self.say("planning", "glance", "most", area=names[0], number=greatest)

    def _absent(self) -> Iterator[str]:
        hidden, missing = self._number_of(Quality.SUPPRESSED), self._number_of(Quality.MISSING)
        minimum = max((publication.minimum for publication in self.table.publications), default=0)
        yield from self._counted("some_suppressed", hidden, minimum)
        yield from self._counted("some_missing", missing, minimum)
        if not hidden:
            yield self.say("planning", "glance", "complete")

    def _number_of(self, quality: Quality) -> int:
        lines: Sequence[Line] = [*self.table.lines, self.table.town]
        return sum(line.cell(name, self.month).quality == quality for line in lines for name in (self.applications, self.grants))

    def _counted(self, what: str, number: int, minimum: int) -> Iterator[str]:
        if number:
            yield self.say("planning", "glance", what if number > 1 else f"{what}_one", number=number, minimum=minimum)


def month_in_words(month: date, say: Texts) -> str:
    """A month as it is read."""
    return say("planning", "month_in_words", month=say("months", str(month.month)), year=month.year)
