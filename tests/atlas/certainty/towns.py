"""Invented towns and a recipe for the tests of certainty."""

from __future__ import annotations

from typing import Any

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.certainty import noise
from lebenslage.atlas.certainty.noise import Noise
from lebenslage.atlas.index import Recipe

BANDS = [{"id": 1, "below": -1.0}, {"id": 2, "up_to": 1.0}, {"id": 3, "up_to": 1.5}, {"id": 4}]


def content(indicators: int = 3, **changed: Any) -> dict[str, Any]:
    """The content of a recipe like the MSS: z, sum, z again, four classes."""
    words = {"de": "x", "en": "x"}
    whole = {
        "id": "town",
        "title": words,
        "purpose": words,
        "sources": ["invented"],
        "indicators": [
            {"id": f"S{n}", "label": words, "direction": "burden", "unit": "percent", "denominator": words} for n in range(indicators)
        ],
        "combine": {"how": "sum", "again": "z"},
        "classes": {"kind": "cuts", "bands": [{**band, "label": words} for band in BANDS]},
    }
    return {**whole, **changed}


def recipe(indicators: int = 3, **changed: Any) -> Recipe:
    """The recipe of this content."""
    return Recipe.model_validate(content(indicators, **changed))


def town(areas: int = 100, indicators: int = 3, seed: int = 5, people: int = 1500) -> tuple[Floats, Floats, Floats]:
    """True shares, events and bases: [areas, indicators] each."""
    rng = np.random.default_rng(seed)
    base = rng.integers(people // 3, people * 2, (areas, indicators)).astype(float)
    truth = np.clip(rng.beta(6, 40, (areas, 1)) + rng.beta(4, 60, (areas, indicators)), 0, 1)
    return truth, rng.binomial(base.astype(int), truth).astype(float), base


def chance(events: Floats, base: Floats) -> Noise:
    """The noise of all indicators, in percent."""
    return noise.together([noise.of_shares(counted, of) for counted, of in zip(events.T, base.T, strict=True)])
