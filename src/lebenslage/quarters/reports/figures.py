"""Figures of a report in words: a number with its unit, the town's own figure, how far chance may move a share, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Kind

HIDDEN: Final = "×"
MISSING: Final = "–"
SURE: Final = 1.96
"""Standard errors of a 95 per cent interval."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure beside an earlier one: the difference, and whether it is more than small numbers do by themselves."""

    difference: float
    beyond_chance: bool


def number(value: float, say: Texts, decimals: int) -> str:
    """A number as it is written here: 1.178 or 12,5."""
    text = f"{abs(value):,.{decimals}f}".replace(",", " ").replace(".", say("format", "point")).replace(" ", say("format", "group"))
    return f"-{text}" if value < 0 and round(value, decimals) else text


def decimals_of(column: Column) -> int:
    """People are whole; shares, means and scores have a decimal; classes are whole."""
    if column.indicator.kind == Kind.INDEX:
        return 0 if all(one is None or one == int(one) for one in column.numbers) else 1
    return 0 if column.indicator.kind == Kind.COUNT else 1


def with_unit(column: Column, value: float, say: Texts) -> str:
    """A figure with its unit."""
    said = number(value, say, decimals_of(column))
    unit = column.indicator.unit
    if column.indicator.kind == Kind.SHARE and unit.casefold().startswith("prozent"):
        return f"{said}\N{NO-BREAK SPACE}%"
    return said if column.indicator.kind in (Kind.COUNT, Kind.INDEX) or not unit else f"{said} {unit}"


def shown(column: Column, place: int, say: Texts) -> str:
    """The figure of an area, or the sign of what it is instead; one that is uncertain says so."""
    value, mark = column.numbers[place], column.marks[place]
    if value is None:
        return HIDDEN if mark is Mark.SUPPRESSED else MISSING
    said = with_unit(column, value, say)
    if mark is not Mark.UNCERTAIN:
        return said
    return say("report", "unsure", number=said) if column.indicator.kind == Kind.INDEX else f"ca. {said}"


def town_of(column: Column) -> float | None:
    """The figure of the town: the published one, else the sum of counts and the share of all; a mean has none."""
    if column.town is not None:
        return column.town
    if None in column.numbers or column.indicator.kind not in (Kind.COUNT, Kind.SHARE):
        return None
    numbers = [one or 0.0 for one in column.numbers]
    if column.indicator.kind == Kind.COUNT:
        return sum(numbers)
    bases = [one or 0.0 for one in column.bases or ()]
    return sum(share * base for share, base in zip(numbers, bases, strict=True)) / sum(bases) if sum(bases) else None


def town_shown(column: Column, say: Texts) -> str:
    """The figure of the town in words."""
    value = town_of(column)
    return MISSING if value is None else with_unit(column, value, say)


def given(column: Column) -> Sequence[tuple[int, float]]:
    """The areas with a number."""
    return [(place, value) for place, value in enumerate(column.numbers) if value is not None]


def span(column: Column, place: int) -> tuple[float, float] | None:
    """Between what a share of so few people can lie by chance alone (Wilson 1927), in per cent."""
    share, base = column.numbers[place], (column.bases or [None] * len(column.numbers))[place]
    if column.indicator.kind != Kind.SHARE or share is None or not base:
        return None
    p, z = min(max(share / 100, 0.0), 1.0), SURE
    middle = (p + z * z / (2 * base)) / (1 + z * z / base)
    wide = z * sqrt(p * (1 - p) / base + z * z / (4 * base * base)) / (1 + z * z / base)
    return max(0.0, 100 * (middle - wide)), min(100.0, 100 * (middle + wide))


def compared(now: Column, before: Column | None, place: int) -> Compared | None:
    """The change of an area since an earlier day, in points of the unit."""
    if before is None or before.edition.keys != now.edition.keys:
        return None
    new, old = now.numbers[place], before.numbers[place]
    if new is None or old is None:
        return None
    spans = span(now, place), span(before, place)
    apart = spans[0] is not None and spans[1] is not None and (spans[0][0] > spans[1][1] or spans[0][1] < spans[1][0])
    return Compared(new - old, apart)


def beside_town(column: Column, place: int) -> str:
    """Whether an area lies above or below its town, or too near to tell: the key of a sentence."""
    town, value, within = town_of(column), column.numbers[place], span(column, place)
    if town is None or value is None or column.indicator.kind not in (Kind.SHARE, Kind.MEAN):
        return "none"
    if within is None:
        return "above" if value > town else "below" if value < town else "near"
    return "near" if within[0] <= town <= within[1] else "above" if value > town else "below"


def changed(column: Column, one: Compared | None, say: Texts) -> str:
    """A change in words: + 3,2 or − 1,0."""
    if one is None:
        return MISSING
    said = number(one.difference, say, decimals_of(column))
    return f"+{said}" if one.difference > 0 and round(one.difference, decimals_of(column)) else said


def judged(columns: Sequence[Column]) -> Iterator[Column]:
    """Those of which much is a burden or a strength, and that say more than a count."""
    yield from (one for one in columns if one.indicator.better != "neither" and one.indicator.kind in (Kind.SHARE, Kind.MEAN))
