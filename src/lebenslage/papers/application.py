"""A finished application on paper, for towns that are not connected: what the office gets in German, and a page for the person before it.

The office may lack an address, the person too: the paper says so, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from lebenslage.law.texts import Texts
from lebenslage.papers.letter import day
from lebenslage.papers.letter import words as all_words
from lebenslage.papers.plain import plain
from lebenslage.papers.press import Attachment, printed
from lebenslage.papers.receipt import Section, answered

FORMAT: Final = "lebenslage/application/1"
TEMPLATE: Final = Path(__file__).with_name("application.typ")
ATTACHED_AS: Final = "antrag.json"
GERMAN: Final = "de"  # the language of the authority (§ 19 Abs. 1 SGB X)
DECLARED: Final = ("complete", "changes", "proofs")
ONE_LINE: Final = 90
STEPS: Final = ("print", "check", "sign", "enclose", "hand_in", "keep")

type Shown = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Office:
    """Where a paper goes. Empty parts are left out; without street and place the person is told to ask at the town hall."""

    authority: str
    office: str = ""
    street: str = ""
    place: str = ""
    phone: str = ""
    mail: str = ""
    hours: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands in the window of the envelope, as far as it is known."""
        return tuple(part for part in (self.authority, self.office, self.street, self.place) if part)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies. A person without an address has `stays`, where she is, and `reached`, how to find her.

    Without `lines` and without `stays` the address is only not said, which a formless application may leave open.
    """

    name: str
    lines: tuple[str, ...] = ()
    stays: str = ""
    reached: tuple[str, ...] = ()

    def home(self, words: Texts) -> str:
        """The address in one line, or that there is none, or none was said."""
        return ", ".join(self.lines) or words("application", "no_address" if self.stays else "not_said")


@dataclass(frozen=True, slots=True)
class ProofAsked:
    """A proof on the list; `enclosed` where it is known to lie with the paper."""

    label: str
    why: str = ""
    alternatives: str = ""
    person: str = ""
    enclosed: bool = False


@dataclass(frozen=True, slots=True)
class ApplicationContent:
    """A whole application. `made` has a zone; `formless_on` is the day of an earlier formless application; all words are German.

    `facts` is the household file, attached. `declarations` are what the signature declares, the usual sentences where there are none.
    `language` is that of the page for the person.
    """

    office: Office
    applicant: Applicant
    number: str
    right: str
    made: datetime
    sections: tuple[Section, ...]
    proofs: tuple[ProofAsked, ...]
    facts: Mapping[str, Any]
    formless_on: date | None = None
    declarations: tuple[str, ...] = ()
    language: str = GERMAN

    def data(self) -> Mapping[str, Any]:
        """The machine-readable copy, with times as `2026-11-24T09:30:00+01:00`."""
        return {"format": FORMAT, **plain(self)}


def application_pdf(application: ApplicationContent) -> bytes:
    """The application as PDF, built to PDF/UA-1 and PDF/A-3a, its content attached as `antrag.json`. Raises ValueError without a zone."""
    attachment = Attachment(ATTACHED_AS, application.data(), all_words(GERMAN)("application", "attachment"))
    return printed(TEMPLATE, application_page(application), at=application.made, attachment=attachment)


def application_page(application: ApplicationContent) -> Shown:
    """What the template says, in order."""
    words = all_words(GERMAN)
    return {
        "for_you": _for_you(application),
        "letter": letter_of(application.applicant, application.office, words, made=application.made, **_about(application, words)),
        "apply": _apply(application, words),
        "proofs": _proofs(application, words),
        "stated": {
            "heading": words("application", "stated", "heading"),
            "wrong": words("application", "stated", "wrong"),
            "sections": [{"heading": one.heading, "rows": [answered(answer) for answer in one.answers]} for one in application.sections],
        },
        "sign": signature(application.applicant, words, application.declarations or _declared(application, words)),
        "sealed": _sealed(application, words),
    }


def _about(application: ApplicationContent, words: Texts) -> dict[str, str]:
    subject = words("application", "subject", right=application.right)
    return {"subject": subject, "number": application.number, "page": words("application", "page", number=application.number)}


def letter_of(applicant: Applicant, office: Office, words: Texts, *, made: datetime, subject: str, number: str, page: str) -> Shown:
    """The part of a content that `letter.typ` draws, where a person writes to an office."""
    said = (
        (words("application", "number"), number),
        *((words("application", "reached"), one) for one in applicant.reached),
        (words("letter", "dated"), day(words, made.date())),
    )
    address = office.lines if office.street or office.place else (*office.lines, words("application", "office_unknown"))
    home = applicant.home(words) if applicant.lines or applicant.stays else ""
    return {
        "language": GERMAN,
        "subject": subject,
        "sender": {
            "authority": short(applicant.name),
            "office": short(home),
            "return_line": short(" · ".join(filter(None, (applicant.name, home)))),
        },
        "address": list(address),
        "references": [{"label": label, "value": value} for label, value in said if value],
        "greeting": words("application", "greeting"),
        "page": page,
        "incomplete": words("letter", "incomplete"),
    }


def short(text: str) -> str:
    """What has one line, cut where it would take several. The whole of it stands in the rows of the paper."""
    return text if len(text) <= ONE_LINE else f"{text[: ONE_LINE - 1].rstrip()}…"


def _apply(application: ApplicationContent, words: Texts) -> Shown:
    sentences = [words("application", "confirm")]
    if application.formless_on:
        sentences.insert(0, words("application", "formless", day=day(words, application.formless_on)))
    return {
        "sentence": words("application", "apply", right=application.right),
        "sentences": [*sentences, *without_address(application.applicant, words)],
        "forward": words("application", "forward"),
        "stamp": words("application", "stamp"),
        "rows": rows_of(application.applicant, words),
    }


def rows_of(applicant: Applicant, words: Texts) -> list[Shown]:
    """Who applies, as pairs of label and value."""
    rows = (
        (words("application", "applicant"), applicant.name),
        (words("application", "address"), applicant.home(words)),
        (words("application", "stays"), applicant.stays),
    )
    return [{"label": label, "value": value} for label, value in rows if value]


def without_address(applicant: Applicant, words: Texts) -> Iterator[str]:
    """How post reaches somebody without an address, or whose address is not said."""
    if applicant.stays:
        yield words("application", "homeless")
    if not applicant.lines:
        reached = "; ".join(applicant.reached)
        yield words("application", "write_to", reached=reached) if reached else words("application", "not_reached")


def _proofs(application: ApplicationContent, words: Texts) -> Shown:
    under = ("application", "proofs")
    heads = {key: words(*under, key) for key in ("heading", "enclosed", "follows", "proof")}
    return {
        **heads,
        "intro": words(*under, "intro" if application.proofs else "none"),
        "rows": [_proof(one, words) for one in application.proofs],
    }


def _proof(proof: ProofAsked, words: Texts) -> Shown:
    label = f"{proof.person}: {proof.label}" if proof.person else proof.label
    key = "ticked_enclosed" if proof.enclosed else "tick_enclosed"
    return {
        "label": label,
        "more": " ".join(part for part in (proof.why, proof.alternatives) if part),
        "enclosed": proof.enclosed,
        "says_enclosed": words("application", "proofs", key, proof=label),
        "says_follows": words("application", "proofs", "tick_follows", proof=label),
    }


def _declared(application: ApplicationContent, words: Texts) -> tuple[str, ...]:
    keys = DECLARED if application.proofs else DECLARED[:-1]
    return tuple(words("application", "sign", "declare", key) for key in keys)


def signature(applicant: Applicant, words: Texts, declarations: tuple[str, ...]) -> Shown:
    """The lines to sign on, and what the signature declares."""
    under = ("application", "sign")
    return {
        "heading": words(*under, "heading"),
        "declare": list(declarations),
        "place": words(*under, "place"),
        "signature": words(*under, "signature", name=short(applicant.name)) if applicant.name else words(*under, "unnamed"),
    }


def _sealed(application: ApplicationContent, words: Texts) -> str:
    return words("application", "sealed", day=day(words, application.made.date()), time=f"{application.made:%H:%M}")


def _for_you(application: ApplicationContent) -> Shown:
    """The page for the person, in her language."""
    words = all_words(application.language)
    office = application.office
    known = bool(office.street or office.place)
    say = {key: words("handover", key) for key in ("yours", "next", "where", "day", "german")}
    where = [words("handover", "mail", mail=office.mail)] if office.mail else []
    return {
        **say,
        "language": words.language.partition("-")[0],
        "title": words("handover", "title", right=application.right),
        "steps": [words("handover", step) for step in STEPS],
        "office": [*office.lines, *(one for one in (office.phone, office.hours) if one)],
        "office_note": ([] if known else [words("handover", "unknown")]) + where,
        "rules": list(_rules(application, words)),
    }


def _rules(application: ApplicationContent, words: Texts) -> Iterator[str]:
    if application.formless_on:
        yield words("handover", "formless", day=day(words, application.formless_on))
    else:
        yield words("handover", "arrives")
    if application.applicant.stays:
        yield words("handover", "no_address")
    yield from (words("handover", key) for key in ("wrong_office", "refuse", "free"))
