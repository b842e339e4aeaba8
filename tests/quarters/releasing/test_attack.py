"""Nobody can compute a small count from everything that was released: years, editions, shares, bases, totals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest
import shapely

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.catalogue import column, columns, edition, released
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.drawing import packed, unpacked
from lebenslage.quarters.models import Edition, Released
from lebenslage.quarters.recording import Outlines, keep_edition
from lebenslage.quarters.releasing import release, release_as_given
from lebenslage.quarters.releasing.problems import DenominatorMissing, FiguresDisagree, TellsTooMuch
from tests.quarters.releasing.attacker import Attacker

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
BEFORE, NOW = date(2024, 12, 31), date(2026, 12, 31)
CHILDREN, POOR = "children_under_15", "child_poverty"
WANTED = ("population", CHILDREN, POOR)
PLANTED = {0: 3, 5: 2, 11: 0}
"""Quarters in which so many children live."""


@pytest.fixture
def map_of_2020(ahornstedt: Authority) -> Edition:
    """The quarters as they are."""
    found = edition(ahornstedt)
    assert found is not None
    return found


def planted(authority: Authority, areas: Edition, on: date) -> list[Column]:
    """Population, children and poor children, with very few children in some quarters."""
    found = {one.indicator.key: one for one in columns(authority, areas, WANTED, [on])}
    children = [float(PLANTED.get(place, number)) for place, number in enumerate(found[CHILDREN].numbers)]  # type: ignore[arg-type]
    poor = [round((share or 0) / 100 * (old or 0)) for share, old in zip(found[POOR].numbers, found[POOR].bases or [], strict=True)]
    shares = [100 * min(few, many) / many if many else 0.0 for few, many in zip(poor, children, strict=True)]
    return [
        found["population"],
        replace(found[CHILDREN], numbers=children),
        replace(found[POOR], numbers=shares, bases=children),
    ]


def redrawn(authority: Authority, old: Edition) -> Edition:
    """An edition in which a corner of one quarter went to its neighbour."""
    shapes = unpacked(bytes(old.outlines))
    neighbour = int(
        np.argmax([shapely.length(shapely.intersection(shapes[3], one)) if place != 3 else 0 for place, one in enumerate(shapes)])
    )
    corner = shapely.intersection(shapes[3], shapely.buffer(shapely.centroid(shapely.intersection(shapes[3], shapes[neighbour])), 120))
    shapes[3], shapes[neighbour] = shapely.difference(shapes[3], corner), shapely.union(shapes[neighbour], corner)
    outlines = Outlines("Neu", date(2026, 7, 1), old.keys, old.names, "erfunden", outlines=packed(shapes))
    return keep_edition(authority, outlines, at=AT, by=SYSTEM)


def moved(given: Sequence[Column], new: Edition, people: int, children: int) -> list[Column]:
    """The same day on the other map: so many people, and children, live in the corner that changed hands."""
    old, other = (list(unpacked(bytes(one.outlines))) for one in (given[0].edition, new))
    gaining = next(place for place, (a, b) in enumerate(zip(old, other, strict=True)) if shapely.area(b) > shapely.area(a) + 1)

    def shifted(numbers: Sequence[Any], by: int) -> list[float]:
        return [number + (by if place == gaining else -by if place == 3 else 0) for place, number in enumerate(numbers)]

    kids, poor = given[1].numbers, [round((s or 0) * (c or 0) / 100) for s, c in zip(given[2].numbers, given[1].numbers, strict=True)]
    more, poorer = shifted(kids, children), poor
    shares = [100 * few / many if many else 0.0 for few, many in zip(poorer, more, strict=True)]
    numbers = [shifted(given[0].numbers, people), more, shares]
    return [replace(one, edition=new, numbers=some, bases=more if one.bases else None) for one, some in zip(given, numbers, strict=True)]


def as_read(authority: Authority) -> list[dict[str, Any]]:
    """What the public API could say: every released column, nothing else."""
    return [
        {
            "indicator": one.indicator.key,
            "edition": str(one.edition.valid_from),
            "keys": one.edition.keys,
            "on": str(one.on),
            "numbers": one.numbers,
            "bases": one.bases or [None] * len(one.numbers),
            "town": one.town,
        }
        for one in Released.objects.filter(authority=authority).select_related("indicator", "edition")
    ]


def attacked(authority: Authority) -> Attacker:
    attacker = Attacker()
    attacker.read(as_read(authority), {POOR: CHILDREN})
    return attacker


def test_nobody_computes_a_small_count_from_two_years(ahornstedt: Authority, map_of_2020: Edition) -> None:
    for on in (BEFORE, NOW):
        release(ahornstedt, planted(ahornstedt, map_of_2020, on), by=SYSTEM, at=AT)

    shown = {one.indicator.key: one for one in released(ahornstedt) if one.on == NOW}
    assert all(shown[CHILDREN].numbers[place] is None for place in PLANTED)
    assert attacked(ahornstedt).pinned() == []


def test_nobody_subtracts_one_map_from_another(ahornstedt: Authority, map_of_2020: Edition) -> None:
    given = planted(ahornstedt, map_of_2020, NOW)
    new = redrawn(ahornstedt, map_of_2020)
    release(ahornstedt, given, by=SYSTEM, at=AT)
    release(ahornstedt, moved(given, new, people=3, children=2), by=SYSTEM, at=AT)

    attacker = attacked(ahornstedt)
    maps = {str(one.valid_from): (one.keys, unpacked(bytes(one.outlines))) for one in (map_of_2020, new)}
    for indicator in (*WANTED, f"not {POOR}"):
        attacker.overlay(indicator, str(NOW), maps)
    assert attacker.pinned() == []


def test_the_attacker_would_have_found_it(ahornstedt: Authority, map_of_2020: Edition) -> None:
    """Small counts alone hidden, nothing beside them: two totals give them away."""
    release(ahornstedt, planted(ahornstedt, map_of_2020, NOW), by=SYSTEM, at=AT)
    rows = as_read(ahornstedt)
    children = next(row for row in rows if row["indicator"] == CHILDREN)
    true = planted(ahornstedt, map_of_2020, NOW)[1].numbers
    children["numbers"] = [number if place != 0 else None for place, number in enumerate(true)]
    children["town"] = sum(number or 0 for number in true)
    attacker = Attacker()
    attacker.read([children], {})

    assert (CHILDREN, "2020-01-01", str(NOW), map_of_2020.keys[0]) in [name for name, _, _ in attacker.pinned()]


def test_an_unsafe_release_is_refused(ahornstedt: Authority, map_of_2020: Edition) -> None:
    """One quarter hidden by hand, and the town's total beside it."""
    given = column(ahornstedt, CHILDREN, map_of_2020, NOW)
    assert given is not None
    numbers = [None, *given.numbers[1:]]
    marks = [Mark.SUPPRESSED if number is None else Mark.GIVEN for number in numbers]
    total = 3.0 + sum(number or 0 for number in numbers)

    with pytest.raises(TellsTooMuch) as refused:
        release_as_given(ahornstedt, [replace(given, numbers=numbers, marks=marks, town=total)], by=SYSTEM, at=AT)

    assert refused.value.details["what"] == CHILDREN
    assert not Released.objects.exists()


