"""A table of figures put on the areas of an edition: one column an indicator and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from lebenslage.atlas.areas.reading.numbers import Place
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Edition, Kind
from lebenslage.quarters.reading.findings import Finding, finding, german, listed
from lebenslage.quarters.reading.guessing import Known
from lebenslage.quarters.reading.how import FIGURES, As, Column, How, day_in
from lebenslage.quarters.reading.matching import Areas, Meant, is_town, matched
from lebenslage.quarters.reading.numbers import Numbers, read
from lebenslage.quarters.reading.sheet import Sheet

DASH: Final = "dash"
KINDS: Final = {As.COUNT: Kind.COUNT, As.MEAN: Kind.MEAN}
type Bases = Callable[[str, date], Sequence[float | None] | None]


@dataclass(slots=True)
class Ready:
    """One indicator at one day, in the order of the edition's keys; `lines` says in which row of the file an area stands (0: in none)."""

    indicator: str
    heading: str
    kind: As
    on: date
    numbers: list[float | None]
    marks: list[Mark]
    lines: list[int]
    bases: list[float | None] | None = None
    town: float | None = None

    @property
    def stored_kind(self) -> Kind:
        """As the catalogue calls it."""
        return KINDS.get(self.kind, Kind.SHARE)


@dataclass(frozen=True, slots=True)
class Placed:
    """The rows of a sheet with their areas; `town` are the rows of the whole town."""

    sheet: Sheet
    how: How
    edition: Edition
    meant: Sequence[Meant | None]
    town: frozenset[int]
    texts: Sequence[str]


@dataclass(slots=True)
class Filled:
    """What came out: columns, and what was found on the way."""

    ready: list[Ready] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def placed(sheet: Sheet, how: How, edition: Edition, town: str) -> Placed:
    """Find the area of each row, by key where there is one, else by name."""
    key, name = how.only(As.KEY), how.only(As.NAME)
    areas = Areas(edition.keys, edition.names, frozenset(how.without))
    main = sheet.columns.get(key or name, ("",) * len(sheet.lines))
    meant = matched(main, areas)
    if key and name in sheet.columns:
        spare = matched(sheet.columns[name], areas)
        meant = [one or other for one, other in zip(meant, spare, strict=True)]
    told = [sheet.columns[one] for one in (key, name) if one in sheet.columns]
    rows = range(len(sheet.lines))
    whole = frozenset(row for row in rows if meant[row] is None and any(is_town(column[row], town) for column in told))
    texts = [" ".join(column[row] for column in told).strip() for row in rows]
    return Placed(sheet, how, edition, meant, whole, texts)


def filled(at: Placed, known: Known, bases: Bases) -> Filled:
    """The columns of a sheet."""
    result = Filled()
    for column in at.how.columns:
        if column.kind in FIGURES and column.heading in at.sheet.columns:
            _fill(result, at, column, known)
    by_key = {(one.indicator, one.on): one for one in result.ready if one.kind is As.COUNT}
    for one in result.ready:
        _based(result, one, known.base_of(one.indicator), by_key, bases)
    return result


def _fill(result: Filled, at: Placed, column: Column, known: Known) -> None:
    texts = at.sheet.columns[column.heading]
    place = Place(at.sheet.file, column.heading, at.sheet.lines)
    said = read(texts, place, decimal=at.sheet.decimal, dash_is_missing=DASH in at.how.without)
    result.findings += _about_cells(said, texts, column, at)
    found: dict[tuple[str, date], Ready] = {}
    twice: list[tuple[int, int]] = []
    for row, (indicator, on) in enumerate(_what(at, column, known)):
        one = found.get((indicator, on)) or found.setdefault((indicator, on), _empty(at, column, indicator, on))
        meant = at.meant[row]
        if meant is None:
            one.town = said.numbers[row] if row in at.town else one.town
        elif one.lines[meant.place]:
            twice.append((one.lines[meant.place], at.sheet.lines[row]))
        else:
            one.numbers[meant.place], one.marks[meant.place] = said.numbers[row], said.marks[row]
            one.lines[meant.place] = at.sheet.lines[row]
    if twice:
        rows = listed([f"{one} und {other}" for one, other in twice], shown=5)
        result.findings.append(finding("twice", blocking=True, column=column.heading, rows=rows))
    result.ready += [_scaled(one) for one in found.values() if any(one.lines)]


