"""A resident looks for help: near her, open now, without steps, free of charge, in her language - and is never left with nothing."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from lebenslage.authorities.actions import StreetRange, set_streets
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import at
from lebenslage.offers.models import Location, Service
from tests.offers.conftest import advice, cafe, draft, town  # noqa: F401 - fixtures
from tests.queries_counted import asking

TUESDAY_MORNING = datetime(2026, 11, 17, 10, 30, tzinfo=ZoneInfo("Europe/Berlin"))
SATURDAY = datetime(2026, 11, 21, 15, 0, tzinfo=ZoneInfo("Europe/Berlin"))
pytestmark = pytest.mark.usefixtures("advice", "cafe", "draft")


def seen(query: str, *, language: str = "de", moment: datetime = TUESDAY_MORNING) -> str:
    """The page of results, asked for at a moment."""
    with at(moment):
        return Client().get(f"/{language}/angebote/?{query}").content.decode()


@pytest.mark.parametrize(
    ("query", "advice_there", "cafe_there"),
    [
        ("", True, True),
        ("suche=Schulden", True, False),
        ("suche=glaubiger", True, False),
        ("suche=Deutschkurse", False, True),
        ("suche=debt", True, False),
        ("thema=sprache", False, True),
        ("offen=ja", True, False),
        ("stufenlos=ja", True, False),
        ("kostenlos=ja", True, False),
        ("sprache=tr", True, False),
    ],
)
def test_each_wish_narrows_the_list(query: str, advice_there: bool, cafe_there: bool) -> None:
    page = seen(query)
    assert ("Schuldnerberatung am Markt" in page, "Deutsch sprechen bei Kaffee" in page) == (advice_there, cafe_there)
    assert "Geheimer Entwurf" not in page


def test_results_say_when_what_it_costs_and_in_which_languages() -> None:
    page = seen("thema=geld")
    assert all(words in page for words in ("Jetzt geöffnet, bis 16 Uhr", "Kostenlos", "Deutsch, Türkçe", "02999 1234"))
    assert "Öffnet am Samstag, 21. November 2026, um 14 Uhr" in seen("thema=sprache")
    assert "Jetzt geöffnet, bis 17 Uhr" in seen("thema=sprache", moment=SATURDAY)


def test_what_nobody_knows_of_steps_is_said_and_not_taken_for_no() -> None:
    assert "Bei 1 weiteren Angeboten wissen wir nicht, ob es Stufen gibt" in seen("stufenlos=ja")


def test_nothing_found_widens_the_search_and_names_people() -> None:
    page = seen("thema=sprache&kostenlos=ja")
    assert "Dazu haben wir nichts gefunden" in page
    assert "Auch Angebote, die etwas kosten" in page
    assert 'href="tel:115"' in page


def test_a_slip_of_the_pen_is_understood() -> None:
    assert "schuldnerberatung" in seen("suche=Schuldnerbratung")


def test_where_she_is_leads_to_an_area_and_stands_nowhere(town: Authority, advice: Service) -> None:  # noqa: F811
    set_streets(town, [StreetRange("Parkstraße", "q7"), StreetRange("Lindenweg", "q7")], by=SYSTEM)
    Location.objects.filter(pk=advice.sites.get().location_id).update(area="q7")
    answer = Client().post("/de/angebote/", {"stadt": town.key, "wo": "Lindenweg 12"})
    assert answer["Location"] == "/de/angebote/?stadt=05999001&gebiet=q7#treffer"
    page = seen("gebiet=q7")
    assert "in Ihrem Viertel" in page
    assert page.index("Schuldnerberatung am Markt") < page.index("Sprachcafé")


def test_a_known_house_in_her_street_tells_the_distance(town: Authority, advice: Service, cafe: Service) -> None:  # noqa: F811
    Location.objects.filter(pk=cafe.sites.get().location_id).update(latitude=50.943, longitude=6.96)
    answer = Client().post("/de/angebote/", {"stadt": town.key, "wo": "Parkstr. 5"})
    house = advice.sites.get().location_id
    assert f"bei={house}" in answer["Location"]
    assert "etwa 350 m von Haus am Markt" in seen(f"bei={house}")


def test_a_page_of_results_asks_little(django_assert_max_num_queries: object) -> None:
    with asking() as asked:
        seen("suche=Schulden&offen=ja")
    assert asked.count <= 12


@pytest.mark.parametrize("language", ["de", "de-einfach", "en", "nl"])
def test_every_language_has_list_and_offer(language: str, advice: Service) -> None:  # noqa: F811
    assert Client().get(f"/{language}/angebote/").status_code == 200
    page = Client().get(f"/{language}/angebote/{advice.pk}/").content.decode()
    assert ("Debt advice" in page) == (language == "en")


def test_what_was_written_in_another_language_runs_its_own_way(advice: Service) -> None:  # noqa: F811
    Service.objects.update(name="مقهى اللغة", translations={"ar": {"name": "استشارة الديون", "description": "نساعدك."}})
    page = Client().get(f"/de/angebote/{advice.pk}/").content.decode()
    assert '<h1 class="kern-heading-large" dir="auto">مقهى اللغة</h1>' in page
    assert '<summary lang="ar">العربية</summary><div lang="ar" dir="auto"><h2 class="kern-heading-small">استشارة الديون</h2>' in page
    assert '<h3 class="kern-heading-small" dir="auto">' in seen("thema=geld")
    Service.objects.update(description="نشرب القهوة معاً ونتحدث الألمانية.", translations={})
    assert '<h1 class="kern-heading-large" dir="auto">مقهى اللغة</h1>' in Client().get(f"/en/angebote/{advice.pk}/").content.decode()


def test_a_long_list_says_which_part_is_shown_and_leads_to_the_others(advice: Service) -> None:  # noqa: F811
    Service.objects.bulk_create(
        [Service(authority=advice.authority, name=f"Treff {number}", state="public", changed_at=advice.changed_at) for number in range(100)]
    )
    page = seen("seite=3")
    assert "102 Angebote" in page
    assert "Sie sehen 41 bis 60, Seite 3 von 6." in page
    assert 'href="?stadt=05999001&amp;seite=3#treffer" aria-label="Seite 3" aria-current="page">3</a>' in page
    assert all(f'aria-label="Seite {number}"' in page for number in (1, 2, 4, 6))


def test_a_draft_has_no_page(draft: Service) -> None:  # noqa: F811
    assert Client().get(f"/de/angebote/{draft.pk}/").status_code == 404
