"""A photo of a paper becomes a page: upright, no larger than it takes to be read, and without what the camera wrote beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import pi_heif
from PIL import Image, ImageFilter, ImageOps, ImageStat

from lebenslage.files.inspection import FORMATS, HEIC, JPEG

LONGEST: Final = 2000
QUALITY: Final = 80
PAPER: Final = "white"
# Below these a page is hard to read. They only make a hint: a pale copy is better than none.
FEWEST_POINTS: Final = 1000
DARKEST: Final = 70
LEAST_EDGE: Final = 60
LOOKED_AT: Final = (1000, 1000)
TILES: Final = 4
SMALLEST: Final = 3
EDGES: Final = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as a page: a fresh JPEG, its size in points, and why it may be hard to read: `small`, `dark`, `blurred`."""

    jpeg: bytes
    size: tuple[int, int]
    hints: Sequence[str]


def photo(content: bytes, media_type: str) -> Photo:
    """Make a page of a photo that was inspected. Raises what Pillow and libheif raise."""
    picture, largest = _heic(content) if media_type == HEIC else _picture(content, media_type)
    clean = _on_paper(picture)
    out = BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Photo(out.getvalue(), clean.size, list(_hints(clean, largest)))


def _picture(content: bytes, media_type: str) -> tuple[Image.Image, int]:
    """Read a JPEG no larger than needed, and anything else whole; turned as the camera was held."""
    with Image.open(BytesIO(content), formats=[FORMATS[media_type]]) as opened:
        largest = max(opened.size)
        if media_type == JPEG:
            opened.draft("RGB", (LONGEST, LONGEST))
        picture = _shades(opened)
        picture.thumbnail((LONGEST, LONGEST))
        return ImageOps.exif_transpose(picture), largest


def _shades(picture: Image.Image) -> Image.Image:
    """A picture that can be made smaller smoothly."""
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value / 256).convert("L")
    return picture.convert("RGBA") if picture.mode == "P" else picture


def _heic(content: bytes) -> tuple[Image.Image, int]:
    """A photo of an iPhone, band after band, so that its points lie in memory once. It comes turned already."""
    opened = pi_heif.open_heif(BytesIO(content), convert_hdr_to_8bit=True)
    (width, height), data = opened.size, memoryview(opened.data)
    by = max(1, max(width, height) // LONGEST)
    small = Image.new(opened.mode, (-(-width // by), -(-height // by)))
    rows = by * 64
    for top in range(0, height, rows):
        band = bytes(data[top * opened.stride : min(top + rows, height) * opened.stride])
        strip = Image.frombuffer(opened.mode, (width, min(rows, height - top)), band, "raw", opened.mode, opened.stride, 1)
        small.paste(strip.reduce(by), (0, top // by))
    small.thumbnail((LONGEST, LONGEST))
    return small, max(width, height)


def _on_paper(picture: Image.Image) -> Image.Image:
    """The points alone, on white where they are clear: no place, no time, no maker of the camera goes with them."""
    clean = Image.new("RGB", picture.size, PAPER)
    clear = picture.convert("RGBA") if "A" in picture.mode or "transparency" in picture.info else None
    clean.paste(clear or picture.convert("RGB"), mask=clear)
    return clean


def _hints(page: Image.Image, largest: int) -> Iterator[str]:
    grey = page.convert("L")
    grey.thumbnail(LOOKED_AT)
    if largest < FEWEST_POINTS:
        yield "small"
    if ImageStat.Stat(grey).mean[0] < DARKEST:
        yield "dark"
    elif max(_edges(grey), default=0) < LEAST_EDGE:
        yield "blurred"


def _edges(grey: Image.Image) -> Iterator[float]:
    """How sharp each part of a page is: the variance of its Laplacian. Of a page with one line of text, one part is sharp."""
    if min(grey.size) < SMALLEST:
        return
    edges = grey.filter(EDGES).crop((1, 1, grey.width - 1, grey.height - 1))  # what lies on the rim is not filtered
    across, down = max(1, edges.width // TILES), max(1, edges.height // TILES)
    for left in range(0, edges.width - across + 1, across):
        for top in range(0, edges.height - down + 1, down):
            yield ImageStat.Stat(edges.crop((left, top, left + across, top + down))).var[0]
