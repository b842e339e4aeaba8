"""What the page of effects shows: for each measure and indicator a verdict in words, and the interval as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final

from lebenslage.atlas.money.before_after import Verdict
from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.planning.money.words import number, signed
from lebenslage.quarters.measures.effects import Measured, Unmeasured, effects
from lebenslage.quarters.measures.models import Measure
from lebenslage.quarters.models import Better, Kind

ROOM: Final = "planning_money"
WIDTH: Final = 300
EDGE: Final = 12
CHANCE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Interval:
    """The interval as a line, zero and the effect on it; in the units of a drawing 300 wide."""

    zero: float
    low: float
    high: float
    effect: float


@dataclass(frozen=True, slots=True)
class Found:
    """One effect in words."""

    measure: Measure
    indicator: str
    verdict: str
    lines: Sequence[str]
    interval: Interval | None
    table: Sequence[tuple[str, str, str, str]]


def shown(authority: Authority, measure: Measure | None, given: Mapping[str, str], say: Texts) -> Mapping[str, Any]:
    """The page of all measures, or of one."""
    alike = given.get("vergleich") == "aehnlich"
    all_found = effects(authority, of=measure, alike=alike)
    return {
        "alike": alike,
        "found": [_found(one, say) for one in all_found if isinstance(one, Measured)],
        "open": [_open(one, say) for one in all_found if isinstance(one, Unmeasured)],
    }


def _found(one: Measured, say: Texts) -> Found:
    return Found(one.measure, one.indicator.name, _verdict(one, say), list(_lines(one, say)), _interval(one), _table(one, say))


def _verdict(one: Measured, say: Texts) -> str:
    """Better or worse where that is known of the indicator, and never more than the areas tell."""
    verdict = one.effect.verdict
    if verdict in (Verdict.TOO_FEW, Verdict.NOTHING_SEEN):
        return say(ROOM, "verdict", verdict.value)
    good = {Better.LOW: Verdict.FELL, Better.HIGH: Verdict.ROSE}.get(Better(one.indicator.better))
    return say(ROOM, "verdict", verdict.value if good is None else "better" if verdict is good else "worse")


def _lines(one: Measured, say: Texts) -> Sequence[str]:
    effect, unit = one.effect, _unit(one, say)
    told = {"effect": signed(effect.effect), "low": signed(effect.low), "high": signed(effect.high), "unit": unit}
    lines = [say(ROOM, "lines", "few" if effect.verdict is Verdict.TOO_FEW else "interval", **told)]
    lines.append(say(ROOM, "lines", "groups", with_it=one.with_it, others=one.others))
    if one.left_out:
        lines.append(say(ROOM, "lines", "left_out", number=one.left_out))
    trend = "none" if effect.trend is None else "apart" if effect.trend.p < CHANCE else "alike"
    lines.append(say(ROOM, "lines", "trend", trend))
    if one.apart:
        lines.append(say(ROOM, "lines", "far"))
    return lines


def _interval(one: Measured) -> Interval | None:
    low, high = one.effect.low, one.effect.high
    if not (isfinite(low) and isfinite(high)):
        return None
    reach = max(abs(low), abs(high)) or 1.0
    at = [round(WIDTH / 2 + value / reach * (WIDTH / 2 - EDGE), 1) for value in (0.0, low, high, one.effect.effect)]
    return Interval(*at)


def _table(one: Measured, say: Texts) -> Sequence[tuple[str, str, str, str]]:
    before, after, others_before, others_after = one.means
    rows = (("with_it", before, after), ("others", others_before, others_after))
    return [(say(ROOM, "groups", name), number(b, 1), number(a, 1), signed(a - b)) for name, b, a in rows]


def _open(one: Unmeasured, say: Texts) -> Mapping[str, Any]:
    return {"measure": one.measure, "indicator": one.indicator.name if one.indicator else "", "why": say(ROOM, "why_not", one.why)}


def _unit(one: Measured, say: Texts) -> str:
    return say(ROOM, "points") if one.indicator.kind == Kind.SHARE else one.indicator.unit
