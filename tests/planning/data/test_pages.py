"""Every page of the data room opens for those who may read it, and asks the database little."""

import re
from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.test import Client

from lebenslage.authorities.models import Authority, Role
from lebenslage.planning.data.forms import Words
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Batch, Indicator
from tests.queries_counted import asking

pytestmark = pytest.mark.django_db
PAGES = ("", "katalog/", "katalog/child_poverty/", "katalog/child_poverty/vergleich/", "anfang/", "stand/{batch}/", "umrisse/{edition}/")


def test_every_page_opens_and_asks_little(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client, edition = enter_at(ahornstedt, Role.READER), catalogue.edition(ahornstedt)
    assert edition is not None
    places = {"batch": Batch.objects.filter(authority=ahornstedt)[0].pk, "edition": edition.pk}

    for page in PAGES:
        with asking() as asked:
            answer = client.get(f"/planung/daten/{page.format(**places)}")
        assert (answer.status_code, asked.count <= 14) == (200, True), (page, asked.count)


def test_an_empty_room_teaches_the_two_steps(town: Authority, enter_at: Callable[..., Client]) -> None:
    page = enter_at(town).get("/planung/daten/").content.decode()

    assert [page.index(words) > 0 for words in ("Umrisse der Quartiere", "Eine Tabelle mit einer Zeile je Quartier")] == [True, True]
    assert page.count("kern-btn--primary") == 1


def test_the_words_of_an_indicator_are_changed_and_its_key_stays(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client, given = enter_at(ahornstedt), {"name": "Kinder in Armut", "unit": "Prozent", "better": "low", "source": "Jobcenter"}

    refused = client.post("/planung/daten/katalog/child_poverty/", {**given, "definition": ""})
    client.post(
        "/planung/daten/katalog/child_poverty/", {**given, "definition": "Kinder, deren Familie Bürgergeld bekommt.", "of_people": "on"}
    )

    assert (refused.status_code, "Bitte füllen Sie dieses Feld aus." in refused.content.decode()) == (422, True)
    kept = Indicator.objects.get(authority=ahornstedt, key="child_poverty")
    assert (kept.name, kept.source, kept.kind, kept.of_people) == ("Kinder in Armut", "Jobcenter", "share", True)
    for address in ("", "katalog/child_poverty/"):
        page = client.get(f"/planung/daten/{address}").content.decode()
        assert "Tomke Plan" in page
        assert re.search(r"<dt>Name</dt><dd><del>.*?Kinderarmut</del>.*?Kinder in Armut</ins>", page)
        assert "<dt>Einheit</dt>" not in page


def test_words_that_stay_as_they_are_leave_no_trace(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client, kept = enter_at(ahornstedt), Indicator.objects.get(authority=ahornstedt, key="child_poverty")
    words = {name: value for name, value in Words.of(kept).items() if value is not False}

    assert client.post("/planung/daten/katalog/child_poverty/", words).status_code == 302

    assert "Wer im Katalog was geändert hat" not in client.get("/planung/daten/").content.decode()


def test_two_versions_are_compared_area_by_area(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    page = enter_at(ahornstedt).get("/planung/daten/katalog/child_poverty/vergleich/").content.decode()

    assert ">26,5<" in page
    assert ">+4,8<" in page


def test_addresses_are_off_until_a_host_is_allowed(ahornstedt: Authority, enter_at: Callable[..., Client], settings: LazySettings) -> None:
    client, given = enter_at(ahornstedt), {"titel": "Wetter", "adresse": "https://daten.example.org/zahlen.csv"}

    off = client.post("/planung/daten/adressen/", given)
    settings.FEEDS = ["daten.example.org"]
    elsewhere = client.post("/planung/daten/adressen/", {**given, "adresse": "https://other.example.org/zahlen.csv"})
    client.post("/planung/daten/adressen/", given)

    assert (off.status_code, elsewhere.status_code) == (422, 422)
    assert "Wetter" in client.get("/planung/daten/adressen/").content.decode()
