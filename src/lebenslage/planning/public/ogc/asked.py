"""What a request asks for: its parameters, read strictly. One that is unknown or wrong is answered with a sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from lebenslage.planning.public.machines.language import PARAMETER

LEAST, USUAL, MOST = 1, 100, 10_000
OPEN: Final = ("", "..")
FORMATS: Final = ("json", "html")
COMMON: Final = frozenset({"f", PARAMETER})
OF_ITEMS: Final = COMMON | {"bbox", "datetime", "limit", "offset", "key"}


class NotUnderstood(ValueError):
    """A parameter is unknown or wrong: `what` is the name of the sentence that says what would be right, `details` fill it."""

    def __init__(self, what: str, **details: object) -> None:
        """Keep both."""
        super().__init__(what)
        self.what, self.details = what, details


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both within; None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, on: date) -> bool:
        """Whether a day lies within."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of a request for features. A box is west, south, east, north in degrees."""

    box: tuple[float, float, float, float] | None = None
    period: Period | None = None
    limit: int = USUAL
    offset: int = 0
    key: str = ""


def only(given: Collection[str], allowed: Collection[str]) -> None:
    """Refuse what this address does not know. Raises NotUnderstood."""
    unknown = sorted(set(given) - set(allowed))
    if unknown:
        raise NotUnderstood("unknown", given=unknown[0], known=", ".join(sorted(allowed)))


def asked(given: Mapping[str, str]) -> Asked:
    """Read the parameters of a request for features. Raises NotUnderstood."""
    only(given, OF_ITEMS)
    return Asked(
        _box(given["bbox"]) if "bbox" in given else None,
        _period(given["datetime"]) if "datetime" in given else None,
        min(_whole(given, "limit", LEAST, USUAL), MOST),
        _whole(given, "offset", 0, 0),
        given.get("key", ""),
    )


def _whole(given: Mapping[str, str], name: str, least: int, usual: int) -> int:
    text = given.get(name, str(usual))
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= least):
        raise NotUnderstood("whole", name=name, least=least, example=max(least, 10))
    return int(text)


def _box(text: str) -> tuple[float, float, float, float]:
    """Four numbers, or six with heights, which do not count here."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    if len(numbers) != 4 or not all(abs(number) <= 360 for number in numbers) or numbers[1] > numbers[3]:
        raise NotUnderstood("bbox")
    west, south, east, north = numbers
    return west, south, east, north


def _period(text: str) -> Period:
    """A moment, or two with a stroke between; `..` or nothing is open."""
    first, stroke, last = text.partition("/")
    try:
        if not stroke:
            return Period(_day(first), _day(first))
        period = Period(None if first in OPEN else _day(first), None if last in OPEN else _day(last))
        in_order = period.first is None or period.last is None or period.first <= period.last
    except ValueError:
        in_order = False
    if not in_order or (first in OPEN and last in OPEN):
        raise NotUnderstood("datetime")
    return period


def _day(text: str) -> date:
    return date.fromisoformat(text) if len(text) == len("2026-12-31") else datetime.fromisoformat(text.upper()).date()
