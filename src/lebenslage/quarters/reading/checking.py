"""The report on a table before it is kept: rows without an area, areas without a number, what cannot be, what has leapt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Kind
from lebenslage.quarters.reading.figures import Placed, Ready, told
from lebenslage.quarters.reading.findings import Finding, finding, listed
from lebenslage.quarters.reading.how import FIGURES, As
from lebenslage.quarters.reading.numbers import no_value

LEAST_ROWS: Final = 0.5
SUM_TOLERANCE: Final = 0.005
LEAP: Final = 0.5
SMALLEST_LEAP: Final = 10
ENOUGH: Final = 3


def about_rows(at: Placed) -> Iterator[Finding]:
    """Rows that name no area."""
    lost = [row for row, meant in enumerate(at.meant) if meant is None and row not in at.town]
    if not lost:
        return
    few = len(lost) > LEAST_ROWS * len(at.meant)
    rows = listed([f"{at.sheet.lines[row]} („{at.texts[row][:40]}“)" for row in lost], shown=5)
    yield finding("unmatched" if len(lost) > 1 else "unmatched_one", blocking=few, number=len(lost), rows=rows)


def about_codes(at: Placed) -> Iterator[Finding]:
    """Numbers that mean that there is no value; columns with the same rows are told together."""
    together: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for column in at.how.columns:
        if column.kind in FIGURES:
            texts = zip(at.sheet.lines, at.sheet.columns.get(column.heading, ()), strict=False)
            together[tuple(line for line, text in texts if no_value(text))].append(column.heading)
    yield from (finding("no_value", columns=listed(columns), rows=listed(lines)) for lines, columns in together.items() if lines)


def about_columns(
    at: Placed, ready: Sequence[Ready], names: Mapping[str, str], standing: Sequence[Column], today: date
) -> Iterator[Finding]:
    """What is to be said of each column; `standing` are the columns that count until now."""
    for one in ready:
        name = names.get(one.indicator, one.heading)
        yield from _impossible(one, name)
        yield from _sums(one, name)
        yield from _leaps(at, one, name, _before(one, standing))
    yield from _gaps(at, ready, names)
    ahead = sorted({one.on for one in ready if one.on > date(today.year, 12, 31)})
    if ahead:
        yield finding("ahead", day=listed(f"{day:%d.%m.%Y}" for day in ahead))
    bare = [
        names.get(one.indicator, one.heading)
        for one in ready
        if one.stored_kind is Kind.SHARE and one.bases is None and one.kind is not As.PART
    ]
    if bare:
        yield finding("bare_share", columns=listed(dict.fromkeys(bare)))


def _impossible(one: Ready, name: str) -> Iterator[Finding]:
    known = [(number, line) for number, line in zip(one.numbers, one.lines, strict=True) if number is not None]
    below = [line for number, line in known if number < 0]
    if below and one.kind is not As.MEAN:
        yield finding("negative", blocking=True, name=name, rows=listed(below))
    above = [line for number, line in known if number > 100]
    if above and one.kind in (As.SHARE, As.FRACTION):
        yield finding("above_hundred", blocking=True, name=name, rows=listed(above))
    broken = [line for number, line in known if number != int(number)]
    if broken and one.kind is As.COUNT:
        yield finding("half_people", name=name, rows=listed(broken))


def _gaps(at: Placed, ready: Sequence[Ready], names: Mapping[str, str]) -> Iterator[Finding]:
    """Areas without a number; columns with the same gaps are told together."""
    together: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for one in ready:
        empty = tuple(place for place, number in enumerate(one.numbers) if number is None)
        if empty:
            together[empty].append(names.get(one.indicator, one.heading))
    for places, columns in together.items():
        areas = listed((at.edition.names[place] for place in places), shown=5)
        what = "gaps" if len(places) > 1 else "gap"
        yield finding(what, name=listed(dict.fromkeys(columns), shown=4), number=len(places), areas=areas)


def _before(one: Ready, standing: Sequence[Column]) -> Column | None:
    """The version before: the latest one up to this day, or else the nearest."""
    own = [column for column in standing if column.indicator.key == one.indicator]
    return min(own, key=lambda column: (column.on > one.on, abs((column.on - one.on).days)), default=None)


def _sums(one: Ready, name: str) -> Iterator[Finding]:
    total = sum(number for number in one.numbers if number is not None)
    if one.kind is not As.COUNT or one.town is None or abs(total - one.town) <= max(1, SUM_TOLERANCE * abs(one.town)):
        return
    yield finding("sum", name=name, total=told(total), town=told(one.town))


def _leaps(at: Placed, one: Ready, name: str, before: Column | None) -> Iterator[Finding]:
    if before is None or list(before.edition.keys) != list(at.edition.keys):
        return
    pairs = zip(at.edition.names, before.numbers, one.numbers, strict=True)
    leapt = [(area, old, new) for area, old, new in pairs if old is not None and new is not None and _leap(old, new, one.kind)]
    if leapt:
        areas = listed([f"{area} ({told(old)} → {told(new)})" for area, old, new in leapt], shown=ENOUGH)
        yield finding("leaps" if len(leapt) > 1 else "leap", name=name, number=len(leapt), areas=areas, day=f"{before.on:%d.%m.%Y}")


def _leap(old: float, new: float, kind: As) -> bool:
    """Changed by more than half, and by more than a handful of people or points."""
    least = SMALLEST_LEAP if kind is As.COUNT else SMALLEST_LEAP / 2
    return abs(new - old) > LEAP * max(abs(old), 1e-9) and abs(new - old) >= least
