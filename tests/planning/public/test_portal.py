"""The pages of a town for everybody: what was published, in four languages, without a cookie."""

from datetime import date

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from lebenslage.quarters.reports.models import Report, State
from tests.planning.public.conftest import AT
from tests.queries_counted import asking

TOWN = "/de/stadt/05999027/"
PAGES = ["", "zahl/child_poverty/", "gebiet/04/", "verzeichnis/", "einbetten/child_poverty/"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_there_in_every_language_for_caches_and_without_a_cookie(portal: Authority, language: str) -> None:
    for page in PAGES:
        with asking() as asked:
            answer = Client().get(f"/{language}/stadt/{portal.key}/{page}")

        assert (answer.status_code, answer.content.decode().count("<h1")) == (200, 1)
        assert set(answer["Cache-Control"].split(", ")) == {"public", "max-age=300"}
        assert not answer.cookies
        assert asked.count <= 4


def test_a_town_is_listed_once_it_published_something(ahornstedt: Authority, client: Client) -> None:
    assert "Ahornstedt" not in client.get("/de/stadt/").content.decode()
    assert client.get(TOWN).status_code == 404


def test_the_list_leads_to_the_town(portal: Authority, client: Client) -> None:
    assert f'href="{TOWN}"' in client.get("/de/stadt/").content.decode()


def test_an_indicator_is_told_in_words_map_and_table(portal: Authority, client: Client) -> None:
    page = client.get(f"{TOWN}zahl/child_poverty/").content.decode()

    assert "In der ganzen Stadt: 21,4 %." in page
    assert "Am 31. Dezember 2024: 19,4 %." in page
    assert "Für 2 Gebiete zeigen wir keine Zahl. Dort sind weniger als 10 Menschen" in page
    assert page.count('<path d="M') >= 27
    assert page.count('<tr class="kern-table__row">') == 27 + 2


def test_another_day_is_chosen_in_the_address(portal: Authority, client: Client) -> None:
    assert "Auf einen Blick: 31. Dezember 2024" in client.get(f"{TOWN}zahl/child_poverty/?stand=2024-12-31").content.decode()
    assert client.get(f"{TOWN}zahl/child_poverty/?stand=1999-12-31").status_code == 404


def test_a_hidden_figure_is_a_word_on_the_page_of_its_quarter(portal: Authority, client: Client) -> None:
    page = client.get(f"{TOWN}gebiet/04/").content.decode()

    assert "verborgen" in page
    assert page.count('<tr class="kern-table__row">') == 1 + 2 + 2


@pytest.mark.parametrize("page", ["zahl/old_age_poverty/", "gebiet/99/", "einbetten/lone_parents/"])
def test_what_is_not_published_is_not_there(portal: Authority, client: Client, page: str) -> None:
    assert client.get(TOWN + page).status_code == 404


def test_a_released_report_is_read_on_the_web_as_pdf_and_with_its_data(portal: Authority, client: Client) -> None:
    given = {"authority": portal, "edition": portal.editions.get(), "day": date(2026, 12, 31), "made_at": AT, "made_by": "Ruth Kettler"}
    chapter = {"place": "lage", "heading": "Die Lage", "paragraphs": ["Kinderarmut ist gestiegen."]}
    draft = Report.objects.create(title="Entwurf 2027", **given)
    report = Report.objects.create(
        title="Sozialbericht 2026",
        state=State.RELEASED,
        released_at=AT,
        pdf=b"%PDF-1.7",
        annex=b"PK",
        content={"chapters": [chapter]},
        **given,
    )

    town = client.get(TOWN).content.decode()
    assert "Sozialbericht 2026" in town
    assert "Entwurf 2027" not in town
    assert "Kinderarmut ist gestiegen." in client.get(f"/en/stadt/{portal.key}/bericht/{report.pk}/").content.decode()
    assert client.get(f"{TOWN}bericht/{report.pk}/bericht.pdf").content == b"%PDF-1.7"
    assert client.get(f"{TOWN}bericht/{report.pk}/daten.zip").content == b"PK"
    assert {client.get(f"{TOWN}bericht/{draft.pk}/{part}").status_code for part in ("", "bericht.pdf", "daten.zip")} == {404}


def test_a_chart_may_stand_in_any_frame_and_no_other_page_may(portal: Authority, client: Client) -> None:
    chart, page = client.get("/daten/05999027/einbetten/child_poverty/"), client.get(f"{TOWN}zahl/child_poverty/")

    assert "frame-ancestors *" in chart["Content-Security-Policy"]
    assert "X-Frame-Options" not in chart
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"
    assert "<details" in chart.content.decode()
    assert "<nav" not in chart.content.decode()


@pytest.mark.parametrize(("language", "lang"), [("de-einfach", "de"), ("en", "en"), ("nl", "nl")])
def test_a_chart_speaks_the_language_of_the_page_in_which_it_stands(portal: Authority, client: Client, language: str, lang: str) -> None:
    code = client.get(f"/{language}/stadt/{portal.key}/einbetten/child_poverty/").content.decode()
    parts = [client.get(f"/daten/{portal.key}/einbetten/child_poverty/{one}?lang={language}") for one in ("", "karte.svg", "balken.svg")]
    chart, hidden = parts[0].content.decode(), sentences(language)("public_figures", "hidden")

    assert f"/einbetten/child_poverty/?lang={language}" in code
    assert f'<html lang="{lang}">' in chart
    assert f'href="/{language}/stadt/{portal.key}/zahl/child_poverty/"' in chart
    assert all(hidden in part.content.decode() for part in parts)


def test_a_chart_without_a_language_is_german_whoever_looks(portal: Authority, client: Client) -> None:
    answer = client.get(f"/daten/{portal.key}/einbetten/child_poverty/?lang=xx", headers={"accept-language": "en"})

    assert '<html lang="de">' in answer.content.decode()
