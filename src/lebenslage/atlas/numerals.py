"""How a number is written for a person."""

from typing import Final

POINT_LANGUAGES: Final = frozenset({"en"})


def number(value: float, decimals: int, language: str) -> str:
    """A number as people of the language write it: 1,675.3 in English, 1.675,3 in the others."""
    text = f"{value:,.{decimals}f}".replace("-", "−")
    return text if language in POINT_LANGUAGES else text.translate(str.maketrans(",.", ".,"))
