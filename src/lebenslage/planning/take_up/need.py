"""How many households have a right, as it was simulated: asked for by a planner, computed in the background, kept as a version."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from lebenslage.authorities.models import Authority, Staff
from lebenslage.planning.take_up.names import FAILED, NEED_LEAST, NEED_MOST, RUNNING, SIMULATED, STATE, WANTED
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.models import Batch, Edition, Figures
from lebenslage.quarters.recording import Import, actor, keep_figures

TITLE = "Wer einen Anspruch auf Wohngeld hat, simuliert"


@dataclass(frozen=True, slots=True)
class Need:
    """Between which numbers the households with a right lie, in the order of the edition's keys; `fitted` rest on local counts."""

    edition: Edition
    on: date
    least: Sequence[float | None]
    most: Sequence[float | None]
    fitted: Collection[str]
    at: datetime


def newest(authority: Authority) -> Need | None:
    """What was simulated last; one query."""
    some = Figures.objects.filter(batch__authority=authority, batch__withdrawn_at=None, indicator__key__in=[NEED_LEAST, NEED_MOST])
    found = {one.indicator.key: one for one in some.select_related("batch", "indicator", "edition").order_by("batch__at", "batch__pk")}
    least, most = found.get(NEED_LEAST), found.get(NEED_MOST)
    if least is None or most is None or least.batch_id != most.batch_id:
        return None
    return Need(least.edition, least.on, least.numbers, most.numbers, frozenset(least.batch.how.get("fitted", ())), least.batch.at)


def state(authority: Authority) -> str:
    """Whether a simulation is asked for, runs, or failed last; empty where none waits."""
    waiting = Batch.objects.filter(authority=authority, origin=SIMULATED, how__has_key=STATE).order_by("-at").first()
    return str(waiting.how[STATE]) if waiting is not None else ""


@transaction.atomic
def want(authority: Authority, *, at: datetime, by: Staff) -> None:
    """Ask for a simulation; the bridge computes it. Where one waits or runs already, or there are no quarters, nothing happens."""
    ours = edition(authority)
    if ours is None or state(authority) in (WANTED, RUNNING):
        return
    Batch.objects.filter(authority=authority, origin=SIMULATED, how__has_key=STATE, how__state=FAILED).delete()
    keep_figures(authority, ours, [], Import(TITLE, authority.name, at, origin=SIMULATED, how={STATE: WANTED}), by=actor(by), name=by.name)
