"""Bringing proofs: photos from a telephone, what is refused and how, what stays, and what the office wants once more."""

import re
from collections.abc import Mapping

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions
from lebenslage.cases.models import Evidence
from lebenslage.cases.queries import open_case
from lebenslage.files.queries import content_of
from lebenslage.files.workshop import draw
from lebenslage.journal.actions import RESIDENT
from lebenslage.portal import uploads
from lebenslage.residents.actions import answer, begin_draft, remove_document
from lebenslage.residents.models import Document, Vault
from tests.cases.stories import Town
from tests.files import papers
from tests.portal.conftest import Seen
from tests.portal.test_whole_way import applied, office, town, walker
from tests.portal.walks import Walker
from tests.queries_counted import asking

__all__ = ["town", "walker"]

PROOF, IDENTITY = "antrag/nachweise/mietvertrag/haushalt/", "antrag/nachweise/ausweis/person-1/"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
MEGABYTE = 1024 * 1024
PAGE_QUESTIONS = {PROOF: 7, "antrag/nachweise/datei/{}/": 7, "antrag/nachweise/datei/{}/seite/1/": 6}


def files(*contents: tuple[str, bytes], **more: object) -> Mapping[str, object]:
    return {"datei": [SimpleUploadedFile(name, content) for name, content in contents], **more}


def documents() -> list[Document]:
    with acting(vault=Vault.objects.earliest("since").pk):
        return list(Document.objects.filter(removed=None).select_related("blob", "vault").order_by("since"))


def page_of(document: Document) -> str:
    return f"antrag/nachweise/datei/{document.pk}/"


@pytest.fixture
def applicant(walker: Walker) -> Walker:
    """Somebody who has begun an application."""
    walker.go("antrag/", {})
    return walker


def test_four_photos_are_one_file_whose_pages_are_seen(applicant: Walker) -> None:
    seen = applicant.go(PROOF, files(("1.heic", papers.heic()), ("2.jpg", papers.jpeg()), ("3.png", papers.png())))

    [document] = documents()
    assert (document.pages, "3 Seiten" in seen.text, seen.markup.count("data:image/jpeg")) == (3, True, 3)
    seen = applicant.go(page_of(document))
    assert [f"Seite {number} von 3" in seen.text for number in (1, 2, 3)] == [True] * 3
    assert applicant.go(f"{page_of(document)}seite/3/").status == 200
    assert applicant.go(f"{page_of(document)}seite/4/").status == 404


def test_a_page_that_was_taken_out_can_be_kept_after_all(applicant: Walker) -> None:
    applicant.go(PROOF, files(("1.png", papers.png()), ("2.jpg", papers.jpeg())))
    [document] = documents()

    applicant.go(f"{page_of(document)}seite/1/drehen/", {})
    seen = applicant.go(f"{page_of(document)}seite/2/entfernen/", {})
    assert "Die Seite ist entfernt." in seen.text
    undo = re.findall(r'action="(/de/antrag/nachweise/datei/[0-9a-f-]+/zurueckholen/)"', seen.markup)
    applicant.go(undo[0], {})

    assert [one.pages for one in documents()] == [1, 1]


REFUSED = [
    ("foto.jpg", papers.jpeg()[:2000], "lässt sich nicht lesen"),
    ("mietvertrag.pdf", b"MZ\x90\0" + bytes(90), "PDF, JPEG, PNG und HEIC"),
    ("mietvertrag.zip", papers.archive(20_000_000), "PDF, JPEG, PNG und HEIC"),
    ("mietvertrag.pdf", papers.pdf() + papers.archive(), "PDF, JPEG, PNG und HEIC"),
    ("mietvertrag.pdf", papers.pdf(password="geheim"), "mit einem Kennwort geschützt"),
    ("foto.png", papers.png_that_claims(60_000, 60_000), "zu viele Bildpunkte"),
    ("zeichnung.svg", SVG, "PDF, JPEG, PNG und HEIC"),
    ("mietvertrag.pdf", b"<html><script>alert(1)</script></html>", "PDF, JPEG, PNG und HEIC"),
    ("mietvertrag.pdf", b"", "ist leer"),
    ("film.pdf", b"%PDF-1.7" + bytes(16 * MEGABYTE), "bis zu 15 MB"),
]


@pytest.mark.parametrize(("name", "content", "said"), REFUSED)
def test_a_refusal_says_what_to_do_and_loses_nothing(applicant: Walker, name: str, content: bytes, said: str) -> None:
    applicant.go(PROOF, files(("vertrag.png", papers.png())))

    seen = applicant.go(PROOF, files((name, content)))

    assert (seen.status, said in seen.text, "#datei" in seen.links, "Bitte" in seen.text) == (422, True, True, True)
    assert "vertrag.pdf" in seen.text
    assert len(documents()) == 1


def test_the_good_ones_of_several_files_are_kept(applicant: Walker) -> None:
    seen = applicant.go(PROOF, files(("1.png", papers.png()), ("2.exe", b"MZ"), ("3.jpg", papers.jpeg())))

    assert (seen.status, "2.exe" in seen.text, "Die anderen Dateien sind angekommen." in seen.text) == (422, True, True)
    assert [one.pages for one in documents()] == [2]


