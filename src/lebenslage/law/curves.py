"""And what if? One answer varied: every right, the sum that is left, how much of each further euro goes, and where the sum falls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lebenslage.law.engine import LawOn, Missing, Result, Status
from lebenslage.law.facts import Condition, Fact
from lebenslage.law.household import Household

EURO = 100
PERCENT = 100

type Total = Callable[[Household, Mapping[str, Result]], int | None]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of the answer: each right's status and amount, the sum that is left a month, and what would still be asked."""

    value: int
    statuses: Mapping[str, Status]
    amounts: Mapping[str, int | None]
    total: int | None
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Cliff:
    """From `before` to `after`, a euro more, the sum that is left falls by `loss` cents; `rights` are those that end or shrink there."""

    before: int
    after: int
    loss: int
    rights: tuple[str, ...]


@dataclass(frozen=True)
class Curve:
    """The points in rising order of the value. `cliffs` are exact to the euro."""

    fact: Fact
    row: int
    points: Sequence[Point]
    cliffs: Sequence[Cliff]

    @cached_property
    def rates(self) -> Sequence[int | None]:
        """For each point after the first: how many percent of what was added since the point before do not reach the household."""
        return [_rate(one, other) for one, other in pairwise(self.points)]


def total_of_rights(household: Household, results: Mapping[str, Result]) -> int | None:
    """The sum of all monthly amounts, whatever their priority; None where one is not known."""
    del household
    if any(result.status is Status.UNKNOWN for result in results.values()):
        return None
    monthly = (r for r in results.values() if r.benefit.unit is not None and r.benefit.unit.per == "month")
    return sum(result.amount or 0 for result in monthly if result.status is Status.YES)


def opened(household: Household, fact: Fact, row: int) -> Household:
    """The household in which a fact is asked: the kind behind it is chosen, and the kind behind that."""
    when = fact.asked.when
    if when is None:
        return household
    at = 0 if when.entity.single else row
    household = opened(household, when.fact, at)
    given = household.get(when.fact, at)
    known = given if isinstance(given, int) else 0
    holds = isinstance(given, int) and when.holds(given)
    return household if holds else household.answered(when.fact, at, _chosen(when, known))


def _chosen(when: Condition, known: int) -> int:
    return known | when.bits if when.bits else min(when.values)


class Varied:
    """One answer of a household, ready to be varied. What was computed is kept, so that looking for a cliff asks nothing twice."""

    def __init__(self, law: LawOn, household: Household, fact: Fact, row: int, *, total: Total, benefits: Sequence[str] = ()) -> None:
        """Choose whose rights are looked at (all of them without `benefits`) and how the sum that is left is made."""
        self.law, self.fact, self.row, self.total = law, fact, row, total
        self.household = opened(household, fact, row)
        self.benefits = tuple(benefits) or tuple(benefit.id for benefit in law.known)
        self._known: dict[int, Point] = {}

    def at(self, value: int) -> Point:
        """The point at a value."""
        if value not in self._known:
            self._known[value] = self._assessed(value)
        return self._known[value]

    def curve(self, values: Sequence[int]) -> Curve:
        """The points at these values, and every cliff between them."""
        points = [self.at(value) for value in sorted(set(values))]
        found = {cliff.before: cliff for one, other in pairwise(points) for cliff in self._between(one, other)}
        return Curve(self.fact, self.row, points, [found[before] for before in sorted(found)])

    def _assessed(self, value: int) -> Point:
        household = self.household.answered(self.fact, self.row, value)
        results = self.law.assess(household, *self.benefits)
        return Point(
            value,
            {id: result.status for id, result in results.items()},
            {id: result.amount if result.status is not Status.UNKNOWN else None for id, result in results.items()},
            self.total(household, results),
            tuple(dict.fromkeys(missing for result in results.values() for missing in result.missing)),
        )

    def _between(self, one: Point, other: Point) -> Iterator[Cliff]:
        """Where a right ends, and where the sum falls most: each followed down to the euro."""
        ending = [id for id in self.benefits if one.statuses[id] is Status.YES and other.statuses[id] is Status.NO]
        for id in ending:
            yield from self._cliff(*self._narrowed(one, other, lambda at, id=id: at.statuses[id] is Status.YES))  # type: ignore[misc]
        if one.total is not None and other.total is not None and other.total < one.total:
            yield from self._cliff(*self._steepest(one, other))

    def _narrowed(self, one: Point, other: Point, still: Callable[[Point], bool]) -> tuple[Point, Point]:
        while other.value - one.value > EURO:
            middle = self.at(_middle(one.value, other.value))
            one, other = (middle, other) if still(middle) else (one, middle)
        return one, other

    def _steepest(self, one: Point, other: Point) -> tuple[Point, Point]:
        while other.value - one.value > EURO:
            middle = self.at(_middle(one.value, other.value))
            first, second = _loss(one, middle), _loss(middle, other)
            one, other = (one, middle) if first >= second else (middle, other)
        return one, other

    def _cliff(self, one: Point, other: Point) -> Iterator[Cliff]:
        loss = _loss(one, other)
        if loss > 0:
            smaller = [id for id in self.benefits if (other.amounts[id] or 0) < (one.amounts[id] or 0)]
            yield Cliff(one.value, other.value, loss, tuple(smaller))


def _middle(low: int, high: int) -> int:
    return low + max((high - low) // (2 * EURO), 1) * EURO


def _loss(one: Point, other: Point) -> int:
    return 0 if one.total is None or other.total is None else one.total - other.total


def _rate(one: Point, other: Point) -> int | None:
    if one.total is None or other.total is None:
        return None
    added = other.value - one.value
    return PERCENT - (PERCENT * (other.total - one.total) + added // 2) // added


def stepped(low: int, high: int, step: int) -> Sequence[int]:
    """Values from `low` to `high`, the last one included, at a distance of `step`."""
    values = list(range(low, high + 1, step))
    return values if values and values[-1] == high else [*values, high]
