"""A planner brings files in: two steps a file, and nobody else may."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority, Role
from lebenslage.feeds.models import Waiting
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Batch

pytestmark = pytest.mark.django_db
UPLOAD = "/planung/daten/hereinholen/"
TAKE = {"aktion": "uebernehmen"}


@pytest.fixture
def empty() -> Authority:
    """A town of which nothing is known."""
    return Authority.objects.create(key="05999027", name="Stadt Ahornstedt", office="Stabsstelle Sozialplanung", town="Ahornstedt")


@pytest.fixture
def planner(empty: Authority, enter_at: Callable[..., Client]) -> Client:
    """A planner who has signed in there."""
    return enter_at(empty)


def brought(client: Client, content: bytes, name: str) -> str:
    """The address of the page on which a file is looked at."""
    answer = client.post(UPLOAD, {"datei": SimpleUploadedFile(name, content)})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_two_steps_a_file_make_a_town(empty: Authority, planner: Client, town_files: Path) -> None:
    for name in ("quarters.gpkg", "figures_2024.csv", "figures_2026.csv", "cells.csv", "heat.tif"):
        page = brought(planner, (town_files / name).read_bytes(), name)
        assert planner.get(page).status_code == 200
        assert "/stand/" in planner.post(page, TAKE)["Location"]

    assert len(catalogue.days(empty, "child_poverty")) == 2
    assert Batch.objects.filter(authority=empty).count() == 5
    assert planner.get("/planung/daten/").status_code == 200


def test_what_excel_did_to_keys_and_numbers_is_repaired_and_told(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    rows = ["Stadtteil-Nr.;Einwohner;SGB II in %", "1;1.178;12,5", "2;956;–", " 03 ;891;x", "99;5;3,0", "Gesamt;3.300;9,1"]
    client = enter_at(ahornstedt)

    page = client.get(brought(client, "\n".join(rows).encode("cp1252"), "Einwohner 2025.csv")).content.decode()

    assert "3 von 27 Quartieren, für den 31.12.2025" in page
    assert "Null am Anfang ergänzt" in page
    assert "Eine Zeile passt zu keinem Quartier und bleibt weg: Zeile 5 („99“)" in page
    assert "In der Zeile der Stadt steht 3.300" in page


def test_a_repair_that_is_switched_off_is_not_done(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    rows = ["Quartier;Bevölkerung", *[f"{number};100" for number in range(1, 28)]]
    client = enter_at(ahornstedt)
    page = brought(client, "\n".join(rows).encode(), "zahlen_2025.csv")

    again = client.post(page, {"aktion": "pruefen", "gezeigt": "zero", "tag": "2025-12-31"}).content.decode()

    assert "9 Zeilen passen zu keinem Quartier" in again


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("01;120,5", "ist größer als 100 Prozent: Zeile 2"),
        ("01;-4", "ist kleiner als null: Zeile 2"),
        ("01;3,5\n01;4,5", "steht für dasselbe Quartier zweimal da: Zeile 2 und 3"),
    ],
)
def test_what_cannot_be_is_not_taken(ahornstedt: Authority, enter_at: Callable[..., Client], row: str, sentence: str) -> None:
    client = enter_at(ahornstedt)
    page = brought(client, f"key;Kinderarmut in %\n{row}\n02;5,5".encode(), "armut_2025.csv")

    answer = client.post(page, TAKE)

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert not Batch.objects.filter(title="armut_2025.csv").exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.csv", b"%PDF-1.7 ...", "ist ein PDF oder ein Bild"),
        ("alt.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1", "altes Excel-Format"),
        ("quartiere.gpkg", b"MZ\x00\x01", "kennen wir nicht"),
        ("leer.csv", b"  \n", "ist leer"),
        ("andere.csv", b"Land;Zahl\nBayern;4\nHessen;5", "keine Spalte mit Ihren Quartieren"),
    ],
)
def test_another_file_is_refused_with_what_to_do(
    ahornstedt: Authority, enter_at: Callable[..., Client], name: str, content: bytes, sentence: str
) -> None:
    answer = enter_at(ahornstedt).post(UPLOAD, {"datei": SimpleUploadedFile(name, content)})

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    with acting(authority=ahornstedt.pk):
        assert not Waiting.objects.exists()


def test_a_second_file_of_the_same_form_needs_no_question(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client = enter_at(ahornstedt)
    first = brought(client, b"key;Frittenbuden\n01;4\n02;5", "buden_2023.csv")
    client.post(first, {**TAKE, "art-1": "mean", "quelle": "Ordnungsamt", "tag": "2023-12-31"})

    second = client.get(brought(client, b"key;Frittenbuden\n01;6\n02;7", "buden_2024.csv")).content.decode()

    assert "Diese Datei sieht aus wie „buden_2023.csv“" in second
    assert 'value="Ordnungsamt"' in second
    assert 'value="2024-12-31"' in second


def test_a_version_is_taken_back_and_brought_back_with_its_story(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client = enter_at(ahornstedt)
    client.post(brought(client, b"key;Bevoelkerung\n01;9000\n02;9000", "mehr_2026.csv"), TAKE)
    batch = Batch.objects.get(authority=ahornstedt, title="mehr_2026.csv")
    edition = catalogue.edition(ahornstedt)
    assert edition is not None
    day = catalogue.days(ahornstedt, "population")[0]

    def counted() -> float | None:
        column = catalogue.column(ahornstedt, "population", edition, day)
        return column.of("01")[0] if column else None

    assert counted() == 9000
    client.post(f"/planung/daten/stand/{batch.pk}/zuruecknehmen/")
    assert counted() == 1178
    client.post(f"/planung/daten/stand/{batch.pk}/wiederherstellen/")
    assert counted() == 9000
    story = client.get(f"/planung/daten/stand/{batch.pk}/").content.decode()
    assert [story.count(word) for word in ("hereingeholt, Tomke Plan", "zurückgenommen, Tomke Plan")] == [1, 1]


@pytest.mark.parametrize("role", [Role.DEPARTMENT, Role.READER])
def test_only_a_planner_brings_files(ahornstedt: Authority, enter_at: Callable[..., Client], role: str) -> None:
    client, batch = enter_at(ahornstedt, role), Batch.objects.filter(authority=ahornstedt)[0]

    assert client.get(UPLOAD).status_code == 403
    assert client.post(UPLOAD, {"datei": SimpleUploadedFile("a.csv", b"key;a\n01;2")}).status_code == 403
    assert client.post(f"/planung/daten/stand/{batch.pk}/zuruecknehmen/").status_code == 403
    assert client.post("/planung/daten/katalog/population/", {"name": "x"}).status_code == 403
    assert client.get("/planung/daten/").status_code == 200


def test_another_town_finds_nothing(ahornstedt: Authority, town: Authority, enter_at: Callable[..., Client]) -> None:
    own = enter_at(ahornstedt)
    page = brought(own, b"key;Bevoelkerung\n01;9000\n02;9000", "mehr_2026.csv")
    batch, edition = Batch.objects.filter(authority=ahornstedt)[0], catalogue.edition(ahornstedt)
    assert edition is not None
    foreign = enter_at(town)

    assert foreign.get(page).status_code == 404
    assert foreign.post(page, TAKE).status_code == 404
    assert foreign.post(f"{page}verwerfen/").status_code == 404
    for address in (f"stand/{batch.pk}/", f"stand/{batch.pk}/zahlen.csv", f"umrisse/{edition.pk}/", "katalog/population/"):
        assert foreign.get(f"/planung/daten/{address}").status_code == 404
    assert foreign.post(f"/planung/daten/stand/{batch.pk}/zuruecknehmen/").status_code == 404
    assert own.get(page).status_code == 200


def test_figures_leave_without_formulas(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client = enter_at(ahornstedt)
    edition = catalogue.edition(ahornstedt)
    assert edition is not None
    edition.names[0] = "=HYPERLINK(1)"
    edition.save()

    text = client.get("/planung/daten/katalog/population/zahlen.csv").content.decode("utf-8-sig")

    assert "01;'=HYPERLINK(1);population;2024-12-31;1178;;" in text


def test_a_town_with_outlines_learns_what_to_ask_for(empty: Authority, planner: Client, town_files: Path) -> None:
    planner.post(brought(planner, (town_files / "quarters.gpkg").read_bytes(), "quarters.gpkg"), TAKE)

    assert "Einwohnermeldeamt" in planner.get("/planung/daten/anfang/").content.decode()
    table = planner.get("/planung/daten/anfang/vorlage.csv").content.decode("utf-8-sig").splitlines()

    assert table[0].startswith("schluessel;name;Bevölkerung;Menschen unter 65")
    assert (table[10].split(";")[:2], len(table)) == (["10", "Hafenrand"], 28)


def test_the_template_comes_back_filled_with_counts_and_becomes_shares(empty: Authority, planner: Client, town_files: Path) -> None:
    planner.post(brought(planner, (town_files / "quarters.gpkg").read_bytes(), "quarters.gpkg"), TAKE)
    head, *rows = planner.get("/planung/daten/anfang/vorlage.csv").content.decode("utf-8-sig").splitlines()
    width = len(head.split(";"))
    filled = [
        head,
        *[
            ";".join([*row.split(";")[:2], *["200" if "(Anzahl)" not in name else "20" for name in head.split(";")[2:width]]])
            for row in rows
        ],
    ]

    planner.post(brought(planner, "\n".join(filled).encode(), "vorlage-quartiere 2025.csv"), TAKE)

    edition = catalogue.edition(empty)
    assert edition is not None
    shares = {one.indicator.key: one.numbers[0] for one in catalogue.columns(empty, edition)}
    assert (shares["child_poverty"], shares["population"], shares["lone_parents"]) == (10, 200, 10)


def test_parks_are_no_quarters_and_wrong_areas_go_away_again(empty: Authority, planner: Client, town_files: Path) -> None:
    planner.post(brought(planner, (town_files / "parks.gpkg").read_bytes(), "parks.gpkg"), TAKE)
    batch = Batch.objects.get(authority=empty)
    planner.post(f"/planung/daten/stand/{batch.pk}/gebiete-entfernen/")
    assert catalogue.edition(empty) is None

    planner.post(brought(planner, (town_files / "quarters.gpkg").read_bytes(), "quarters.gpkg"), TAKE)
    refused = planner.post(brought(planner, (town_files / "parks.gpkg").read_bytes(), "parks.gpkg"), TAKE)

    assert (refused.status_code, "Sind es wirklich Quartiere?" in refused.content.decode()) == (422, True)
    planner.post(brought(planner, (town_files / "figures_2024.csv").read_bytes(), "figures_2024.csv"), TAKE)
    outlines = Batch.objects.get(authority=empty, title="quarters.gpkg")
    kept = planner.post(f"/planung/daten/stand/{outlines.pk}/gebiete-entfernen/")
    assert (kept.status_code, catalogue.edition(empty) is not None) == (422, True)


def test_single_places_are_sent_to_the_room_that_takes_them(
    ahornstedt: Authority, enter_at: Callable[..., Client], town_files: Path
) -> None:
    answer = enter_at(ahornstedt).post(UPLOAD, {"datei": SimpleUploadedFile("fountains.csv", (town_files / "fountains.csv").read_bytes())})

    assert (answer.status_code, "stehen einzelne Orte" in answer.content.decode()) == (422, True)