def test_what_is_released_is_never_released_otherwise(ahornstedt: Authority, map_of_2020: Edition) -> None:
    first = release(ahornstedt, planted(ahornstedt, map_of_2020, NOW), by=SYSTEM, at=AT)
    other = [replace(one, numbers=[(number or 0) + 7 for number in one.numbers]) for one in planted(ahornstedt, map_of_2020, NOW)]

    again = release(ahornstedt, other, by=SYSTEM, at=AT)

    assert [(one.pk, one.numbers) for one in again] == [(one.pk, one.numbers) for one in first]


def test_a_share_without_bases_is_not_released(ahornstedt: Authority, map_of_2020: Edition) -> None:
    given = column(ahornstedt, POOR, map_of_2020, NOW)
    assert given is not None
    with pytest.raises(DenominatorMissing):
        release(ahornstedt, [replace(given, bases=None)], by=SYSTEM, at=AT)


def test_missing_stays_missing(ahornstedt: Authority, map_of_2020: Edition) -> None:
    given = planted(ahornstedt, map_of_2020, NOW)[1]
    marks = [Mark.MISSING, *given.marks[1:]]
    kept = release(ahornstedt, [replace(given, numbers=[None, *given.numbers[1:]], marks=marks)], by=SYSTEM, at=AT)

    assert kept[0].qualities[0] == Mark.MISSING
    assert kept[0].town is None


def test_figures_of_another_map_that_contradict_are_refused(ahornstedt: Authority, map_of_2020: Edition) -> None:
    given = planted(ahornstedt, map_of_2020, NOW)
    new = redrawn(ahornstedt, map_of_2020)
    release(ahornstedt, given[:1], by=SYSTEM, at=AT)
    other = [replace(given[0], edition=new, numbers=[(number or 0) + 50 for number in given[0].numbers])]

    with pytest.raises(FiguresDisagree):
        release(ahornstedt, other, by=SYSTEM, at=AT)