def test_a_film_of_forty_megabytes_is_let_go_while_it_comes(applicant: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[int] = []
    close = uploads.ProofsAlone.file_complete

    def noted(self: uploads.ProofsAlone, size: int) -> object:
        kept.append(self.taken)
        return close(self, size)

    monkeypatch.setattr(uploads.ProofsAlone, "file_complete", noted)
    seen = applicant.go(PROOF, files(("film.mp4", bytes(40 * MEGABYTE))))

    assert (seen.status, "bis zu 15 MB" in seen.text, kept) == (422, True, [uploads.MOST])


def test_too_many_files_and_too_much_at_once_are_said(applicant: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    many = applicant.go(PROOF, files(*[(f"{number}.png", b"x") for number in range(21)]))
    monkeypatch.setattr(uploads, "MOST_TOGETHER", 1)
    much = applicant.go(PROOF, files(("1.png", bytes(MEGABYTE)), ("2.png", bytes(MEGABYTE))))

    assert (many.status, "Mehr als 20 Dateien" in many.text) == (422, True)
    assert (much.status, "bis zu 1 MB" in much.text, documents()) == (422, True, [])


def test_nobody_opens_the_file_of_another(applicant: Walker, town: Town) -> None:
    applicant.go(PROOF, files(("1.png", papers.png())))
    [document] = documents()
    other = Walker(Client())
    other.answer({"gemeinde": "Erlenbruch"})

    for address in (page_of(document), f"{page_of(document)}seite/1/"):
        assert "data:image" not in other.go(address).markup
    assert other.client.post(f"/de/{page_of(document)}seite/1/drehen/").status_code in (302, 404)
    assert documents()[0].blob_id == document.blob_id


def test_a_copy_of_an_identity_card_is_marked_for_the_office_alone(walker: Walker, town: Town) -> None:
    walker.go("antrag/", {})
    blank = papers.pdf()
    seen = walker.go(IDENTITY)
    assert "schwärzen" in seen.text
    walker.go(IDENTITY, files(("ausweis.pdf", blank)))
    walker.go(PROOF, files(("vertrag.pdf", blank)))
    case = applied(walker)

    with acting(authority=town.authority.id):
        inked = {one.kind: len(draw(content_of(one.blob), width=300, most=1).pictures[0]) for one in Evidence.objects.filter(case=case)}

    assert inked["ausweis"] > inked["mietvertrag"] + 1000


def test_a_rejected_proof_says_why_and_is_brought_again(walker: Walker, town: Town) -> None:
    walker.go("antrag/", {})
    walker.go(PROOF, files(("vertrag.png", papers.png())))
    case = applied(walker)
    with acting(authority=town.authority.id):
        case = office(town, case)
        proof = Evidence.objects.get(case=case)
        actions.judge_evidence(proof, by=town.worker, accepted=False, reason="Seite 2 fehlt.", revision=case.revision)

    seen = walker.go(f"meine/{case.pk}/nachweise/")
    assert ("Seite 2 fehlt." in seen.text, seen.held["nachweis"]) == (True, ["mietvertrag/"])
    seen = walker.go(f"meine/{case.pk}/nachweise/", files(("1.png", papers.png()), ("2.jpg", papers.jpeg()), nachweis="mietvertrag/"))

    assert ("Ihre Datei ist beim Amt" in seen.text, seen.markup.count("data:image/jpeg") >= 2) == (True, True)
    assert "Seite 2 fehlt." not in walker.go(f"meine/{case.pk}/nachweise/").text


def test_an_earlier_proof_is_offered_and_used_again(walker: Walker, town: Town) -> None:
    walker.go("antrag/", {})
    walker.go(PROOF, files(("vertrag.png", papers.png())))
    applied(walker)
    vault = Vault.objects.get()
    with acting(vault=vault.pk):
        begin_draft(vault, "wohngeld", by=RESIDENT)

    seen = walker.go(PROOF)
    assert ("Wieder verwenden" in seen.text, "1 Seite" in seen.text) == (True, False)
    [click] = re.findall(rf'action="/de/({PROOF}[0-9a-f-]+/)"', seen.markup)
    seen = walker.go(click, {})

    assert ("Wieder verwenden" in seen.text, "1 Seite" in seen.text) == (False, True)


def test_pages_of_proofs_ask_the_database_little(applicant: Walker) -> None:
    applicant.go(PROOF, files(("1.png", papers.png())))
    [document] = documents()

    found = {}
    for page in PAGE_QUESTIONS:
        address = f"/de/{page.format(document.pk)}"
        applicant.client.get(address)
        with asking() as asked:
            applicant.client.get(address)
        found[page] = asked.count

    assert found == PAGE_QUESTIONS


def test_what_was_taken_back_opens_no_more(applicant: Walker) -> None:
    applicant.go(PROOF, files(("1.png", papers.png())))
    [document] = documents()
    remove_document(document, by=RESIDENT)

    assert applicant.go(page_of(document)).status == 404


@pytest.mark.parametrize("language", ["de-einfach", "en", "nl"])
def test_the_pages_speak_every_language(applicant: Walker, language: str) -> None:
    applicant.go(PROOF, files(("1.png", papers.png(papers.letter((300, 400))))))
    other = Walker(applicant.client, language)

    pages: list[Seen] = [other.go(PROOF), other.go(page_of(documents()[0])), other.go("antrag/nachweise/")]

    assert [page.status for page in pages] == [200] * 3
    assert not any("proofs" in page.text or "Seite" in page.text for page in pages[1:] if language in ("en", "nl"))


def test_the_office_reads_which_months_a_paper_shows(walker: Walker, town: Town) -> None:
    walker.go("antrag/", {})
    vault = Vault.objects.earliest("since")
    answer(vault, {"person-1-einkommensarten": ["lohn"], "person-1-bruttolohn": ["1000"]}, by=RESIDENT)
    seen = walker.go("antrag/nachweise/lohnabrechnung/person-1/", files(("Lohn.png", papers.png()), monate=["2026-09", "2026-10"]))
    assert "2 von 3 Monaten" in seen.text

    case = applied(walker)

    with acting(authority=town.authority.id):
        assert [one.name for one in open_case(case.id, by=town.worker).evidence] == ["Lohn.pdf (09/2026, 10/2026)"]
