"""Published figures in words, in the language of the reader; names of places and of indicators stay German."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.planning.public.published import Figure, Sheet
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Indicator, Kind

DECIMALS: Final = {Kind.COUNT: 0, Kind.SHARE: 1, Kind.MEAN: 1, Kind.INDEX: 2}
COMPARED: Final = (Kind.SHARE, Kind.MEAN)
DIFFERENT: Final = 1.25
MOST_SAID: Final = 3
FIGURES: Final = "public_figures"


@dataclass(frozen=True, slots=True)
class Saying:
    """Says figures of one language."""

    say: Texts

    def number(self, indicator: Indicator, number: float) -> str:
        """A number as it is read, with a per cent sign where it is a share; its unit stands elsewhere."""
        marks = {ord(","): self.say("format", "group"), ord("."): self.say("format", "point")}
        written = f"{abs(number):,.{DECIMALS[Kind(indicator.kind)]}f}".translate(marks)
        signed = f"−{written}" if number < 0 else written
        return f"{signed} %" if indicator.kind == Kind.SHARE else signed

    def figure(self, indicator: Indicator, figure: Figure) -> str:
        """A figure, or the word for its absence."""
        if figure.number is None:
            return self.say(FIGURES, "hidden" if figure.mark == Mark.SUPPRESSED else "missing")
        number = self.number(indicator, figure.number)
        return self.say(FIGURES, "unsure", number=number) if figure.mark == Mark.UNCERTAIN else number

    def day(self, on: date) -> str:
        """A day in words."""
        return self.say.day(on.toordinal())

    def sentences(self, sheet: Sheet, former: Sheet | None = None) -> Sequence[str]:
        """What a map shows, in sentences: the town, the highest and the lowest, what is not shown."""
        return list(self._sentences(sheet, former))

    def standing_out(self, sheets: Sequence[Sheet], key: str) -> Sequence[str]:
        """Where an area differs most from its town: the shares and means furthest above and below it, in sentences."""
        pairs = [(sheet, sheet.figure(key)) for sheet in sheets if sheet.indicator.kind in COMPARED and sheet.column.town]
        rated = [(figure.number / (sheet.column.town or 1), sheet) for sheet, figure in pairs if figure and figure.number is not None]
        rated.sort(key=lambda one: -one[0])
        above = [self._beside("above", sheet, key) for ratio, sheet in rated[:MOST_SAID] if ratio >= DIFFERENT]
        below = [self._beside("below", sheet, key) for ratio, sheet in rated[::-1][:MOST_SAID] if ratio <= 1 / DIFFERENT]
        return [*above, *below]

    def _beside(self, which: str, sheet: Sheet, key: str) -> str:
        here = self.figure(sheet.indicator, sheet.figure(key) or Figure(key, "", None, Mark.MISSING))
        return self.say(
            FIGURES, which, indicator=sheet.indicator.name, number=here, town=self.number(sheet.indicator, sheet.column.town or 0)
        )

    def _sentences(self, sheet: Sheet, former: Sheet | None) -> Iterator[str]:
        indicator, known = sheet.indicator, [one for one in sheet.figures if one.number is not None]
        if sheet.column.town is not None:
            yield self.say(FIGURES, "town", number=self.number(indicator, sheet.column.town))
        if former and former.column.town is not None and sheet.column.town is not None:
            yield self.say(FIGURES, "before", day=self.day(former.on), number=self.number(indicator, former.column.town))
        if len(known) > 1:
            yield self._extreme("highest", indicator, max(known, key=lambda one: one.number or 0))
            yield self._extreme("lowest", indicator, min(known, key=lambda one: one.number or 0))
        yield from self._absent(sheet)

    def _extreme(self, which: str, indicator: Indicator, figure: Figure) -> str:
        return self.say(FIGURES, which, area=figure.name, number=self.number(indicator, figure.number or 0))

    def _absent(self, sheet: Sheet) -> Iterator[str]:
        missing = sum(one.mark == Mark.MISSING for one in sheet.figures)
        for what, number in (("some_hidden", sheet.hidden), ("some_missing", missing)):
            if number:
                yield self.say(FIGURES, what if number > 1 else f"{what}_one", number=number, minimum=sheet.minimum)
