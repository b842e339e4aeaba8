"""The receipt of an application, for every right alike: when it came, where to, what was stated, what can follow, what happens next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from lebenslage.law.texts import Texts
from lebenslage.papers.letter import Addressee, Sender, contact, day, frame
from lebenslage.papers.letter import words as all_words
from lebenslage.papers.plain import plain
from lebenslage.papers.press import Attachment, printed

FORMAT: Final = "lebenslage/receipt/1"
TEMPLATE: Final = Path(__file__).with_name("receipt.typ")
ATTACHED_AS: Final = "antrag.json"


@dataclass(frozen=True, slots=True)
class Stated:
    """One answer, as the person reads it. `person` is empty for an answer about the household."""

    label: str
    value: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The answers of one section of the application."""

    heading: str
    answers: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class ProofOpen:
    """A proof that can follow, and until when if that is known."""

    label: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """A whole receipt. `received` is in the zone of the town; `sender` is the authority that decides; `steps` say what happens next.

    `facts` is the application as data (the household file), attached to the PDF.
    """

    sender: Sender
    addressee: Addressee
    number: str
    right: str
    received: datetime
    sections: tuple[Section, ...]
    came: tuple[str, ...]
    open: tuple[ProofOpen, ...]
    steps: tuple[str, ...]
    facts: Mapping[str, Any]
    language: str = "de"

    def data(self) -> Mapping[str, Any]:
        """The machine-readable copy, with times as `2026-11-24T09:30:00+01:00`."""
        return {"format": FORMAT, **plain(self)}


def receipt_pdf(receipt: ReceiptContent) -> bytes:
    """The receipt as PDF, built to PDF/UA-1 and PDF/A-3a, with its content attached as `antrag.json`. Raises ValueError without a zone."""
    words = all_words(receipt.language)
    attachment = Attachment(ATTACHED_AS, receipt.data(), words("receipt", "attachment"))
    return printed(TEMPLATE, receipt_page(receipt), at=receipt.received, attachment=attachment)


def receipt_page(receipt: ReceiptContent) -> Mapping[str, Any]:
    """What the template says, in order."""
    words = all_words(receipt.language)
    dated = receipt.received.date()
    subject = words("receipt", "subject", right=receipt.right)
    references = ((words("receipt", "number"), receipt.number),)
    return {
        "letter": frame(words, receipt.sender, receipt.addressee, subject=subject, references=references, dated=dated),
        "received": {
            "sentence": words("receipt", "received"),
            "day": day(words, dated),
            "time": words("receipt", "time", time=f"{receipt.received:%H:%M}"),
            "rows": _rows(receipt, words),
        },
        "next": {"heading": words("receipt", "next"), "steps": list(receipt.steps)},
        "proofs": _proofs(receipt, words),
        "stated": {
            "heading": words("receipt", "stated"),
            "wrong": words("receipt", "wrong"),
            "sections": [{"heading": section.heading, "rows": [answered(one) for one in section.answers]} for section in receipt.sections],
        },
        "contact": {"heading": words("receipt", "questions"), "rows": contact(words, receipt.sender)},
    }


def _rows(receipt: ReceiptContent, words: Texts) -> list[Mapping[str, str]]:
    sender = receipt.sender
    rows = ((words("receipt", "number"), receipt.number), (words("receipt", "right"), receipt.right), (words("receipt", "to"), sender.seat))
    return [{"label": label, "value": value} for label, value in rows]


def _proofs(receipt: ReceiptContent, words: Texts) -> Mapping[str, Any]:
    return {
        "heading": words("receipt", "proofs"),
        "came_intro": words("receipt", "came") if receipt.came else words("receipt", "none_came"),
        "came": list(receipt.came),
        "open_intro": words("receipt", "open") if receipt.open else words("receipt", "none_open"),
        "open": [_open(one, words) for one in receipt.open],
    }


def _open(proof: ProofOpen, words: Texts) -> str:
    return words("receipt", "until", proof=proof.label, day=day(words, proof.until)) if proof.until else proof.label


def answered(stated: Stated) -> Mapping[str, str]:
    """One answer as a pair of label and value; of a person, with her name."""
    label = f"{stated.person}: {stated.label}" if stated.person else stated.label
    return {"label": label, "value": stated.value}
