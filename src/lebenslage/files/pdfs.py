"""What is done to a PDF somebody brought: cleaned, joined, put in order, marked, drawn. Runs in a child process alone (`workshop.py`)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any, Final

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Object

from lebenslage.files.photos import Photo

HINTS: Final = Name("/LebenslageHints")
PAGE_HEIGHT: Final = 842
# What acts by itself, or carries something else along. Links stay visible as text; nothing leads away from a proof.
ACTING: Final = ("/AA", "/OpenAction", "/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/AF", "/XFA", "/RichMediaContent", "/Launch", "/A")
CARRYING: Final = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})
ABOUT_IT: Final = ("/Metadata", "/PieceInfo", str(HINTS))
DEEPEST: Final = 60
QUARTER: Final = 90
MARK: Final = b"/F %.2f Tf %.4f %.4f %.4f %.4f %.2f %.2f Tm (%s) Tj\n"
# Helvetica in bold, its letters taken as equally wide.
LETTER: Final = 0.58
SMALLEST_MARK, LARGEST_MARK = 6.0, 40.0
LINES: Final = (0.2, 0.5, 0.8)
MOST_POINTS: Final = 4_000_000
JPEG_QUALITY: Final = 75


def cleaned(content: bytes) -> bytes:
    """The same pages without anything that acts or is carried along. Raises pikepdf.PdfError."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for one in pdf.objects:
            _clean(one, DEEPEST)
        for page in pdf.pages:
            _let_go_of_carried(page)
        if "/Names" in pdf.Root:
            del pdf.Root["/Names"]
        del pdf.docinfo
        return _saved(pdf)


def _clean(one: Object, deep: int) -> None:
    """One object and what lies in it directly; what it points to is an object of its own."""
    if isinstance(one, pikepdf.Stream):
        _clean(one.stream_dict, deep)
    elif isinstance(one, Dictionary):
        for key in (*ACTING, *ABOUT_IT):
            if key in one and not (key == "/A" and not isinstance(one[key], Dictionary)):
                del one[key]
        _all(one.values(), deep)
    elif isinstance(one, Array):
        _all(one, deep)


def _all(parts: Iterable[Any], deep: int) -> None:
    if deep <= 0:
        raise pikepdf.PdfError("nested too deeply")
    for part in parts:
        if isinstance(part, Object) and not part.is_indirect:
            _clean(part, deep - 1)


def _let_go_of_carried(page: pikepdf.Page) -> None:
    notes = page.obj.get("/Annots")
    if isinstance(notes, Array):
        page.obj.Annots = Array([note for note in notes if not (isinstance(note, Dictionary) and str(note.get("/Subtype")) in CARRYING)])


def of_photo(photo: Photo) -> bytes:
    """A page as large as a sheet of A4 with a photo on it."""
    width, height = (side * PAGE_HEIGHT / max(photo.size) for side in photo.size)
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(width, height))
        page.obj.Resources = Dictionary(XObject=Dictionary(P=_image(pdf, photo)))
        page.obj.Contents = pdf.make_stream(b"%.2f 0 0 %.2f 0 0 cm /P Do" % (width, height))
        page.obj[HINTS] = Array([Name(f"/{hint}") for hint in photo.hints])
        return _saved(pdf)


def _image(pdf: pikepdf.Pdf, photo: Photo) -> pikepdf.Stream:
    width, height = photo.size
    return pikepdf.Stream(
        pdf,
        photo.jpeg,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )


def joined(several: Sequence[bytes]) -> bytes:
    """One document after the other."""
    with pikepdf.new() as pdf:
        for content in several:
            with pikepdf.open(BytesIO(content)) as more:
                pdf.pages.extend(more.pages)
        return _saved(pdf)


def rearranged(content: bytes, order: Sequence[tuple[int, int]]) -> bytes:
    """The pages with these numbers, counted from 0, in this order, each turned by so many quarters to the right."""
    with pikepdf.open(BytesIO(content)) as old, pikepdf.new() as pdf:
        for number, quarters in order:
            pdf.pages.append(old.pages[number])
            pdf.pages[-1].rotate(quarters % 4 * QUARTER, relative=True)
        return _saved(pdf)


def marked(content: bytes, words: str) -> bytes:
    """Every page with words across it, three times, so that none is cut off unseen."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) for edge in page.cropbox)
            width, height = abs(right - left), abs(top - bottom)
            if page.obj.get("/Rotate", 0) % (2 * QUARTER):
                width, height = height, width
            with pikepdf.new() as mark:
                _mark(mark, (width, height), words)
                page.add_overlay(mark.pages[0], pikepdf.Rectangle(page.cropbox))
        return _saved(pdf)


def _mark(pdf: pikepdf.Pdf, size: tuple[float, float], words: str) -> None:
    """A clear page of a size with the words in grey through which the page is seen."""
    width, height = size
    page = pdf.add_blank_page(page_size=size)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"), Encoding=Name.WinAnsiEncoding)
    clear = Dictionary(Type=Name.ExtGState, ca=0.35)
    page.obj.Resources = Dictionary(Font=Dictionary(F=font), ExtGState=Dictionary(G=clear))
    angle = math.atan2(height, width) / 2
    letters = words.encode("cp1252", "replace")
    room = min(width / math.cos(angle), height / math.sin(angle)) * 0.9
    points = min(max(room / (len(letters) * LETTER), SMALLEST_MARK), LARGEST_MARK)
    half, (cos, sin) = len(letters) * LETTER * points / 2, (math.cos(angle), math.sin(angle))
    escaped = letters.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    lines = [
        MARK % (points, cos, sin, -sin, cos, width / 2 - half * cos, height * at - half * sin, escaped)
        for at in LINES
    ]  # fmt: skip
    page.obj.Contents = pdf.make_stream(b"/G gs 0.25 g BT\n" + b"".join(lines) + b"ET")


def hints(content: bytes) -> Sequence[Sequence[str]]:
    """Why each page may be hard to read, as it was found when its photo came."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [[str(one).removeprefix("/") for one in page.obj.get(HINTS, [])] for page in pdf.pages]


def drawn(content: bytes, *, first: int, most: int, width: int) -> Iterator[bytes]:
    """Pages as JPEG pictures of a width, from the page with this number on, counted from 0. Raises pypdfium2.PdfiumError."""
    pdf = pypdfium2.PdfDocument(content)
    for number in range(first, min(first + most, len(pdf))):
        page = pdf[number]
        wide, high = page.get_size()
        scale = min(width / wide, math.sqrt(MOST_POINTS / (wide * high)))
        out = BytesIO()
        page.render(scale=scale).to_pil().convert("RGB").save(out, "JPEG", quality=JPEG_QUALITY)
        yield out.getvalue()


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes, the same for the same content. No stream is opened for it: one may unpack to more than there is room for."""
    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, encryption=False)
    return out.getvalue()
