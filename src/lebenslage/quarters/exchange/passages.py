"""A text of another town in one's own report: put into the newest draft below what stands there, with its source, and taken out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction

from lebenslage.authorities.models import Staff
from lebenslage.journal.clock import now
from lebenslage.quarters.exchange.contents import Block
from lebenslage.quarters.exchange.models import Taken
from lebenslage.quarters.reports import actions
from lebenslage.quarters.reports.models import Report, State
from lebenslage.quarters.reports.queries import newest_draft, report

PUT: Final = "put"
EVERYWHERE: Final = frozenset({"summary", "striking", "development", "method", "foreword", "outlook"})
OTHERWISE: Final = "outlook"
"""A text on a quarter or a topic of the other town has no place of its own here."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a taken text stands, word for word."""

    report: Report
    place: str
    text: str


def passage_of(taken: Taken) -> Passage | None:
    """Where it stands in a draft; None where it was not put, was taken out or rewritten, or where the draft is none any more."""
    put: Any = taken.content.get(PUT)
    found = report(taken.authority, put["report"]) if put else None
    if found is None or found.state != State.DRAFT:
        return None
    stands = found.blocks.filter(place=put["place"], text__contains=put["text"]).exists()
    return Passage(found, put["place"], put["text"]) if stands else None


@transaction.atomic
def put_in(taken: Taken, *, by: Staff) -> None:
    """Put it into the newest draft, once; where there is no draft nothing happens. Raises TooMuchText."""
    draft = newest_draft(by.authority)
    if draft is None or passage_of(taken) is not None:
        return
    content = Block.model_validate({name: value for name, value in taken.content.items() if name != PUT})
    text = f"{content.text}\n\n({taken.provenance})"
    place = content.place if content.place in EVERYWHERE else OTHERWISE
    actions.add_passage(draft, place, text, by=by, at=now())
    _remember(taken, {PUT: {"report": draft.pk, "place": place, "text": text}})


@transaction.atomic
def take_out(taken: Taken, *, by: Staff) -> None:
    """Take it out again; what the own town wrote beside it stays."""
    found = passage_of(taken)
    if found is not None:
        actions.take_passage_out(found.report, found.place, found.text, by=by, at=now())
        _remember(taken, {})


def _remember(taken: Taken, more: dict[str, Any]) -> None:
    taken.content = {name: value for name, value in taken.content.items() if name != PUT} | more
    taken.save(update_fields=["content"])
