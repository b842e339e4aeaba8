"""What is hidden of new columns: the small, what would tell it, and the attack on the result beside everything released before."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Flags
from lebenslage.atlas.disclosure.attack import Attack, Told
from lebenslage.atlas.disclosure.hanging import Impossible
from lebenslage.atlas.disclosure.moves import Stuck
from lebenslage.atlas.disclosure.repair import cleaned, repaired
from lebenslage.atlas.progress import Progress, silently
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Edition, Kind
from lebenslage.quarters.releasing.maps import name_of, pieces_of
from lebenslage.quarters.releasing.parts import hidden_by_parts
from lebenslage.quarters.releasing.problems import FiguresDisagree, TellsTooMuch
from lebenslage.quarters.releasing.quantities import DECIMALS, Role, is_count, is_share, quantities, whole_share
from lebenslage.quarters.releasing.system import TOWN, Sheet, System, shown_by, system_of

MINIMUM: Final = 5
NEARLY: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Day:
    """The system of one day, with the sheets it was made of."""

    system: System
    sheets: Sequence[Sheet]


def day_of(published: Sequence[Column], fresh: Sequence[Column], minimum: int = MINIMUM) -> Day:
    """All columns of people of one day, of all editions."""
    editions = {name_of(one.edition): one.edition for one in (*published, *fresh)}
    sheets = [_sheet(edition, [one for one in published if _is_of(one, edition)], [one for one in fresh if _is_of(one, edition)])
              for edition in editions.values()]  # fmt: skip
    return Day(system_of(sheets, pieces_of(list(editions.values())), minimum), sheets)


def hidden_in(day: Day, progress: Progress = silently) -> Flags:
    """Which cells to hide: found part by part, and at once where the parts together tell too much.

    Raises TellsTooMuch where even hiding everything new is not enough, and FiguresDisagree.
    """
    with suppress(TellsTooMuch):
        found = hidden_by_parts(day.system, day.sheets, progress)
        if found is not None:
            hidden = with_bases(day, found)
            attack(day, hidden, progress)
            return hidden
    return _hidden_at_once(day, progress)


def _hidden_at_once(day: Day, progress: Progress) -> Flags:
    puzzle = day.system.puzzle()
    start = repaired(puzzle, puzzle.small, progress)
    if start is None:
        raise _told(day, next(puzzle.told(puzzle.free)))
    hidden = with_bases(day, cleaned(puzzle, start, lambda: False, progress))
    attack(day, hidden, progress)
    return hidden


def with_bases(day: Day, hidden: Flags) -> Flags:
    """Where a base is hidden, the share of it is hidden too: a rounded share of few says how many they are."""
    hidden = hidden.copy()
    for sheet in day.sheets:
        for part, base in sheet.quantities.base_of.items():
            for key in (*sheet.keys, TOWN):
                cell, of = (day.system.at[name, (sheet.edition, key)] for name in (part, base))
                hidden[cell] |= hidden[of] or not (day.system.fresh[of] or day.system.known[of][0] == day.system.known[of][1])
    return hidden


def attack(day: Day, hidden: Flags, progress: Progress = silently) -> None:
    """Try to compute small counts from what would be published. Raises TellsTooMuch, FiguresDisagree."""
    matrix, system = day.system.matrix(), day.system
    try:
        told = list(Attack(matrix, system.knowledge(hidden)).told(system.demand(), progress))
        before = {one.cell: one for one in Attack(matrix, system.knowledge(np.array(system.fresh))).told(system.demand())} if told else {}
    except Impossible as impossible:
        raise FiguresDisagree() from impossible
    for one in told:
        if one.cell not in before or one.most - one.least < before[one.cell].most - before[one.cell].least - NEARLY:
            raise _told(day, one)


def veiled(day: Day, column: Column, hidden: Flags) -> Column:
    """A column as it is published: shares rounded, small figures and what would tell them left out."""
    sheet = next(one for one in day.sheets if one.edition == name_of(column.edition))
    shown = shown_by(day.system, sheet, column.indicator.key, hidden)
    numbers = [_rounded(column, number) if shown[key] else None for key, number in zip(sheet.keys, column.numbers, strict=True)]
    marks = [_mark(mark, gone=number is None) for mark, number in zip(column.marks, numbers, strict=True)]
    return replace(column, numbers=numbers, marks=marks, bases=_bases(day, sheet, column, hidden), town=_town(sheet, column, shown[TOWN]))


def _bases(day: Day, sheet: Sheet, column: Column, hidden: Flags) -> list[float | None] | None:
    base = sheet.quantities.base_of.get(column.indicator.key)
    if base is None:
        return None
    numbers = sheet.quantities.all[base].true
    cells = [day.system.at[base, (sheet.edition, key)] for key in sheet.keys]
    return [None if hidden[cell] else number for cell, number in zip(cells, numbers, strict=True)]


def _town(sheet: Sheet, column: Column, shown: bool) -> float | None:
    quantity = sheet.quantities.all[column.indicator.key]
    if not shown or quantity.town_true is None or quantity.role is Role.COUNT:
        return quantity.town_true if shown else None
    of = sheet.quantities.all[sheet.quantities.base_of[quantity.name]]
    base = of.town_true or (of.town[0] if of.town[0] == of.town[1] else None)
    return _rounded(column, whole_share(column) * quantity.town_true / base) if base else None


def _rounded(column: Column, number: float | None) -> float | None:
    if number is None:
        return None
    return round(number, DECIMALS) if column.indicator.kind == Kind.SHARE else float(round(number))


def _mark(mark: Mark, *, gone: bool) -> Mark:
    return mark if not gone or mark is Mark.MISSING else Mark.SUPPRESSED


def _is_of(column: Column, edition: Edition) -> bool:
    return name_of(column.edition) == name_of(edition) and (is_count(column) or is_share(column))


def _sheet(edition: Edition, published: Sequence[Column], fresh: Sequence[Column]) -> Sheet:
    found = quantities(published, fresh)
    counts = [one.true for one in found.all.values() if one.role in (Role.COUNT, Role.BASE)]
    residents = [max((number or 0.0 for number in numbers), default=0.0) for numbers in zip(*counts, strict=True)]
    return Sheet(name_of(edition), edition.keys, found, residents or [0.0] * len(edition.keys))


def _told(day: Day, one: Told | Stuck) -> TellsTooMuch:
    what, area = day.system.named(one.cell)
    return TellsTooMuch(what=what, area=area or "Stadt", least=f"{one.least:g}", most=f"{one.most:g}")
