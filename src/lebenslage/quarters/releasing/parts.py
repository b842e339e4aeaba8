"""The system of a day taken apart: the counts first, then each share with its base as it will be shown. Small systems are quick.

What is hidden in the parts is attacked as a whole afterwards, so taking apart can cost a figure, never a secret.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from lebenslage.atlas.arrays import Flags
from lebenslage.atlas.disclosure.repair import cleaned, repaired
from lebenslage.atlas.progress import Progress
from lebenslage.quarters.releasing.quantities import ANYTHING, Name, Quantities, Quantity, Role, Sum
from lebenslage.quarters.releasing.system import TOWN, Sheet, System, system_of

type Chosen = Callable[[Sheet, Sum], bool]


def hidden_by_parts(whole: System, sheets: Sequence[Sheet], progress: Progress) -> Flags | None:
    """Which cells of the whole to hide; None where a part cannot be made safe by itself."""
    hidden = np.zeros(len(whole.known), np.bool_)
    shares = sorted({part for sheet in sheets for part in sheet.quantities.base_of})
    steps = [lambda: _counts(sheets), *(lambda name=name: _share(whole, sheets, name, hidden) for name in shares)]
    for number, step in enumerate(steps):
        part = system_of(list(step()), whole.pieces, whole.minimum)
        puzzle = part.puzzle()
        start = repaired(puzzle, puzzle.small)
        if start is None:
            return None
        found = cleaned(puzzle, start, lambda: False)
        hidden[[whole.at[cell] for cell, place in part.at.items() if found[place]]] = True
        progress(number + 1, len(steps))
    return hidden


def _counts(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """The counts, the bases, and what follows from them."""
    for sheet in sheets:
        shares = {*sheet.quantities.base_of}
        sums = [one for one in sheet.quantities.sums if not shares & {*one[1]}]
        names = {name for whole, parts in sums for name in (whole, *parts)}
        yield _only(
            sheet, {name: one for name, one in sheet.quantities.all.items() if one.role in (Role.COUNT, Role.BASE) or name in names}, sums
        )


def _share(whole: System, sheets: Sequence[Sheet], part: Name, hidden: Flags) -> Iterator[Sheet]:
    """The people behind a share, the rest, and their base as it will be shown."""
    for sheet in sheets:
        base = sheet.quantities.base_of.get(part)
        if base is not None:
            sums = [one for one in sheet.quantities.sums if part in one[1]]
            names = {name for of, parts in sums for name in (of, *parts)}
            kept = {name: sheet.quantities.all[name] for name in names}
            yield _only(sheet, {**kept, base: _as_shown(whole, sheet, kept[base], hidden)}, sums)


def _as_shown(whole: System, sheet: Sheet, base: Quantity, hidden: Flags) -> Quantity:
    cells = [whole.at[base.name, (sheet.edition, key)] for key in (*sheet.keys, TOWN)]
    told = [(true, true) if (true := whole.true[cell]) is not None and not hidden[cell] else whole.known[cell] for cell in cells]
    known = [one if not hidden[cell] else ANYTHING for one, cell in zip(told, cells, strict=True)]
    return replace(base, known=known[:-1], town=known[-1], fresh=[False] * len(base.fresh), town_true=None)


def _only(sheet: Sheet, some: dict[Name, Quantity], sums: list[Sum]) -> Sheet:
    return replace(sheet, quantities=Quantities(some, sums))
