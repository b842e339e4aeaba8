"""Every kind of paper in every language, as printed and again once sealed: tags, language, title, fonts, tables, standards."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any, Final

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from lebenslage.law.texts import LANGUAGES
from lebenslage.papers.application import Applicant, application_pdf
from lebenslage.papers.formless import formless_pdf
from lebenslage.papers.seal import seal_of
from lebenslage.papers.sealing import sealed
from tests.papers.reading import attached, opened, squeezed, structure, text_of
from tests.papers.writing import MADE, application, every_paper, formless

pytestmark = pytest.mark.slow  # PDFs are pressed and sealed

SEAL: Final = seal_of(generate_private_key(65537, 2048))
KINDS: Final = ("receipt", "application", "formless", "result", "notice", "companion", "report", "minutes", "public-minutes")
GERMAN_ALONE: Final = {("notice", False), ("report", False), ("minutes", False), ("public-minutes", False)}
NEVER: Final = GERMAN_ALONE | {("companion", True)}
GERMAN: Final = ("application", "formless", "notice", "report", "minutes", "public-minutes")
ATTACHED: Final = {
    "receipt": "antrag.json",
    "application": "antrag.json",
    "formless": "antrag.json",
    "result": "ergebnis.json",
    "notice": "bescheid.json",
    "companion": "begleitblatt.json",
    "report": "bericht.json",
    "minutes": "niederschrift.json",
    "public-minutes": "niederschrift.json",
}


@cache
def papers(language: str) -> dict[str, bytes]:
    return every_paper(language)


@cache
def closed(language: str, kind: str) -> bytes:
    return sealed(papers(language)[kind], SEAL, at=MADE)


NAMED: Final = [(language, kind) for language in LANGUAGES for kind in KINDS if (kind, language == "de") not in NEVER]


@pytest.fixture(params=NAMED, ids="-".join)
def named(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Language and kind of a paper."""
    return request.param


@pytest.fixture(params=["printed", "sealed"])
def paper(request: pytest.FixtureRequest, named: tuple[str, str]) -> tuple[str, str, bytes]:
    """Language, kind and bytes of a paper, as the press made it and as it leaves the house."""
    language, kind = named
    return language, kind, papers(language)[kind] if request.param == "printed" else closed(language, kind)


def test_it_is_tagged_with_title_and_language(paper: tuple[str, str, bytes]) -> None:
    language, kind, pdf = paper
    with opened(pdf) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == ("de" if kind in GERMAN else language.partition("-")[0])
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert all(str(page.obj.Tabs) == "/S" for page in document.pages if "/Annots" in page.obj)


def test_it_declares_ua_1_and_a_3a(paper: tuple[str, str, bytes]) -> None:
    with opened(paper[2]) as document, document.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "A")
        assert meta["dc:title"] == title_of(document)


def test_its_syntax_is_sound_and_every_object_begins_a_line(paper: tuple[str, str, bytes]) -> None:
    with opened(paper[2]) as document:
        assert document.check_pdf_syntax() == []
    assert not re.search(rb"%%EOF\d", paper[2])


def title_of(document: pikepdf.Pdf) -> str:
    return str(document.docinfo["/Title"])


def test_headings_skip_no_level(paper: tuple[str, str, bytes]) -> None:
    levels = [int(kind[1]) for kind in structure(paper[2]) if kind in ("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert len(levels) > 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_font_is_inside_and_cut_to_what_is_used(paper: tuple[str, str, bytes]) -> None:
    with opened(paper[2]) as document:
        fonts = [font.DescendantFonts[0] for page in document.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert {"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys())
            assert str(font.BaseFont)[7] == "+"


def test_a_table_has_header_cells_and_every_row_as_many_cells(paper: tuple[str, str, bytes]) -> None:
    with opened(paper[2]) as document:
        for table in elements(document, "Table"):
            rows = [[kind_of(cell) for cell in children(row)] for row in below(table, "TR")]
            assert set(rows[0]) == {"TH"}
            assert all(len(cell.K) for cell in children(below(table, "TR")[0])), "a header without words"
            assert {len(row) for row in rows} == {len(rows[0])}


def test_every_figure_has_words_and_every_field_a_place_in_the_structure(paper: tuple[str, str, bytes]) -> None:
    with opened(paper[2]) as document:
        fields = list(document.Root.AcroForm.Fields) if "/AcroForm" in document.Root else []
        assert [element for element in elements(document, "Figure") if not str(element.get("/Alt", ""))] == []
        assert len(elements(document, "Form")) == len(fields)
        assert all(str(field.TU) for field in fields)


def test_what_the_tags_point_to_points_back(paper: tuple[str, str, bytes]) -> None:
    with opened(paper[2]) as document:
        tree = document.Root.StructTreeRoot
        numbers = [int(number) for number in list(tree.ParentTree.Nums)[::2]]
        assert numbers == list(range(int(tree.ParentTreeNextKey)))
        assert all(int(page.obj.StructParents) in numbers for page in document.pages)


def test_its_data_are_attached_as_such(paper: tuple[str, str, bytes]) -> None:
    _, kind, pdf = paper
    assert list(attached(pdf)) == [ATTACHED[kind]]
    with opened(pdf) as document:
        assert str(document.Root.AF[0].AFRelationship) == "/Data"


def test_the_seal_leaves_text_and_order_as_they_were(named: tuple[str, str]) -> None:
    language, kind = named
    assert text_of(closed(language, kind)) == text_of(papers(language)[kind])
    assert structure(closed(language, kind)) == [*structure(papers(language)[kind]), "Form"]


NAMES: Final = ("Jürgen Weiß-Äßler", "Олена Ґудзь", "Łukasz Wiśniewski", "O’Neill", "X")


@pytest.mark.parametrize("name", NAMES)
def test_names_can_be_copied_out_of_a_paper(name: str) -> None:
    for pdf in (application_pdf(application(applicant=Applicant(name, ("Weg 1",)))), formless_pdf(formless(applicant=Applicant(name)))):
        assert squeezed(name) in squeezed(text_of(sealed(pdf, SEAL, at=MADE)))


def test_an_arabic_name_keeps_every_letter() -> None:
    text = text_of(application_pdf(application(applicant=Applicant("محمد الأحمد", ("Weg 1",)))))
    assert {letter for letter in text if "\u0600" <= letter <= "\u06ff"} >= set("محمدالأحمد") - {"أ"}


def test_an_emoji_is_a_sign_on_paper_and_itself_in_the_data() -> None:
    pdf = application_pdf(application(applicant=Applicant("Anna 😀 Berg", ("Weg 1",))))
    assert "RautemitFragezeichen" in squeezed(text_of(pdf))
    assert attached(pdf)["antrag.json"]["applicant"]["name"] == "Anna 😀 Berg"


def test_a_name_of_ten_thousand_letters_loses_no_paper() -> None:
    pdf = formless_pdf(formless(applicant=Applicant("Anna " * 2000)))
    assert text_of(pdf).count("Anna") > 2000


def elements(document: pikepdf.Pdf, kind: str) -> list[Any]:
    return below(document.Root.StructTreeRoot, kind)


def below(node: Any, kind: str) -> list[Any]:
    found: list[Any] = []
    for child in children(node):
        found += [child] if kind_of(child) == kind else below(child, kind)
    return found


def children(node: Any) -> list[Any]:
    inner = node.get("/K", [])
    all_of_them = list(inner) if isinstance(inner, pikepdf.Array) else [inner]
    return [child for child in all_of_them if isinstance(child, pikepdf.Dictionary) and "/S" in child]


def kind_of(node: Any) -> str:
    return str(node.S).lstrip("/")
