"""What somebody brings is looked at by its content, never by its name: PDF, JPEG, PNG or HEIC, and nothing else at the same time."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import pi_heif
import pikepdf
from PIL import Image

from lebenslage.files.problems import BrokenFile, EmptyFile, EncryptedFile, FileTooBig, PictureTooLarge, TooManyPages, WrongKind

MEGABYTE: Final = 1024 * 1024
MOST_MEGABYTES: Final = 15
MOST_PAGES: Final = 200
MOST_POINTS: Final = 64_000_000
SMALL: Final = (1000, 1000)
LONGEST_NAME: Final = 60
PDF, JPEG, PNG, HEIC = "application/pdf", "image/jpeg", "image/png", "image/heic"
BEGINNINGS: Final[Mapping[bytes, str]] = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
# A photo of an iPhone begins with a box `ftyp` that names what it is.
BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
BOX: Final = slice(4, 8)
BRAND: Final = slice(8, 12)
FORMATS: Final = {JPEG: "JPEG", PNG: "PNG"}
UNREADABLE: Final = (OSError, SyntaxError, ValueError, struct.error, zlib.error, EOFError)


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a file is."""

    media_type: str
    pages: int


def inspect(content: bytes, name: str) -> Inspected:
    """Look at a file. Raises EmptyFile, FileTooBig, WrongKind, EncryptedFile, BrokenFile, PictureTooLarge, TooManyPages."""
    name = name[:LONGEST_NAME]
    if not content:
        raise EmptyFile(name=name)
    if len(content) > MOST_MEGABYTES * MEGABYTE:
        raise FileTooBig(name=name, limit=MOST_MEGABYTES)
    kind = kind_of(content)
    if kind is None or _also_an_archive(content):
        raise WrongKind(name=name)
    return Inspected(kind, _LOOK[kind](content, name))


def kind_of(content: bytes) -> str | None:
    """What a file says it is by how it begins."""
    if content[BOX] == b"ftyp" and content[BRAND] in BRANDS:
        return HEIC
    return next((kind for beginning, kind in BEGINNINGS.items() if content.startswith(beginning)), None)


def _also_an_archive(content: bytes) -> bool:
    """An archive is read from its end, so one can hang on behind a picture: an applet, a document with macros."""
    return zipfile.is_zipfile(BytesIO(content))


def _pages_of_pdf(content: bytes, name: str) -> int:
    try:
        with pikepdf.open(BytesIO(content)) as document:
            pages = len(document.pages)
    except pikepdf.PasswordError as error:
        raise EncryptedFile(name=name) from error
    except (pikepdf.PdfError, *UNREADABLE) as error:
        raise BrokenFile(name=name) from error
    if not pages:
        raise BrokenFile(name=name)
    if pages > MOST_PAGES:
        raise TooManyPages(name=name, limit=MOST_PAGES)
    return pages


def _jpeg(content: bytes, name: str) -> int:
    """Read to the end at an eighth of its size: a picture of a telephone takes no more memory than it needs."""
    try:
        with Image.open(BytesIO(content), formats=[FORMATS[JPEG]]) as picture:
            _small_enough(picture, name)
            picture.draft("RGB", SMALL)
            picture.load()
    except Image.DecompressionBombError as error:
        raise PictureTooLarge(name=name) from error
    except UNREADABLE as error:
        raise BrokenFile(name=name) from error
    return 1


def _png(content: bytes, name: str) -> int:
    try:
        with Image.open(BytesIO(content), formats=[FORMATS[PNG]]) as picture:
            _small_enough(picture, name)
            picture.verify()
        with Image.open(BytesIO(content), formats=[FORMATS[PNG]]) as picture:
            picture.load()
    except Image.DecompressionBombError as error:
        raise PictureTooLarge(name=name) from error
    except UNREADABLE as error:
        raise BrokenFile(name=name) from error
    return 1


def _heic(content: bytes, name: str) -> int:
    """Its boxes are read, not its points: these are decoded by the child that makes a page of it (`workshop.py`)."""
    try:
        picture = pi_heif.open_heif(BytesIO(content), convert_hdr_to_8bit=True)
        _small_enough(picture, name)
    except (RuntimeError, IndexError, *UNREADABLE) as error:  # IndexError: boxes without a picture
        raise BrokenFile(name=name) from error
    return 1


def _small_enough(picture: Image.Image | pi_heif.HeifFile, name: str) -> None:
    width, height = picture.size
    if width * height > MOST_POINTS:
        raise PictureTooLarge(name=name)


_LOOK: Final[Mapping[str, Callable[[bytes, str], int]]] = {PDF: _pages_of_pdf, JPEG: _jpeg, PNG: _png, HEIC: _heic}
