"""What the pages of measures show: the list with its filters, and one measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.planning.money.words import euros
from lebenslage.quarters.catalogue import edition, indicators
from lebenslage.quarters.exchange.queries import remarks
from lebenslage.quarters.measures import queries
from lebenslage.quarters.measures.models import Measure, Money, Source, Status
from lebenslage.quarters.measures.queries import Change, Wanted

ROOM: Final = "planning_money"
MANY: Final = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A measure in the list."""

    measure: Measure
    where: str
    status: str
    planned: str
    due: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of a measure."""

    money: Money
    source: str
    where: str
    planned: str
    spent: str


@dataclass(frozen=True, slots=True)
class Past:
    """A line of the history in words."""

    at: str
    who: str
    what: str


def listed(authority: Authority, given: Mapping[str, str], say: Texts, *, on: date) -> Mapping[str, Any]:
    """The list as the address asks for it."""
    wanted = _wanted(given)
    names = _names(authority)
    found = queries.measures(authority, wanted)
    rows = [_row(one, names, say, on) for one in found]
    return {
        "rows": rows,
        "wanted": wanted,
        "filters": _filters(authority, wanted, names, say),
        "counts": queries.counts(authority),
        "sum": euros(sum(money.planned or 0 for one in found for money in one.money.all())),
        "overdue": sum(one.overdue for one in rows),
        "filtered": wanted != Wanted(),
    }


def opened(measure: Measure, say: Texts, *, on: date) -> Mapping[str, Any]:
    """One measure with its money and its history."""
    names = _names(measure.authority)
    wanted = {one.key: one.name for one in indicators(measure.authority)}
    return {
        "measure": measure,
        "row": _row(measure, names, say, on),
        "where": [names.get(key, key) for key in measure.areas],
        "indicators": [wanted.get(key, key) for key in measure.indicators],
        "sums": [_sum(one, names, say) for one in measure.money.all()],
        "history": [_past(one, say) for one in queries.history(measure)],
        "days": {name: day_in_words(getattr(measure, name), say) for name in ("starts", "ends", "due")},
        "about": f"massnahme:{measure.pk}",
        "remarks": remarks(measure.authority, f"massnahme:{measure.pk}"),
    }


def begun(given: Mapping[str, str]) -> Mapping[str, Any]:
    """What a link to a new measure may bring: a title, areas, a department, a day."""
    named = {name: given[name][:160] for name in ("title", "department", "due", "next_step") if given.get(name)}
    return {**named, "areas": [key for key in given.get("gebiete", "").split(",") if key]}


def day_in_words(day: date | None, say: Texts) -> str:
    """A day as it is read; nothing where there is none."""
    return say.day(day.toordinal()) if day else ""


def area_names(keys: Sequence[str], names: Mapping[str, str], say: Texts) -> str:
    """Areas in few words."""
    if not keys:
        return say(ROOM, "whole_town")
    shown = ", ".join(names.get(key, key) for key in keys[:MANY])
    return say(ROOM, "and_more", areas=shown, number=len(keys) - MANY) if len(keys) > MANY else shown


def _wanted(given: Mapping[str, str]) -> Wanted:
    asked = {
        "words": "suche",
        "area": "gebiet",
        "department": "fachbereich",
        "status": "stand",
        "source": "quelle",
        "programme": "programm",
    }
    found = {name: given.get(word, "").strip()[:160] for name, word in asked.items()}
    found["programme"] = found["programme"] if found["programme"].isdecimal() else ""
    return Wanted(**found, removed=given.get("entfernt") == "ja")


def _filters(authority: Authority, wanted: Wanted, names: Mapping[str, str], say: Texts) -> Sequence[Mapping[str, Any]]:
    """Each choice with its name in the address; those without anything to choose are left out."""
    offered: Sequence[tuple[str, str, Sequence[tuple[str, str]]]] = (
        ("gebiet", wanted.area, list(names.items())),
        ("fachbereich", wanted.department, [(one, one) for one in queries.departments(authority)]),
        ("stand", wanted.status, [(one.value, say(ROOM, "status", one.value)) for one in Status]),
        ("quelle", wanted.source, [(one.value, say(ROOM, "source", one.value)) for one in Source]),
        ("programm", wanted.programme, [(str(one.pk), one.name) for one in queries.programmes(authority)]),
    )
    return [
        {"name": name, "label": say(ROOM, "filters", name), "options": [(key, label, key == chosen) for key, label in some]}
        for name, chosen, some in offered
        if some
    ]


def _names(authority: Authority) -> Mapping[str, str]:
    latest = edition(authority)
    return dict(zip(latest.keys, latest.names, strict=True)) if latest else {}


def _row(measure: Measure, names: Mapping[str, str], say: Texts, on: date) -> Row:
    planned = [one.planned for one in measure.money.all() if one.planned is not None]
    return Row(
        measure,
        area_names(measure.areas, names, say),
        say(ROOM, "status", measure.status),
        euros(sum(planned)) if planned else say(ROOM, "no_money"),
        day_in_words(measure.due, say),
        measure.overdue(on),
    )


def _sum(one: Money, names: Mapping[str, str], say: Texts) -> Sum:
    where = names.get(one.area, one.area) if one.area else say(ROOM, "whole_town" if one.measure.townwide else "all_areas")
    planned, spent = (say(ROOM, "unknown") if cents is None else euros(cents) for cents in (one.planned, one.spent))
    return Sum(one, say(ROOM, "source", one.source), where, planned, spent)


def _past(change: Change, say: Texts) -> Past:
    fields = ", ".join(say(ROOM, "fields", name, "label") if say.has(ROOM, "fields", name, "label") else name for name in change.fields)
    what = say(ROOM, "history", change.action)
    return Past(f"{change.at:%d.%m.%Y, %H:%M}", change.by_name or say(ROOM, "history", "nobody"), f"{what}: {fields}" if fields else what)
