"""What the pages of conferences show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.planning.money.board import day_in_words
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.conferences import queries
from lebenslage.quarters.conferences.anonymous import names_left
from lebenslage.quarters.conferences.models import Conference, Contact, Decision, Invitation, Item, State
from lebenslage.quarters.conferences.steps import possible
from lebenslage.quarters.exchange.queries import remarks

type Side = tuple[str, Sequence[tuple[Contact, bool]]]
ROOM: Final = "planning_conferences"
WHICH: Final = ("open", "overdue", "done")


@dataclass(frozen=True, slots=True)
class Row:
    """A conference in the list."""

    conference: Conference
    day: str
    where: str
    state: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A point of the agenda with its time."""

    item: Item
    at: str
    number: int


@dataclass(frozen=True, slots=True)
class Task:
    """A decision in the list of what is to be done."""

    decision: Decision
    due: str
    overdue: bool
    progress: str


def listed(authority: Authority, say: Texts, *, on: date) -> Mapping[str, Any]:
    """Coming conferences, the next one first, and those before."""
    names = area_names(authority)
    rows = [_row(one, names, say) for one in queries.conferences(authority)]
    overdue = len(queries.decisions(authority, on=on, which="overdue"))
    return {
        "coming": [row for row in reversed(rows) if row.conference.on >= on],
        "past": [row for row in rows if row.conference.on < on],
        "overdue": overdue,
    }


def opened(conference: Conference, role: str, say: Texts, *, on: date) -> Mapping[str, Any]:
    """One conference."""
    names = area_names(conference.authority)
    return {
        "conference": conference,
        "row": _row(conference, names, say),
        "clock": clock(conference, say),
        "areas": [names.get(key, key) for key in conference.areas],
        "agenda": list(timed(conference)),
        "invited": by_side(list(conference.invitations.select_related("contact")), say),
        "tasks": [task(one, say, on) for one in conference.decisions.select_related("measure")],
        "steps": possible(conference.state, role) if conference.removed_at is None else (),
        "today": conference.on <= on,
        "about": f"konferenz:{conference.pk}",
        "remarks": remarks(conference.authority, f"konferenz:{conference.pk}"),
    }


def follow_ups(authority: Authority, given: Mapping[str, str], say: Texts, *, on: date) -> Mapping[str, Any]:
    """Everything decided, as far as it is asked for."""
    which = given.get("stand", "open")
    which = which if which in (*WHICH, "all") else "open"
    responsible = given.get("zustaendig", "").strip()[:80]
    found = queries.decisions(authority, on=on, which=which, responsible=responsible)
    return {"tasks": [task(one, say, on) for one in found], "which": which, "responsible": responsible, "choices": (*WHICH, "all")}


def task(one: Decision, say: Texts, on: date) -> Task:
    """A decision with its state in words."""
    return Task(one, day_in_words(one.due, say), one.overdue(on), say(ROOM, "progress", one.progress))


def timed(conference: Conference) -> Iterator[Timed]:
    """The points with the time at which each begins."""
    now = datetime.combine(conference.on, conference.starts)
    for number, item in enumerate(conference.items.all(), start=1):
        yield Timed(item, f"{now:%H:%M}", number)
        now += timedelta(minutes=item.minutes)


def previewed(conference: Conference, content: Mapping[str, Any], say: Texts) -> Mapping[str, Any]:
    """What everybody will read, and what in it still looks like a name."""
    texts = [part[name] for part in (*content["items"], *content["decisions"]) for name in ("title", "notes", "text") if name in part]
    decisions = [{**one, "due": day_in_words(date.fromisoformat(one["due"]), say) if one["due"] else ""} for one in content["decisions"]]
    return {
        "conference": conference,
        "content": {**content, "decisions": decisions},
        "day": day_in_words(conference.on, say),
        "names": names_left(texts),
        "ready": conference.state == State.APPROVED,
    }


def by_side(invitations: Sequence[Invitation], say: Texts) -> Sequence[tuple[str, Sequence[Invitation]]]:
    """The invited under the side for which they come."""
    sides = dict.fromkeys(one.contact.side for one in invitations)
    return [(say(ROOM, "side", side), [one for one in invitations if one.contact.side == side]) for side in sides]


def contacts_by_side(
    contacts: Sequence[Contact], chosen: Sequence[int], say: Texts
) -> Sequence[tuple[str, Sequence[tuple[Contact, bool]]]]:
    """The address book under its sides, with who is asked."""
    sides = dict.fromkeys(one.side for one in contacts)
    return [(say(ROOM, "side", side), [(one, one.pk in chosen) for one in contacts if one.side == side]) for side in sides]


def invitation(conference: Conference, say: Texts) -> str:
    """The text of the invitation, ready to be copied."""
    where = [conference.place, say(ROOM, "letter", "barrier_free") if conference.barrier_free else ""]
    lines = [
        say(ROOM, "letter", "greeting"),
        say(ROOM, "letter", "invite", title=conference.title, day=day_in_words(conference.on, say), clock=clock(conference, say)),
        *([say(ROOM, "letter", "place", place=". ".join(part for part in where if part))] if any(where) else []),
        *([say(ROOM, "letter", "online", address=conference.online)] if conference.online else []),
        *([conference.letter] if conference.letter else []),
        "\n".join([say(ROOM, "letter", "agenda"), *(f"{one.at}  {one.item.title}" for one in timed(conference))]),
        say(ROOM, "letter", "end", authority=conference.authority.name),
    ]
    return "\n\n".join(lines)


def clock(conference: Conference, say: Texts) -> str:
    """From when until when."""
    if conference.ends is None:
        return say(ROOM, "from", start=_clock(conference.starts))
    return say(ROOM, "from_to", start=_clock(conference.starts), end=_clock(conference.ends))


def area_names(authority: Authority) -> Mapping[str, str]:
    """The names of the areas by key."""
    latest = edition(authority)
    return dict(zip(latest.keys, latest.names, strict=True)) if latest else {}


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02d}" if at.minute else str(at.hour)


def _row(one: Conference, names: Mapping[str, str], say: Texts) -> Row:
    where = ", ".join(names.get(key, key) for key in one.areas) or say(ROOM, "whole_town")
    return Row(one, day_in_words(one.on, say), where, say(ROOM, "state", one.state))
