"""A social report on paper: contents, headings, words for its maps, the same data inside, a draft that says so on every page."""

from typing import Any

import pikepdf
import pytest

from lebenslage.papers.report import as_pages, report_pdf, typed, writable
from tests.papers.reading import attached, opened, squeezed, structure, text_of
from tests.papers.reports import report
from tests.papers.writing import MADE

pytestmark = pytest.mark.slow  # PDFs are pressed


def test_chapters_are_headings_and_bookmarks() -> None:
    pdf = report_pdf(report(), at=MADE)
    with opened(pdf) as document, document.open_outline() as outline:
        titles = [entry.title for top in outline.root for entry in (top, *top.children)]
    assert [kind for kind in structure(pdf) if kind[0] == "H"] == ["H1", "H2", "H2", "H2", "H2", "H3", "H3"]
    assert "Die Quartiere" in titles


def test_what_a_person_wrote_is_paragraphs_and_lists() -> None:
    pieces = typed("Eins\nzwei.\n\n- drei\n- vier")
    assert pieces == [{"list": False, "lines": ["Eins zwei."]}, {"list": True, "lines": ["drei", "vier"]}]


def test_a_draft_says_so_on_its_pages() -> None:
    assert squeezed("Entwurf") in squeezed(text_of(report_pdf(report(draft=True), at=MADE)))
    assert squeezed("Entwurf") not in squeezed(text_of(report_pdf(report(), at=MADE)))


def test_its_tables_are_inside_as_data() -> None:
    data = attached(report_pdf(report(), at=MADE))["bericht.json"]
    assert data["chapters"][1]["tables"][0]["rows"][0] == ["Altstadt", "12,5 %", "×"]
    assert "drawings" not in data["chapters"][1]


def test_every_map_is_a_figure_with_words() -> None:
    with opened(report_pdf(report(), at=MADE)) as document:
        said = {str(one.Alt) for one in figures(document.Root.StructTreeRoot)}
    assert {"Karte: Kinderarmut, am höchsten Nordhang", "Lage von Altstadt"} <= said


def test_a_page_has_the_same_chapters_without_the_small_maps() -> None:
    shown = as_pages(report())["chapters"]
    assert [one["place"] for one in shown] == ["summary", "topic", "profiles"]
    assert [drawing["shape"] for drawing in shown[2]["chapters"][0]["drawings"]] == ["strips"]
    assert writable(report()) == {}


def figures(node: Any) -> list[Any]:
    """Every figure below a node of the structure."""
    inner = node.get("/K", [])
    nodes = list(inner) if isinstance(inner, pikepdf.Array) else [inner]
    below = [one for one in nodes if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    return [one for child in below for one in ([child] if str(child.S) == "/Figure" else figures(child))]
