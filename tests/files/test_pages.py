"""What is brought becomes a clean PDF in a child process: upright pages, and nothing that acts or tells where it was made."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from uuid import uuid4

import pikepdf
import pytest
from PIL import Image

from lebenslage.accounts.scope import acting
from lebenslage.files import workshop
from lebenslage.files.actions import copy_for, keep
from lebenslage.files.problems import BrokenFile, EmptyFile, EncryptedFile, FileTooBig, ManyAtWork, PictureTooLarge, WrongKind
from lebenslage.files.queries import content_of
from lebenslage.files.workshop import draw, join, mark, rearrange, take
from lebenslage.kernel.errors import Problem
from tests.files import papers

pytestmark = pytest.mark.slow  # each file is read in a process of its own

UP, WIDE = (0, 64, 128), 300

# Drawn when its test runs: this module is read wherever any test is looked for.
type Made = Callable[[], bytes]


def drawn(pdf: bytes) -> list[Image.Image]:
    return [Image.open(BytesIO(one)) for one in draw(pdf, width=WIDE, most=9).pictures]


def colour_on_top(page: Image.Image) -> tuple[int, int, int]:
    red, green, blue = page.convert("RGB").getpixel((page.width // 2, 6))
    return red, green, blue


@pytest.mark.parametrize("photo", [papers.jpeg, partial(papers.jpeg, held=papers.HELD_SIDEWAYS), papers.png, papers.heic])
def test_a_photo_becomes_one_upright_page(photo: Made) -> None:
    taken = take(photo(), "Foto")

    page = drawn(taken.pdf)[0]
    assert (taken.pages, taken.photo, page.height > page.width) == (1, True, True)
    assert all(abs(seen - meant) < 25 for seen, meant in zip(colour_on_top(page), UP, strict=True))


def test_a_photo_tells_neither_where_nor_by_what_it_was_made() -> None:
    made = papers.jpeg(where=True)
    assert Image.open(BytesIO(made)).getexif()[papers.GPS]

    with pikepdf.open(BytesIO(take(made, "Foto.jpg").pdf)) as pdf:
        kept = Image.open(BytesIO(pdf.pages[0].Resources.XObject.P.read_raw_bytes()))

    assert (dict(kept.getexif()), "comment" in kept.info, max(kept.size)) == ({}, False, 1600)


def test_a_large_photo_is_made_smaller() -> None:
    with pikepdf.open(BytesIO(take(papers.jpeg(papers.letter((3000, 4000))), "Foto.jpg").pdf)) as pdf:
        assert (pdf.pages[0].Resources.XObject.P.Width, pdf.pages[0].Resources.XObject.P.Height) == (1500, 2000)


def test_the_same_photo_is_the_same_page() -> None:
    assert take(papers.jpeg(), "a.jpg") == take(papers.jpeg(), "b.jpg")


@pytest.mark.parametrize(
    ("photo", "why"),
    [
        (papers.letter, []),
        (lambda: papers.letter((600, 800)), ["small"]),
        (lambda: Image.new("RGB", (1200, 1600), "#202020"), ["dark"]),
        (lambda: Image.new("RGB", (1200, 1600), papers.SHEET), ["blurred"]),
        (lambda: papers.letter().resize((60, 80)).resize((1200, 1600)), ["blurred"]),
    ],
)
def test_what_may_be_hard_to_read_is_taken_and_said(photo: Callable[[], Image.Image], why: list[str]) -> None:
    assert draw(take(papers.png(photo()), "Foto.png").pdf, width=WIDE, most=1).hints == [why]


def test_a_pdf_loses_what_acts_and_what_it_carries() -> None:
    made = papers.loaded_pdf()
    assert all(word in made for word in (b"JavaScript", b"Launch", b"FileAttachment", b"EmbeddedFiles"))

    with pikepdf.open(BytesIO(take(made, "Brief.pdf").pdf)) as pdf:
        whole = b"".join(one.unparse(resolved=True) for one in pdf.objects if not isinstance(one, pikepdf.Stream))
        assert (len(pdf.pages), len(pdf.attachments)) == (1, 0)

    assert not any(
        word in whole for word in (b"JavaScript", b"app.alert", b"Launch", b"cmd.exe", b"FileAttachment", b"Embedded", b"Somebody")
    )


def test_pages_are_joined_turned_and_put_in_order() -> None:
    first, second = take(papers.jpeg(), "1").pdf, take(papers.png(Image.new("RGB", (800, 800), "red")), "2").pdf

    both = rearrange(join([first, second]), [(1, 0), (0, 1)])

    square, turned = drawn(both)
    assert colour_on_top(square)[0] > 200
    assert turned.width > turned.height


def test_every_page_is_marked_whichever_way_it_is_turned() -> None:
    plain = rearrange(papers.pdf(3), [(0, 0), (1, 1), (2, 2)])

    with_words = mark(plain, "Kopie für (Wohngeld), Erlenbruch, 2. November 2026")

    assert [len(page.convert("L").getcolors(256) or ()) for page in drawn(plain)] == [1, 1, 1]
    assert all(min(page.convert("L").getextrema()) < 220 for page in drawn(with_words))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (bytes, EmptyFile),
        (lambda: bytes(16 * 1024 * 1024), FileTooBig),
        (lambda: b"MZ\x90\0" + bytes(100), WrongKind),
        (lambda: papers.archive(50_000_000), WrongKind),
        (lambda: papers.pdf() + papers.archive(), WrongKind),
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", WrongKind),
        (lambda: b"<html><script>alert(1)</script>", WrongKind),
        (lambda: papers.pdf(password="geheim"), EncryptedFile),
        (lambda: papers.png_that_claims(60_000, 60_000), PictureTooLarge),
        (lambda: papers.heic()[:900], BrokenFile),
        (lambda: papers.jpeg()[:3000], BrokenFile),
    ],
)
def test_what_is_no_paper_is_refused(content: Made, problem: type[Problem]) -> None:
    made = content()
    with pytest.raises(problem):
        take(made, "Mietvertrag.pdf")


def test_a_pdf_that_never_ends_costs_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "PATIENCE", 0.01)

    with pytest.raises(BrokenFile):
        take(papers.pdf(), "Brief.pdf")


def test_a_pdf_that_would_fill_the_memory_is_not_unpacked() -> None:
    bomb = papers.pdf_that_unpacks(300)
    assert len(bomb) < 400_000

    assert len(take(bomb, "Bombe.pdf").pdf) < 400_000


def test_no_more_children_work_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "PATIENCE", 0.01)
    benches = [workshop._benches.acquire(blocking=False) for _ in range(workshop.BENCHES)]
    try:
        with pytest.raises(ManyAtWork):
            take(papers.pdf(), "Brief.pdf")
    finally:
        for _ in filter(None, benches):
            workshop._benches.release()


@pytest.mark.django_db
def test_nobody_waits_for_a_mark_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    vault, content = uuid4(), papers.pdf()
    with acting(vault=vault):
        blob = keep(content, media_type="application/pdf", key_owner=vault, vault=vault)
        marked = content_of(copy_for(blob, key_owner=vault, vault=vault, mark="Kopie"))
        monkeypatch.setattr(workshop, "PATIENCE", 0.01)
        plain = content_of(copy_for(blob, key_owner=vault, vault=vault, mark="Kopie"))

    assert (marked != content, plain == content) == (True, True)


def test_the_child_has_no_key_and_no_way_to_write() -> None:
    assert set(workshop.ENVIRONMENT) == {"MALLOC_ARENA_MAX", "OMP_NUM_THREADS"}
