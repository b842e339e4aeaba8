"""A picture of a proof: a sheet that says what it would be, marked as invented."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from lebenslage.papers.glyphs import FONTS

SHEET = (620, 877)
LINES = range(330, 760, 28)


def picture(kind: str, name: str) -> bytes:
    """A PNG of a sheet of paper with a heading and grey lines for text."""
    sheet = Image.new("RGB", SHEET, "white")
    draw = ImageDraw.Draw(sheet)
    large, small = (ImageFont.truetype(str(next(FONTS.glob("NotoSans-Regular*"))), size) for size in (34, 20))
    draw.text((60, 80), kind, fill="black", font=large)
    draw.text((60, 150), f"für {name}", fill="black", font=small)
    draw.text((60, 190), "Muster für die Vorführung, kein echtes Dokument", fill="#666666", font=small)
    for height in LINES:
        draw.rectangle((60, height, 560 - (height * 7) % 140, height + 8), fill="#d9d9d9")
    kept = BytesIO()
    sheet.save(kept, "PNG", optimize=True)
    return kept.getvalue()
