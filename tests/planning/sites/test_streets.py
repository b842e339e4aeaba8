"""A map of streets is brought, read and told; siting then counts ways along it, and says so."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.planning.sites import ways
from lebenslage.quarters import catalogue
from lebenslage.quarters.places.ground import ground
from lebenslage.quarters.places.models import Place, Scenario, StreetMap
from tests.atlas.reach.town import EAST, NORTH, STREET, written
from tests.cases.stories import work
from tests.planning.sites.streets import BLOCK, laid
from tests.planning.sites.test_scenarios import FOUNTAINS, SITES, THREE, TWO, asked, shown
from tests.queries_counted import asking

PAGE = "/planung/standorte/wege/"
KNOWN = {"source": "© OpenStreetMap-Mitwirkende", "licence": "ODbL 1.0", "on": "2026-10-01"}
LINE, NET = (
    "Luftlinie, weil kein Wegenetz da ist",
    "auf dem Wegenetz, Stand 01.10.2026. Quelle der Karte: © OpenStreetMap-Mitwirkende, Lizenz ODbL 1.0.",
)


def brought(client: Client, content: bytes, name: str = "netz.osm", **given: str) -> Any:
    """Send a file."""
    return client.post(f"{PAGE}hereinholen/", {**KNOWN, **given, "karte": SimpleUploadedFile(name, content)})


@pytest.fixture
def reader(ahornstedt: Authority, enter_at: Callable[..., Client]) -> Client:
    """A planner of Ahornstedt who has no places yet."""
    return enter_at(ahornstedt)


def test_a_map_is_brought_read_in_the_background_and_told_with_its_licence(reader: Client, ahornstedt: Authority, tmp_path: Path) -> None:
    west, south = 350_000 - EAST, 5_650_000 - NORTH
    file = written(tmp_path, {1: (west, south), 2: (west + 1500, south), 3: (west + 1500, south + 1500)}, [((1, 2, 3), STREET)])
    assert brought(reader, file.read_bytes()).headers["Location"] == PAGE
    assert "wartet darauf, gelesen zu werden" in shown(reader, PAGE)

    work()
    page = shown(reader, PAGE)
    assert "3 km Wege in 2 Abschnitten" in page
    assert "ODbL 1.0" in page
    assert "01.10.2026" in page
    kept = StreetMap.objects.get()
    assert (bytes(kept.content), kept.state) == (b"", "done")
    assert "Gerechnet wird auf dem Wegenetz" in shown(reader, SITES)


def test_a_map_that_cannot_be_read_says_why_and_does_not_count(reader: Client) -> None:
    brought(reader, b"<?xml version='1.0'?><osm version='0.6'><node id=")
    work()

    page = shown(reader, PAGE)
    assert "ist keine Karte von OpenStreetMap" in page
    assert "nicht zu gebrauchen" in page
    assert LINE not in page
    assert "Gerechnet wird mit Luftlinie" in shown(reader, SITES)


@pytest.mark.parametrize(
    ("content", "name", "given", "field"),
    [
        (b"%PDF-1.7", "netz.osm", {}, "karte"),
        (b"from,to\n1,2\n", "kanten.csv", {}, "knoten"),
        (b"<osm></osm>", "netz.osm", {"source": ""}, "source"),
        (b"<osm></osm>", "netz.osm", {"on": "2090-01-01"}, "on"),
    ],
)
def test_what_is_no_map_is_refused_at_its_field(reader: Client, content: bytes, name: str, given: dict[str, str], field: str) -> None:
    answer = brought(reader, content, name, **given)

    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.content.decode()
    assert not StreetMap.objects.exists()


def test_of_two_maps_the_later_day_counts_until_it_is_taken_away(reader: Client, ahornstedt: Authority) -> None:
    laid(ahornstedt, date(2025, 1, 1))
    later = laid(ahornstedt, date(2026, 10, 1))
    assert "Stand 01.10.2026" in shown(reader, SITES)

    reader.post(f"{PAGE}{later.pk}/entfernen/")
    assert "Stand 01.01.2025" in shown(reader, SITES)
    reader.post(f"{PAGE}{later.pk}/entfernen/", {"zurueck": "1"})
    assert "Stand 01.10.2026" in shown(reader, SITES)


def test_the_map_of_another_town_is_not_there(reader: Client, ahornstedt: Authority, enter: Callable[..., Client]) -> None:
    map = laid(ahornstedt)
    stranger = enter()

    assert "netz.osm" not in shown(stranger, PAGE)
    assert stranger.post(f"{PAGE}{map.pk}/entfernen/").status_code == 404


def test_without_a_map_the_page_and_the_list_say_straight_line(planner: Client) -> None:
    scenario = asked(planner, THREE)

    for page in ("", "liste/", "liste.csv"):
        assert LINE in shown(planner, f"{FOUNTAINS}{scenario.pk}/{page}"), page


def test_with_a_map_ways_go_along_streets_and_every_page_says_so(planner: Client, equipped: Authority) -> None:
    straight = asked(planner, TWO, SITES)
    laid(equipped)
    scenario = asked(planner, TWO, SITES)

    for page in ("", "liste/", "liste.csv"):
        assert NET in shown(planner, f"{SITES}{scenario.pk}/{page}"), page
    assert "10 Minuten sind hier 804 Meter Weg" in shown(planner, f"{SITES}{scenario.pk}/")
    assert scenario.result["people"] == straight.result["people"]
    side_by_side = shown(planner, f"{SITES}vergleich/?s={straight.pk}&s={scenario.pk}")
    assert LINE in side_by_side
    assert NET in side_by_side
    assert "rechnen mit verschiedenen Wegen" in side_by_side
    assert "Inzwischen gibt es ein Wegenetz mit dem Stand 01.10.2026." in shown(planner, f"{SITES}{straight.pk}/")


def test_a_way_goes_round_the_blocks_and_not_through_them(equipped: Authority) -> None:
    laid(equipped)
    base, places = ground(equipped), list(Place.objects.filter(candidate=True))
    assert base is not None
    people = base.living("people")
    assert people is not None
    points = people[0].points
    metres = ways.ways_between(equipped, base.areas.crs, people[0], places, "walk", lambda _: None).minutes * 60 * 1.34

    steps = np.abs(points[:, None, :] - np.array([(one.x, one.y) for one in places])[None, :, :])
    there = np.isfinite(metres)
    assert there.mean() > 0.9
    assert (metres >= np.hypot(*np.moveaxis(steps, 2, 0)) - 0.1)[there].all()
    assert (metres <= steps.sum(axis=2) + 4 * BLOCK)[there].all()


def test_who_is_old_walks_at_the_pace_of_the_old(planner: Client, equipped: Authority) -> None:
    laid(equipped)

    assert "Wege: im Schritt älterer Menschen zu Fuß auf dem Wegenetz" in shown(planner, f"{FOUNTAINS}{asked(planner, THREE).pk}/")


def test_a_river_without_a_bridge_parts_the_town_and_that_is_told(planner: Client, equipped: Authority) -> None:
    Place.objects.filter(candidate=False).update(removed_at="2026-01-01T00:00Z")
    laid(equipped, river=True)
    middle = sorted(Place.objects.filter(candidate=True).values_list("x", flat=True))[10]
    Place.objects.filter(candidate=True, x__gt=middle).update(removed_at="2026-01-01T00:00Z")
    scenario = asked(planner, THREE | {"goal": "median"})
    told = scenario.result["ways"]

    assert told["cut_off"] > 1000
    page = shown(planner, f"{FOUNTAINS}{scenario.pk}/liste/")
    assert "kommen auf dem Netz zu keinem dieser Orte" in page
    assert scenario.result["within"]["10"][1] <= scenario.result["people"] - told["cut_off"]


def test_stairs_stop_a_wheelchair_and_nobody_else(planner: Client, equipped: Authority) -> None:
    Place.objects.update(barrier_free="yes")
    laid(equipped, stairs=True)
    walking, rolling = asked(planner, TWO, SITES), asked(planner, TWO | {"barrier_free_only": "on"}, SITES)

    page = shown(planner, f"{SITES}{rolling.pk}/")
    assert "Wege: im Rollstuhl auf dem Wegenetz" in page
    assert "Stufen, hohe Bordsteine" in page
    assert "15 Minuten im Rollstuhl" in page
    assert rolling.result["within"]["15"][1] < walking.result["within"]["15"][1]


def test_a_place_beside_every_street_is_named(planner: Client, equipped: Authority) -> None:
    edition = catalogue.edition(equipped)
    assert edition is not None
    laid(equipped)
    far = Place.objects.filter(candidate=True).first()
    assert far is not None
    Place.objects.filter(pk=far.pk).update(x=edition.drawn["frame"][0] - 5000)

    scenario = asked(planner, THREE)
    assert scenario.result["ways"]["places_off"] == [far.name]
    assert f"An keinem Weg im Netz liegen: {far.name}." in shown(planner, f"{FOUNTAINS}{scenario.pk}/")


def test_where_no_way_leads_anywhere_the_answer_is_the_next_step(planner: Client, equipped: Authority) -> None:
    laid(equipped)
    Place.objects.update(x=0.0)

    assert "führt kein Weg zu einem dieser Orte" in shown(planner, f"{FOUNTAINS}{asked(planner, THREE).pk}/")


def test_the_pages_ask_the_database_little_and_leave_the_streets_where_they_are(planner: Client, equipped: Authority) -> None:
    laid(equipped)
    scenario = asked(planner, TWO, SITES)

    for page in ("", "wege/", f"{scenario.pk}/", f"{scenario.pk}/liste/", "neu/"):
        with asking() as questions:
            shown(planner, f"{SITES}{page}")
        assert questions.count <= 20, page
        assert not [one for one in questions.statements if '"packed"' in one], page


def test_a_map_on_which_no_wheelchair_moves_says_what_to_look_at(planner: Client, equipped: Authority) -> None:
    Place.objects.update(barrier_free="yes")
    laid(equipped, street={"highway": "path", "wheelchair": "no"})

    answer = shown(planner, f"{SITES}{asked(planner, TWO | {'barrier_free_only': 'on'}, SITES).pk}/")
    assert "ob die Wege zu den Orten frei von Stufen sind" in answer


def test_a_large_map_is_counted_in_the_background(planner: Client, equipped: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    laid(equipped)
    monkeypatch.setattr(ways, "MOST_AT_ONCE", 1000)

    scenario = asked(planner, THREE)
    assert Scenario.objects.get(pk=scenario.pk).state == "waiting"


def test_quarters_alone_can_be_asked_for_and_a_link_brings_what_it_knows(planner: Client, equipped: Authority) -> None:
    form = shown(planner, f"{SITES}neu/?gebiete=13&zahl=basic_income&thema=jugend")
    for sign in (
        "Jugendzentrum für Kirchlinde",
        'value="13" id="areas-13" checked',
        '<option value="youth" selected>',
        '<option value="basic_income" selected>',
    ):
        assert sign in form, sign
    assert '<option value="people_65_and_over" selected>' in shown(planner, f"{SITES}neu/?zahl=people_65_and_over")

    scenario = asked(planner, TWO | {"areas": ["13"]}, SITES)
    assert {one["key"] for one in scenario.result["quarters"] if one["people"]} == {"13"}
    assert "Nur Menschen aus: Kirchlinde" in shown(planner, f"{SITES}{scenario.pk}/")
