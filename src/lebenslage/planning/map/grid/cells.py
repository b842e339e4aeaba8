"""Which area lies at which point of the picture."""

from __future__ import annotations

import zlib
from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from lebenslage.quarters.models import Edition

SHOWN = 560
"""How wide the picture stands on the page; its points lie twice as dense."""
BYTES = 4


@dataclass(frozen=True, slots=True)
class Cells:
    """`of` holds for each point, row by row from the north-west, the place of an area from 1, as 32-bit numbers; 0 lies outside."""

    width: int
    height: int
    of: bytes

    @property
    def shown(self) -> int:
        """How wide the picture stands on the page."""
        return SHOWN

    @property
    def shown_height(self) -> int:
        """How high it stands there."""
        return round(SHOWN * self.height / self.width)

    @property
    def drawn_height(self) -> str:
        """The height of the drawing, which is 1000 wide."""
        return f"{1000 * self.height / self.width:.1f}"

    def at(self, x: int, y: int) -> int | None:
        """The place of the area at a point of the page's picture; None outside."""
        across, down = x * self.width // SHOWN, y * self.width // SHOWN
        if not (0 <= across < self.width and 0 <= down < self.height):
            return None
        start = (down * self.width + across) * BYTES
        return int.from_bytes(self.of[start : start + BYTES], "little") - 1 if any(self.of[start : start + BYTES]) else None


def cells(edition: Edition) -> Cells | None:
    """The points of an edition; None where it has few areas. An edition never changes, so they are unpacked once."""
    return _cells(edition.pk, edition.at)


@lru_cache(4)
def _cells(number: int, at: datetime) -> Cells | None:
    grid = Edition.objects.values_list("drawn__grid", flat=True).get(pk=number, at=at)
    return Cells(grid["width"], grid["height"], zlib.decompress(b64decode(grid["cells"]))) if grid else None


@lru_cache(512)
def outline(number: int, at: datetime, place: int) -> str:
    """The path of one area, which a page lays over the picture."""
    return str(Edition.objects.values_list(f"drawn__paths__{place}", flat=True).get(pk=number, at=at))
