"""Figures as they are read in German: a decimal comma, points between thousands, the unit behind."""

from __future__ import annotations

from datetime import date
from typing import Final

from lebenslage.quarters.models import Indicator, Kind

THIN: Final = "\u00a0"
SHORT: Final = {"Prozent": f"{THIN}%", "%": f"{THIN}%", "Euro": f"{THIN}€", "Grad": f"{THIN}°C"}


def number_in_words(number: float, indicator: Indicator) -> str:
    """A figure of an indicator without its unit."""
    decimals = 0 if indicator.kind == Kind.COUNT else (2 if indicator.kind == Kind.INDEX else 1)
    return plain(number, decimals)


def with_unit(number: float, indicator: Indicator) -> str:
    """A figure of an indicator with its unit; a count, an index and a mean of no unit stand alone."""
    return f"{number_in_words(number, indicator)}{unit_of(indicator)}"


def unit_of(indicator: Indicator) -> str:
    """The unit as it stands behind a figure."""
    if indicator.kind in {Kind.COUNT, Kind.INDEX}:
        return ""
    return SHORT.get(indicator.unit, f"{THIN}{indicator.unit}" if indicator.unit else "")


def plain(number: float, decimals: int) -> str:
    """A number as it is written in German."""
    text = f"{number:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".").replace("-", "\u2212")


def day_in_words(on: date) -> str:
    """The year, where the day is its last; else the day."""
    return f"{on.year}" if (on.month, on.day) == (12, 31) else f"{on:%d.%m.%Y}"
