"""What forms bring, about to be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Meeting:
    """When, where and about which quarters."""

    title: str
    on: date
    starts: time
    ends: time | None = None
    areas: Sequence[str] = ()
    place: str = ""
    barrier_free: bool = False
    online: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda; without a number it is new."""

    title: str
    minutes: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision."""

    text: str
    responsible: str = ""
    due: date | None = None
    votes: str = ""
    public: bool = False
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """Notes on a point, and the version that their writer had before her."""

    notes: str
    public: bool
    version: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the address book."""

    organisation: str
    function: str
    name: str = ""
    email: str = ""
    side: str = "department"
