"""What is published becomes figures of the catalogue, and nothing beside it: no resident, no hidden count, no second version."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from django.core import serializers

from lebenslage import bridge
from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.bridge.duration import took, weeks
from lebenslage.bridge.entering import UNTRIED, Counted
from lebenslage.bridge.naming import name_all_quarters
from lebenslage.cases.models import Case
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.neighbours import actions as neighbours
from lebenslage.neighbours.models import Quarter, Tally
from lebenslage.neighbours.queries import quarters
from lebenslage.quarters import catalogue
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.inference import Published, Row
from lebenslage.quarters.models import Batch, Figures, Indicator, Kind, Publication, Released, Value
from lebenslage.quarters.problems import NothingCounted
from lebenslage.quarters.recording import Meaning, Outlines, describe, keep_edition
from lebenslage.quarters.releasing import release
from tests.bridge.test_push import NOVEMBER, apply
from tests.cases.stories import Days, Town, open_town
from tests.neighbours.conftest import connect
from tests.quarters.reader import possible, told

KEYS = ("q1", "q2", "q3")
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def days(db: None) -> Iterator[Days]:
    with Days() as calendar:
        yield calendar


@pytest.fixture
def town(days: Days) -> Town:
    """A town whose three quarters have outlines' keys since 2020, and a board since November."""
    town = open_town("05999004", "Erlenbruch")
    outlines = Outlines("Quartiere", date(2020, 1, 1), KEYS, ["Anger", "Hafen", "Süd"], "Vermessungsamt")
    keep_edition(town.authority, outlines, at=now(), by=SYSTEM)
    connect(town.worker, "q1")
    neighbours.open_board(town.authority, check_first=False, by=SYSTEM)
    return town


def tally(town: Town, month: date, counted: Mapping[str, tuple[int, int]]) -> None:
    """So many posts and helps of a month."""
    with acting(authority=town.authority.id):
        for area, (posts, helps) in counted.items():
            Tally.objects.create(authority=town.authority, area=area, month=month, posts=posts, helps=helps)


def column(authority: Authority, indicator: str, month_end: date) -> Column:
    """What everybody may read of an indicator at a day."""
    return next(one for one in catalogue.released(authority, [indicator]) if one.on == month_end)


def everything(*models: Any) -> str:
    """All rows of some tables, as text."""
    return json.dumps([json.loads(serializers.serialize("json", model.objects.all())) for model in models])


def test_a_published_month_is_a_column_of_the_catalogue_with_small_counts_hidden(town: Town, days: Days) -> None:
    apply(town, days, 5, "Am Anger")
    apply(town, days, 1, "Hauptstraße")
    days.go_by(30)
    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    shown = column(town.authority, "wohngeld_antraege", date(2026, 11, 30))
    assert (shown.of("q2"), shown.town) == ((None, Mark.SUPPRESSED), None)
    edition = catalogue.edition(town.authority)
    assert edition is not None
    known = catalogue.column(town.authority, "wohngeld_antraege", edition, date(2026, 11, 30))
    assert known is not None
    assert (known.numbers, known.marks) == (shown.numbers, shown.marks)
    assert Batch.objects.get().origin == "bridge"


def test_pushed_twice_the_catalogue_stays_as_it_is(town: Town, days: Days) -> None:
    apply(town, days, 5, "Am Anger")
    days.go_by(30)
    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())
    before = everything(Batch, Figures, Released, Publication, Value)
    days.go_by(-30)
    apply(town, days, 1, "Am Anger")
    days.go_by(31)

    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    assert everything(Batch, Figures, Released, Publication, Value) == before


def test_what_would_tell_few_beside_what_the_town_released_is_for_planners_alone(town: Town, days: Days) -> None:
    release_letters(town, [20, 8, 20])
    apply(town, days, 9, "Am Anger")
    apply(town, days, 5, "Hauptstraße")
    days.go_by(30)
    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    released = {one.indicator.key for one in catalogue.released(town.authority)}
    assert "wohngeld_antraege" not in released
    assert Figures.objects.filter(indicator__key="wohngeld_antraege").count() == 1
    assert [line for line in Batch.objects.get(origin="bridge").found if "wohngeld_antraege" in line]


