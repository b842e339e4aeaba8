"""From the figures to a released report: one click, own words, a release that never changes, the next edition."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pikepdf
import pytest
from django.test import Client
from rdflib import DCAT, DCTERMS, Graph

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.catalogue import columns, edition
from lebenslage.quarters.models import Released
from lebenslage.quarters.recording import Import, NewColumn, keep_figures
from lebenslage.quarters.reports.going_out import go_out
from lebenslage.quarters.reports.models import Report, State
from lebenslage.quarters.reports.queries import released_report, released_reports
from tests.queries_counted import asking

DOOR = "/planung/bericht/"
ENTWURF = "nicht zur Weitergabe"


@pytest.fixture
def planner(ahornstedt: Authority, enter_at: Callable[..., Client]) -> Client:
    """At her desk in Ahornstedt."""
    return enter_at(ahornstedt)


def made(planner: Client) -> Report:
    """A draft, with the one click."""
    planner.post(f"{DOOR}neu/", {"title": ""})
    return Report.objects.latest("pk")


def let_go(planner: Client, report: Report) -> Report:
    """Released, as the worker does it."""
    planner.post(f"{DOOR}{report.pk}/veroeffentlichen/")
    go_out(report.pk, by=SYSTEM)
    report.refresh_from_db()
    return report


def test_one_click_makes_a_report_of_all_there_is(planner: Client) -> None:
    report = made(planner)
    page = planner.get(f"{DOOR}{report.pk}/").content.decode()

    assert report.title == "Sozialbericht 2026"
    for words in (
        "Das Wichtigste in einfachen Worten",
        "Was auffällt",
        "Entwicklung",
        "Hafenrand",
        "So wurde gerechnet",
        "Was nicht gezeigt wird",
    ):
        assert words in page


def test_own_words_stand_in_their_place_and_can_hold_no_markup(planner: Client) -> None:
    report = made(planner)
    planner.post(f"{DOOR}{report.pk}/text/striking/", {"text": "Ein <b>Satz</b>.\n\n- erstens\n- zweitens"})
    page = planner.get(f"{DOOR}{report.pk}/").content.decode()

    assert "Ein &lt;b&gt;Satz&lt;/b&gt;." in page
    assert "<li>erstens</li><li>zweitens</li>" in page
    assert planner.post(f"{DOOR}{report.pk}/text/nirgends/", {"text": "x"}).status_code == 404


def test_what_goes_out_holds_released_figures_alone(planner: Client, ahornstedt: Authority) -> None:
    report = let_go(planner, made(planner))
    kept = released_report(ahornstedt, report.pk)
    exact = {one.indicator.key: one for one in columns(ahornstedt, report.edition, on=[date(2026, 12, 31)])}
    shown = Released.objects.get(indicator__key="child_poverty", on=date(2026, 12, 31))
    place = shown.qualities.index("s")

    assert kept is not None
    assert shown.numbers[place] is None
    assert exact["child_poverty"].numbers[place] is not None
    assert ENTWURF not in str(kept.content)
    assert shown_as(kept.content, "Kinderarmut 2026") == ["×" if mark == "s" else "" for mark in shown.qualities]
    profile = next(one for one in kept.content["chapters"] if one["place"] == "profiles")["chapters"][place]
    assert next(row for row in profile["tables"][0]["rows"] if row[0] == "Kinderarmut")[1:3] == ["×", ""]


def test_a_released_report_never_changes(planner: Client, ahornstedt: Authority) -> None:
    report = let_go(planner, made(planner))
    before = bytes(report.pdf)
    later(ahornstedt)

    assert planner.get(f"{DOOR}{report.pk}/bericht.pdf").content == before
    assert planner.post(f"{DOOR}{report.pk}/text/striking/", {"text": "anders"}).status_code == 404
    assert planner.post(f"{DOOR}{report.pk}/titel/", {"title": "anders"}).status_code == 404
    assert planner.post(f"{DOOR}{report.pk}/verwerfen/").status_code == 404
    assert bytes(let_go(planner, report).pdf) == before


def test_its_data_lie_beside_it(planner: Client) -> None:
    report = let_go(planner, made(planner))
    with zipfile.ZipFile(io.BytesIO(planner.get(f"{DOOR}{report.pk}/daten.zip").content)) as annex:
        names, lines, note = annex.namelist(), annex.read("werte.csv").decode().splitlines(), annex.read("LIESMICH.txt").decode()
        catalogue = Graph().parse(data=annex.read("dcat.ttl"), format="turtle", publicID="https://ahornstedt.example.org/bericht/")

    assert {"werte.csv", "werte.csv-metadata.json", "gebiete.gpkg", "bericht.pdf", "dcat.ttl", "LIESMICH.txt"} == set(names)
    assert len(lines) == 1 + 27 * Released.objects.count()
    assert all(line.split(",")[5] == "" for line in lines if line.endswith(",geheim"))
    assert [name for name in names if name != "LIESMICH.txt" and f"„{name}“" not in note] == []
    files = {str(one).removeprefix("https://ahornstedt.example.org/bericht/") for one in catalogue.objects(None, DCAT.downloadURL)}
    assert files == {"werte.csv", "gebiete.gpkg", "bericht.pdf"}
    assert {str(one) for one in catalogue.objects(None, DCTERMS.license)} == {"http://dcat-ap.de/def/licenses/dl-by-de/2.0"}


def test_its_data_are_described_for_data_portals(planner: Client, client: Client, ahornstedt: Authority) -> None:
    report = let_go(planner, made(planner))
    described = f"/daten/{ahornstedt.key}/dcat.ttl"

    for page in (planner.get(f"{DOOR}{report.pk}/"), client.get(f"/de/stadt/{ahornstedt.key}/bericht/{report.pk}/")):
        assert f'href="{described}"' in page.content.decode()
    assert "Kinderarmut: Stadt Ahornstedt" in client.get(described).content.decode()


def test_the_next_edition_keeps_the_words_and_says_what_is_new(planner: Client, ahornstedt: Authority) -> None:
    first = made(planner)
    planner.post(f"{DOOR}{first.pk}/text/outlook/", {"text": "Wir bauen einen Treff."})
    let_go(planner, first)
    later(ahornstedt)

    second = made(planner)
    page = planner.get(f"{DOOR}{second.pk}/").content.decode()

    assert "Wir bauen einen Treff." in page
    assert "Übernommen, aus dem vorigen Bericht oder aus einer anderen Stadt. Bitte prüfen." in page
    assert "31.12.2028" in page


def test_colleagues_remark_on_a_draft(planner: Client) -> None:
    page = f"{DOOR}{made(planner).pk}/"
    planner.post("/planung/austausch/anmerkungen/", {"about": f"bericht:{page.split('/')[-2]}", "text": "Kapitel 2 kürzen.", "back": page})

    assert "Kapitel 2 kürzen." in planner.get(page).content.decode()


def test_a_draft_can_be_thrown_away(planner: Client) -> None:
    planner.post(f"{DOOR}{made(planner).pk}/verwerfen/")
    assert not Report.objects.exists()


def test_what_hinders_is_said_at_the_draft(planner: Client, ahornstedt: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    areas = edition(ahornstedt)
    assert areas is not None
    for one in columns(ahornstedt, areas):
        one.indicator.kind = "share"
        one.indicator.save()
    keep_figures(
        ahornstedt,
        areas,
        [without_base(one) for one in columns(ahornstedt, areas)],
        Import("x.csv", "x", datetime(2027, 1, 1, tzinfo=UTC)),
        by=SYSTEM,
    )

    report = let_go(planner, made(planner))

    assert report.state == State.DRAFT
    assert "hat keine Nenner" in report.failed
    assert not Released.objects.exists()


def test_a_town_without_figures_is_told_the_next_step(planner: Client, ahornstedt: Authority) -> None:
    for batch in ahornstedt.batches.all():
        batch.delete()
    answer = planner.post(f"{DOOR}neu/")

    assert answer.status_code == 422
    assert "fehlen noch Zahlen" in answer.content.decode()


def test_readers_read_and_do_not_release(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    report = made(enter_at(ahornstedt))
    reader = enter_at(ahornstedt, "reader")

    assert reader.get(f"{DOOR}{report.pk}/").status_code == 200
    assert reader.post(f"{DOOR}{report.pk}/veroeffentlichen/").status_code == 403
    assert released_reports(ahornstedt) == []
    other = enter_at(Authority.objects.create(key="05999028", name="Stadt Birkenau", office="Planung"))
    assert other.get(f"{DOOR}{report.pk}/").status_code == 404


def test_a_draft_asks_the_database_little(planner: Client) -> None:
    report = made(planner)
    with asking() as asked:
        planner.get(f"{DOOR}{report.pk}/")
    assert asked.count <= 20


def test_the_paper_has_headings_tables_and_words_for_its_maps(planner: Client) -> None:
    report = let_go(planner, made(planner))
    with pikepdf.open(io.BytesIO(report.pdf)) as document:
        assert str(document.docinfo["/Title"]) == report.title
        assert len(document.pages) > 27
        assert document.Root.Outlines.Count


def shown_as(content: dict[str, Any], heading: str) -> list[str]:
    """Of each quarter the sign that stands for its figure; nothing where a figure stands there."""
    tables = [table for chapter in content["chapters"] for table in chapter["tables"] if heading in table["head"]]
    column = tables[0]["head"].index(heading)
    return [row[column] if row[column] in "×–" else "" for row in tables[0]["rows"][:-1]]


def without_base(one: object) -> NewColumn:
    """The same figures, and nobody says of how many."""
    return NewColumn(one.indicator, one.on, one.numbers, one.marks)  # type: ignore[attr-defined]


def later(authority: Authority) -> None:
    """Figures of two years on come in."""
    areas = edition(authority)
    assert areas is not None
    newest = [replace(one, on=date(2028, 12, 31)) for one in columns(authority, areas, on=[date(2026, 12, 31)])]
    kept = [NewColumn(one.indicator, one.on, one.numbers, one.marks, one.bases) for one in newest]
    keep_figures(authority, areas, kept, Import("figures_2028.csv", "erfunden", datetime(2029, 1, 9, tzinfo=UTC)), by=SYSTEM)
