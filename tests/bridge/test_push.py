"""Real applications of a month become counts by quarter: once, small ones hidden, nobody recognisable."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import uuid4

import pytest

from lebenslage import bridge
from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.bridge.tasks import last_month, publish_last_month
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.journal.models import Entry
from lebenslage.quarters.models import Area, Publication, Value
from lebenslage.quarters.problems import MonthNotOver, NothingCounted
from tests.cases.stories import Days, Story, Town, open_town

NOVEMBER = date(2026, 11, 1)
APPLICATIONS, GRANTS = "wohngeld_antraege", "wohngeld_bewilligungen"


@pytest.fixture
def days(db: None) -> Iterator[Days]:
    with Days() as calendar:
        yield calendar


@pytest.fixture
def town(days: Days) -> Town:
    """A town with three quarters, one of them without a street."""
    town = open_town("05999004", "Erlenbruch")
    for number, key in enumerate(("q1", "q2", "q3"), 1):
        Area.objects.create(authority=town.authority, key=key, name=f"Quartier {number}", residents=1000 * number)
    return town


def apply(town: Town, days: Days, number: int, street: str) -> None:
    """So many people of a street apply."""
    for _ in range(number):
        Story(town, days).submitted(strasse=street)


def stands(authority: Authority, indicator: str) -> Mapping[str | None, int | None]:
    """What is published for November, by quarter."""
    values = Value.objects.filter(publication__authority=authority, publication__indicator=indicator, publication__month=NOVEMBER)
    return {one.area.key if one.area else None: None if one.value is None else int(one.value) for one in values.select_related("area")}


def test_a_month_is_counted_by_quarter(town: Town, days: Days) -> None:
    apply(town, days, 9, "Am Anger")
    apply(town, days, 5, "Hauptstraße")
    days.go_by(30)

    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    assert stands(town.authority, APPLICATIONS) == {None: 14, "q1": None, "q2": 5, "q3": None}
    assert set(stands(town.authority, GRANTS).values()) == {None}
    with acting(authority=town.authority.id):
        assert Entry.objects.filter(action="publish").count() == 2


def test_who_lives_nowhere_on_the_map_counts_in_the_town_and_is_not_told_by_subtraction(town: Town, days: Days) -> None:
    Area.objects.filter(key="q3").delete()
    apply(town, days, 9, "Am Anger")
    apply(town, days, 5, "Hauptstraße")
    apply(town, days, 1, "Unbekannte Gasse")
    days.go_by(30)

    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    assert stands(town.authority, APPLICATIONS) == {None: 15, "q1": None, "q2": 5}


def test_pushing_again_after_one_more_case_changes_nothing(town: Town, days: Days) -> None:
    apply(town, days, 6, "Am Anger")
    days.go_by(30)
    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())
    before = stands(town.authority, APPLICATIONS)
    days.go_by(-30)
    apply(town, days, 1, "Am Anger")
    days.go_by(31)

    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    assert stands(town.authority, APPLICATIONS) == before
    assert Publication.objects.count() == 2


def test_the_task_publishes_the_month_that_is_over_and_may_run_twice(town: Town, days: Days) -> None:
    days.go_by(29)
    for _ in range(2):
        publish_last_month.func(str(town.authority.id))

    assert last_month() == NOVEMBER
    assert [one.month for one in Publication.objects.all()] == [NOVEMBER, NOVEMBER]


def test_a_month_that_runs_is_not_pushed(town: Town) -> None:
    with pytest.raises(MonthNotOver):
        bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())


def test_nothing_is_pushed_for_the_time_before_a_town_was_connected(town: Town) -> None:
    with pytest.raises(NothingCounted):
        bridge.push(town.authority, date(2026, 10, 1), by=SYSTEM, at=now())
    with pytest.raises(NothingCounted):
        bridge.push(Authority(id=uuid4(), name="Nebenan"), NOVEMBER, by=SYSTEM, at=now())
