"""The middle of a report: each topic with its maps and the table of all areas, and what changed since the days before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.papers.report import Chapter, Table
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Kind
from lebenslage.quarters.reports.figures import changed, compared, number, shown, town_of, town_shown, with_unit
from lebenslage.quarters.reports.material import Material
from lebenslage.quarters.reports.pictures import map_of

COLUMNS: Final = 5


def themes(material: Material, say: Texts) -> Sequence[Chapter]:
    """A chapter a topic, the index first."""
    return [_theme(material, topic, list(some), say) for topic, some in groupby(material.now, key=lambda one: _topic(one, say))]


def _topic(column: Column, say: Texts) -> str:
    if column.indicator.kind == Kind.INDEX:
        return say("report", "index_topic")
    return column.indicator.topic or say("report", "other_topic")


def _theme(material: Material, topic: str, columns: Sequence[Column], say: Texts) -> Chapter:
    place = "topic-" + "-".join(topic.casefold().split())
    mapped = [one for one in columns if one.indicator.kind != Kind.COUNT]
    maps = [drawing for one in mapped if (drawing := map_of(material, one, say)) is not None]
    meanings = tuple(f"{one.indicator.name}: {one.indicator.definition}" for one in columns)
    tables = tuple(_table(material, topic, some, say) for some in _even(columns))
    return Chapter(
        place, topic, points=meanings, own=material.texts.get(place, ""), writable=True, drawings=tuple(maps), tables=tables, new_page=True
    )


def _even(columns: Sequence[Column]) -> Iterator[Sequence[Column]]:
    """As few tables as the width allows, with nearly as many columns each."""
    number = -(-len(columns) // COLUMNS)
    wide = -(-len(columns) // number)
    yield from (columns[start : start + wide] for start in range(0, len(columns), wide))


def _table(material: Material, topic: str, columns: Sequence[Column], say: Texts) -> Table:
    head = (say("report", "area"), *(_headed(one) for one in columns))
    rows = [(name, *(_bare(one, place, say) for one in columns)) for place, name in enumerate(material.edition.names)]
    town = (material.town, *(town_shown(one, say) for one in columns))
    return Table(say("report", "theme_table", topic=topic), head, (*rows, town), say("report", "table_note"))


def _headed(column: Column) -> str:
    return f"{column.indicator.name} {column.on.year}"


def _bare(column: Column, place: int, say: Texts) -> str:
    return shown(column, place, say)


def development(material: Material, say: Texts) -> Iterator[Chapter]:
    """What changed: the town, and in how many areas it rose or fell beyond chance. Nothing where there is one day alone."""
    pairs = [(one, material.before[one.indicator.key]) for one in material.now if one.indicator.key in material.before]
    if not pairs:
        return
    head = tuple(say("report", "development_head", key) for key in ("name", "then", "now", "change", "rose", "fell"))
    rows = tuple(_developed(material, now, before, say) for now, before in pairs)
    table = Table(say("report", "development_table", town=material.town), head, rows, say("report", "development_note"))
    yield Chapter(
        "development",
        say("report", "development"),
        (say("report", "development_how"),),
        own=material.texts.get("development", ""),
        writable=True,
        tables=(table,),
        new_page=True,
    )


def _developed(material: Material, now: Column, before: Column, say: Texts) -> tuple[str, ...]:
    old, new = town_of(before), town_of(now)
    change = number(new - old, say, 0 if now.indicator.kind == Kind.COUNT else 1) if old is not None and new is not None else "–"
    moves = [one for place in range(len(material.edition.keys)) if (one := compared(now, before, place)) is not None]
    sure = [one for one in moves if one.beyond_chance]
    counted = now.indicator.kind == Kind.SHARE
    return (
        now.indicator.name,
        f"{_or_none(before, old, say)} ({before.on.year})",
        f"{_or_none(now, new, say)} ({now.on.year})",
        f"+{change}" if change[0] not in "-–" and change.strip("0,") else change,
        str(sum(one.difference > 0 for one in sure)) if counted else "–",
        str(sum(one.difference < 0 for one in sure)) if counted else "–",
    )


def _or_none(column: Column, value: float | None, say: Texts) -> str:
    return "–" if value is None else with_unit(column, value, say)


def change_of(material: Material, column: Column, place: int, say: Texts) -> str:
    """What changed in an area, marked where it is more than chance."""
    one = compared(column, material.before.get(column.indicator.key), place)
    said = changed(column, one, say)
    return f"{said} *" if one is not None and one.beyond_chance else said
