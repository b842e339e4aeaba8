"""What the atlas' commands share: names in a sentence, and how probable something is."""

from collections.abc import Sequence
from typing import Final

from lebenslage.atlas.numerals import number

MOST_NAMES: Final = 12
RARE: Final = 0.001


def named(names: Sequence[str]) -> str:
    """Names in a row; of many, the first and how many more."""
    more = len(names) - MOST_NAMES
    return ", ".join(names) if more <= 0 else f"{', '.join(names[:MOST_NAMES])} (+ {more})"


def probability(p: float, language: str) -> str:
    """A probability with as many places as it needs."""
    return number(p, 5 if p < RARE else 3, language)


def percent(share: float, language: str) -> str:
    """A share in whole per cent."""
    return number(100 * share, 0, language)
