"""The list of places: brought in, looked at, kept, corrected, removed and brought back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.quarters.places.models import Place, PlaceFile

LIST = "/planung/standorte/orte/"
BY_HAND = {"name": "Bürgerhaus", "kind": "community", "standing": "steht", "x": "351000,5", "y": "5651000", "barrier_free": "yes"}
KNOWN = {"source": "Sozialamt", "on": "2026-11-01"}


@pytest.fixture
def planner(ahornstedt: Authority, enter_at: Callable[..., Client]) -> Client:
    """A planner of Ahornstedt, before any list came in."""
    return enter_at(ahornstedt)


def test_a_list_is_looked_at_before_it_is_kept(planner: Client, town_files: Path) -> None:
    text = (town_files / "candidates.csv").read_text() + "kaputt;school;hier;dort;1\n"
    address = planner.post(f"{LIST}datei/", {"inhalt": text}).headers["Location"]
    seen = planner.get(address).content.decode()
    assert "Wir können 40 Orte übernehmen" in seen
    assert "Zeile 42: Die Lage fehlt" in seen
    assert not Place.objects.exists()

    columns = {f"spalte_{column}": header for column, header in PlaceFile.objects.get().how["columns"].items()}
    kept = planner.post(address, {**KNOWN, **columns, "standing": "kandidat", "suits": "fountain", "schritt": "behalten"})
    assert kept.headers["Location"] == LIST
    assert Place.objects.filter(candidate=True, suits="fountain", source="Sozialamt").count() == 40
    assert planner.get(address).status_code == 404


def test_a_file_is_taken_as_what_was_pasted_is(planner: Client, town_files: Path) -> None:
    with (town_files / "fountains.csv").open("rb") as file:
        address = planner.post(f"{LIST}datei/", {"datei": file}).headers["Location"]

    assert "Wir können 7 Orte übernehmen" in planner.get(address).content.decode()
    assert PlaceFile.objects.get().how["kind"] == "fountain"


def test_a_list_without_a_source_is_not_kept(planner: Client, town_files: Path) -> None:
    address = planner.post(f"{LIST}datei/", {"inhalt": (town_files / "fountains.csv").read_text()}).headers["Location"]
    answer = planner.post(
        address, {"on": "2026-11-01", "standing": "steht", "spalte_name": "id", "spalte_x": "x", "spalte_y": "y", "schritt": "behalten"}
    )

    assert answer.status_code == 422
    assert 'href="#source"' in answer.content.decode()
    assert not Place.objects.exists()


def test_a_place_is_entered_corrected_removed_and_brought_back(planner: Client) -> None:
    planner.post(f"{LIST}neu/", BY_HAND | KNOWN)
    place = Place.objects.get()
    assert (place.x, place.kind, place.price) == (351000.5, "community", None)

    planner.post(f"{LIST}{place.pk}/", {**BY_HAND, **KNOWN, "price": "12.500 €", "standing": "kandidat"})
    page = planner.get(LIST).content.decode()
    assert "12.500 €" in page
    assert "möglicher Ort" in page

    gone = planner.post(f"{LIST}entfernen/", {"ort": [place.pk]}, follow=True).content.decode()
    assert "Ein Ort ist entfernt." in gone
    planner.post(f"{LIST}zurueck/", {"ort": [place.pk]})
    assert "Bürgerhaus" in planner.get(f"{LIST}?suche=bürger&art=community").content.decode()


def test_what_was_typed_wrong_is_said_at_its_field(planner: Client) -> None:
    answer = planner.post(f"{LIST}neu/", {**BY_HAND, **KNOWN, "x": "drüben", "price": "-3"})

    assert answer.status_code == 422
    assert 'href="#x"' in answer.content.decode()
    assert 'href="#price"' in answer.content.decode()


def test_the_file_of_a_list_can_be_read_again(planner: Client) -> None:
    planner.post(f"{LIST}neu/", {**BY_HAND, **KNOWN, "name": "=Haus", "price": "900"})
    text = planner.get(f"{LIST}orte.csv").content.decode("utf-8-sig")
    assert "'=Haus;Nachbarschaftshaus;steht schon" in text

    address = planner.post(f"{LIST}datei/", {"inhalt": text.replace("'=Haus", "Haus")}).headers["Location"]
    assert "Wir können 1 Orte übernehmen" in planner.get(address).content.decode()


def test_another_town_sees_none_of_it(planner: Client, enter: Callable[..., Client]) -> None:
    planner.post(f"{LIST}neu/", BY_HAND | KNOWN)
    stranger = enter()

    assert "Bürgerhaus" not in stranger.get(LIST).content.decode()
    assert stranger.get(f"{LIST}{Place.objects.get().pk}/").status_code == 404
    stranger.post(f"{LIST}entfernen/", {"ort": [Place.objects.get().pk]})
    assert Place.objects.get().removed_at is None
