"""What is counted in columns: counts of people, the people behind a share and the rest, the people a share is of, and what adds up.

A reader of published figures knows that the poor children and the others are the children, that the children are part of the people, and
that a quarter is part of the town. So do we, and nobody declares it: a base is found by its name or its figures, a sum by adding.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from typing import Final

from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Kind

DECIMALS: Final = 1
MANY_PARTS: Final = 10
FEW_PARTS: Final = 3
NEARLY: Final = 1e-6
ANYTHING: Final = (0.0, math.inf)

type Name = str
type Range = tuple[float, float]
type Sum = tuple[Name, tuple[Name, ...]]


class Role(StrEnum):
    """What a quantity is: a published count, what a share is of, who is behind a share, or what is left over of something."""

    COUNT = "count"
    BASE = "base"
    BEHIND = "behind"
    REST = "rest"


@dataclass(slots=True)
class Quantity:
    """How many people of a kind live in each area of one edition on one day, and in the town.

    `known` is what a reader is told of each area, `true` what it really is where we know; `fresh` says which are published now and may
    still be hidden. `town` and `town_true` are the same for the whole town.
    """

    name: Name
    role: Role
    column: Column
    known: list[Range]
    true: list[float | None]
    fresh: list[bool]
    town: Range = ANYTHING
    town_true: float | None = None
    town_fresh: bool = False

    def matches(self, numbers: Sequence[float | None]) -> bool:
        """Whether these are the same figures, as far as both are known."""
        pairs = [(mine, other) for mine, other in zip(self.true, numbers, strict=True) if mine is not None and other is not None]
        return 2 * len(pairs) >= len(self.true) > 0 and all(round(mine) == round(other) for mine, other in pairs)


@dataclass(slots=True)
class Quantities:
    """All quantities of one day in one edition, and which are made of which: (whole, parts)."""

    all: dict[Name, Quantity] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    base_of: dict[Name, Name] = field(default_factory=dict)


def is_count(column: Column) -> bool:
    """Whether it counts people."""
    return column.indicator.of_people and column.indicator.kind == Kind.COUNT


def is_share(column: Column) -> bool:
    """Whether it is a share of people."""
    return column.indicator.of_people and column.indicator.kind == Kind.SHARE


def whole_share(column: Column) -> float:
    """What a share of everybody is: 100 per cent, 1000 per mille, or 1."""
    unit = column.indicator.unit.casefold()
    return {"promille": 1000.0, "‰": 1000.0, "anteil": 1.0}.get(unit, 100.0)


def quantities(published: Sequence[Column], fresh: Sequence[Column]) -> Quantities:
    """The quantities of columns of one edition and day; the published ones come first, for what they say stands."""
    found = Quantities()
    columns = [(column, False) for column in published] + [(column, True) for column in fresh]
    for column, new in columns:
        if is_count(column):
            _keep(found, _counted(column, new=new))
    for column, new in columns:
        if is_share(column) and column.bases is not None:
            _share(found, column, new=new)
    found.sums += [*_same(found), *_inside(found)]
    return found


def _keep(found: Quantities, quantity: Quantity) -> Quantity:
    return found.all.setdefault(quantity.name, quantity)


def _of(name: Name, role: Role, column: Column, true: Sequence[float | None], *, new: bool) -> Quantity:
    """Numbers of people. What is new is veiled; a town is counted where all its areas are."""
    told = [ANYTHING if number is None or new else (number, number) for number in true]
    made = Quantity(name, role, column, told, list(true), [new and number is not None for number in true])
    if new and true and None not in true:
        made.town_true, made.town_fresh = _added(true), True
    return made


def _counted(column: Column, *, new: bool) -> Quantity:
    shown = [None if number is None or mark is Mark.SUPPRESSED else float(round(number)) for number, mark in _cells(column)]
    made = _of(column.indicator.key, Role.COUNT, column, shown, new=new)
    if column.town is not None:
        _total(made, float(round(column.town)), new=new)
    return made


def _total(made: Quantity, town: float, *, new: bool) -> None:
    """The town's own number, where it was given or published."""
    if new:
        made.town_true, made.town_fresh = town, True
    else:
        made.town = town, town


def _cells(column: Column) -> Iterator[tuple[float | None, Mark]]:
    yield from zip(column.numbers, column.marks, strict=True)


def _rest(name: Name, like: Quantity) -> Quantity:
    """What nobody publishes and everybody can subtract."""
    return _of(name, Role.REST, like.column, [None] * len(like.true), new=False)


