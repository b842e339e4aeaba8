"""The letter with which an application goes to an office that is not connected: cover, proofs, answers and data in one sealed PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from django.utils import timezone

from lebenslage.cases.assessment import applied_day
from lebenslage.cases.lines import FactLine, facts_of, proof_label
from lebenslage.cases.models import Case, Evidence, Forwarding
from lebenslage.cases.printing import LANGUAGE, addressee, sections, sender
from lebenslage.files.installation_seal import installation_seal
from lebenslage.journal.clock import now
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.papers.letter import Addressee, frame
from lebenslage.papers.letter import words as paper_words
from lebenslage.papers.press import Attachment, printed
from lebenslage.papers.receipt import Section
from lebenslage.papers.sealing import sealed

FORMAT: Final = "lebenslage/forwarding/1"
TEMPLATE: Final = Path(__file__).with_name("forwarding.typ")
ATTACHED_AS: Final = "antrag.json"


def forwarding_pdf(case: Case, going: Forwarding, reason: str) -> bytes:
    """The letter as PDF, sealed with the key of the installation."""
    say, lines, at = sentences(LANGUAGE), facts_of(case), timezone.localtime(now())
    data = {"format": FORMAT, "number": case.number, "applied": applied_day(case), "facts": {one.place: list(one.typed) for one in lines}}
    attachment = Attachment(ATTACHED_AS, data, say("cases", "forwarding_letter", "attachment"))
    pdf = printed(TEMPLATE, _page(case, going, reason, lines), at=at, attachment=attachment)
    return sealed(pdf, installation_seal(), at=at)


def _page(case: Case, going: Forwarding, reason: str, lines: Sequence[FactLine]) -> Mapping[str, Any]:
    say, at = sentences(LANGUAGE), timezone.localtime(going.at)
    right = say("benefits", case.version.service, "name")
    words: dict[str, str] = {"day": applied_day(case), "office": case.authority.name, "right": right, "reason": reason}
    name, *address = going.address.splitlines()
    head = frame(
        paper_words(LANGUAGE),
        sender(case.authority, going.by),
        Addressee(name, tuple(address)),
        subject=_said(say, "subject", words),
        references=((_said(say, "number", words), case.number),),
        dated=at.date(),
    )
    return {
        "letter": {**head, "greeting": _said(say, "greeting", words)},
        "cover": [_said(say, part, words) for part in ("date", "reason", "law", "told")],
        "applicant": {"heading": _said(say, "applicant", words), "rows": list(_applicant(say, lines))},
        "proofs": {"heading": _said(say, "proofs", words), "none": _said(say, "no_proofs", words), "labels": _proofs(case, say)},
        "stated": {
            "heading": _said(say, "stated", words),
            "sections": [_section(one) for one in sections(lines, say, "forwarding_letter")],
        },
    }


def _said(say: Texts, part: str, words: Mapping[str, str]) -> str:
    return say("cases", "forwarding_letter", part, **words)


def _applicant(say: Texts, lines: Sequence[FactLine]) -> Iterator[Mapping[str, str]]:
    person = addressee({line.place: line.typed for line in lines})
    for part, value in (("name", person.name), ("address", ", ".join(person.lines))):
        if value:
            yield {"label": say("cases", "forwarding_letter", part), "value": value}


def _proofs(case: Case, say: Texts) -> Sequence[str]:
    kinds = Evidence.objects.filter(case=case).order_by("at").values_list("kind", flat=True)
    return [proof_label(kind, say) for kind in kinds]


def _section(section: Section) -> Mapping[str, Any]:
    rows = [{"label": f"{one.person}: {one.label}" if one.person else one.label, "value": one.value} for one in section.answers]
    return {"heading": section.heading, "rows": rows}
