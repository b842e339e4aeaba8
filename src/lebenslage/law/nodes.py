"""What rules are wired from: entities, groups and the sources (facts, rules, conditions) that carry a value per row of an entity."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Final

if TYPE_CHECKING:
    from lebenslage.law.evaluation import Evaluation


class Unknown:
    """The third truth value: a fact that would decide is missing. There is one instance, UNKNOWN."""

    def __repr__(self) -> str:
        """Name the value in traces."""
        return "UNKNOWN"


UNKNOWN: Final = Unknown()
type Value = int | Unknown
type Blocker = tuple[Source, int]


@dataclass(slots=True)
class Walk:
    """A walk for missing facts: those found and on which row, in the order in which the statute asks, and the open cells passed."""

    found: dict[Blocker, None] = field(default_factory=dict)
    passed: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """A kind of row: the household (one row), or something that a household has several of, such as persons. Each is one of a kind."""

    name: str
    plural: str
    single: bool = False


HOUSEHOLD = Entity("haushalt", "haushalt", single=True)
PERSON = Entity("person", "personen")


class Source(ABC):
    """Something with a value per row of its entity. `slot` is its place among the cells of a row, and in `known`."""

    id: str
    entity: Entity
    known: ClassVar[list[Source]] = []

    def __init__(self) -> None:
        """Take the next slot."""
        self.slot = len(Source.known)
        Source.known.append(self)

    def value(self, run: Evaluation, row: int) -> Value:
        """The value on a row, computed once an evaluation."""
        value = run.cells[row * run.size + self.slot]
        return run.law.concluding[self.slot](run, row) if value is None else value

    @abstractmethod
    def concluded(self, run: Evaluation, row: int) -> Value:
        """Compute the value on a row and put it into its cell."""

    def blockers(self, run: Evaluation, row: int) -> Iterator[Blocker]:
        """The missing facts behind an unknown value, in the order in which the statute asks."""
        walk = Walk()
        if self.value(run, row) is UNKNOWN:
            self.behind(run, row, walk)
        return iter(walk.found)

    @abstractmethod
    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """Walk on to the missing facts behind an unknown value."""

    @abstractmethod
    def sources(self) -> Iterator[Source]:
        """The sources that this one reads."""


@dataclass(frozen=True, slots=True)
class Group:
    """A legal group of persons in a household, such as the wohngeldrechtliche Haushalt: `member` decides who belongs to it."""

    name: str
    member: Source

    @property
    def entity(self) -> Entity:
        """A group has one row a household."""
        return HOUSEHOLD
