"""What the office must know beside the facts: name, address, contact, bank account. One thing a page, each checked where it is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.portal.apply.stay import ADDRESS, STAY, without_address
from lebenslage.portal.problems import ParticularMissing
from lebenslage.residents.answers import cleaned
from lebenslage.residents.places import particular
from lebenslage.residents.reading import short_enough
from lebenslage.services.definition import Definition, Particular
from lebenslage.services.particulars import read

PAGES: Final[Mapping[str, Sequence[str]]] = {
    "name": ("vorname", "nachname"),
    "anschrift": ("strasse", "hausnummer", "plz", "ort"),
    "aufenthalt": ("aufenthaltsort", "erreichbar"),
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


def pages_for(typed: Typed) -> Sequence[str]:
    """The pages that concern her: her address, or where she stays."""
    other = ADDRESS if without_address(typed) else STAY
    return [page for page in PAGES if page != other]


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


def taken(page: str, definition: Definition, sent: Mapping[str, str], say: Texts) -> tuple[Typed, Mapping[str, str]]:
    """What was typed on a page as it is written on letters, and what is wrong with it, by field. What is not needed may stay empty."""
    kept: dict[str, Sequence[str]] = {}
    wrong: dict[str, str] = {}
    for one in on_page(page, definition):
        name, text = particular(one.id), "".join(cleaned([sent.get(particular(one.id), "")]))
        kept[name] = [text] if text else []
        try:
            kept[name] = [_read(one, text, say)] if text or one.identifies else []
        except Problem as problem:
            wrong[name] = say.problem(problem)
    return kept, wrong


def _read(one: Particular, text: str, say: Texts) -> str:
    if not text:
        raise ParticularMissing(label=say("particulars", one.id, "label"))
    return read(one, short_enough(text))


def missing(page: str, definition: Definition, typed: Typed) -> Sequence[str]:
    """What this page still lacks: what identifies, and what is needed to decide or pay."""
    return [one.id for one in on_page(page, definition) if (one.identifies or one.needed) and not typed.get(particular(one.id))]
