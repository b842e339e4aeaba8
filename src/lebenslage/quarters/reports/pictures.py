"""The drawings of a report: a map an indicator, where a quarter lies, and where it stands among all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.papers.report import Drawing, Shape
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.looks import EDGE, HALO, INK, Look, hidden, missing, patterns, ramp
from lebenslage.quarters.maps import Picture, drawn_map
from lebenslage.quarters.models import Kind
from lebenslage.quarters.reports.figures import given, number, shown, town_of, with_unit
from lebenslage.quarters.reports.material import Material

CLASSES: Final = 5
QUIET: Final = "#6a7480"
STRONG: Final = "#12406a"
LINE: Final = 40
LETTERS: Final = 'font-family="Fira Sans, sans-serif"'


def map_of(material: Material, column: Column, say: Texts) -> Drawing | None:
    """The map of an indicator, none where the edition has no outlines or no area a number."""
    drawn, numbers = material.edition.drawn, given(column)
    if not drawn or not numbers:
        return None
    limits = _limits(column)
    looks = [*ramp(_words(column, limits, say)), hidden(say("report", "hidden_word")), missing(say("report", "missing_word"))]
    classes = [_class(column, place, limits) for place in range(len(column.numbers))]
    title = say("report", "map_title", name=column.indicator.name, day=_day(column, say))
    said = [f"{name}: {shown(column, place, say)}" for place, name in enumerate(material.edition.names)]
    picture = Picture(drawn, material.edition.names, classes, looks, title, said=said, id=f"k-{column.indicator.key}")
    return Drawing(Shape.MAP, drawn_map(picture, for_print=True), _alt(material, column, say), title, _legend(picture))


def _legend(picture: Picture) -> str:
    """The classes that occur, below each other: swatch, sign, words, and how many areas."""
    rows = [(place, look, sum(one == place for one in picture.classes)) for place, look in enumerate(picture.looks)]
    drawn = [row for row in rows if row[2]]
    lines = "".join(
        f'<g transform="translate(2 {LINE * line + 2})"><rect width="52" height="28" fill="url(#{picture.id}-l-{place})" stroke="{EDGE}"/>'
        f'<text class="map-sign" x="26" y="21" text-anchor="middle" {HALO}>{escape(look.sign)}</text>'
        f'<text class="map-sign" x="66" y="21" {HALO}>{escape(look.word)} ({count})</text></g>'
        for line, (place, look, count) in enumerate(drawn)
    )
    height = LINE * len(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 {height}" width="400" height="{height}" {LETTERS} font-size="20">'
        f"{patterns(picture.looks, f'{picture.id}-l')}{lines}</svg>"
    )


def place_of(material: Material, place: int, say: Texts) -> Drawing | None:
    """Where a quarter lies in its town."""
    if not material.edition.drawn:
        return None
    name, count = material.edition.names[place], len(material.edition.keys)
    look = Look("", "", "r1", "plain")
    picture = Picture(
        material.edition.drawn, material.edition.names, [0] * count, [look], name, labels=[""] * count, chosen=[place], id=f"lage-{place}"
    )
    return Drawing(Shape.PLACE, drawn_map(picture, for_print=True), say("report", "place_alt", name=name, town=material.town))


def standing(material: Material, place: int, columns: Sequence[Column], say: Texts) -> Drawing | None:
    """A line an indicator with a dot for each quarter: this one is filled and larger, the town is a stroke."""
    wanted = [one for one in columns if one.numbers[place] is not None and len(given(one)) > 2]
    if not wanted:
        return None
    height = LINE * len(wanted) + 14
    lines = "".join(_strip(one, place, row, say) for row, one in enumerate(wanted))
    size = f'viewBox="0 0 700 {height}" width="700" height="{height}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {LETTERS} font-size="15">{lines}</svg>'
    told = "; ".join(f"{one.indicator.name} {shown(one, place, say)}" for one in wanted)
    alt = say("report", "standing_alt", name=material.edition.names[place], told=told)
    return Drawing(Shape.STRIPS, svg, alt, say("report", "standing_caption", name=material.edition.names[place]))


def _strip(column: Column, place: int, row: int, say: Texts) -> str:
    y, numbers = LINE * row + 24, [value for _, value in given(column)]
    low, high = min(numbers), max(numbers)
    mine = column.numbers[place]
    assert mine is not None

    def x(value: float) -> float:
        return round(270 + 320 * (value - low) / (high - low), 1) if high > low else 430.0

    town = town_of(column)
    return "".join(
        [
            f'<text x="0" y="{y + 5}" fill="{INK}">{escape(column.indicator.name)}</text>',
            f'<path d="M270 {y}H590" stroke="#c3c9d1" stroke-width="1"/>',
            *(f'<circle cx="{x(value)}" cy="{y}" r="5" fill="none" stroke="{QUIET}" stroke-width="1.2"/>' for value in numbers),
            f'<path d="M{x(town)} {y - 13}V{y + 13}" stroke="{INK}" stroke-width="2.4"/>'
            if town is not None and low <= town <= high
            else "",
            f'<circle cx="{x(mine)}" cy="{y}" r="8" fill="{STRONG}" stroke="#ffffff" stroke-width="2"/>',
            f'<text x="612" y="{y + 5}" font-weight="bold" fill="{INK}">{escape(with_unit(column, mine, say))}</text>',
        ]
    )


def _limits(column: Column) -> Sequence[float]:
    """The upper limits of the classes: the values themselves where they are classes already, else fifths."""
    ordered = sorted(value for _, value in given(column))
    different = sorted(set(ordered))
    if len(different) <= CLASSES:
        return different
    return sorted({ordered[-(-len(ordered) * step // CLASSES) - 1] for step in range(1, CLASSES + 1)})


def _class(column: Column, place: int, limits: Sequence[float]) -> int:
    value = column.numbers[place]
    if value is None:
        return len(limits) + (column.marks[place] is not Mark.SUPPRESSED)
    return next(number for number, most in enumerate(limits) if value <= most)


def _words(column: Column, limits: Sequence[float], say: Texts) -> Sequence[str]:
    if column.indicator.kind == Kind.INDEX and len({value for _, value in given(column)}) == len(limits):
        return [say("report", "class_word", number=number(limit, say, 0)) for limit in limits]
    return list(_ranges(column, limits, say))


def _ranges(column: Column, limits: Sequence[float], say: Texts) -> Iterator[str]:
    low = min(value for _, value in given(column))
    for limit in limits:
        below = [value for _, value in given(column) if low <= value <= limit]
        yield say("report", "range", least=with_unit(column, min(below), say), most=with_unit(column, limit, say))
        low = min((value for _, value in given(column) if value > limit), default=limit)


def _alt(material: Material, column: Column, say: Texts) -> str:
    numbers = given(column)
    least, most = min(numbers, key=lambda one: one[1]), max(numbers, key=lambda one: one[1])
    names = material.edition.names
    return say(
        "report",
        "map_alt",
        name=column.indicator.name,
        day=_day(column, say),
        most=f"{names[most[0]]} ({with_unit(column, most[1], say)})",
        least=f"{names[least[0]]} ({with_unit(column, least[1], say)})",
        hidden=sum(mark is Mark.SUPPRESSED for mark in column.marks),
    )


def _day(column: Column, say: Texts) -> str:
    return say.day(column.on.toordinal())
