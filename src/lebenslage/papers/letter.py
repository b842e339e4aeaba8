"""What every letter of an authority has: who writes, to whom, about what; and the words of the paper itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from lebenslage.benefits.together.law import TEXT_DIRECTORIES
from lebenslage.law.texts import Texts, texts

OWN_TEXTS: Final = Path(__file__).with_name("texts")


@dataclass(frozen=True, slots=True)
class Sender:
    """The authority that writes, and who answers there. Empty parts are left out."""

    authority: str
    office: str
    street: str
    place: str
    caseworker: str = ""
    room: str = ""
    phone: str = ""
    mail: str = ""
    hours: str = ""

    @property
    def seat(self) -> str:
        """Name and address in one line, as an instruction on a remedy needs it."""
        return ", ".join(part for part in (self.authority, self.office, self.street, self.place) if part)

    @property
    def return_line(self) -> str:
        """The small line above the address."""
        return " · ".join(part for part in (self.authority, self.street, self.place) if part)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter is for: name, then the lines of the address. Without an address it is handed over or read in the portal."""

    name: str
    lines: tuple[str, ...] = ()


@cache
def words(language: str) -> Texts:
    """Every sentence that a paper may need: of the papers, the benefits and the engine."""
    return texts(language, *TEXT_DIRECTORIES, OWN_TEXTS)


def day(words: Texts, when: date) -> str:
    """A day as a letter writes it."""
    return words.day(when.toordinal())


def frame(
    words: Texts, sender: Sender, addressee: Addressee, *, subject: str, references: Sequence[tuple[str, str]], dated: date
) -> Mapping[str, Any]:
    """The part of a content that `letter.typ` draws: letterhead, address, block of references, date, subject, words of the page."""
    said = (
        *references,
        (words("letter", "caseworker"), sender.caseworker),
        (words("letter", "room"), sender.room),
        (words("letter", "phone"), sender.phone),
        (words("letter", "mail"), sender.mail),
        (words("letter", "hours"), sender.hours),
        (words("letter", "dated"), day(words, dated)),
    )
    return {
        "language": words.language.partition("-")[0],
        "subject": subject,
        "sender": {"authority": sender.authority, "office": sender.office, "return_line": sender.return_line},
        "address": [addressee.name, *addressee.lines],
        "references": [{"label": label, "value": value} for label, value in said if value],
        "greeting": words("letter", "greeting", name=addressee.name),
        "page": words("letter", "page"),
        "incomplete": words("letter", "incomplete"),
    }


def contact(words: Texts, sender: Sender) -> Sequence[Mapping[str, str]]:
    """Where help is, as pairs of label and value."""
    room = f"{words('letter', 'room')} {sender.room}" if sender.room else ""
    rows = (
        (words("letter", "caseworker"), sender.caseworker),
        (words("letter", "phone"), sender.phone),
        (words("letter", "mail"), sender.mail),
        (words("letter", "visit"), ", ".join(part for part in (sender.office, sender.street, sender.place, room) if part)),
        (words("letter", "hours"), sender.hours),
    )
    return [{"label": label, "value": value} for label, value in rows if value]
