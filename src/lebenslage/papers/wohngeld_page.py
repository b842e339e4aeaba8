"""The Wohngeld notice as `notice.typ` prints it: every sentence and figure of the content in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from lebenslage.benefits import wohngeld
from lebenslage.benefits.wohngeld.rules.freibetraege import gesamteinkommen
from lebenslage.benefits.wohngeld.rules.haushalt import zu_beruecksichtigende
from lebenslage.benefits.wohngeld.rules.hoehe import wohngeld_betrag
from lebenslage.benefits.wohngeld.rules.miete import beruecksichtigte_miete
from lebenslage.benefits.wohngeld.statute import TEXT_OF, parameter
from lebenslage.law.texts import Texts
from lebenslage.papers.letter import contact, day, frame
from lebenslage.papers.letter import words as all_words
from lebenslage.papers.notice import CalculationLine, Dispatch, NoticeContent, Outcome
from lebenslage.papers.press import Attachment, printed
from lebenslage.papers.wohngeld import REPORT, ROOM, kind_of

TEMPLATE: Final = Path(wohngeld.__file__).with_name("notice.typ")
ON_REQUEST: Final = parameter("schwelle_auf_antrag")
KEY_FIGURES: Final = (zu_beruecksichtigende, beruecksichtigte_miete, gesamteinkommen, wohngeld_betrag)
ATTACHED_AS: Final = "bescheid.json"

type Shown = Mapping[str, Any]


def wohngeld_notice_pdf(notice: NoticeContent, *, at: datetime) -> bytes:
    """The notice as PDF, built to PDF/UA-1 and PDF/A-3a, with its content attached as `bescheid.json`."""
    words = all_words(notice.language)
    attachment = Attachment(ATTACHED_AS, notice.data(), words(*ROOM, "attachment"))
    return printed(TEMPLATE, wohngeld_page(notice), at=at, attachment=attachment)


def wohngeld_page(notice: NoticeContent) -> Shown:
    """What the template says, in order."""
    words = all_words(notice.language)
    matter = notice.matter
    references = (
        (words(*ROOM, "case_number"), matter.case_number),
        (words(*ROOM, "applied_on"), day(words, matter.applied_on)),
    )
    granted = matter.outcome is not Outcome.REFUSAL
    return {
        "letter": frame(words, matter.sender, matter.addressee, subject=notice.subject, references=references, dated=matter.dated),
        "draft": words(*ROOM, "draft") if matter.draft else "",
        **wohngeld_body(notice, words),
        "signature": {"as": words(*ROOM, "signature"), "name": matter.signed_by or matter.sender.caseworker},
        "instruction": _instruction(notice, words),
        "law": _law(words) if granted else None,
    }


def wohngeld_body(notice: NoticeContent, words: Texts) -> Shown:
    """The parts that notice and companion share, in order."""
    granted = notice.matter.outcome is not Outcome.REFUSAL
    return {
        "decision": notice.decision,
        "amounts": _amounts(notice, words) if granted else None,
        "reasons": _reasons(notice, words),
        "persons": _persons(notice, words),
        "calculation": _calculation(notice, words),
        "disagree": _disagree(notice, words),
        "duties": _duties(notice, words) if granted else None,
        "more": _more(notice, words) if granted else None,
        "contact": {"heading": words(*ROOM, "contact"), "rows": contact(words, notice.matter.sender)},
    }


def _amounts(notice: NoticeContent, words: Texts) -> Shown:
    assert notice.begins is not None
    assert notice.ends is not None
    payment = notice.matter.payment
    say = _under(words, "amounts")
    rows = [(say["kind"], kind_of(notice.burden, words)), (say["paid"], say["in_advance"])]
    if payment is not None:
        rows += [(say["account"], payment.iban_masked), (say["holder"], payment.holder), ("", payment.note)]
    return {
        **say,
        "from_to": words(*ROOM, "amounts", "from_to", begins=day(words, notice.begins), ends=day(words, notice.ends)),
        "sum": words("format", "money", amount=words.number(notice.amount or 0, 2)),
        "rows": [{"label": label, "value": value} for label, value in rows if value],
    }


def _reasons(notice: NoticeContent, words: Texts) -> Shown:
    matter = notice.matter
    say = _under(words, "reasons")
    told = [
        words(*ROOM, "reasons", "confirmed", by=one.by, on=day(words, one.on), figure=words("figures", one.figure))
        for one in matter.confirmed
    ]
    return {
        **say,
        "because": notice.because,
        "figures": _key_figures(notice, words),
        "own": matter.reasons,
        "help": words(*ROOM, "refused", "help") if matter.outcome is Outcome.REFUSAL else "",
        "basis": words(*ROOM, "reasons", "basis", cites="; ".join(notice.cites)) if notice.cites else "",
        "conditions_list": list(matter.conditions),
        "confirmed": told,
    }


def _key_figures(notice: NoticeContent, words: Texts) -> Sequence[Shown]:
    """The few results on which the amount rests, with the number of their line."""
    said = {line.rule: line for line in notice.lines}
    lines = [said[rule.id] for rule in KEY_FIGURES if rule.id in said]
    return [{"label": line.label, "value": f"{line.value} ({words(*ROOM, 'reasons', 'line', number=line.number)})"} for line in lines]


def _persons(notice: NoticeContent, words: Texts) -> Shown:
    return {
        **_under(words, "persons"),
        "in": [person.name for person in notice.persons if person.counted],
        "out": [{"name": person.name, "why": person.why} for person in notice.persons if not person.counted],
    }


def _calculation(notice: NoticeContent, words: Texts) -> Shown:
    say = _under(words, "calculation")
    rows = [
        {
            "number": str(line.number),
            "person": line.person,
            "label": line.label,
            "sentence": line.sentence if _says_more(line) else "",
            "value": line.value,
            "cites": line.cites,
        }
        for line in notice.lines
    ]
    intro = "none" if not rows else "intro_refusal" if notice.matter.outcome is Outcome.REFUSAL else "intro"
    return {**say, "intro": say[intro], "lines": rows}


def _says_more(line: CalculationLine) -> bool:
    """Whether the sentence tells more than label and value beside it: another figure, or another sentence."""
    rest = line.sentence.replace(line.value, "").rstrip(".")
    return ". " in rest or any(character.isdigit() for character in rest)


def _disagree(notice: NoticeContent, words: Texts) -> Shown:
    told = notice.remedy
    say = _under(words, "disagree")
    key = "until_portal" if notice.matter.dispatch is Dispatch.PORTAL else "until_post"
    until = words(*ROOM, "disagree", key, last=day(words, told.last_day), sent=day(words, told.sent_on))
    how = ", ".join(words(*ROOM, "disagree", "forms", form.value) for form in told.remedy.forms)
    rows = ((say["until"], until), (say["where"], told.where), (say["how"], f"{how}. {say['not_by_mail']}"))
    return {
        "heading": say["heading"],
        "intro": say[told.remedy.kind.value],
        "rows": [{"label": label, "value": value} for label, value in rows],
    }


def _duties(notice: NoticeContent, words: Texts) -> Shown:
    assert notice.ends is not None
    percent = REPORT.on(notice.law_of).value
    limits = {one.name: one.limit for one in notice.reference_amounts}
    duty = {key: words(*ROOM, "duties", key) for key in ("members", "moved", "other_benefit")}
    for name in ("rent", "income"):
        duty[name] = words(*ROOM, "duties", name, percent=percent, threshold=limits[name])
    return {
        **_under(words, "duties"),
        "intro": words(*ROOM, "duties", "intro", ends=day(words, notice.ends)),
        "items": [duty[key] for key in ("members", "rent", "income", "moved", "other_benefit")],
        "table": [{"label": one.label, "value": one.value, "tell": one.tell} for one in notice.reference_amounts],
    }


def _more(notice: NoticeContent, words: Texts) -> Shown:
    assert notice.ends is not None
    say = _under(words, "more")
    percent = ON_REQUEST.on(notice.law_of).value
    again = words(*ROOM, "more", "again", ends=day(words, notice.ends))
    higher = words(*ROOM, "more", "higher", percent=percent)
    return {"heading": say["heading"], "items": [again, higher, say["lower"], say["use"]]}


def _instruction(notice: NoticeContent, words: Texts) -> Shown:
    remedy = notice.remedy.remedy
    months = words(*ROOM, "instruction", "one_month")
    if remedy.months != 1:
        months = words(*ROOM, "instruction", "months", number=remedy.months)
    forms = _joined([words(*ROOM, "instruction", "forms", form.value) for form in remedy.forms], words(*ROOM, "instruction", "or"))
    text = words(*ROOM, "instruction", remedy.kind.value, months=months, forms=forms, where=notice.remedy.where)
    return {"heading": words(*ROOM, "instruction", "heading"), "text": text, "cites": "; ".join(remedy.cites)}


def _law(words: Texts) -> Shown:
    return {**_under(words, "law"), "intro": words(*ROOM, "law", "intro", day=day(words, TEXT_OF))}


def _under(words: Texts, part: str) -> dict[str, str]:
    """The plain strings of a part of the notice."""
    strings: Mapping[str, Any] = words.strings["notice"]["wohngeld"][part]
    return {key: str(value) for key, value in strings.items() if not isinstance(value, Mapping)}


def _joined(parts: Sequence[str], last: str) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"
