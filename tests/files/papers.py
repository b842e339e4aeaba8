"""Papers for tests: photos of an invented letter, PDFs that carry more than pages, and files that are none."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

import pikepdf
import pillow_heif
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw, ImageFont

RIGHT_WAY_UP, HELD_SIDEWAYS = 1, 6
ORIENTATION, GPS = 0x0112, 0x8825
SHEET, INK = "#f4f1e8", "#222222"


def letter(size: tuple[int, int] = (1200, 1600), line: str = "Kaltmiete 560,00 Euro") -> Image.Image:
    """A letter as one sees it; the bar on top shows which way is up."""
    sheet = Image.new("RGB", size, SHEET)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(size[1] // 30)
    for row in range(18):
        pen.text((size[0] // 12, size[1] // 20 * (row + 2)), f"{row}. {line}", fill=INK, font=font)
    pen.rectangle((0, 0, size[0], size[1] // 20), fill="#004080")
    return sheet


def jpeg(picture: Image.Image | None = None, *, held: int = RIGHT_WAY_UP, where: bool = False) -> bytes:
    """A photo of a telephone, which writes beside it how it was held, and where."""
    picture, notes, out = picture or letter(), Image.Exif(), BytesIO()
    if held == HELD_SIDEWAYS:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    notes[ORIENTATION] = held
    if where:
        notes.get_ifd(GPS)[1] = "N"
        notes[GPS] = {1: "N", 2: (51.0, 30.0, 0.0)}
    picture.save(out, "JPEG", exif=notes, comment=b"made by a telephone")
    return out.getvalue()


def png(picture: Image.Image | None = None) -> bytes:
    """A screenshot."""
    out = BytesIO()
    (picture or letter()).save(out, "PNG")
    return out.getvalue()


def heic(picture: Image.Image | None = None) -> bytes:
    """A photo of an iPhone."""
    out = BytesIO()
    pillow_heif.from_pillow(picture or letter()).save(out, quality=50)
    return out.getvalue()


def pdf(pages: int = 1, password: str = "") -> bytes:
    """A PDF with empty pages."""
    out = BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        document.save(out, encryption=pikepdf.Encryption(owner=password, user=password) if password else False)
    return out.getvalue()


def loaded_pdf() -> bytes:
    """A PDF that opens a program, runs a script, sends a form and carries a file."""
    out = BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page()
        script = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        document.Root.OpenAction = document.make_indirect(script)
        document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["run", script])))
        document.attachments["notes.exe"] = b"MZ"
        start = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.Launch, F="cmd.exe"))
        carried = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9])
        page.obj.Annots = Array([document.make_indirect(start), carried])
        page.obj.AA = Dictionary(O=script)
        document.docinfo["/Author"] = "Somebody"
        document.save(out)
    return out.getvalue()


def archive(size: int = 1) -> bytes:
    """A ZIP; with a size, one that unpacks to so many zeros."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("run.class", bytes(size))
    return out.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A picture of a few bytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(100)))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(b)) + n + b + struct.pack(">I", zlib.crc32(n + b)) for n, b in chunks)


def pdf_that_unpacks(megabytes: int) -> bytes:
    """A small PDF one stream of which unpacks to so many megabytes."""
    press, part, out = zlib.compressobj(), bytes(1024 * 1024), BytesIO()
    packed = b"".join([*(press.compress(part) for _ in range(megabytes)), press.flush()])
    with pikepdf.new() as document:
        document.add_blank_page().obj.Contents = pikepdf.Stream(document, packed, Filter=Name.FlateDecode)
        document.save(out)
    return out.getvalue()
