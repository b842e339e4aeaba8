"""A proof is a PDF or a picture by its content. Every refusal says what is wrong in each language."""

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from lebenslage.files import inspection, problems
from lebenslage.files.inspection import MEGABYTE, Inspected, inspect
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES, texts

TEXTS = Path(inspection.__file__).with_name("texts")


def pdf(pages: int = 1, password: str = "", owner: str = "") -> bytes:
    out, document = BytesIO(), pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    locked = pikepdf.Encryption(owner=owner or password, user=password) if password or owner else False
    document.save(out, encryption=locked)
    return out.getvalue()


def picture(kind: str, size: tuple[int, int] = (300, 200)) -> bytes:
    out = BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(out, kind)
    return out.getvalue()


def archive() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr("run.class", "x")
    return out.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(100)))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(b)) + n + b + struct.pack(">I", zlib.crc32(n + b)) for n, b in chunks)


@pytest.mark.parametrize(
    ("content", "is_"),
    [
        (pdf(), Inspected("application/pdf", 1)),
        (pdf(12), Inspected("application/pdf", 12)),
        (pdf(owner="printing forbidden"), Inspected("application/pdf", 1)),
        (picture("JPEG"), Inspected("image/jpeg", 1)),
        (picture("PNG"), Inspected("image/png", 1)),
        (picture("JPEG") + b"\0" * 40, Inspected("image/jpeg", 1)),
    ],
)
def test_a_proof_is_known_by_its_content(content: bytes, is_: Inspected) -> None:
    assert inspect(content, "Mietvertrag.exe") == is_


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", problems.EmptyFile),
        (pdf() + b" " * 15 * MEGABYTE, problems.FileTooBig),
        (b"MZ\x90\0" + b"\0" * 100, problems.WrongKind),
        (archive(), problems.WrongKind),
        (b"<script>alert(1)</script>", problems.WrongKind),
        (b"GIF89a" + b"\0" * 20, problems.WrongKind),
        (b"MZ" + pdf(), problems.WrongKind),
        (pdf() + archive(), problems.WrongKind),
        (picture("JPEG") + archive(), problems.WrongKind),
        (picture("PNG") + archive(), problems.WrongKind),
        (pdf(password="geheim"), problems.EncryptedFile),
        (b"%PDF-1.7 and nothing more", problems.BrokenFile),
        (pdf(0), problems.BrokenFile),
        (picture("JPEG")[:2000], problems.BrokenFile),
        (picture("PNG")[:2000], problems.BrokenFile),
        (b"\x89PNG\r\n\x1a\n", problems.BrokenFile),
        (png_that_claims(9000, 9000), problems.PictureTooLarge),
        (png_that_claims(60000, 60000), problems.PictureTooLarge),
        (pdf(201), problems.TooManyPages),
    ],
)
def test_what_is_no_proof_is_refused_with_its_reason(content: bytes, problem: type[Problem]) -> None:
    with pytest.raises(problem) as refused:
        inspect(content, "Mietvertrag.pdf")

    sentences = {texts(language, TEXTS).problem(refused.value) for language in LANGUAGES}
    assert len(sentences) == len(LANGUAGES)
    assert all("Mietvertrag.pdf" in sentence for sentence in sentences)


def test_every_problem_of_the_room_has_its_sentence_in_every_language() -> None:
    keys = {one.key for one in vars(problems).values() if isinstance(one, type) and issubclass(one, Problem) and one is not Problem}

    assert all(texts(language, TEXTS).has("problems", key) for language in LANGUAGES for key in keys)
