"""An appointment as a file that every calendar reads: iCalendar, RFC 5545."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Final

from django.utils import timezone

from lebenslage.quarters.conferences.models import Conference

PRODUCT: Final = "-//Lebenslage//Sozialraumkonferenz//DE"
LONGEST: Final = 73
ESCAPED: Final = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}


def as_ics(conference: Conference, *, at: datetime) -> bytes:
    """The appointment; without an end it lasts two hours."""
    authority, starts = conference.authority, _moment(conference, conference.starts)
    ends = _moment(conference, conference.ends) if conference.ends else starts.replace(hour=min(starts.hour + 2, 23))
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{conference.pk}@lebenslage",
        f"DTSTAMP:{_stamp(at)}",
        f"DTSTART:{_stamp(starts)}",
        f"DTEND:{_stamp(ends)}",
        f"SUMMARY:{_escaped(conference.title)}",
        f"LOCATION:{_escaped(conference.place)}",
        *([f"URL:{conference.online}"] if conference.online else []),
        *([f"ORGANIZER;CN={_quoted(authority.name)}:mailto:{authority.email}"] if authority.email else []),
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _moment(conference: Conference, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(conference.on, clock))


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    return "".join(ESCAPED.get(letter, letter) for letter in text)


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', "'"))


def _folded(line: str) -> Iterator[str]:
    """No line is longer than 75 octets; what goes on begins with a space (RFC 5545, 3.1)."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST:
            yield part
            part = " "
        part += letter
    yield part
