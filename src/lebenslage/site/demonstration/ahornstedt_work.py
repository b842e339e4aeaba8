"""What Ahornstedt does about its figures: measures with their money, a heat plan, conferences. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from lebenslage.atlas.areas.reading import read_table
from lebenslage.authorities.models import Authority, Staff
from lebenslage.journal.actions import Actor
from lebenslage.journal.clock import at
from lebenslage.quarters.conferences import actions as conferences
from lebenslage.quarters.conferences.changes import Decided, Entry, Meeting, Point, Written
from lebenslage.quarters.conferences.models import Conference, Decision, Progress
from lebenslage.quarters.measures.actions import keep_measure, keep_money, keep_programme
from lebenslage.quarters.measures.changes import Amount, Said
from lebenslage.quarters.places.actions import keep_step

CENTS: Final = 100


def keep_measures(authority: Authority, plan: Mapping[str, Any], money: Path, *, by: Actor) -> None:
    """Keep programmes and measures; `money` is the file of what each quarter gets."""
    programmes = {name: keep_programme(authority, name, aim, by=by) for name, aim in plan["programmes"].items()}
    for one in plan["measures"]:
        fields = {name: value for name, value in one.items() if name not in ("programme", "money", "by_quarter")}
        kept = keep_measure(authority, Said(programme=programmes.get(one.get("programme", "")), **fields), by=by)
        amounts = [Amount(year, _cents(planned), _cents(spent), source) for year, source, planned, spent in one.get("money", ())]
        keep_money(kept, amounts or list(_by_quarter(money, one["by_quarter"])), by=by)


def _by_quarter(money: Path, years: Mapping[int, Sequence[float | None]]) -> Iterator[Amount]:
    table = read_table(money, key="key")
    for year, factors in years.items():
        for key, euros in zip(table.keys, table.numbers("euro")[0].tolist(), strict=True):
            planned, spent = (_cents(None if factor is None else euros * factor) for factor in factors)
            yield Amount(year, planned, spent, area=key)


def _cents(euros: float | None) -> int | None:
    return None if euros is None else round(euros) * CENTS


def keep_heat_plan(authority: Authority, said: Mapping[str, Any], *, by: Actor) -> None:
    """Keep the heat plan of the next summer."""
    for step in said["steps"]:
        keep_step(authority, {"season": said["season"], **step}, by=by)


def keep_contacts(planner: Staff, said: Sequence[Mapping[str, str]]) -> Sequence[int]:
    """Keep the address book; the numbers of its entries."""
    return [conferences.keep_contact(planner.authority, Entry(**one), by=planner).pk for one in said]


def confer(planner: Staff, said: Mapping[str, Any], contacts: Sequence[int], moment: Callable[[date], datetime]) -> None:
    """Plan a conference; where it has been held, hold it on its day, and look later what became of its decisions."""
    with at(moment(said["planned"])):
        names = ("title", "on", "areas", "place", "barrier_free", "letter")
        hours: dict[str, Any] = {name: time.fromisoformat(said[name]) for name in ("starts", "ends")}
        agenda = [Point(one["title"], one["minutes"]) for one in said["agenda"]]
        meeting = Meeting(**{name: said[name] for name in names if name in said}, **hours)
        kept = conferences.keep_conference(planner.authority, meeting, by=planner, agenda=agenda)
        conferences.invite(kept, contacts, by=planner)
    if "steps" in said:
        with at(moment(said["on"])):
            made = _held(kept, said, by=planner)
        with at(moment(said["followed"])):
            for decision, one in zip(made, said["decisions"], strict=True):
                _followed(decision, one, by=planner)


def _held(conference: Conference, said: Mapping[str, Any], *, by: Staff) -> Sequence[Decision]:
    """Who came, what was said and decided, and the steps until the minutes are public."""
    invitations = list(conference.invitations.order_by("pk").values_list("pk", flat=True))
    conferences.note_presence(conference, [invitations[row] for row in said["came"]], by=by)
    items = list(conference.items.all())
    for item, one in zip(items, said["agenda"], strict=True):
        conferences.write_notes(item, Written(one["notes"], one["public"], item.version), by=by)
    made = [_decided(conference, one, items[one["item"]].pk, by=by) for one in said["decisions"]]
    for step in said["steps"]:
        conferences.take_step(conference, step, by=by)
    return made


def _decided(conference: Conference, one: Mapping[str, Any], item: int, *, by: Staff) -> Decision:
    decided = Decided(one["text"], one["responsible"], one["due"], one["votes"], one["public"], item)
    return conferences.decide(conference, decided, by=by)


def _followed(decision: Decision, one: Mapping[str, Any], *, by: Staff) -> None:
    """One decision is done by then, another becomes a measure."""
    if "done" in one:
        conferences.follow_up(decision, Progress.DONE, one["done"], by=by)
    if one.get("measure"):
        conferences.make_measure(decision, by=by)
