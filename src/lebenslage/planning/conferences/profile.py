"""A quarter in figures beside its town: what is clearly different, and what has changed. Plain arithmetic, no packages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from lebenslage.planning.map.sureness import larger_than_chance
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Better, Edition, Indicator, Kind

EVERYBODY: Final = 1e9
"""The town's share is taken as known: its own chance is small beside that of a quarter."""
CLASS: Final = "-klasse"
"""How the key of an index's class ends (the index builder keeps it beside the score)."""

type Against = Literal["above", "below", "like", "unknown"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator of a quarter: its value, the town's, where all quarters lie, and the value of the edition before."""

    indicator: Indicator
    on: date
    value: float
    town: float | None
    rank: int
    values: Sequence[float]
    against: Against
    before: float | None = None
    before_on: date | None = None
    changed: bool = False
    unsure: bool = False

    @property
    def burden(self) -> bool | None:
        """Whether the difference from the town is a burden; None where it is neither or there is none."""
        if self.against not in ("above", "below") or self.indicator.better == Better.NEITHER:
            return None
        return (self.against == "above") == (self.indicator.better == Better.LOW)

    @property
    def off(self) -> float:
        """How far from the town, as a share of its value."""
        return abs(self.value - self.town) / self.town if self.town else 0.0

    @property
    def change(self) -> float:
        """Since the edition before."""
        return self.value - self.before if self.before is not None else 0.0


def figures_of(columns: Sequence[Column], edition: Edition, key: str) -> Sequence[Figure]:
    """The latest figures of a quarter with those before them, out of all columns of an edition; what is missing is left out."""
    place = edition.keys.index(key)
    found: dict[str, list[Column]] = {}
    for one in sorted(columns, key=lambda column: column.on):
        found.setdefault(one.indicator.key, []).append(one)
    figures = [_figure(some, place) for some in found.values()]
    return [one for one in figures if one is not None]


def shares(figures: Sequence[Figure]) -> Sequence[Figure]:
    """What can be compared between quarters of any size: everything but counts, and the class of an index."""
    return [one for one in figures if one.indicator.kind != Kind.COUNT and not is_class(one)]


def is_class(one: Figure) -> bool:
    """Whether it is the class of an index and not its score."""
    return one.indicator.kind == Kind.INDEX and one.indicator.key.endswith(CLASS)


def _figure(some: Sequence[Column], place: int) -> Figure | None:
    latest, earlier = some[-1], some[-2] if len(some) > 1 else None
    value = latest.numbers[place]
    if value is None:
        return None
    values = [one for one in latest.numbers if one is not None]
    town = town_of(latest)
    before = earlier.numbers[place] if earlier else None
    return Figure(
        latest.indicator,
        latest.on,
        value,
        town,
        sum(one > value for one in values) + 1,
        values,
        _against(value, town, _base(latest, place)),
        before,
        earlier.on if earlier else None,
        _changed(value, before, _base(latest, place), _base(earlier, place) if earlier else None),
        latest.marks[place] == Mark.UNCERTAIN,
    )


def town_of(column: Column) -> float | None:
    """The town's figure: counts together, shares by their denominators, else the middle of the quarters; None where nothing is known."""
    known = [(number, place) for place, number in enumerate(column.numbers) if number is not None]
    if column.indicator.kind == Kind.COUNT:
        return sum(number for number, _ in known)
    bases = [column.bases[place] if column.bases else None for _, place in known]
    weights = [base for base in bases if base is not None]
    if known and len(weights) == len(known) and sum(weights):
        return sum(number * weight for (number, _), weight in zip(known, weights, strict=True)) / sum(weights)
    ordered = sorted(number for number, _ in known)
    return ordered[len(ordered) // 2] if ordered else None


def _base(column: Column, place: int) -> float | None:
    return column.bases[place] if column.bases and column.indicator.kind == Kind.SHARE else None


def _against(value: float, town: float | None, base: float | None) -> Against:
    """Above or below the town only where chance does not explain it; a share of unknown denominator cannot be told."""
    if town is None or not base:
        return "unknown"
    if not larger_than_chance(_share(value, base), _share(town, EVERYBODY)):
        return "like"
    return "above" if value > town else "below"


def _changed(value: float, before: float | None, base: float | None, base_before: float | None) -> bool:
    """Whether it rose or fell by more than chance explains."""
    if before is None or not base or not base_before:
        return False
    return larger_than_chance(_share(value, base), _share(before, base_before))


def _share(percent: float, base: float) -> tuple[float, float]:
    return min(1.0, max(0.0, percent / 100)), base
