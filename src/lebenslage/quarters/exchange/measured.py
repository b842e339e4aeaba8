"""What a measure moved, as other towns may read it. Needs the analysis packages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from lebenslage.quarters.exchange.contents import Effect
from lebenslage.quarters.measures.effects import Measured, effects
from lebenslage.quarters.measures.models import Measure
from lebenslage.quarters.models import Kind

FEWEST_AREAS: Final = 3


def measured(one: Measure) -> Sequence[Effect]:
    """Its effects, as far as they can be said. Of fewer than three areas none goes out: it would tell figures that are not published."""
    found = [effect for effect in effects(one.authority, of=one) if isinstance(effect, Measured)]
    return [_effect(effect) for effect in found if effect.with_it >= FEWEST_AREAS]


def _effect(found: Measured) -> Effect:
    effect = found.effect
    return Effect(
        indicator=found.indicator.name,
        unit="Prozentpunkte" if found.indicator.kind == Kind.SHARE else found.indicator.unit,
        effect=round(effect.effect, 2),
        low=_bound(effect.low),
        high=_bound(effect.high),
        before=found.before[-1],
        after=found.after[-1],
    )


def _bound(number: float) -> float | None:
    return round(number, 2) if math.isfinite(number) else None
