"""What planners ask for and only the whole house can compute: found by a chore, done by a worker."""

from __future__ import annotations

import logging
from importlib import import_module

from django.tasks import task

from lebenslage.bridge.need import push_need
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import today
from lebenslage.planning.take_up.names import FAILED, RUNNING, SIMULATED, STATE, WANTED
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.models import Batch

log = logging.getLogger(__name__)


def simulate_wanted() -> int:
    """Hand every simulation that was asked for to a worker; how many. It may run twice."""
    waiting = Batch.objects.filter(origin=SIMULATED, how__state=WANTED)
    for batch in waiting:
        if Batch.objects.filter(pk=batch.pk, how__state=WANTED).update(how={STATE: RUNNING}):
            simulate_need.enqueue(batch.pk)
    return len(waiting)


@task()
def simulate_need(batch: int) -> None:
    """Simulate for the version that waits; where it fails, the planner reads so and may ask again."""
    waiting = Batch.objects.select_related("authority").filter(pk=batch, how__has_key=STATE).first()
    ours = edition(waiting.authority) if waiting is not None else None
    if waiting is None or ours is None:
        return
    try:
        found = import_module("lebenslage.site.need").simulated(waiting.authority, ours, today())
    except Exception:
        Batch.objects.filter(pk=batch).update(how={STATE: FAILED})
        log.exception("the simulation of need %s failed", batch)
        return
    push_need(waiting, found, by=SYSTEM)
