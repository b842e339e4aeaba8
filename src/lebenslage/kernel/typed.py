"""What people type, brought into one form before it is read: as words to keep, or as figures to compute with."""

import re
import unicodedata
from typing import Final

# Marks that nobody sees: they steer the direction of writing, join or part letters, or mark the order of bytes. Two join letters of
# Persian and Indian names and pictures made of several; they stay in words.
JOINERS: Final = "\u200c\u200d"
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn"})
ALIKE: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣－", "-") | dict.fromkeys("’‘ʼ´`′＇", "'") | {"٫": ",", "，": ",", "٬": "'", "．": ".", "／": "/"}
)


def as_words(typed: str, *, lines: bool = False) -> str:
    """Words as they are kept: composed letters (NFC), one space between words, nothing unseen. `lines` keeps the lines of a letter."""
    if lines:
        return "\n".join(as_words(line) for line in re.split(r"\r\n?|[\n\u2028\u2029]", typed)).strip("\n")
    if typed.isascii() and typed.isprintable():
        return " ".join(typed.split())
    return unicodedata.normalize("NFC", " ".join(_seen(typed, JOINERS).split())).strip(f" {JOINERS}")


def as_figures(typed: str) -> str:
    """A number or a day with the digits 0 to 9, one kind of minus, of apostrophe and of space, and nothing unseen."""
    if typed.isascii() and typed.isprintable():
        return " ".join(typed.split())
    seen = " ".join(_seen(unicodedata.normalize("NFC", typed), "").split())
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in seen).translate(ALIKE)


def quoted(given: object, most: int = 40) -> str:
    """What was typed, short enough to stand in a sentence."""
    words = as_words(str(given))
    return words if len(words) <= most else f"{words[:most]} …"


def _seen(typed: str, kept: str) -> str:
    """The same without unseen signs; those that part lines or columns part words."""
    return "".join(sign if sign in kept or unicodedata.category(sign) not in UNSEEN else " " * sign.isspace() for sign in typed)
