"""Take-up is an interval or nothing: hidden counts widen it, a model says that it is one, and a simulation is asked for and kept."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority, Role
from lebenslage.bridge.need import Simulated, push_need
from lebenslage.journal.actions import SYSTEM
from lebenslage.planning.take_up import names
from lebenslage.planning.take_up.need import newest, state
from lebenslage.planning.take_up.telling import told
from lebenslage.quarters import catalogue
from lebenslage.quarters.actions import Part, publish
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Batch, Edition
from lebenslage.quarters.recording import Import, Meaning, NewColumn, Outlines, describe, keep_edition, keep_figures
from lebenslage.site.need import areas_of, simulated
from lebenslage.site.wanted import simulate_need, simulate_wanted

AT = datetime(2026, 12, 1, tzinfo=UTC)
PAGE = "/planung/rechte/"
type EnterAt = Callable[..., Client]


@pytest.fixture
def town(db: None) -> Authority:
    """Three quarters without outlines."""
    town = Authority.objects.create(key="05999006", name="Stadt Lindental", office="Wohngeldstelle", mietenstufe=3)
    keep_edition(town, Outlines("Quartiere", date(2020, 1, 1), ["a", "b", "c"], ["Aue", "Berg", "Call"], "Amt"), at=AT, by=SYSTEM)
    return town


@pytest.fixture
def edition(town: Authority) -> Edition:
    found = catalogue.edition(town)
    assert found is not None
    return found


def count(town: Authority, edition: Edition, key: str, numbers: Sequence[float | None], marks: str = "ggg") -> None:
    """Keep a column of counts."""
    indicator = describe(town, Meaning(key, key, "Zum Test.", "count", "Haushalte", "Amt"), by=SYSTEM)  # type: ignore[arg-type]
    column = NewColumn(indicator, date(2026, 12, 31), numbers, [Mark(mark) for mark in marks])
    keep_figures(town, edition, [column], Import(key, "Amt", AT), by=SYSTEM)


def need(town: Authority, edition: Edition, least: Sequence[float | None], most: Sequence[float | None], fitted: str = "abc") -> None:
    """Keep bounds of households with a right."""
    waiting = Batch.objects.create(
        authority=town, title="Simulation", origin=names.SIMULATED, how={names.STATE: names.WANTED}, source="x", at=AT
    )
    push_need(waiting, Simulated(edition, date(2026, 12, 31), least, most, list(fitted), (1, 2)), by=SYSTEM)


def grant(town: Authority, months: int) -> None:
    """So many months in which the first quarter has ten grants, and the third a hidden number."""
    given = {"minimum": 5, "at": datetime(2028, 1, 1, tzinfo=UTC), "source": "Amt", "by": SYSTEM}
    for number in range(months):
        month = date(2026 + number // 12, 1 + number % 12, 1)
        publish(town, "wohngeld_antraege", month, {"a": 30, "b": 30, "c": 30}, **given)  # type: ignore[arg-type]
        publish(town, Part(names.GRANTS, of="wohngeld_antraege"), month, {"a": 10, "b": 8, "c": 2}, **given)  # type: ignore[arg-type]


def test_every_share_is_an_interval_and_the_surely_missing_come_first(town: Authority, edition: Edition) -> None:
    need(town, edition, [100, 60, 200], [200, 90, 300])
    count(town, edition, names.RECIPIENTS, [50, 50, 101])
    found = told(town)

    assert found is not None
    assert [(line.low, line.high) for line in found.lines] == [(25, 50), (55, 84), (33, 51)]
    assert [(one.name, one.missing) for one in found.priorities] == [("Call", 90), ("Aue", 50), ("Berg", 10)]
    assert found.publishable


def test_a_priority_begins_a_measure(town: Authority, edition: Edition, enter_at: EnterAt) -> None:
    need(town, edition, [100, 60, 200], [200, 90, 300])
    count(town, edition, names.RECIPIENTS, [50, 50, 101])
    client = enter_at(town)
    address = re.findall(r'href="(/planung/geld/massnahmen/neu/[^"]+)"', client.get(PAGE).content.decode())[0]

    begun = client.get(unescape(address)).content.decode()

    assert re.search(r'name="title" value="[^"]*Call', begun)
    assert re.search(r'name="areas" value="c" checked', begun)


def test_a_hidden_count_and_a_missing_one_are_no_zero(town: Authority, edition: Edition) -> None:
    need(town, edition, [100, 60, None], [200, 90, None])
    count(town, edition, names.RECIPIENTS, [None, None, 20], "smg")
    found = told(town)

    assert found is not None
    assert [(line.low, line.high, line.finding) for line in found.lines] == [
        (0, 100, "up_to_all"),
        (None, None, "unknown"),
        (None, None, "unknown"),
    ]
    assert not found.priorities


def test_grants_of_a_full_year_bound_the_recipients_and_of_less_only_from_below(town: Authority, edition: Edition) -> None:
    need(town, edition, [300, 300, 300], [400, 400, 400])
    grant(town, 11)
    short = told(town)
    assert short is not None
    assert {line.high for line in short.lines} == {100}

    grant(town, 12)
    found = told(town)
    assert found is not None
    assert found.received.months == 12
    assert found.lines[1].low is not None
    assert found.lines[2].high is not None
    assert found.lines[2].high <= 100


def test_without_local_counts_the_page_says_that_it_is_a_model(town: Authority, edition: Edition, enter_at: EnterAt) -> None:
    need(town, edition, [100, 60, 200], [200, 90, 300], fitted="ab")
    count(town, edition, names.RECIPIENTS, [50, 50, 101])
    page = enter_at(town, Role.READER).get(PAGE).content.decode()

    assert "Das ist ein Modell." in page
    assert "25 bis 50 von 100 mit Anspruch" in page
    assert "Nach dem Modell haben mindestens 90 Haushalte Anspruch und bekommen nichts." in page
    assert "Mindestens 50 Haushalte haben Anspruch und bekommen nichts." in page
    assert "title=Wohngeld" not in page
    assert "Ansprüche simulieren" not in page
    assert "/planung/antraege/" in page
    assert "title=Wohngeld" in enter_at(town).get(PAGE).content.decode()


def test_a_planner_asks_and_the_house_computes(
    town: Authority, edition: Edition, enter_at: EnterAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Simulated(edition, date(2026, 12, 31), [10, 10, None], [20, 20, None], ["a"], (1, 2))
    monkeypatch.setattr("lebenslage.site.need.simulated", lambda *given, **more: found)
    client = enter_at(town)
    assert "Noch ist nichts simuliert" in client.get(PAGE).content.decode()
    for _ in range(2):
        client.post(f"{PAGE}rechnen/")
    assert Batch.objects.count() == 1
    assert "Wird gerechnet" in client.get(PAGE).content.decode()

    assert simulate_wanted() == 1
    simulate_need.func(Batch.objects.get().pk)

    assert state(town) == ""
    kept = newest(town)
    assert kept is not None
    assert (kept.least, kept.fitted) == ([10, 10, None], frozenset({"a"}))


def test_a_reader_does_not_ask(town: Authority, enter_at: EnterAt) -> None:
    assert enter_at(town, Role.READER).post(f"{PAGE}rechnen/").status_code == 403


def test_quarters_with_sizes_of_households_are_fitted_and_the_others_are_a_model(edition: Edition) -> None:
    sizes = {f"haushalte_{number}": {"a": 100.0} for number in range(1, 6)}
    areas = areas_of(edition, {**sizes, "population": {"a": 900.0, "b": 400.0}}, 3)

    assert [(area.name, round(area.households), area.local) for area in areas] == [("/a", 500, True), ("/b", 200, False)]


@pytest.mark.slow
def test_the_simulation_bounds_every_quarter_of_which_the_people_are_known(town: Authority, edition: Edition) -> None:
    count(town, edition, "population", [1200, 800, None], "ggm")
    found = simulated(town, edition, date(2026, 11, 1), most_persons=2000)

    assert found.least[2] is None
    assert found.fitted == []
    for least, most, people in zip(found.least[:2], found.most[:2], (1200, 800), strict=True):
        assert least is not None
        assert most is not None
        assert 0 < least < most < people