def test_where_nothing_can_be_tried_nothing_is_released_and_that_is_told(town: Town, days: Days, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lebenslage.bridge.entering.RELEASING", "lebenslage.not_installed")
    days.go_by(30)
    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    assert not Released.objects.exists()
    assert set(Batch.objects.get(origin="bridge").found) == {UNTRIED}


def test_the_town_that_hides_below_twelve_hides_so_in_the_bridge(town: Town, days: Days) -> None:
    release_letters(town, [40, 50, 60], minimum=12)
    apply(town, days, 13, "Am Anger")
    apply(town, days, 9, "Hauptstraße")
    days.go_by(30)
    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    assert column(town.authority, "wohngeld_antraege", date(2026, 11, 30)).of("q2") == (None, Mark.SUPPRESSED)


def release_letters(town: Town, numbers: list[float], *, minimum: int = 5) -> None:
    """The town released how many letters came in the same month, the applications among them."""
    edition = catalogue.edition(town.authority)
    assert edition is not None
    letters = describe(
        town.authority, Meaning("eingaenge", "Eingänge", "Alle Anträge des Monats.", Kind.COUNT, "Anträge", "Stadt"), by=SYSTEM
    )
    given = Column(letters, edition, date(2026, 11, 30), numbers, [Mark.GIVEN] * len(numbers))
    release(town.authority, [given], by=SYSTEM, at=now(), minimum=minimum)


def test_no_resident_crosses(town: Town, days: Days) -> None:
    apply(town, days, 5, "Am Anger")
    days.go_by(30)
    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    crossed = everything(Batch, Figures, Released, Publication, Value, Indicator)
    with acting(authority=town.authority.id):
        secrets = [str(value) for case in Case.objects.all() for value in (case.id, case.vault_id, case.draft_id, case.number)]
    assert len(secrets) == 20
    assert not [secret for secret in secrets if secret in crossed]


def test_a_town_without_outlines_is_published_and_not_entered(days: Days) -> None:
    town = open_town("05999005", "Nebenan")
    days.go_by(30)

    assert len(bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())) == 2
    assert not Released.objects.exists()


def test_neighbours_reach_planners_as_suppressed_counts_alone(town: Town, days: Days) -> None:
    tally(town, NOVEMBER, {"q1": (12, 6), "q2": (9, 1), "q3": (8, 7)})
    days.go_by(30)
    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    posts, helps = (column(town.authority, key, date(2026, 11, 30)) for key in ("nachbarn_beitraege", "nachbarn_hilfen"))
    assert posts.numbers == [12, 9, 8]
    assert helps.of("q2") == (None, Mark.SUPPRESSED)


def test_months_before_the_connection_and_before_the_board_are_refused(town: Town, days: Days) -> None:
    days.go_by(30)
    with pytest.raises(NothingCounted):
        bridge.push(town.authority, OCTOBER, by=SYSTEM, at=now())


def test_a_town_that_is_not_connected_pushes_its_neighbours_alone(town: Town, days: Days) -> None:
    Authority.objects.filter(pk=town.authority.pk).update(connected_since=None)
    town.authority.refresh_from_db()
    tally(town, NOVEMBER, {"q1": (12, 6), "q2": (9, 7), "q3": (8, 7)})
    days.go_by(30)

    pushed = bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    assert {one.indicator for one in pushed} == {"nachbarn_beitraege", "nachbarn_hilfen"}


def test_the_duration_is_shown_only_where_ten_grants_are_published(monkeypatch: pytest.MonkeyPatch) -> None:
    lasted = {"q1": [3, 9, 15] * 4, "q2": [3] * 12, "q3": [3] * 9, "q4": [3] * 3}
    monkeypatch.setattr("lebenslage.bridge.duration.durations", lambda authority, month: lasted)
    given, hidden = Mark.GIVEN, Mark.SUPPRESSED
    grants = {"q1": (12.0, given), "q2": (None, hidden), "q3": (9.0, given), "q4": (10.0, given), "q5": (None, Mark.MISSING)}

    shown = took(Authority(), NOVEMBER, Counted("wohngeld_bewilligungen", NOVEMBER, grants, 5))

    assert shown.cells == {"q1": (2.0, given), **dict.fromkeys(("q2", "q3", "q4"), (None, hidden)), "q5": (None, Mark.MISSING)}


@pytest.mark.parametrize(("days_taken", "shown"), [([0, 0], 2), ([14, 15], 4), ([20, 28, 29], 4), ([70], 10)])
def test_weeks_are_rounded_up_to_two(days_taken: list[int], shown: int) -> None:
    assert weeks(days_taken) == shown


def test_whoever_tries_every_world_that_agrees_with_all_that_is_published_pins_no_small_count_down(town: Town, days: Days) -> None:
    tally(town, NOVEMBER, {"q1": (9, 1), "q2": (6, 4), "q3": (2, 0)})
    days.go_by(31)
    bridge.push(town.authority, NOVEMBER, by=SYSTEM, at=now())

    seen = Published(released_rows(town, "nachbarn_beitraege"), released_rows(town, "nachbarn_hilfen"))
    assert [row.cells["q3"] for row in (*seen.whole, *seen.part)] == [None, None]
    assert not list(told(possible(seen), 5))


def released_rows(town: Town, indicator: str) -> list[Row]:
    """What is released by quarter, with the totals that the page of months shows."""
    found = []
    for one in catalogue.released(town.authority, [indicator]):
        total = Value.objects.get(publication__indicator=indicator, publication__month=one.on.replace(day=1), area=None).value
        cells = {key: None if number is None else int(number) for key, number in zip(KEYS, one.numbers, strict=True)}
        found.append(Row(one.on.replace(day=1), cells, None if total is None else int(total)))
    return found


def test_neighbours_learn_the_names_of_quarters_and_nothing_else(town: Town) -> None:
    assert name_all_quarters() == name_all_quarters() == 1
    assert quarters(town.authority) == {"q1": "Anger", "q2": "Hafen", "q3": "Süd"}
    assert {field.name for field in Quarter._meta.fields} == {"id", "authority", "key", "name"}
