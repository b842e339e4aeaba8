"""What our fonts can show: a name in a script they lack must never cost somebody her notice."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).with_name("fonts")
SIGN: Final = "\ufffd"
JOINERS: Final = "\u200c\u200d"
SPACES: Final = {"\t": " ", "\r": "", "\u2028": "\n", "\u2029": "\n"}
RUNS: Final = re.compile(f"{SIGN}[{SIGN}{JOINERS}\ufe00-\ufe0f]*")
LAST_OF_FORMAT_4: Final = 0xFFFF


@cache
def shown() -> frozenset[str]:
    """Every character that one of our fonts has a glyph for."""
    return frozenset(chr(code) for path in sorted(FONTS.glob("*.ttf")) for code in _codes(path.read_bytes()))


def printable(text: str) -> str:
    """The text as it can be printed: composed, without control characters, every run of unknown characters as one sign."""
    if shown().issuperset(text) and unicodedata.is_normalized("NFC", text):
        return text
    found = RUNS.sub(SIGN, "".join(_printed(character) for character in unicodedata.normalize("NFC", text)))
    return found if found.strip() or not text.strip() else SIGN


def _printed(character: str) -> str:
    if character in SPACES:
        return SPACES[character]
    if character == "\n" or character in shown():
        return character
    return "" if unicodedata.category(character) in ("Cc", "Cf") else SIGN


def _codes(font: bytes) -> Iterator[int]:
    """The codes of a font's character map, format 4 (all our fonts lie in the basic plane)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    start = next(offset for tag, _, offset, _ in struct.iter_unpack(">4sLLL", font[12 : 12 + 16 * tables]) if tag == b"cmap")
    table = start + struct.unpack_from(">L", font, start + 8)[0]
    size = struct.unpack_from(">H", font, table + 6)[0]
    ends = struct.unpack_from(f">{size // 2}H", font, table + 14)
    starts = struct.unpack_from(f">{size // 2}H", font, table + 16 + size)
    for first, last in zip(starts, ends, strict=True):
        yield from range(first, min(last, LAST_OF_FORMAT_4 - 1) + 1)