def _about_cells(said: Numbers, texts: Sequence[str], column: Column, at: Placed) -> Iterator[Finding]:
    lines = at.sheet.lines
    if said.problem is not None:
        yield Finding("problem", (("problem", said.problem),), blocking=True)
    if said.wrong:
        cells = listed([f"„{text[:20]}“ in Zeile {line}" for line, text in said.wrong], shown=4)
        yield finding("no_number", column=column.heading, cells=cells)
    if said.thousands:
        yield finding("thousands", column=column.heading, given=said.thousands, read=said.thousands.replace(".", ""))
    dashes = [line for line, text in zip(lines, texts, strict=True) if text.strip() == "-"]
    if dashes and DASH not in at.how.without:
        yield finding("dash", column=column.heading, rows=listed(dashes))


def _what(at: Placed, column: Column, known: Known) -> Iterator[tuple[str, date]]:
    """Indicator and day of each row."""
    days, kinds = at.how.only(As.DAY), at.how.only(As.WHAT)
    on = column.on or at.how.on or date.min
    called = {text: known.called(text)[0] for text in set(at.sheet.columns[kinds])} if kinds else {}
    for row in range(len(at.sheet.lines)):
        indicator = called[at.sheet.columns[kinds][row]] if kinds else column.indicator
        yield indicator, (day_in(at.sheet.columns[days][row]) or on) if days else on


def _empty(at: Placed, column: Column, indicator: str, on: date) -> Ready:
    number = len(at.edition.keys)
    return Ready(indicator, column.heading, column.kind, on, [None] * number, [Mark.MISSING] * number, [0] * number)


def _scaled(one: Ready) -> Ready:
    if one.kind is As.FRACTION:
        one.numbers = [None if number is None else round(100 * number, 6) for number in one.numbers]
    return one


def _based(result: Filled, one: Ready, base: str, by_key: dict[tuple[str, date], Ready], bases: Bases) -> None:
    """Give a share its denominators: from the same file, else from what is kept."""
    if one.stored_kind is not Kind.SHARE or not base:
        return
    own = by_key.get((base, one.on))
    found = own.numbers if own else bases(base, one.on)
    one.bases = list(found) if found is not None else None
    if one.kind is As.PART and one.bases is None:
        result.findings.append(finding("no_base", blocking=True, column=one.heading))
    elif one.kind is As.PART:
        _divide(one, result)


def _divide(one: Ready, result: Filled) -> None:
    """A count of people becomes their share in per cent; where nobody is, there is no share."""
    more: list[int] = []
    for place, (number, base) in enumerate(zip(one.numbers, one.bases or [], strict=True)):
        if number is None:
            continue
        if not base:
            one.numbers[place], one.marks[place] = None, Mark.MISSING
            continue
        more += [one.lines[place]] if number > base else []
        one.numbers[place] = round(100 * number / base, 4)
    if more:
        result.findings.append(finding("more_than_all", blocking=True, column=one.heading, rows=listed(more)))
    one.town = None


def by_repair(at: Placed) -> dict[str, list[str]]:
    """What was repaired, by kind: each as `line: text -> area`."""
    found: dict[str, list[str]] = defaultdict(list)
    for row, meant in enumerate(at.meant):
        if meant and meant.repair:
            found[meant.repair].append(f"Zeile {at.sheet.lines[row]}: „{at.texts[row]}“ ist {at.edition.names[meant.place]}")
    return dict(found)


def told(number: float | None) -> str:
    """A number for a sentence."""
    return "–" if number is None else german(number)
