"""What a reader of another language meets on a page: its words without those that say they are German, and the names of its controls."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from playwright.sync_api import Page

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
SPOKEN_ATTRIBUTES = ("aria-label", "placeholder", "alt", "title")
# Words that only German has, and that no page of ours can do without in German.
GERMAN = re.compile(
    r"\b(?:und|oder|nicht|Sie|Ihre?|Ihren|Ihnen|Bitte|bitte|Weiter|Zurück|für|wird|werden|haben|sind|können|Antrag|Nachweise?|Frage|Angaben)\b"
)
# Behind its translation stands what German papers call a thing: (Fachstelle für Wohnungsnotfälle).
OFFICIAL_NAME = re.compile(r"\([A-ZÄÖÜ][\w-]+(?: [\w-]+){0,4}\)|“[^”]*”")


@dataclass
class Words(HTMLParser):
    """The words of a page outside of everything that is marked as German; its language; what is read aloud instead of shown."""

    language: str = ""
    pieces: list[str] = field(default_factory=list)
    _marked: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with an empty page."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the language, and what is said of an element."""
        given = dict(attrs)
        inside = bool(self._marked and self._marked[-1])
        if tag == "html":
            self.language = given.get("lang") or ""
        marked = inside or tag in ("script", "style") or (tag != "html" and given.get("lang") == "de")
        if not marked:
            self.pieces += [given[name] or "" for name in SPOKEN_ATTRIBUTES if name in given]
        if tag not in VOID:
            self._marked.append(marked)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag not in VOID and self._marked:
            self._marked.pop()

    def handle_data(self, data: str) -> None:
        """Note words."""
        if not (self._marked and self._marked[-1]):
            self.pieces.append(data)


def read(markup: str) -> Words:
    """Read a page."""
    words = Words()
    words.feed(markup)
    return words


def left_in_german(words: Words, typed: tuple[str, ...] = ()) -> set[str]:
    """German words on a page of another language; what people typed themselves is theirs."""
    text = OFFICIAL_NAME.sub("", " ".join(words.pieces))
    for own in typed:
        text = text.replace(own, "")
    return set(GERMAN.findall(text))


# What a screen reader says of the controls that lead on, by page and language.
CONTROLS: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]] = {
    "de-einfach": {
        "start": (("link", "Hilfe prüfen"), ("link", "Zum Inhalt"), ("navigation", "Sprache")),
        "first-question": (("button", "Weiter"), ("link", "Zurück")),
        "after-person-1-merkmale": (("button", "Weiter"), ("button", "Das weiß ich nicht")),
        "about-name": (("textbox", "Vorname"), ("button", "Weiter")),
        "check-answers": (("button", "Antrag absenden"),),
        "asked": (("link", "Frage beantworten"),),
        "answer": (("button", "Antwort senden"),),
        "decided": (("link", "Brief lesen"),),
        "notice": (("link", "Brief laden (PDF)"),),
    },
    "en": {
        "start": (("link", "Check my rights"), ("link", "Skip to content"), ("navigation", "Language")),
        "first-question": (("button", "Continue"), ("link", "Back")),
        "after-person-1-merkmale": (("button", "Continue"), ("button", "I don't know")),
        "about-name": (("textbox", "First name"), ("button", "Continue")),
        "check-answers": (("button", "Send the application"),),
        "asked": (("link", "Answer the question"),),
        "answer": (("button", "Send the answer"),),
        "decided": (("link", "Read the decision"),),
        "notice": (("link", "Download the decision (PDF)"),),
    },
    "nl": {
        "start": (("link", "Mijn rechten nagaan"), ("link", "Naar de inhoud"), ("navigation", "Taal")),
        "first-question": (("button", "Verder"), ("link", "Terug")),
        "after-person-1-merkmale": (("button", "Verder"), ("button", "Dat weet ik niet")),
        "about-name": (("textbox", "Voornaam"), ("button", "Verder")),
        "check-answers": (("button", "Aanvraag versturen"),),
        "asked": (("link", "Vraag beantwoorden"),),
        "answer": (("button", "Antwoord versturen"),),
        "decided": (("link", "Beslissing lezen"),),
        "notice": (("link", "Beslissing downloaden (PDF)"),),
    },
}

# The same on the pages of sign-in.
DOORS: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]] = {
    "de-einfach": {
        "sign-in": (("textbox", "E-Mail-Adresse"), ("textbox", "Passwort"), ("button", "Anmelden")),
        "second-step": (("textbox", "Code"), ("button", "Anmelden")),
        "passkey": (("textbox", "Name für dieses Gerät"), ("button", "Passkey einrichten")),
        "sign-out": (("button", "Abmelden"),),
        "new-account": (("textbox", "E-Mail-Adresse"), ("button", "Konto anlegen")),
    },
    "en": {
        "sign-in": (("textbox", "E-mail address"), ("textbox", "Password"), ("button", "Sign in")),
        "second-step": (("textbox", "Code"), ("button", "Sign in")),
        "passkey": (("textbox", "A name for this device"), ("button", "Set up the passkey")),
        "sign-out": (("button", "Sign out"),),
        "new-account": (("textbox", "E-mail address"), ("button", "Open an account")),
    },
    "nl": {
        "sign-in": (("textbox", "E-mailadres"), ("textbox", "Wachtwoord"), ("button", "Aanmelden")),
        "second-step": (("textbox", "Code"), ("button", "Aanmelden")),
        "passkey": (("textbox", "Naam voor dit toestel"), ("button", "Passkey instellen")),
        "sign-out": (("button", "Afmelden"),),
        "new-account": (("textbox", "E-mailadres"), ("button", "Account maken")),
    },
}


def unnamed(page: Page, controls: tuple[tuple[str, str], ...]) -> list[str]:
    """The controls that a screen reader does not find under their names."""
    return [f"{role} {name}" for role, name in controls if not page.get_by_role(role, name=name).count()]  # type: ignore[arg-type]  # a role
