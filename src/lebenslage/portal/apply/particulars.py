"""What the office must know beside the facts: name, address, contact, bank account. One thing a page, each checked where it is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.portal.problems import ParticularMissing, WrongIban, WrongMail, WrongPostcode
from lebenslage.residents.places import particular
from lebenslage.services.definition import Definition, Particular

PAGES: Final[Mapping[str, Sequence[str]]] = {
    "name": ("vorname", "nachname"),
    "anschrift": ("strasse", "hausnummer", "plz", "ort"),
    "kontakt": ("telefon", "email"),
    "konto": ("iban", "kontoinhaber"),
}

# What a browser may fill in (WCAG 1.3.5), by id.
AUTOCOMPLETE: Final[Mapping[str, str]] = {
    "vorname": "given-name",
    "nachname": "family-name",
    "strasse": "address-line1",
    "plz": "postal-code",
    "ort": "address-level2",
    "telefon": "tel",
    "email": "email",
}
MODES: Final[Mapping[str, str]] = {"postcode": "numeric", "phone": "tel", "mail": "email"}
type Typed = Mapping[str, Sequence[str]]
MAIL: Final = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]{2,}$")
POSTCODE: Final = re.compile(r"^\d{5}$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a page."""

    name: str
    label: str
    value: str
    hint: str
    autocomplete: str
    mode: str
    error: str = ""


def on_page(page: str, definition: Definition) -> Sequence[Particular]:
    """The particulars that a page asks for; none where there is no such page."""
    found = [definition.particular(id) for id in PAGES.get(page, ())]
    return [one for one in found if one is not None]


def entries(page: str, definition: Definition, typed: Typed, say: Texts, errors: Mapping[str, str]) -> Sequence[Entry]:
    """The fields of a page with what is known."""
    return [
        Entry(
            name=particular(one.id),
            label=say("particulars", one.id, "label"),
            value=" ".join(typed.get(particular(one.id), ())),
            hint=say("particulars", one.id, "help") if say.has("particulars", one.id, "help") else "",
            autocomplete=AUTOCOMPLETE.get(one.id, "off"),
            mode=MODES.get(one.kind, "text"),
            error=errors.get(particular(one.id), ""),
        )
        for one in on_page(page, definition)
    ]


def wrong(page: str, definition: Definition, typed: Mapping[str, str], say: Texts) -> Mapping[str, Problem]:
    """What is wrong on a page, by field. What is not needed may stay empty."""
    found = {particular(one.id): _wrong(one, typed.get(particular(one.id), ""), say) for one in on_page(page, definition)}
    return {name: problem for name, problem in found.items() if problem is not None}


def _wrong(one: Particular, text: str, say: Texts) -> Problem | None:
    if not text:
        return ParticularMissing(label=say("particulars", one.id, "label")) if one.identifies else None
    if one.kind == "postcode" and not POSTCODE.match(text):
        return WrongPostcode()
    if one.kind == "mail" and not MAIL.match(text):
        return WrongMail()
    return WrongIban() if one.kind == "iban" and not _is_iban(text) else None


def _is_iban(text: str) -> bool:
    try:
        IBAN(text)
    except SchwiftyException:
        return False
    return True


def missing(page: str, definition: Definition, typed: Typed) -> Sequence[str]:
    """What this page still lacks: what identifies, and what is needed to decide or pay."""
    return [one.id for one in on_page(page, definition) if (one.identifies or one.needed) and not typed.get(particular(one.id))]


def names(fields: Sequence[Particular]) -> Sequence[str]:
    """The names of the fields of a page."""
    return [particular(one.id) for one in fields]
