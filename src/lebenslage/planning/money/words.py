"""Amounts and figures as a German page writes them."""

from __future__ import annotations

from typing import Final

NARROW: Final = "\N{NO-BREAK SPACE}"


def euros(cents: float) -> str:
    """Whole euros: `804.300 €`."""
    return f"{_grouped(round(cents / 100))}{NARROW}€"


def signed_euros(cents: float) -> str:
    """With its sign: `+4.200 €`, `−310 €`."""
    whole = round(cents / 100)
    sign = "+" if whole > 0 else "−" if whole < 0 else ""
    return f"{sign}{_grouped(abs(whole))}{NARROW}€"


def exact_euros(cents: int | None) -> str:
    """With cents where there are some, as it is typed: `1200,50`."""
    if cents is None:
        return ""
    whole, rest = divmod(cents, 100)
    return f"{whole},{rest:02d}" if rest else str(whole)


def number(value: float, decimals: int = 0) -> str:
    """`1.234,5`."""
    return _swapped(f"{value:,.{decimals}f}")


def signed(value: float, decimals: int = 1) -> str:
    """`+1,2`, `−0,4`."""
    written = number(abs(value), decimals)
    return written if not float(f"{value:.{decimals}f}") else f"{'+' if value > 0 else '−'}{written}"


def _grouped(whole: int) -> str:
    return _swapped(f"{whole:,}")


def _swapped(written: str) -> str:
    return written.translate(str.maketrans(",.", ".,")).replace("-", "−")
