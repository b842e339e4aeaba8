"""What siting computes in the background. A task may run twice, and leaves nothing half done."""

from __future__ import annotations

from uuid import UUID

from django.tasks import task

from lebenslage.accounts.scope import acting
from lebenslage.kernel.errors import Problem
from lebenslage.planning.sites.atlas_words import why_not
from lebenslage.planning.sites.computing import answer
from lebenslage.quarters.places import actions
from lebenslage.quarters.places.models import Scenario

PATIENCE = 120.0


@task()
def compute(scenario_id: int, *, authority: str) -> None:
    """Answer a scenario of a town."""
    with acting(authority=UUID(authority)):
        scenario = Scenario.objects.select_related("authority").get(pk=scenario_id, authority=UUID(authority))
        work_out(scenario, seconds=PATIENCE)


def work_out(scenario: Scenario, *, seconds: float) -> bool:
    """Compute and keep the answer, or why there is none. Returns whether nothing more can come."""
    try:
        found = answer(scenario.authority, scenario.kind, scenario.terms, lambda share: actions.told(scenario, share), seconds=seconds)
    except Problem as problem:
        actions.failed(scenario, why_not(problem))
        return True
    actions.answered(scenario, found)
    return bool(found["proven"])
