"""An area measured against its town: each indicator at its latest day, the figure of the town, the distance, and the day before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, pstdev

from django.utils.safestring import SafeString, mark_safe

from lebenslage.planning.map.asked import Asked
from lebenslage.planning.map.figures import day_in_words, plain, unit_of, with_unit
from lebenslage.planning.map.sureness import larger_than_chance, whole_of
from lebenslage.quarters.columns import Column
from lebenslage.quarters.looks import EDGE, INK, PAPER
from lebenslage.quarters.models import Better, Indicator, Kind


@dataclass(frozen=True)
class Measured:
    """One indicator of one area: `now` its latest column, `before` the one before it."""

    now: Column
    place: int
    before: Column | None = None

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.now.indicator

    @property
    def name(self) -> str:
        """The name of the area."""
        return str(self.now.edition.names[self.place])

    @property
    def number(self) -> float | None:
        """The figure of the area."""
        return self.now.numbers[self.place]

    @property
    def words(self) -> str:
        """The figure as it is read; empty without one."""
        return "" if self.number is None else with_unit(self.number, self.indicator)

    @cached_property
    def town(self) -> float | None:
        """The figure of the town: everybody together for a share, the sum of a count, else the mean of the areas."""
        pairs = [
            (number, base or 0.0)
            for number, base in zip(self.now.numbers, self.now.bases or [1.0] * len(self.now.numbers), strict=True)
            if number is not None
        ]
        if not pairs:
            return None
        if self.indicator.kind == Kind.COUNT:
            return sum(number for number, _ in pairs)
        weight = sum(base for _, base in pairs)
        return sum(number * base for number, base in pairs) / weight if weight else fmean(number for number, _ in pairs)

    @property
    def town_words(self) -> str:
        """The figure of the town as it is read."""
        return "" if self.town is None else with_unit(self.town, self.indicator)

    @cached_property
    def distance(self) -> float:
        """How far from the town, in standard deviations of the areas; 0 for a count, which grows with the area."""
        known = [number for number in self.now.numbers if number is not None]
        spread = pstdev(known) if len(known) > 1 else 0.0
        if self.number is None or self.town is None or not spread or self.indicator.kind == Kind.COUNT:
            return 0.0
        return (self.number - self.town) / spread

    @property
    def burden(self) -> float:
        """The distance, turned so that more is worse; 0 where neither is better."""
        return self.distance * {Better.LOW: 1, Better.HIGH: -1}.get(Better(self.indicator.better), 0)

    @property
    def change(self) -> float | None:
        """How much more than the time before; None where that is not known."""
        former = self.before.numbers[self.place] if self.before else None
        return None if former is None or self.number is None else self.number - former

    @property
    def change_words(self) -> str:
        """The change as it is read, with its sign and the year before."""
        if self.change is None or self.before is None:
            return ""
        decimals = 0 if self.indicator.kind == Kind.COUNT else (2 if self.indicator.kind == Kind.INDEX else 1)
        sign = "+" if round(self.change, decimals) > 0 else ""
        points = "\u00a0Punkte" if unit_of(self.indicator).endswith("%") else unit_of(self.indicator)
        return f"{sign}{plain(self.change, decimals)}{points}"

    @property
    def since(self) -> str:
        """The day before, in words."""
        return day_in_words(self.before.on) if self.before else ""

    @property
    def real(self) -> bool | None:
        """Whether the change is larger than chance; None where that cannot be said: of all but shares with known denominators."""
        return differ((self.now, self.place), (self.before, self.place)) if self.before else None

    @property
    def change_is_real(self) -> bool:
        """Whether the change is known to be larger than chance."""
        return bool(self.real)

    @property
    def strip(self) -> SafeString:
        """A small picture: every area a stroke, this one a dot, the town a long line."""
        known = [number for number in self.now.numbers if number is not None]
        if self.number is None or not known or self.town is None or self.indicator.kind == Kind.COUNT:
            return SafeString()
        low, high = min(known), max(known)
        scale = 280 / ((high - low) or 1)
        at = {name: round(10 + (number - low) * scale, 1) for name, number in (("here", self.number), ("town", self.town))}
        strokes = "".join(dict.fromkeys(f"M{10 + (number - low) * scale:.1f} 12v16" for number in known))
        return mark_safe(  # noqa: S308 - numbers alone
            f'<svg class="map-strip" viewBox="0 0 300 40" width="300" height="40" aria-hidden="true" focusable="false">'
            f'<path class="map-all" d="{strokes}" stroke="{EDGE}" stroke-width="2" stroke-opacity="0.6"/>'
            f'<path class="map-limit" d="M{at["town"]} 2v36" stroke="{INK}" stroke-width="3"/>'
            f'<circle class="map-dot" cx="{at["here"]}" cy="20" r="8" fill="{INK}" stroke="{PAPER}" stroke-width="2"/></svg>'
        )


def measured(found: Asked, place: int) -> Sequence[Measured]:
    """Every indicator of an area, in the order of the catalogue."""
    columns = [found.of(one.key) for one in found.catalogue]
    return [Measured(some[0], place, some[1] if len(some) > 1 else None) for some in columns if some]


def differ(one: tuple[Column, int], other: tuple[Column, int]) -> bool | None:
    """Whether two figures differ by more than chance; None where that cannot be said."""
    pairs = [_share(column, place) for column, place in (one, other)]
    return None if pairs[0] is None or pairs[1] is None else larger_than_chance(pairs[0], pairs[1])


def _share(column: Column, place: int) -> tuple[float, float] | None:
    number, base = column.numbers[place], (column.bases or [None] * (place + 1))[place]
    if column.indicator.kind != Kind.SHARE or number is None or not base:
        return None
    return min(1.0, max(0.0, number / whole_of(column))), base
