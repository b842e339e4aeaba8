"""The workbench: the same figures as map, table, chart and sentences, and everything about the page in its address."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority, Role
from lebenslage.quarters.models import Figures
from tests.portal.conftest import Seen
from tests.queries_counted import asking

type EnterAt = Callable[..., Client]
QUERIES = 7
CHILDREN = "/planung/karte/?merkmal=child_poverty"


def see(client: Client, address: str = CHILDREN) -> Seen:
    """Open a page as somebody reads it."""
    answer = client.get(address)
    assert answer.status_code == 200
    return Seen(answer.status_code, answer.content.decode())


def names(seen: Seen) -> list[str]:
    """The areas in the order of the table."""
    return re.findall(r'<th scope="row".*?>([^<]+)</a>', seen.markup)


def test_map_table_and_chart_show_every_area_once(ahornstedt: Authority, enter_at: EnterAt) -> None:
    seen = see(enter_at(ahornstedt, Role.READER))

    assert len(names(seen)) == 27
    assert sorted(re.findall(r'data-area="(\d+)"', seen.markup)) == sorted(str(place) for place in range(27) for _ in range(3))
    assert "Am meisten: Bachgrund (45,0 %). Am wenigsten:" in seen.text


def test_an_area_that_is_chosen_is_chosen_in_all_three(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)
    key = Figures.objects.first().edition.keys[0]  # type: ignore[union-attr]

    seen = see(client, f"{CHILDREN}&gebiet={key}")

    assert len(re.findall(r'data-area="0"[^>]*aria-current="true"', seen.markup)) == 3
    assert "Gewähltes Gebiet" in seen.text
    assert "<h1" not in see(client, f"{CHILDREN}&gebiet={key}&teil=gebiet").markup


def test_doubt_is_said_and_counted(ahornstedt: Authority, enter_at: EnterAt) -> None:
    seen = see(enter_at(ahornstedt))

    said = re.search(r"Bei (\d+) von 27 Gebieten ist die Klasse nicht sicher", seen.text)
    assert said
    assert seen.markup.count('<span class="no-number">(unsicher)') == int(said[1])


def test_hidden_and_missing_are_two_things_and_no_zero(ahornstedt: Authority, enter_at: EnterAt) -> None:
    figures = Figures.objects.filter(indicator__key="child_poverty").order_by("-on")[0]
    figures.numbers[0] = figures.numbers[1] = None
    figures.qualities = f"sm{figures.qualities[2:]}"
    figures.save()

    seen = see(enter_at(ahornstedt))

    assert "Unterdrückte Werte: 1." in seen.text
    assert "Werte, die nicht vorliegen: 1." in seen.text
    assert re.findall(r'no-number">([^(<]+)<', seen.markup) == ["unterdrückt", "liegt nicht vor"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("klassen=3", ["niedrig", "mittel", "hoch"]),
        ("art=grenzen&grenzen=10;20", ["niedrig", "mittel", "hoch"]),
        ("art=natuerlich&klassen=4", ["niedrig", "eher niedrig", "eher hoch", "hoch"]),
        ("klassen=99&art=x", ["sehr niedrig", "niedrig", "eher niedrig", "mittel", "eher hoch", "hoch", "sehr hoch"]),
    ],
)
def test_classes_have_words(ahornstedt: Authority, enter_at: EnterAt, address: str, words: list[str]) -> None:
    assert re.findall(r"<strong>([a-zäöü ]+)</strong>", see(enter_at(ahornstedt), f"{CHILDREN}&{address}").markup) == words


def test_the_table_goes_as_csv_and_the_map_as_svg(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)

    lines = list(
        csv.DictReader(
            io.StringIO(client.get("/planung/karte/tabelle.csv?merkmal=child_poverty").content.decode("utf-8-sig")), delimiter=";"
        )
    )
    svg = client.get("/planung/karte/karte.svg?merkmal=child_poverty").content.decode()

    assert len(lines) == 27
    assert float(lines[0]["von"].replace(",", ".")) < float(lines[0]["wert"].replace(",", ".")) < float(lines[0]["bis"].replace(",", "."))
    assert "<a " not in svg
    assert "sehr hoch (" in svg


def test_without_figures_the_page_teaches_the_next_step(town: Authority, enter_at: EnterAt) -> None:
    assert "Holen Sie Gebiete und Zahlen herein" in see(enter_at(town), "/planung/karte/").text


def test_another_towns_indicator_is_not_found(ahornstedt: Authority, town: Authority, enter_at: EnterAt) -> None:
    assert enter_at(ahornstedt).get("/planung/karte/?merkmal=unbekannt").status_code == 404


def test_the_page_asks_little(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)

    with asking() as asked:
        client.get(CHILDREN)

    assert asked.count <= QUERIES