def _share(found: Quantities, column: Column, *, new: bool) -> None:
    """The people behind a share, and the rest of its base."""
    base = _base(found, column, new=new)
    part = _behind(column, base, new=new)
    if _keep(found, part) is part:
        rest = _keep(found, _rest(f"{base.name} ohne {part.name}", part))
        found.base_of[part.name] = base.name
        found.sums.append((base.name, (part.name, rest.name)))


def _base(found: Quantities, column: Column, *, new: bool) -> Quantity:
    """The people a share is of: a count of that name, the same figures, or a count of its own."""
    named = _plain(column.indicator.denominator)
    bases = [None if number is None else float(round(number)) for number in column.bases or ()]
    possible = [one for one in found.all.values() if one.role in (Role.COUNT, Role.BASE)]
    by_name = (one for one in possible if named and named in (_plain(one.column.indicator.name), one.name))
    same = next(by_name, None) or next((one for one in possible if one.matches(bases)), None)
    return same or _keep(found, _of(named or f"{column.indicator.key} (Nenner)", Role.BASE, column, bases, new=new))


def _behind(column: Column, base: Quantity, *, new: bool) -> Quantity:
    """How many people a share stands for: to a person where we know it, between two numbers where a rounded share was published."""
    pairs = [
        (share, people) if share is not None and people is not None and mark is not Mark.SUPPRESSED else None
        for (share, mark), people in zip(_cells(column), base.true, strict=True)
    ]
    exact = [None if pair is None else min(float(round(pair[0] * pair[1] / whole_share(column))), pair[1]) for pair in pairs]
    made = _of(column.indicator.key, Role.BEHIND, column, exact if new else [None] * len(exact), new=new)
    if not new:
        return _as_published(made, base, pairs)
    if column.town is not None and base.town_true is not None:
        _total(made, float(round(column.town * base.town_true / whole_share(column))), new=True)
    return made


def _as_published(made: Quantity, base: Quantity, pairs: Sequence[tuple[float, float] | None]) -> Quantity:
    """What a reader of the published, rounded shares knows of the people behind them."""
    column = made.column
    made.known = [ANYTHING if pair is None else _between(*pair, column) for pair in pairs]
    if column.town is not None and base.town[0] == base.town[1]:
        made.town = _between(column.town, base.town[0], column)
    return made


def _between(share: float, people: float, column: Column) -> Range:
    """The numbers of people that give this share when it is rounded as we round it."""
    half = 0.5 * 10.0**-DECIMALS
    low, high = ((share + step) * people / whole_share(column) for step in (-half, half))
    middle = round(share * people / whole_share(column))
    return float(max(0, min(math.ceil(low - NEARLY), middle))), float(min(people, max(math.floor(high + NEARLY), middle)))


def _same(found: Quantities) -> Iterator[Sum]:
    """Bases that are published as a count under another name."""
    for count in (one for one in found.all.values() if one.role is Role.COUNT):
        yield from ((count.name, (base.name,)) for base in found.all.values() if base.role is Role.BASE and base.matches(count.true))


def _inside(found: Quantities) -> Iterator[Sum]:
    """Counts that are part of another, with what is left over, and counts that together are another."""
    counts = [one for one in found.all.values() if one.role in (Role.COUNT, Role.BASE)]
    for whole in counts:
        others = [one for one in counts if one is not whole and _alike(one, whole) and not one.matches(whole.true)]
        parts = [one for one in others if _fits(one, whole)]
        everything = len(parts) == len(others)
        for part in (one for one in parts if everything or _declared(one, whole)):
            yield whole.name, (part.name, _keep(found, _rest(f"{whole.name} ohne {part.name}", part)).name)
        yield from _together(whole, parts)


def _together(whole: Quantity, parts: Sequence[Quantity]) -> Iterator[Sum]:
    most = len(parts) if len(parts) <= MANY_PARTS else FEW_PARTS
    for number in range(2, most + 1):
        for some in combinations(parts, number):
            if whole.matches([_added(numbers) for numbers in zip(*(one.true for one in some), strict=True)]):
                yield whole.name, tuple(one.name for one in some)


def _added(numbers: Sequence[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether they may count the same kind of people; of a base nobody said."""
    units = {_plain(some.column.indicator.unit) for some in (one, other) if some.role is Role.COUNT}
    return len(units) < 2


def _declared(part: Quantity, whole: Quantity) -> bool:
    return part.role is Role.COUNT and _plain(part.column.indicator.denominator) == _plain(whole.column.indicator.name)


def _fits(part: Quantity, whole: Quantity) -> bool:
    """Whether it is nowhere more than the whole, as far as both are known."""
    pairs = [(mine, most) for mine, most in zip(part.true, whole.true, strict=True) if mine is not None and most is not None]
    return bool(pairs) and all(mine <= most for mine, most in pairs)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
