"""Writing places, the heat plan and scenarios; each change in the journal, and what is removed can be brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.quarters.places.models import Access, Place, PlaceFile, Scenario, State, Step, Work


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place about to be kept; the fields are those of `Place`."""

    kind: str
    name: str
    x: float
    y: float
    candidate: bool = False
    suits: str = ""
    address: str = ""
    barrier_free: str = Access.UNKNOWN
    hours: str = ""
    price: int | None = None
    capacity: int | None = None
    serves: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Who says so, and for which day."""

    source: str
    on: date


@transaction.atomic
def add(authority: Authority, given: Sequence[NewPlace], known: Known, *, by: Actor, file: PlaceFile | None = None) -> Sequence[Place]:
    """Keep places; those of a file are marked with it, and the file counts as kept."""
    at = now()
    made = [Place(authority=authority, at=at, file=file, **asdict(known), **asdict(one)) for one in given]
    kept = Place.objects.bulk_create(made)
    if file is not None:
        PlaceFile.objects.filter(pk=file.pk).update(kept_at=at)
    _say(authority, "add_places", by, number=len(kept))
    return kept


@transaction.atomic
def change(place: Place, given: NewPlace, known: Known, *, by: Actor) -> None:
    """Correct a place."""
    Place.objects.filter(pk=place.pk).update(**asdict(given), **asdict(known))
    _say(place.authority, "change_place", by, place=place.pk)


@transaction.atomic
def remove(authority: Authority, some: QuerySet[Place], *, by: Actor) -> int:
    """Take places out; they can be brought back. Returns how many."""
    number = some.filter(authority=authority).update(removed_at=now())
    _say(authority, "remove_places", by, number=number)
    return number


@transaction.atomic
def bring_back(authority: Authority, ids: Sequence[int], *, by: Actor) -> int:
    """Bring removed places back. Returns how many."""
    number = Place.objects.filter(authority=authority, pk__in=ids).update(removed_at=None)
    _say(authority, "bring_back_places", by, number=number)
    return number


@transaction.atomic
def receive(authority: Authority, title: str, text: str, how: Mapping[str, Any], *, by: Actor, name: str) -> PlaceFile:
    """Take a list in, to be looked at before it is kept."""
    file = PlaceFile.objects.create(authority=authority, title=title, text=text, how=how, by_name=name, at=now())
    _say(authority, "receive_places", by, file=file.pk)
    return file


def understand(file: PlaceFile, how: Mapping[str, Any]) -> None:
    """Change how the columns of a list are understood; nothing is kept yet."""
    file.how = dict(how)
    file.save(update_fields=["how"])


@transaction.atomic
def keep_step(authority: Authority, given: Mapping[str, Any], *, by: Actor, step: Step | None = None) -> Step:
    """Put a measure into the heat plan, or change it; `given` are fields of `Step`."""
    kept = step or Step(authority=authority, at=now())
    for name, value in given.items():
        setattr(kept, name, value)
    kept.save()
    _say(authority, "keep_heat_step", by, step=kept.pk)
    return kept


@transaction.atomic
def remove_step(step: Step, *, by: Actor, back: bool = False) -> None:
    """Take a measure out of the heat plan, or bring it back."""
    Step.objects.filter(pk=step.pk).update(removed_at=None if back else now())
    _say(step.authority, "bring_back_heat_step" if back else "remove_heat_step", by, step=step.pk)


@transaction.atomic
def begin_season(authority: Authority, season: int, *, by: Actor) -> int:
    """Take over into a season what was left open in the one before; twice is no harm. Returns how many were taken over."""
    left = Step.objects.filter(authority=authority, season=season - 1, removed_at=None, work__in=(Work.OPEN, Work.RUNNING), taken_over=None)
    made = [_next_year(one) for one in left]
    Step.objects.bulk_create(made)
    _say(authority, "begin_heat_season", by, season=season, number=len(made))
    return len(made)


@transaction.atomic
def ask(authority: Authority, kind: str, name: str, terms: Mapping[str, Any], *, by: Actor, who: str) -> Scenario:
    """Keep a question to siting; the answer is computed afterwards."""
    asked = Scenario.objects.create(authority=authority, kind=kind, name=name, terms=dict(terms), by_name=who, at=now())
    _say(authority, "ask_scenario", by, scenario=asked.pk)
    return asked


def answered(scenario: Scenario, result: Mapping[str, Any]) -> None:
    """Keep the answer."""
    _settle(scenario, state=State.DONE, progress=100, result=dict(result), problem="", done_at=now())


def failed(scenario: Scenario, problem: str) -> None:
    """Keep why there is no answer."""
    _settle(scenario, state=State.FAILED, problem=problem, done_at=now())


def told(scenario: Scenario, progress: int) -> None:
    """Keep how far the computation is."""
    _settle(scenario, state=State.RUNNING, progress=progress)


@transaction.atomic
def propose(scenario: Scenario, note: str, *, by: Actor, proposal: bool) -> None:
    """Put a scenario before the council, with a note; of each kind only one is the proposal."""
    if proposal:
        Scenario.objects.filter(authority=scenario.authority, kind=scenario.kind).update(proposal=False)
    _settle(scenario, note=note, proposal=proposal)
    _say(scenario.authority, "propose_scenario" if proposal else "note_scenario", by, scenario=scenario.pk)


@transaction.atomic
def remove_scenario(scenario: Scenario, *, by: Actor, back: bool = False) -> None:
    """Take a scenario away, or bring it back."""
    _settle(scenario, removed_at=None if back else now())
    _say(scenario.authority, "bring_back_scenario" if back else "remove_scenario", by, scenario=scenario.pk)


def _settle(scenario: Scenario, **fields: Any) -> None:
    Scenario.objects.filter(pk=scenario.pk).update(**fields)


def _next_year(step: Step) -> Step:
    due: datetime | date | None = step.due and date(step.due.year + 1, step.due.month, min(step.due.day, 28))
    return Step(
        authority=step.authority,
        season=step.season + 1,
        level=step.level,
        title=step.title,
        department=step.department,
        area=step.area,
        due=due,
        work=step.work,
        note=step.note,
        follows=step,
        at=now(),
    )


def _say(authority: Authority, action: str, by: Actor, **details: Any) -> None:
    record(action, Subject("authority", authority.id, authority.id), by=by, **details)
