"""The briefing sheet: a quarter in five sentences, its figures beside the town, what is done there, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.offers.models import Service
from lebenslage.offers.queries import of_area as offers_of_area
from lebenslage.planning.conferences.pages import ROOM, Task, clock, task, timed
from lebenslage.planning.conferences.profile import Figure, figures_of, is_class, shares
from lebenslage.planning.glance import month_in_words
from lebenslage.planning.money.board import day_in_words
from lebenslage.planning.money.need import residents
from lebenslage.planning.money.words import euros, number, signed
from lebenslage.planning.page import INDICATORS
from lebenslage.quarters.catalogue import columns, edition
from lebenslage.quarters.columns import Column
from lebenslage.quarters.conferences import queries
from lebenslage.quarters.conferences.models import Conference, Decision
from lebenslage.quarters.measures.models import Measure
from lebenslage.quarters.measures.queries import measures
from lebenslage.quarters.measures.spending import People, laid_out
from lebenslage.quarters.models import Edition, Kind
from lebenslage.quarters.queries import Table, months_of, table

WIDTH: Final = 160
EDGE: Final = 6
MOST_NAMED: Final = 3
MOST_OFFERS: Final = 8
POPULATION: Final = ("population", "bevoelkerung", "einwohner")


@dataclass(frozen=True, slots=True)
class Strip:
    """Where all quarters lie on a line, and this one among them; in a drawing 160 wide."""

    others: Sequence[float]
    town: float | None
    here: float


@dataclass(frozen=True, slots=True)
class Line:
    """A figure as the sheet shows it."""

    name: str
    value: str
    town: str
    words: str
    change: str
    strip: Strip
    clear: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One quarter."""

    key: str
    name: str
    sentences: Sequence[str]
    lines: Sequence[Line]
    measures: Sequence[tuple[Measure, str, str]]
    offers: Sequence[Service]
    rights: str
    sources: str


@dataclass(frozen=True, slots=True)
class _Known:
    """Everything that the sheets of a conference are made of, asked for once."""

    edition: Edition
    columns: Sequence[Column]
    people: People
    measures: Sequence[Measure]
    decisions: Sequence[Decision]
    months: Sequence[date]
    rights: Table


def briefed(conference: Conference, say: Texts, *, on: date) -> Mapping[str, Any]:
    """The whole briefing."""
    latest, authority = edition(conference.authority), conference.authority
    last = queries.last_before(conference)
    names = dict(zip(latest.keys, latest.names, strict=True)) if latest else {}
    keys = [key for key in conference.areas if key in names]
    known = _known(authority, latest, on) if latest and keys else None
    decided = last.decisions.select_related("measure", "conference") if last else ()
    return {
        "conference": conference,
        "day": day_in_words(conference.on, say),
        "clock": clock(conference, say),
        "where": ", ".join(names.get(key, key) for key in conference.areas) or say(ROOM, "whole_town"),
        "sheets": [_sheet(authority, known, key, say, on) for key in keys] if known else [],
        "agenda": list(timed(conference)),
        "last": last,
        "last_day": day_in_words(last.on, say) if last else "",
        "tasks": [task(one, say, on) for one in decided],
    }


def _known(authority: Authority, latest: Edition, on: date) -> _Known:
    months = months_of(authority, INDICATORS)[:1]
    return _Known(
        latest,
        columns(authority, latest),
        dict(zip(latest.keys, residents(authority, latest)[0], strict=True)),
        measures(authority),
        queries.decisions(authority, on=on, which="open"),
        months,
        table(authority, INDICATORS, months),
    )


def _sheet(authority: Authority, known: _Known, key: str, say: Texts, on: date) -> Sheet:
    figures = figures_of(known.columns, known.edition, key)
    comparable, name = shares(figures), known.edition.names[known.edition.keys.index(key)]
    here = [one for one in known.measures if key in one.areas]
    tasks = [task(one, say, on) for one in known.decisions if not one.conference.areas or key in one.conference.areas]
    return Sheet(
        key,
        name,
        list(_sentences(name, figures, here, tasks, say)),
        [_line(one, say) for one in sorted(comparable, key=lambda one: (one.burden is not True, -one.off))],
        [(one, say("planning_money", "status", one.status), _money(one, key, known, say)) for one in here],
        offers_of_area(authority, key)[:MOST_OFFERS],
        _rights(known, key, say),
        _sources(comparable, say),
    )


