"""A city of 542 areas releases two editions within seconds, and its small counts stay as hidden as those of a small town."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np
import pytest

from lebenslage.atlas.disclosure.attack import Attack
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Edition, Indicator, Kind
from lebenslage.quarters.releasing import protected
from lebenslage.quarters.releasing.hiding import day_of
from lebenslage.site.commands.atlas_tour_town import BASES, SHARES
from lebenslage.site.demonstration.ahornstedt import NAMES

AREAS: Final = 542
MOST_SECONDS: Final = 20
DAYS: Final = (date(2024, 12, 31), date(2026, 12, 31))


def city(on: date, seed: int) -> Sequence[Column]:
    """The catalogue of Ahornstedt for a big city, with an allotment garden or a harbour here and there in which few live."""
    rng = np.random.default_rng(seed)
    edition = Edition(pk=1, valid_from=date(2020, 1, 1), keys=[f"{n:03d}" for n in range(AREAS)], names=[f"Raum {n}" for n in range(AREAS)])
    people = np.where(rng.random(AREAS) < 0.04, rng.poisson(50, AREAS), rng.gamma(3, 400, AREAS).astype(int))
    counts = {"population": people, **{key: rng.binomial(people, share) for key, share in BASES.items()}}
    return [_column(edition, key, on, counts, rng) for key in NAMES]


def _column(edition: Edition, key: str, on: date, counts: dict[str, np.ndarray], rng: np.random.Generator) -> Column:
    said, kind = NAMES[key], Kind.SHARE if key in SHARES else Kind.COUNT
    indicator = Indicator(key=key, name=said["name"], kind=kind, unit="Prozent", denominator=said.get("of", ""), source="erfunden")
    if kind is Kind.COUNT:
        return Column(indicator, edition, on, counts[key].astype(float).tolist(), [Mark.GIVEN] * AREAS)
    base, least, more = SHARES[key]
    few = rng.binomial(counts[base], (least + more * rng.random(AREAS)) / 100)
    shares = [100 * some / of if of else None for some, of in zip(few.tolist(), counts[base].tolist(), strict=True)]
    marks = [Mark.MISSING if share is None else Mark.GIVEN for share in shares]
    return Column(indicator, edition, on, shares, marks, counts[base].astype(float).tolist())


def told(stand: Sequence[Column]) -> Sequence[tuple[str, str]]:
    """What can be computed of few people from what stands released."""
    system = day_of(stand, []).system
    nothing_more = np.zeros(len(system.known), np.bool_)
    return [system.named(one.cell) for one in Attack(system.matrix(), system.knowledge(nothing_more)).told(system.demand())]


@pytest.mark.slow
def test_a_big_city_releases_two_editions_in_seconds() -> None:
    begun = time.process_time()
    stand: list[Column] = []
    for number, on in enumerate(DAYS):
        stand += protected(city(on, number), stand)

    assert time.process_time() - begun <= MOST_SECONDS
    assert 0 < sum(mark is Mark.SUPPRESSED for one in stand for mark in one.marks) < 0.15 * AREAS * len(stand)
    assert all(one.town is not None for one in stand)
    assert [cell for on in DAYS for cell in told([one for one in stand if one.on == on])] == []
