"""One area, two areas, two indicators, many burdens, several years."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority, Role
from lebenslage.quarters.models import Edition
from tests.portal.conftest import Seen
from tests.queries_counted import asking

type EnterAt = Callable[..., Client]
QUERIES = {"gebiet/{key}/": 14, "vergleich/": 7, "zwei/": 7, "mehrfach/": 7, "zeit/": 7, "muster/": 8}


def see(client: Client, address: str) -> Seen:
    """Open a page of the map room."""
    answer = client.get(f"/planung/karte/{address}")
    assert answer.status_code == 200
    return Seen(answer.status_code, answer.content.decode())


def key_of(authority: Authority, name: str) -> str:
    """The key of an area by its name."""
    edition = Edition.objects.get(authority=authority)
    return str(edition.keys[edition.names.index(name)])


def test_a_profile_speaks_in_five_sentences(ahornstedt: Authority, enter_at: EnterAt) -> None:
    seen = see(enter_at(ahornstedt), f"gebiet/{key_of(ahornstedt, 'Bachgrund')}/")

    sentences = re.findall(r"<li>(.*?)</li>", re.findall(r'<ol class="kern-list profile-short">(.*?)</ol>', seen.markup, re.DOTALL)[0])
    assert len(sentences) == 5
    assert sentences[0] == "In Bachgrund leben 891 Menschen. Das sind 3,2 % der Stadt."
    assert "Am weitesten über der Stadt" in seen.text
    assert "Hier ist noch kein öffentliches Angebot eingetragen" in seen.text


def test_two_areas_differ_or_may_differ_by_chance(ahornstedt: Authority, enter_at: EnterAt) -> None:
    first, second = key_of(ahornstedt, "Bachgrund"), key_of(ahornstedt, "Bleiche")

    seen = see(enter_at(ahornstedt), f"vergleich/?gebiet={first}&mit={second}")

    child_poverty = re.findall(r"Kinderarmut</th>(.*?)</tr>", seen.markup, re.DOTALL)[0]
    assert re.findall(r">([^<>]+)</td>", child_poverty) == ["45,0\u00a0%", "0,0\u00a0%", "+45,0", "ja"]
    assert "nein, kann Zufall sein" in see(enter_at(ahornstedt, "reader"), f"vergleich/?gebiet={first}&mit={first}").text


def test_two_indicators_have_classes_in_words(ahornstedt: Authority, enter_at: EnterAt) -> None:
    assert "Kinderarmut hoch, Altersarmut hoch" in see(enter_at(ahornstedt), "zwei/?merkmal=child_poverty&zweites=old_age_poverty").text


def test_burdens_are_counted_and_named(ahornstedt: Authority, enter_at: EnterAt) -> None:
    seen = see(enter_at(ahornstedt), "mehrfach/?merkmale=child_poverty,old_age_poverty")

    counts = [
        int(number)
        for number in re.findall(r"-mal im schlechtesten Fünftel.*?\((\d+)\)|-mal oder öfter.*?\((\d+)\)", seen.markup)
        for number in number
        if number
    ]
    assert sum(counts) == 27
    assert "Altersarmut, Kinderarmut" in seen.text or "Kinderarmut, Altersarmut" in seen.text


def test_years_have_the_same_classes(ahornstedt: Authority, enter_at: EnterAt) -> None:
    seen = see(enter_at(ahornstedt), "zeit/?merkmal=child_poverty")

    assert seen.markup.count('class="map"') == 2
    assert "Was sich am stärksten verändert hat" in seen.text


@pytest.mark.parametrize("address", ["gebiet/99/", "vergleich/?gebiet=99", "zwei/?merkmal=nichts", "zeit/?merkmal=nichts"])
def test_what_the_town_does_not_have_is_not_found(ahornstedt: Authority, enter_at: EnterAt, address: str) -> None:
    assert enter_at(ahornstedt).get(f"/planung/karte/{address}").status_code == 404


@pytest.mark.parametrize(("address", "most"), QUERIES.items())
def test_each_page_asks_little(ahornstedt: Authority, enter_at: EnterAt, address: str, most: int) -> None:
    client, key = enter_at(ahornstedt), key_of(ahornstedt, "Bachgrund")

    with asking() as asked:
        see(client, address.format(key=key))

    assert asked.count <= most


@pytest.mark.parametrize(
    ("words", "begun"),
    [
        ("Maßnahme planen", 'value="{key}" checked'),
        ("Konferenz ansetzen", 'value="{key}" checked'),
        ("Standort suchen", "Neue Anlaufstelle für Hafenrand"),
    ],
)
@pytest.mark.parametrize("page", ["gebiet/{key}/", "?gebiet={key}"])
def test_what_an_area_leads_to_begins_with_the_area(ahornstedt: Authority, enter_at: EnterAt, page: str, words: str, begun: str) -> None:
    client, key = enter_at(ahornstedt), key_of(ahornstedt, "Hafenrand")
    answer = client.get(f"/planung/karte/{page.format(key=key)}")
    [address] = re.findall(rf'href="([^"]+)">{words}<', answer.content.decode())

    first = client.get(address).content.decode()

    assert begun.format(key=key) in re.sub(r'(value="\w+")[^>]* checked', r"\1 checked", first)


def test_colleagues_remark_on_an_area(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client, profile = enter_at(ahornstedt, Role.READER), "/planung/karte/gebiet/24/"
    client.post("/planung/austausch/anmerkungen/", {"about": "gebiet:24", "text": "Der Markt zieht um.", "back": profile})

    assert "Der Markt zieht um." in client.get(profile).content.decode()
    assert "Der Markt zieht um." not in client.get("/planung/karte/gebiet/23/").content.decode()


def test_a_measure_stands_in_the_profile_with_its_status_in_words(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client, key = enter_at(ahornstedt), key_of(ahornstedt, "Hafenrand")
    client.post("/planung/geld/massnahmen/neu/", {"title": "Lernhaus", "status": "running", "areas": [key]})

    assert "Lernhaus läuft" in see(client, f"gebiet/{key}/").text


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.READER, set()),
        (Role.DEPARTMENT, {"geld/massnahmen", "konferenzen"}),
        (Role.PLANNER, {"geld/massnahmen", "konferenzen", "standorte"}),
    ],
)
@pytest.mark.parametrize("page", ["gebiet/24/", "?gebiet=24"])
def test_nobody_is_led_to_a_form_that_is_closed_to_her(
    ahornstedt: Authority, enter_at: EnterAt, page: str, role: str, offered: set[str]
) -> None:
    client = enter_at(ahornstedt, role)
    shown = client.get(f"/planung/karte/{page}").content.decode()

    assert set(re.findall(r'href="/planung/([a-z/]+)/neu/\?gebiete=24[^"]*"', shown)) == offered
    assert all(client.get(f"/planung/{room}/neu/?gebiete=24").status_code == 200 for room in offered)
