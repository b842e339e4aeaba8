"""The minutes of a Sozialraumkonferenz: what was decided stands first, then who was there and what was said on each point. German."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from lebenslage.law.texts import Texts
from lebenslage.papers.letter import day
from lebenslage.papers.letter import words as all_words
from lebenslage.papers.plain import plain
from lebenslage.papers.press import Attachment, printed

FORMAT: Final = "lebenslage/minutes/1"
TEMPLATE: Final = Path(__file__).with_name("minutes.typ")
ATTACHED_AS: Final = "niederschrift.json"
GERMAN: Final = "de"


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who came: for which side, in which function, and the name, which may stay away."""

    side: str
    function: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision; `due` is the day in words."""

    number: int
    text: str
    responsible: str = ""
    due: str = ""
    votes: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda, with what was noted and decided there."""

    title: str
    notes: str = ""
    decisions: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """Whole minutes. `made` has a zone. A draft says that it is one, and so do minutes for everybody, which name nobody."""

    authority: str
    office: str
    title: str
    day: str
    clock: str
    place: str
    areas: tuple[str, ...]
    present: tuple[Present, ...]
    absent: tuple[str, ...]
    points: tuple[Point, ...]
    decisions: tuple[Decided, ...]
    made: datetime
    approved_by: str = ""
    draft: bool = True
    public: bool = False

    def data(self) -> Mapping[str, Any]:
        """The machine-readable copy."""
        return {"format": FORMAT, **plain(self)}


def minutes_pdf(minutes: MinutesContent) -> bytes:
    """The minutes as PDF, built to PDF/UA-1 and PDF/A-3a, its content attached. Raises ValueError without a zone."""
    attachment = Attachment(ATTACHED_AS, minutes.data(), all_words(GERMAN)("minutes", "attachment"))
    return printed(TEMPLATE, minutes_page(minutes), at=minutes.made, attachment=attachment)


def minutes_page(minutes: MinutesContent) -> Mapping[str, Any]:
    """What the template says, in order."""
    words = all_words(GERMAN)
    return {
        "sheet": {
            "subject": words("minutes", "subject", title=minutes.title, day=minutes.day),
            "language": GERMAN,
            "page": words("letter", "page"),
            "incomplete": words("letter", "incomplete"),
        },
        "authority": minutes.authority,
        "office": minutes.office,
        "kind": words("minutes", _kind(minutes)),
        "title": minutes.title,
        "facts": _rows(words, minutes),
        "decisions": _decisions(words, minutes.decisions),
        "present": {"heading": words("minutes", "present"), "sides": _sides(minutes.present), "none": words("minutes", "nobody")},
        "absent": {"heading": words("minutes", "absent"), "people": list(minutes.absent)},
        "points": [_point(words, number, one) for number, one in enumerate(minutes.points, start=1)],
        "end": _end(words, minutes),
    }


def _kind(minutes: MinutesContent) -> str:
    if minutes.public:
        return "public"
    return "draft" if minutes.draft else "kind"


def _rows(words: Texts, minutes: MinutesContent) -> Sequence[Mapping[str, str]]:
    rows = (
        ("when", ", ".join(part for part in (minutes.day, minutes.clock) if part)),
        ("where", minutes.place),
        ("areas", ", ".join(minutes.areas)),
    )
    return [{"label": words("minutes", name), "value": value} for name, value in rows if value]


def _decisions(words: Texts, decisions: Sequence[Decided]) -> Mapping[str, Any]:
    heads = [words("minutes", "columns", name) for name in ("number", "text", "responsible", "due")]
    rows = [[str(one.number), _with_votes(words, one), one.responsible or "–", one.due or "–"] for one in decisions]
    return {"heading": words("minutes", "decisions"), "heads": heads, "rows": rows, "none": words("minutes", "no_decisions")}


def _with_votes(words: Texts, one: Decided) -> str:
    return words("minutes", "voted", text=one.text, votes=one.votes) if one.votes else one.text


def _sides(present: Sequence[Present]) -> Sequence[Mapping[str, Any]]:
    sides = dict.fromkeys(one.side for one in present)
    return [{"side": side, "people": [_person(one) for one in present if one.side == side]} for side in sides]


def _person(one: Present) -> str:
    return f"{one.name} ({one.function})" if one.name else one.function


def _point(words: Texts, number: int, one: Point) -> Mapping[str, Any]:
    decided = [words("minutes", "decided", number=d.number, text=d.text) for d in one.decisions]
    return {"heading": f"{number}  {one.title}", "notes": one.notes or words("minutes", "no_notes"), "decided": decided}


def _end(words: Texts, minutes: MinutesContent) -> str:
    made = day(words, minutes.made.date())
    if minutes.public:
        return words("minutes", "for_everybody", day=made)
    if minutes.draft:
        return words("minutes", "not_approved", day=made)
    return words("minutes", "approved", by=minutes.approved_by) if minutes.approved_by else ""
