"""What was brought, as its pages show it: pictures of its pages, months, how long it holds, and whether it may be hard to read."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.files import workshop
from lebenslage.files.models import Scan
from lebenslage.files.problems import BrokenFile, ManyAtWork
from lebenslage.files.queries import content_of
from lebenslage.journal.clock import today
from lebenslage.law.texts import Texts
from lebenslage.portal.moments import day_in_words
from lebenslage.portal.months import in_words, read_month
from lebenslage.residents.models import Document
from lebenslage.residents.proofs import MONTHS_A_YEAR, holds_until
from lebenslage.residents.queries import file_name
from lebenslage.services.queries import definition

SMALL, MIDDLE, LARGE = 160, 420, 1240
FEW, MANY = 4, 24
MONTHS_BACK: Final = 6
SCANS: Final = {Scan.WAITING.value: "being_checked", Scan.INFECTED.value: "infected"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, its picture where it could be drawn, and sentences about what may be hard to read."""

    number: int
    label: str
    picture: str
    hints: Sequence[str]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that was brought."""

    document: Document
    name: str
    pages: Sequence[Page]
    length: str
    months: str
    holds: str
    notes: Sequence[str]

    @property
    def hints(self) -> Sequence[str]:
        """What may be hard to read on any page, each said once."""
        return list(dict.fromkeys(hint for page in self.pages for hint in page.hints))


@dataclass(frozen=True, slots=True)
class Month:
    """A month to choose."""

    value: str
    label: str
    chosen: bool


def brought(document: Document, say: Texts, *, width: int = SMALL, most: int = FEW) -> Brought:
    """A file as it is shown."""
    drawn = pages(document, say, width=width, most=most)
    number = document.pages or len(drawn)
    words = say("apply", "proofs", "one_page") if number == 1 else say("apply", "proofs", "some_pages", number=number)
    notes = [say("apply", "proofs", key) for scan, key in SCANS.items() if document.blob.scan == scan]
    return Brought(document, file_name(document), drawn, words, months_said(document, say), _holds(document, say), notes)


def pages(document: Document, say: Texts, *, width: int, most: int, first: int = 0) -> Sequence[Page]:
    """The pages of a file with pictures; without them where they cannot be drawn."""
    try:
        drawn = workshop.draw(content_of(document.blob), width=width, most=most, first=first)
    except (BrokenFile, ManyAtWork):
        return []
    total = len(drawn.hints)
    shown = range(first, min(first + most, total))
    return [_page(number, total, picture, drawn.hints[number], say) for number, picture in zip(shown, drawn.pictures, strict=False)]


def _page(number: int, total: int, picture: bytes, hints: Sequence[str], say: Texts) -> Page:
    return Page(
        number=number + 1,
        label=say("apply", "proofs", "page", number=number + 1, pages=total),
        picture=f"data:image/jpeg;base64,{b64encode(picture).decode()}",
        hints=[say("apply", "proofs", "hints", hint) for hint in hints if say.has("apply", "proofs", "hints", hint)],
        first=number == 0,
        last=number == total - 1,
    )


def months_said(document: Document, say: Texts) -> str:
    """The months that a paper shows, in words."""
    return ", ".join(in_words(month, say) for month in document.months.split())


def month_choices(chosen: str, say: Texts) -> Sequence[Month]:
    """This month and some before it, the newest first."""
    now = read_month("")
    number = now.year * MONTHS_A_YEAR + now.month - 1
    back = [f"{n // MONTHS_A_YEAR:04}-{n % MONTHS_A_YEAR + 1:02}" for n in range(number, number - MONTHS_BACK - 1, -1)]
    return [Month(month, in_words(month, say), month in chosen.split()) for month in sorted({*back, *chosen.split()}, reverse=True)]


def _holds(document: Document, say: Texts) -> str:
    kind = definition(document.draft.version).evidence_kind(document.kind) if document.draft is not None else None
    until = holds_until(kind, document.since.date(), document.months)
    if until is None:
        return ""
    return say("apply", "proofs", "holds" if until >= today() else "too_old", day=day_in_words(until, say))
