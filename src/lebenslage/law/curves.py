"""And what if? One answer varied: every right, the sum that is left, how much of each further euro goes, and where the sum falls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lebenslage.law.engine import LawOn, Missing, Status
from lebenslage.law.facts import Condition, Fact
from lebenslage.law.household import Household

EURO = 100
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Look:
    """What a household has: each right's status and amount, the sum that is left a month (None: not known), and what would be asked."""

    statuses: Mapping[str, Status]
    amounts: Mapping[str, int | None]
    total: int | None
    missing: tuple[Missing, ...] = ()


type Looking = Callable[[Household], Look]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of the answer, and what the household has with it."""

    value: int
    look: Look

    @property
    def total(self) -> int | None:
        """The sum that is left a month."""
        return self.look.total

    def granted(self, right: str) -> bool:
        """Whether a right is due."""
        return self.look.statuses.get(right) is Status.YES


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


def rights_alone(law: LawOn, *benefits: str) -> Looking:
    """Look at some rights (all of them without names), each as claimed alone; the sum is that of their monthly amounts."""

    def look(household: Household) -> Look:
        results = law.assess(household, *(benefits or (benefit.id for benefit in law.known)))
        monthly = [r.amount or 0 for r in results.values() if r.benefit.unit is not None and r.benefit.unit.per == "month"]
        unknown = any(result.status is Status.UNKNOWN for result in results.values())
        missing = dict.fromkeys(missing for result in results.values() for missing in result.missing)
        return Look(
            {id: result.status for id, result in results.items()},
            {id: result.amount for id, result in results.items()},
            None if unknown else sum(monthly),
            tuple(missing),
        )

    return look


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
    """One answer of a household, ready to be varied. What was looked at is kept, so that looking for a cliff asks nothing twice."""

    def __init__(self, household: Household, fact: Fact, row: int, looking: Looking) -> None:
        """Choose how a household is looked at."""
        self.fact, self.row, self.looking = fact, row, looking
        self.household = opened(household, fact, row)
        self._known: dict[int, Point] = {}

    def at(self, value: int) -> Point:
        """The point at a value."""
        if value not in self._known:
            self._known[value] = Point(value, self.looking(self.household.answered(self.fact, self.row, value)))
        return self._known[value]

    def curve(self, values: Iterable[int]) -> Curve:
        """The points at these values, and every cliff between them."""
        points = [self.at(value) for value in sorted(set(values))]
        found = {cliff.before: cliff for one, other in pairwise(points) for cliff in self._between(one, other)}
        return Curve(self.fact, self.row, points, [found[before] for before in sorted(found)])

    def _between(self, one: Point, other: Point) -> Iterator[Cliff]:
        """Where a right ends, and where the sum falls most: each followed down to the euro."""
        for id in (id for id in one.look.statuses if one.granted(id) and not other.granted(id)):
            yield from _cliff(*self._narrowed(one, other, id))
        if one.total is not None and other.total is not None and other.total < one.total:
            yield from _cliff(*self._steepest(one, other))

    def _narrowed(self, one: Point, other: Point, right: str) -> tuple[Point, Point]:
        while other.value - one.value > EURO:
            middle = self.at(_middle(one.value, other.value))
            one, other = (middle, other) if middle.granted(right) else (one, middle)
        return one, other

    def _steepest(self, one: Point, other: Point) -> tuple[Point, Point]:
        while other.value - one.value > EURO:
            middle = self.at(_middle(one.value, other.value))
            first, second = _loss(one, middle), _loss(middle, other)
            one, other = (one, middle) if first >= second else (middle, other)
        return one, other


def _cliff(one: Point, other: Point) -> Iterator[Cliff]:
    loss = _loss(one, other)
    if loss > 0:
        before, after = one.look.amounts, other.look.amounts
        yield Cliff(one.value, other.value, loss, tuple(id for id in before if (after.get(id) or 0) < (before[id] or 0)))


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
