"""The picture of very many areas as PNG: the grounds of their classes, and their patterns, point by point."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from lebenslage.planning.map.grid.cells import Cells
from lebenslage.quarters.looks import PAPER, SHADES, TILE, Look

QUICK: Final = 1
INK_SHARE: Final = 0.35

type Points = npt.NDArray[np.uint8]


def picture(cells: Cells, classes: Sequence[int], looks: Sequence[Look]) -> bytes:
    """A picture with two colours a class, its ground and its pattern. `classes` are places in `looks`, one an area."""
    places = np.frombuffer(cells.of, "<u4").reshape(cells.height, cells.width)
    of = np.concatenate([[len(looks)], np.asarray(classes)]).astype(np.uint8)[places]
    inked = np.stack([*(_tile(look.pattern) for look in looks), np.zeros((TILE, TILE), bool)])
    down, across = (np.arange(size) % TILE for size in places.shape)
    return _png(of * 2 + inked[of, down[:, None], across[None, :]], [colour for look in looks for colour in _colours(look)])


def _tile(pattern: str) -> npt.NDArray[np.bool_]:
    """The signs of a pattern on one tile."""
    y, x = np.mgrid[:TILE, :TILE]
    inked = np.zeros((TILE, TILE), bool)
    for word in pattern.split():
        step = TILE // (2 if word.startswith("dense-") else 1)
        kind = word.removeprefix("dense-")
        rising, falling = (x + y) % step < 2, (x - y) % step < 2
        signs = {"lines": rising, "cross": rising | falling, "slashes": rising & (x % 8 < 4), "dots": rising & falling}
        inked |= signs.get(kind, (x % step < 5) & (y % step < 5) if kind == "rings" else np.zeros_like(inked))
    return inked


def _colours(look: Look) -> Sequence[tuple[int, ...]]:
    """The ground of a class, and its ink laid thinly over it."""
    ground, ink = (_rgb(colour) for colour in SHADES[look.shade])
    return [ground, tuple(round(under + (over - under) * INK_SHARE) for under, over in zip(ground, ink, strict=True))]


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _png(points: Points, palette: Sequence[tuple[int, ...]]) -> bytes:
    """A picture of at most 256 colours; the one behind the palette is paper."""
    image = Image.fromarray(points.astype(np.uint8), "P")
    image.putpalette([part for colour in (*palette, _rgb(PAPER)) for part in colour])
    file = BytesIO()
    image.save(file, "PNG", compress_level=QUICK)
    return file.getvalue()
