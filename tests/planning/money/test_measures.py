"""Measures as planners and departments keep them: made, found, changed, taken away and brought back; money in and out as a file."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lebenslage.authorities.models import Authority, Role
from lebenslage.quarters.measures.models import Measure, Money
from tests.planning.money.test_answer import see

type EnterAt = Callable[..., Client]
NEW = "/planung/geld/massnahmen/neu/"
TABLE = "key\teuro\n01\t1 675\n02\t12,50\n03\t\n"
READ_IN = "/planung/geld/massnahmen/einlesen/"


def make(client: Client, **given: object) -> Measure:
    answer = client.post(NEW, {"title": "Stadtteilmütter", "status": "running", **given})
    assert answer.status_code == 302
    return Measure.objects.get(title=given.get("title", "Stadtteilmütter"))


def address(measure: Measure) -> str:
    return f"/planung/geld/massnahmen/{measure.pk}/"


def test_a_title_is_enough(ahornstedt: Authority, enter_at: EnterAt) -> None:
    measure = make(enter_at(ahornstedt, Role.DEPARTMENT))

    assert measure.townwide
    assert measure.authority == ahornstedt


def test_who_stops_a_measure_says_why(ahornstedt: Authority, enter_at: EnterAt) -> None:
    answer = enter_at(ahornstedt).post(NEW, {"title": "Lernhaus", "status": "stopped"})

    assert answer.status_code == 422
    assert "Bitte sagen Sie, warum" in answer.content.decode()


def test_the_history_says_who_changed_what(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)
    measure = make(client, areas=["10"])
    client.post(f"{address(measure)}bearbeiten/", {"title": "Stadtteilmütter", "status": "done", "areas": ["10", "24"]})

    page = see(client, address(measure))

    assert "Geändert: Quartiere, Stand" in page.text
    assert "Tomke Plan" in page.text


def test_a_removed_measure_counts_nowhere_and_comes_back(youth_work: Measure, enter_at: EnterAt) -> None:
    client = enter_at(youth_work.authority)
    assert "verschwinden aus Listen" in see(client, f"{address(youth_work)}entfernen/").text
    client.post(f"{address(youth_work)}entfernen/")
    assert "Noch ist kein Geld erfasst" in see(client, "/planung/geld/").text

    client.post(f"{address(youth_work)}zurueckholen/")

    assert "Offene Jugendarbeit" in see(client, "/planung/geld/massnahmen/").text


@pytest.mark.parametrize(
    ("asked", "found"),
    [("gebiet=10", True), ("gebiet=11", False), ("suche=mütter", True), ("stand=done", False), ("quelle=eu", True), ("quelle=bund", False)],
)
def test_measures_are_found_by_what_is_asked(ahornstedt: Authority, enter_at: EnterAt, asked: str, found: bool) -> None:
    client = enter_at(ahornstedt)
    measure = make(client, areas=["10"], department="Jugendamt")
    client.post(f"{address(measure)}geld/", {"year": "2026", "source": "eu", "planned": "1.200,50"})

    assert ("Stadtteilmütter" in see(client, f"/planung/geld/massnahmen/?{asked}").text) is found
    assert Money.objects.get().planned == 120_050


def test_money_is_read_from_a_file(ahornstedt: Authority, enter_at: EnterAt) -> None:
    file = SimpleUploadedFile("geld.csv", TABLE.encode(), "text/csv")
    answer = enter_at(ahornstedt).post(READ_IN, {"file": file, "title": "Lernhaus", "year": "2026", "source": "town", "which": "spent"})

    assert answer.status_code == 302
    assert {one.area: one.spent for one in Money.objects.filter(measure__title="Lernhaus")} == {"01": 167_500, "02": 1250}


def test_money_read_in_comes_out_the_same(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)
    given = {
        "title": "Jugendarbeit",
        "year": "2026",
        "source": "town",
        "which": "spent",
        "pasted": "key\teuro\n01\t1 675\n02\t12,50\n03\t\n",
    }
    assert client.post(READ_IN, given).status_code == 302

    rows = list(csv.DictReader(StringIO(client.get("/planung/geld/massnahmen/geld.csv").content.decode("utf-8-sig")), delimiter=";"))

    assert [(row["key"], row["ausgegeben_euro"], row["geplant_euro"]) for row in rows] == [("01", "1675", ""), ("02", "12,50", "")]


@pytest.mark.parametrize(("line", "said"), [("01;viel", "Zeile 2"), ("99;100", "gibt es in der Einteilung"), ("", "fehlt eine Spalte")])
def test_a_wrong_file_is_explained_and_nothing_is_kept(ahornstedt: Authority, enter_at: EnterAt, line: str, said: str) -> None:
    given = {
        "title": "Jugendarbeit",
        "year": "2026",
        "source": "town",
        "which": "spent",
        "pasted": f"key;euro\n{line}" if line else "a;b\n1;2",
    }

    answer = enter_at(ahornstedt).post(READ_IN, given)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Measure.objects.exists()


def test_a_formula_in_a_title_stays_a_text_in_a_spreadsheet(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)
    measure = make(client, title="=SUM(A1)")
    client.post(f"{address(measure)}geld/", {"year": "2026", "source": "town", "planned": "5"})

    assert "'=SUM(A1)" in client.get("/planung/geld/massnahmen/geld.csv").content.decode()
