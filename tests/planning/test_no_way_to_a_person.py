"""No page of planning, and nothing that everybody may read, tells a small count or a person: tried with bait in every quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest
from django.db import transaction
from django.test import Client

from lebenslage.bridge import push
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.quarters.models import Area
from tests.cases.stories import PARTICULARS, Days, Story, Town, answers, open_town
from tests.planning.doors import patterns, walked

NOVEMBER = date(2026, 11, 1)
WORLDS = ({"Am Anger": 1, "Hauptstraße": 3}, {"Am Anger": 3, "Hauptstraße": 1})
BAIT = [PARTICULARS[name] for name in ("vorname", "nachname", "strasse", "iban")]


@pytest.fixture
def town(db: None) -> Iterator[tuple[Town, Days]]:
    """A town with three quarters in the middle of November."""
    with Days() as days:
        town = open_town("05999004", "Erlenbruch")
        for number, key in enumerate(("q1", "q2", "q3"), 1):
            Area.objects.create(authority=town.authority, key=key, name=f"Quartier {number}", residents=1000 * number)
        yield town, days


def lived(town: Town, days: Days, world: Mapping[str, int]) -> None:
    """So many people of each street apply; the month goes by and is published."""
    for street, number in world.items():
        for _ in range(number):
            Story(town, days, given=answers(strasse=street)).submitted(strasse=street)
    days.go_by(30)
    push(town.authority, NOVEMBER, by=SYSTEM, at=now())
    days.go_by(-30)


def everything_seen(town: Town, client: Client) -> Mapping[str, str]:
    """Every page that a planner and everybody can come to."""
    plain = [address for address, _ in patterns("planung/") if not set(address) & {"<", "^"}]
    key = town.authority.key
    return walked(
        client, *plain, f"/de/stadt/{key}/", "/de/stadt/", f"/daten/{key}/ogc/", f"/daten/{key}/alle.csv", f"/daten/{key}/dcat.ttl"
    )


def test_two_towns_that_differ_in_small_counts_alone_look_the_same(town: tuple[Town, Days], enter_at: Callable[..., Client]) -> None:
    place, days = town
    client, seen = enter_at(place.authority), []
    for world in WORLDS:
        with transaction.atomic():
            lived(place, days, world)
            seen.append(everything_seen(place, client))
            transaction.set_rollback(True)

    first, second = seen
    assert len(first) > 12
    assert [address for address in first if first[address] != second.get(address)] == []
    assert [(bait, address) for address, text in first.items() for bait in BAIT if bait in text] == []