def _sentences(name: str, figures: Sequence[Figure], measures: Sequence[Measure], tasks: Sequence[Task], say: Texts) -> Iterator[str]:
    """Five sentences at most: who lives here, what weighs, what has changed, what is done, what is open."""
    people = next((one for one in figures if one.indicator.key in POPULATION), None)
    if people and people.town:
        told = {"number": number(people.value), "share": number(100 * people.value / people.town, 1), "town": number(people.town)}
        yield say(ROOM, "brief", "people", name=name, **told)
    for one in figures:
        if is_class(one):
            told = {"name": one.indicator.name, "now": number(one.value), "classes": number(max(one.values))}
            yield say(ROOM, "brief", "unsure_class" if one.unsure else "class", **told)
    yield _against_town(shares(figures), say)
    yield _development(shares(figures), say)
    running = [one.title for one in measures if one.goes_on]
    yield say(ROOM, "brief", "measures", number=len(running), titles=_named(running, say)) if running else say(ROOM, "brief", "no_measures")
    if tasks:
        late = sum(one.overdue for one in tasks)
        yield say(ROOM, "brief", "late" if late else "open", number=len(tasks), late=late)


def _against_town(figures: Sequence[Figure], say: Texts) -> str:
    worse = sorted((one for one in figures if one.burden is True), key=lambda one: -one.off)
    if worse:
        return say(ROOM, "brief", "burdens", names=_named([one.indicator.name for one in worse], say))
    better = [one.indicator.name for one in figures if one.burden is False]
    return say(ROOM, "brief", "better", names=_named(better, say)) if better else say(ROOM, "brief", "like_town")


def _development(figures: Sequence[Figure], say: Texts) -> str:
    changed = sorted((one for one in figures if one.changed), key=lambda one: -abs(one.change))
    if not changed:
        return say(ROOM, "brief", "steady" if any(one.before is not None for one in figures) else "no_before")
    first = changed[0]
    told = {
        "name": first.indicator.name,
        "before": number(first.before or 0, 1),
        "now": number(first.value, 1),
        "unit": first.indicator.unit,
    }
    return say(ROOM, "brief", "rose" if first.change > 0 else "fell", year=first.before_on.year if first.before_on else "", **told)


def _named(names: Sequence[str], say: Texts) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    return say(ROOM, "brief", "and_more", names=shown, number=len(names) - MOST_NAMED) if len(names) > MOST_NAMED else shown


def _line(one: Figure, say: Texts) -> Line:
    change = say(ROOM, "change", "sure" if one.changed else "chance", change=signed(one.change)) if one.before is not None else "–"
    words = say(ROOM, "against", one.against)
    town = "–" if one.town is None else number(one.town, 1)
    clear = one.burden is True
    return Line(_with_unit(one), number(one.value, 1), town, words, change, _strip(one), clear)


def _with_unit(one: Figure) -> str:
    return f"{one.indicator.name} (%)" if one.indicator.kind == Kind.SHARE else one.indicator.name


def _strip(one: Figure) -> Strip:
    least, most = min(one.values), max(one.values)
    scale = (WIDTH - 2 * EDGE) / ((most - least) or 1.0)

    def at(value: float) -> float:
        return round(EDGE + (value - least) * scale, 1)

    return Strip([at(value) for value in one.values], None if one.town is None else at(one.town), at(one.value))


def _money(one: Measure, key: str, known: _Known, say: Texts) -> str:
    """What is planned for this quarter in the latest year with money: its share, not the whole measure."""
    amounts = list(one.money.all())
    year = max((money.year for money in amounts), default=None)
    placed = laid_out([money for money in amounts if money.year == year], "planned", known.edition.keys, known.people)
    here = placed.by_area.get(key)
    return say(ROOM, "brief", "money", sum=euros(here), year=year) if here else say("planning_money", "no_money")


def _rights(known: _Known, key: str, say: Texts) -> str:
    """What was published last of applications in this quarter; nothing where nothing was."""
    line = next((one for one in known.rights.lines if one.area and one.area.key == key), None)
    if line is None or not known.months:
        return ""
    cells = [line.cell(one, known.months[0]) for one in INDICATORS]
    came, granted = (say("planning", cell.quality) if cell.value is None else number(cell.value) for cell in cells)
    return say(ROOM, "brief", "rights", month=month_in_words(known.months[0], say), came=came, granted=granted)


def _sources(figures: Sequence[Figure], say: Texts) -> str:
    days = sorted({one.on for one in figures})
    sources = ", ".join(sorted({one.indicator.source for one in figures}))
    return say(ROOM, "sources", sources=sources, day=day_in_words(days[-1], say)) if days else ""
