"""The month of entitlement: chosen from a list, this month unless the installation has a fixed day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from lebenslage.journal.clock import today
from lebenslage.law.texts import Texts
from lebenslage.portal.problems import UnreadableMonth

BACK: Final = 12
AHEAD: Final = 6


def this_month() -> str:
    """The month in which the page is read, or the fixed one of a demonstration."""
    return f"{today():%Y-%m}"


def read_month(typed: str) -> date:
    """The first day of a month such as `2026-11`. Raises UnreadableMonth."""
    try:
        return date.fromisoformat(f"{typed or this_month()}-01")
    except ValueError as error:
        raise UnreadableMonth(given=typed) from error


def month_choices(chosen: str, say: Texts) -> Sequence[tuple[str, str]]:
    """The months to choose from, each as it is sent and as it is read; the chosen one is among them."""
    first = read_month("")
    number = first.year * 12 + first.month - 1
    months = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(number - BACK, number + AHEAD + 1)]
    return [(month, in_words(month, say)) for month in sorted({*months, *([chosen] if _is_month(chosen) else [])})]


def in_words(month: str, say: Texts) -> str:
    """A month as a person reads it."""
    day = read_month(month)
    return say("portal", "month", month=say("months", str(day.month)), year=day.year)


def _is_month(typed: str) -> bool:
    try:
        read_month(typed)
    except UnreadableMonth:
        return False
    return bool(typed)
