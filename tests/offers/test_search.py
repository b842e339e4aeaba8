"""What the database answers is what the house computes: open at a moment, without steps, free of charge, in a language, for a quarter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.offers.access import step_free
from lebenslage.offers.actions import Entry, House, keep_entry, set_state
from lebenslage.offers.hours import Rule, open_until
from lebenslage.offers.models import Location, Service, State, Status
from lebenslage.offers.narrowing import Wish
from lebenslage.offers.prices import Cost
from lebenslage.offers.search import A_PAGE, search

FORMER = import_module("lebenslage.offers.migrations.0002_words_in_other_letters")
NOON = datetime(2026, 11, 17, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = date(2026, 11, 17)
WEEK = Rule("MO,TU,WE,TH", time(9), time(16))
RULES = [
    [],
    [WEEK],
    [Rule("TU", time(9), time(12)), Rule("TU", time(14), time(18))],
    [Rule("3TU", time(9), time(16))],
    [Rule("+3TU", time(9), time(16))],
    [Rule("-2TU", time(9), time(16))],
    [Rule("-1TU", time(9), time(16))],
    [WEEK, Rule(closed=True, first=date(2026, 11, 16), last=date(2026, 11, 20))],
    [WEEK, Rule("TU", closed=True)],
    [WEEK, Rule("", time(14), time(15), DAY, DAY)],
    [Rule("", time(9), time(18), date(2026, 12, 25), date(2026, 12, 25))],
    [Rule("FR", time(9), time(16)), Rule("", time(9), time(16), date(2026, 11, 16), date(2026, 11, 20))],
    [Rule("TU", time(9), time(16), date(2026, 12, 1))],
    [Rule(words="nach Absprache")],
    [Rule("TU", words="nachmittags")],
]
MOMENTS = [
    NOON,
    *(NOON.replace(month=month, day=day, hour=hour) for month, day, hour in ((11, 17, 14), (11, 24, 10), (12, 1, 9), (12, 25, 10))),
]
ACCESS: list[dict[str, Any]] = [
    {},
    {"entrances": []},
    {"entrances": [{"isLevel": True}]},
    {"entrances": [{"isLevel": False}]},
    {"entrances": [{"isLevel": False, "hasFixedRamp": True}]},
    {"entrances": [{"isLevel": False}], "wheelchairAccessibilityGrade": "fully"},
    {"wheelchairAccessibilityGrade": "partially"},
    {"wheelchairAccessibilityGrade": "not"},
]


def kept(
    town: Authority, name: str, house: House | None = None, *, rules: Sequence[Rule] = (), costs: Sequence[Cost] = (), **words: Any
) -> Service:
    """A public entry."""
    given = {"name": name, "description": "Hilfe.", "topic": "rat", **words}
    service = keep_entry(town, Entry(given, "", house, list(rules), list(costs)), by=SYSTEM)
    set_state(service, State.PUBLIC, by=SYSTEM)
    return service


def names(town: Authority, wish: Wish, moment: datetime = NOON) -> list[str]:
    """What is found, in order."""
    return [hit.service.name for hit in search(town, wish, moment).hits]


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_open_now_is_what_the_hours_say(town: Authority, moment: datetime) -> None:
    for number, rules in enumerate(RULES):
        kept(town, f"{number:02}", rules=rules)
    expected = [f"{number:02}" for number, rules in enumerate(RULES) if open_until(rules, moment)]
    assert names(town, Wish(open_now=True), moment) == expected
    assert names(town, Wish(), moment)[: len(expected)] == expected


def test_what_pauses_is_not_open(town: Authority) -> None:
    kept(town, "Pause", rules=[WEEK], status=Status.TEMPORARILY_CLOSED)
    assert (names(town, Wish(open_now=True)), names(town, Wish())) == ([], ["Pause"])


def test_without_steps_is_what_the_accessibility_says(town: Authority) -> None:
    for number, access in enumerate(ACCESS):
        kept(town, str(number), House(street=f"Weg {number}", access=access))
    kept(town, "am Telefon")
    found = search(town, Wish(step_free=True), NOON)
    assert [hit.service.name for hit in found.hits] == [str(number) for number, one in enumerate(ACCESS) if step_free(one)]
    assert found.access_unknown == sum(step_free(one) is None for one in ACCESS)


def test_words_in_other_letters_are_found_as_they_are_written(town: Authority) -> None:
    kept(town, "Rat", translations={"ar": {"name": "استشارة الديون"}, "uk": {"name": "Борги"}})
    kept(town, "Bewegung")
    found = [names(town, Wish(words=typed)) for typed in ("ديون", "БОРГИ", "Rat ديون", "طبيب", "Bewegung ديون")]
    assert found == [["Rat"], ["Rat"], ["Rat"], [], []]


def test_entries_from_before_are_found_by_words_in_other_letters_too(town: Authority) -> None:
    kept(town, "Rat", description="استشارة الديون")
    Service.objects.update(found=" rat ")
    FORMER.find_again(apps, None)
    assert (names(town, Wish(words="ديون")), names(town, Wish(words="rat"))) == (["Rat"], ["Rat"])


def test_free_is_what_is_known_to_cost_nothing_for_everybody(town: Authority) -> None:
    prices = {
        "frei": [Cost("", 0)],
        "teils": [Cost("mit Pass", 0), Cost("sonst", 500)],
        "in Worten": [Cost("", 0), Cost("", None, "Spende")],
    }
    for name, costs in {**prices, "unbekannt": []}.items():
        kept(town, name, costs=costs)
    assert names(town, Wish(free=True)) == ["frei"]


def test_a_language_is_not_part_of_another_one(town: Authority) -> None:
    for name, languages in {"gs": ["gsg"], "de": ["de", "tr"], "keine": []}.items():
        kept(town, name, languages=languages)
    assert [names(town, Wish(language=one)) for one in ("gs", "tr", "gsg")] == [[], ["de"], ["gs"]]


def test_what_is_for_a_quarter_alone_is_found_there_alone(town: Authority) -> None:
    kept(town, "alle")
    kept(town, "Münster", areas=["Münsterplatz", "q1"])
    assert [names(town, Wish(area=one)) for one in ("Münsterplatz", "q", "")] == [["Münster", "alle"], ["alle"], ["Münster", "alle"]]


def test_the_nearest_comes_first_and_what_has_no_point_last(town: Authority) -> None:
    for name, latitude, longitude in (("weit", 50.95, 6.90), ("nah", 50.94, 6.962), ("hier", 50.94, 6.96), ("irgendwo", None, None)):
        kept(town, name, House(name=name, street=f"{name}weg 1", latitude=latitude, longitude=longitude))
    found = search(town, Wish(near=Location.objects.get(name="hier").pk), NOON)
    assert [hit.service.name for hit in found.hits] == ["hier", "nah", "weit", "irgendwo"]
    assert [hit.metres is not None and round(hit.metres, -1) for hit in found.hits] == [0, 140, 4350, False]


def test_the_list_comes_in_pages_and_says_how_long_it_is(town: Authority) -> None:
    for number in range(A_PAGE + 1):
        kept(town, f"{number:02}")
    found = search(town, Wish(), NOON, "2")
    assert ([hit.service.name for hit in found.hits], found.page.paginator.count) == ([f"{A_PAGE:02}"], A_PAGE + 1)


def test_the_wish_that_opens_most_is_named_first(town: Authority) -> None:
    kept(town, "Deutschkurs", topic="sprache", costs=[Cost("", 500)])
    kept(town, "Rat", costs=[Cost("", 0)])
    kept(town, "Auskunft", costs=[Cost("", 0)])
    assert search(town, Wish(topic="sprache", free=True), NOON).wider == [("topic", 2), ("free", 1)]
    assert search(town, Wish(topic="sprache", free=True, words="xyz"), NOON).wider == []


@pytest.mark.parametrize("typed", ["Mietrechtberatugn", "Meitrechtberatung", "Mietrechtsberatung", "mietrchtberatung"])
def test_a_slip_of_the_pen_leads_to_the_word_that_is_meant(town: Authority, typed: str) -> None:
    kept(town, "Mietrechtberatung")
    kept(town, "Bewegung")
    assert search(town, Wish(words=typed), NOON).meant == "mietrechtberatung"
    assert search(town, Wish(words=typed, topic="geld"), NOON).meant == ""
