"""What changed where a measure was, beside areas without it. Needs the analysis packages.

The atlas compares before and after (`atlas.money.before_after`); here it is decided what is compared with what, and what cannot be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.money.before_after import Effect, before_after
from lebenslage.authorities.models import Authority
from lebenslage.quarters.catalogue import columns, edition
from lebenslage.quarters.measures.models import Measure, Status
from lebenslage.quarters.measures.queries import measures as all_measures
from lebenslage.quarters.models import Edition, Indicator

SEED: Final = 27
ALIKE: Final = 3
"""So many areas for comparison each area with the measure, where only similar ones are compared."""
FEWEST_ALIKE: Final = 9

type Why = Literal["townwide", "no_start", "no_figures", "no_before", "no_after", "no_others"]


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """An indicator of a measure of which nothing can be said yet, and why."""

    measure: Measure
    indicator: Indicator | None
    why: Why


@dataclass(frozen=True, slots=True)
class Measured:
    """An effect with what it was found by. `means`: with the measure before and after, the others before and after.

    `left_out` areas lacked a figure, or another measure there wants to move the same indicator. `apart`: the areas with the measure
    stood so far from the others before that some of the change comes by itself.
    """

    measure: Measure
    indicator: Indicator
    effect: Effect
    before: Sequence[date]
    after: Sequence[date]
    with_it: int
    others: int
    left_out: int
    means: tuple[float, float, float, float]
    apart: bool


@dataclass(frozen=True, slots=True)
class _Series:
    """All figures of an indicator: shape (areas, days)."""

    indicator: Indicator
    days: Sequence[date]
    figures: Floats


def effects(authority: Authority, *, of: Measure | None = None, alike: bool = False) -> Sequence[Measured | Unmeasured]:
    """Each measure that has begun (or one) with each indicator that it wants to move. Three queries, however many measures there are.

    `alike` compares with areas alone that stood near those with the measure before it began.
    """
    some, areas = all_measures(authority), edition(authority)
    asked = [one for one in some if one.status != Status.PLANNED and one.indicators and (of is None or one.pk == of.pk)]
    if areas is None or not asked:
        return []
    series = _series(authority, areas, sorted({key for one in asked for key in one.indicators}))
    return [_one(one, key, series.get(key), areas, some, alike) for one in asked for key in one.indicators]


def _series(authority: Authority, areas: Edition, keys: Sequence[str]) -> dict[str, _Series]:
    found: dict[str, list[tuple[date, Indicator, Sequence[float | None]]]] = {}
    for one in columns(authority, areas, keys):
        found.setdefault(one.indicator.key, []).append((one.on, one.indicator, one.numbers))
    return {key: _stacked(sorted(rows, key=lambda row: row[0])) for key, rows in found.items()}


def _stacked(rows: Sequence[tuple[date, Indicator, Sequence[float | None]]]) -> _Series:
    return _Series(rows[0][1], [row[0] for row in rows], np.array([row[2] for row in rows], float).T)


def _one(one: Measure, key: str, series: _Series | None, areas: Edition, some: Sequence[Measure], alike: bool) -> Measured | Unmeasured:
    why = _too_early(one, series)
    if series is None or why is not None:
        return Unmeasured(one, series.indicator if series else None, why or "no_figures")
    treated = np.isin(areas.keys, one.areas)
    first_after = sum(day <= (one.starts or day) for day in series.days)
    usable = np.isfinite(series.figures).all(axis=1) & (treated | ~_touched(one, key, areas, some))
    kept = _alike(series.figures[:, :first_after].mean(axis=1), treated, usable) if alike else usable
    figures, with_it = series.figures[kept], treated[kept]
    if not with_it.any() or with_it.all():
        return Unmeasured(one, series.indicator, "no_others")
    found = before_after(figures, with_it, first_after, seed=SEED)
    before, after = figures[:, :first_after].mean(axis=1), figures[:, first_after:].mean(axis=1)
    means = tuple(float(part[group].mean()) for group in (with_it, ~with_it) for part in (before, after))
    counts = int(with_it.sum()), int((~with_it).sum()), int((~usable).sum())
    days = series.days[:first_after], series.days[first_after:]
    return Measured(one, series.indicator, found, *days, *counts, means, _apart(before, with_it))  # type: ignore[arg-type]  # four means


def _too_early(one: Measure, series: _Series | None) -> Why | None:
    if one.townwide:
        return "townwide"
    if one.starts is None:
        return "no_start"
    if series is None:
        return "no_figures"
    if series.days[0] > one.starts:
        return "no_before"
    return "no_after" if series.days[-1] <= one.starts else None


def _touched(one: Measure, key: str, areas: Edition, some: Sequence[Measure]) -> Flags:
    """Areas where another measure that has begun wants to move the same indicator: no fair comparison."""
    others = [other for other in some if other.pk != one.pk and other.status != Status.PLANNED and key in other.indicators]
    touched: Flags = np.isin(areas.keys, [area for other in others for area in other.areas])
    return touched


def _alike(before: Floats, treated: Flags, usable: Flags) -> Flags:
    """The areas with the measure, and the others nearest to them."""
    with_it, others = np.flatnonzero(usable & treated), np.flatnonzero(usable & ~treated)
    if not len(with_it):
        return usable
    far = np.abs(before[others] - before[with_it].mean())
    nearest = others[np.argsort(far, kind="stable")[: max(FEWEST_ALIKE, ALIKE * len(with_it))]]
    kept = np.zeros(len(before), bool)
    kept[with_it], kept[nearest] = True, True
    return kept


def _apart(before: Floats, with_it: Flags) -> bool:
    """Whether the two groups began more than one standard deviation apart."""
    spread = float(before[~with_it].std())
    return bool(abs(before[with_it].mean() - before[~with_it].mean()) > spread)
