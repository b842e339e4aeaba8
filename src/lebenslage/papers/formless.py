"""A formless application: one page that fixes the date. A name or a way to be reached is enough (§ 16 SGB I)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from lebenslage.papers.application import GERMAN, Applicant, Office, Shown, letter_of, rows_of, signature, without_address
from lebenslage.papers.letter import words as all_words
from lebenslage.papers.plain import plain
from lebenslage.papers.press import Attachment, printed

FORMAT: Final = "lebenslage/formless/1"
TEMPLATE: Final = Path(__file__).with_name("formless.typ")
ATTACHED_AS: Final = "antrag.json"
HELP: Final = ("sign", "day", "after")


@dataclass(frozen=True, slots=True)
class FormlessContent:
    """A formless application. `office` is None where the right one is not known; `words` are her own, in any language.

    `made` has a zone; `language` is that of the few lines for the person, the application is German.
    """

    office: Office | None
    applicant: Applicant
    right: str
    made: datetime
    number: str = ""
    words: str = ""
    language: str = GERMAN

    def data(self) -> Mapping[str, Any]:
        """The machine-readable copy."""
        return {"format": FORMAT, **plain(self)}


def formless_pdf(formless: FormlessContent) -> bytes:
    """The formless application as PDF, its content attached. Raises ValueError without a zone, or if nothing says who it is."""
    who = formless.applicant
    if not (who.name.strip() or who.reached or who.stays or who.lines):
        raise ValueError("a formless application needs a name or a way to reach the person")
    attachment = Attachment(ATTACHED_AS, formless.data(), all_words(GERMAN)("formless", "attachment"))
    return printed(TEMPLATE, formless_page(formless), at=formless.made, attachment=attachment)


def formless_page(formless: FormlessContent) -> Shown:
    """What the template says, in order."""
    words, own = all_words(GERMAN), all_words(formless.language)
    office = formless.office or Office(words("formless", "somewhere"))
    who = formless.applicant
    unnamed = [] if who.name.strip() else [words("formless", "unnamed")]
    page = words("formless", "page", number=formless.number).replace("  ", " ")
    subject = words("formless", "subject", right=formless.right)
    return {
        "letter": letter_of(who, office, words, made=formless.made, subject=subject, number=formless.number, page=page),
        "apply": words("formless", "apply", right=formless.right),
        "rows": rows_of(who, words),
        "words": {"heading": words("formless", "words"), "text": formless.words},
        "sentences": [words("formless", "counts"), words("formless", "form"), *unnamed, *without_address(who, words)],
        "stamp": words("application", "stamp"),
        "sign": signature(who, words, ()),
        "help": {
            "language": own.language.partition("-")[0],
            "heading": own("formless_help", "heading"),
            "lines": [own("formless_help", key) for key in HELP],
        },
    }
