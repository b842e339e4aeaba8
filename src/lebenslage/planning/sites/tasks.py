"""What siting computes and reads in the background. A task may run twice, and leaves nothing half done."""

from __future__ import annotations

from uuid import UUID

from django.tasks import task

from lebenslage.accounts.scope import acting
from lebenslage.kernel.errors import Problem
from lebenslage.planning.sites.atlas_words import why_not
from lebenslage.planning.sites.computing import answer
from lebenslage.planning.sites.problems import NoOutlines
from lebenslage.quarters.places import actions
from lebenslage.quarters.places.ground import areas_of
from lebenslage.quarters.places.models import Scenario, State, StreetMap
from lebenslage.quarters.places.streets import actions as streets
from lebenslage.quarters.places.streets.reading import bounds_of, read, told

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


@task()
def read_map(map_id: int, *, authority: str) -> None:
    """Read a map of streets that a town brought, and keep it, or why it cannot be used."""
    with acting(authority=UUID(authority)):
        map = StreetMap.objects.select_related("authority").get(pk=map_id, authority=UUID(authority))
        if map.state in (State.WAITING, State.RUNNING):
            _read(map)


def _read(map: StreetMap) -> None:
    streets.begun(map)
    try:
        areas = areas_of(map.authority)
        if areas is None:
            raise NoOutlines
        kept = read(map.title, bytes(map.content), bytes(map.nodes), crs=areas.crs, bounds=bounds_of(areas))
        streets.kept(map, kept, told(kept, areas))
    except Problem as problem:
        streets.refused(map, why_not(problem))
