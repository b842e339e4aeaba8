"""Pushing what was simulated into the quarters: between which numbers the households with a right lie. Nobody real is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from lebenslage.bridge.meanings import meaning_of
from lebenslage.journal.actions import Actor
from lebenslage.planning.take_up.names import NEED_LEAST, NEED_MOST
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Batch, Edition
from lebenslage.quarters.recording import Import, NewColumn, describe, keep_figures


@dataclass(frozen=True, slots=True)
class Simulated:
    """The bounds in the order of the edition's keys; None where nobody was simulated. `fitted` are the keys with local counts."""

    edition: Edition
    on: date
    least: Sequence[float | None]
    most: Sequence[float | None]
    fitted: Sequence[str]
    seeds: Sequence[int]


@transaction.atomic
def push_need(waiting: Batch, found: Simulated, *, by: Actor) -> Batch:
    """Keep what was simulated in place of the version that waited for it."""
    authority = waiting.authority
    columns = [
        NewColumn(describe(authority, meaning_of(key, authority), by=by), found.on, numbers, _marks(numbers))
        for key, numbers in ((NEED_LEAST, found.least), (NEED_MOST, found.most))
    ]
    how = {"fitted": list(found.fitted), "seeds": list(found.seeds)}
    given = Import(waiting.title, columns[0].indicator.source, waiting.at, origin=waiting.origin, how=how)
    kept = keep_figures(authority, found.edition, columns, given, by=by, name=waiting.by_name)
    waiting.delete()
    return kept


def _marks(numbers: Sequence[float | None]) -> Sequence[Mark]:
    return [Mark.MISSING if number is None else Mark.UNCERTAIN for number in numbers]
