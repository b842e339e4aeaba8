"""What somebody can compute who reads everything that was published: this month and the months before, two indicators, areas and totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from lebenslage.quarters.bounds import UNLIMITED, Arc, Contradiction, Network, Node
from lebenslage.quarters.months import following_month

REMEMBERED: Final = 13
TOWN: Final = "town"
REST: Final = "rest"
STOCK: Final = "stock"
WORLD: Final = "world"
ANYTHING: Final = (0, UNLIMITED)

type Role = Literal["whole", "part"]
type Name = tuple[str, date, str]
type Range = tuple[int, int]
type Known = Mapping[Name, Range]
type Count = Arc[Name | None]


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator of one month: values by area, and the total. None is not shown; an area without a value is left out."""

    month: date
    cells: Mapping[str, int | None]
    total: int | None

    def hiding(self, key: str) -> Row:
        """The row with one more value hidden."""
        return replace(self, cells={**self.cells, key: None})

    @property
    def hides(self) -> bool:
        """Whether a value is hidden."""
        return None in self.cells.values()


@dataclass(frozen=True, slots=True)
class Published:
    """What stands published of an indicator, and of the one that is counted out of it: applications, and grants among them."""

    whole: Sequence[Row] = ()
    part: Sequence[Row] = ()

    def joined(self, role: Role, row: Row) -> Published:
        """The same with one row more; only the months nearest to it are looked at."""
        whole, part = ([*self.whole, row], self.part) if role == "whole" else (self.whole, [*self.part, row])
        near = sorted({one.month for one in (*whole, *part)}, key=lambda month: abs(month - row.month))[:REMEMBERED]
        return Published([one for one in whole if one.month in near], [one for one in part if one.month in near])

    @property
    def town(self) -> Published:
        """The totals alone, as those of one area."""
        return Published([_as_town(row) for row in self.whole], [_as_town(row) for row in self.part])


@dataclass(frozen=True, slots=True)
class Guess:
    """What somebody may take for granted who was not told: that nothing was open before the first month, that all live on the map."""

    nothing_before: bool
    no_rest: bool


NOTHING_GUESSED: Final = Guess(nothing_before=False, no_rest=False)
GUESSES: Final = (Guess(True, True), Guess(False, True), Guess(True, False), NOTHING_GUESSED)


def pinned_down(published: Published, minimum: int, known: Known) -> Iterator[Name]:
    """The counts that may be below the minimum and for which fewer values are possible than the minimum says.

    The reader guesses as boldly as the published figures allow, and knows some counts from elsewhere.
    """
    for guess in GUESSES:
        arcs = list(_arcs(published, guess, known))
        try:
            network = Network(arcs)
        except Contradiction:
            continue
        yield from (name for name in _narrow(network, minimum) if name[0] != REST)
        return


def rest_pinned_down(published: Published, minimum: int, rest: Name) -> bool:
    """Whether it can be computed how many live nowhere on the map."""
    network = Network(list(_arcs(published, NOTHING_GUESSED, {})))
    return rest in _narrow(network, minimum)


def _narrow(network: Network[Name | None], minimum: int) -> Iterator[Name]:
    for number, arc in enumerate(network.arcs):
        if arc.name is not None and not arc.known and not network.moves(number, minimum - 1) and network.bounds(number)[0] < minimum:
            yield arc.name


def _arcs(published: Published, guess: Guess, known: Known) -> Iterator[Count]:
    """Every count as an arc: from the total to the areas, from an area's month to the next, from the areas to the total of the part."""
    for row in published.whole:
        yield from _row("whole", row, guess, known)
    for row in published.part:
        yield from _row("part", row, guess, known)
    for key in sorted({key for row in (*published.whole, *published.part) for key in row.cells}):
        yield from _stock(key, published, guess)


def _row(role: Role, row: Row, guess: Guess, known: Known) -> Iterator[Count]:
    """A total, its areas and what is in no area. The part flows the other way: what was granted leaves."""
    total, rest = (role, row.month), (REST, row.month, role)
    yield _arc(None, WORLD, total, _range(row.total), role)
    yield _arc(rest, total, WORLD, known.get(rest) or _range(0 if guess.no_rest and row.hides else None), role)
    for key, value in row.cells.items():
        name = (role, row.month, key)
        yield _arc(name, total, (key, row.month), _range(value) if value is not None else known.get(name, ANYTHING), role)


def _range(value: int | None) -> Range:
    return ANYTHING if value is None else (value, value)


def _arc(name: Name | None, tail: Node, head: Node, within: Range, role: Role) -> Count:
    return Arc(name, tail, head, *within) if role == "whole" else Arc(name, head, tail, *within)


def _stock(key: str, published: Published, guess: Guess) -> Iterator[Count]:
    """What an area's whole keeps beside its part, from month to month: open and refused applications. It is never below zero."""
    came, left = ({row.month for row in rows if key in row.cells} for rows in (published.whole, published.part))
    months = sorted(came | left)
    after = {following_month(month) for month in months}
    yield Arc(None, WORLD, (key, months[0]), most=0 if guess.nothing_before else UNLIMITED)
    for month in months:
        node, following = (key, month), following_month(month)
        yield Arc((STOCK, month, key), node, (key, following) if following in months else WORLD)
        if month not in came or (month > months[0] and month not in after):
            yield Arc(None, WORLD, node)
        if month not in left:
            yield Arc(None, node, WORLD)


def _as_town(row: Row) -> Row:
    return Row(row.month, {TOWN: row.total}, None)
