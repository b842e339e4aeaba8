"""Where rights arrive in Ahornstedt: invented households with Wohngeld beside the rights that the law in force gives made-up households."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from typing import Any, Final

from lebenslage.authorities.models import Authority, Staff
from lebenslage.bridge.need import push_need
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.planning.take_up.names import RECIPIENTS, SIMULATED
from lebenslage.planning.take_up.need import want
from lebenslage.quarters.catalogue import column, edition
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Batch, Kind
from lebenslage.quarters.recording import Import, Meaning, NewColumn, describe, keep_figures
from lebenslage.site.need import PEOPLE, simulated

PERSONS: Final = 20_000


def keep_rights(authority: Authority, planner: Staff, said: Mapping[str, Any]) -> None:
    """Count who receives, and ask for the simulation of who has a right, as a planner does; it is computed at once."""
    ours = edition(authority)
    assert ours is not None
    people = column(authority, PEOPLE, ours, said["on"])
    assert people is not None
    _count(authority, planner, said, people)
    want(authority, at=now(), by=planner)
    waiting = Batch.objects.get(authority=authority, origin=SIMULATED)
    push_need(waiting, simulated(authority, ours, now().date(), most_persons=PERSONS), by=SYSTEM)


def _count(authority: Authority, planner: Staff, said: Mapping[str, Any], people: Column) -> None:
    """So many of a hundred people as the plan says, one quarter after the other: an invented figure and a source that says so."""
    numbers = [float(round(number * rate / 100)) for number, rate in zip(map(_known, people.numbers), cycle(said["of_a_hundred"]))]
    meaning = Meaning(RECIPIENTS, said["name"], said["definition"], Kind.COUNT, said["unit"], said["source"], said["topic"])
    kept = NewColumn(describe(authority, meaning, by=SYSTEM), said["on"], numbers, [Mark.GIVEN] * len(numbers))
    given = Import(said["title"], said["source"], now())
    keep_figures(authority, people.edition, [kept], given, by=SYSTEM, name=planner.name)


def _known(number: float | None) -> float:
    return number or 0.0
