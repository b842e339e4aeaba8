"""What a wire is, and the wires that read a row or combine the rows of a household."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lebenslage.kernel.units import Count, Flag, Unit, unit_of
from lebenslage.law.nodes import UNKNOWN, Entity, Group, Source, Value, Walk

if TYPE_CHECKING:
    from lebenslage.law.evaluation import Evaluation


class Input(ABC):
    """One wire. `bind` tells it for which rows the rule that owns it runs."""

    unit: Unit | None = None
    choices: object = None

    def bind(self, consumer: Entity) -> None:  # noqa: B027 - most wires fit every rule
        """Check that the wire fits rows of `consumer`. Raises TypeError when the module is imported."""

    @abstractmethod
    def value(self, run: Evaluation, row: int) -> Any:
        """What the rule receives on this row, or UNKNOWN."""

    @property
    def reads(self) -> Callable[[Evaluation, int], Any]:
        """The shortest way to the value, once the wire is bound."""
        return self.value

    @abstractmethod
    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """Walk on to the missing facts behind an unknown value."""

    @abstractmethod
    def sources(self) -> Iterator[Source]:
        """The sources this wire reads, conditions first."""


class Of(Input):
    """The value of a source on the same row, or of the household's one row; only where `when` holds, else `otherwise`."""

    def __init__(self, source: Source, when: Source | None, otherwise: int) -> None:
        """Wire a source, on a condition."""
        self.source, self.when, self.otherwise = source, when, otherwise
        self.unit = getattr(source, "unit", None)
        self.choices = getattr(source, "choices", None)
        self.same_row = self.when_same_row = True

    def bind(self, consumer: Entity) -> None:
        """A household rule cannot read a person's value directly: it must say how to combine them."""
        for source in self.sources():
            if source.entity != consumer and not source.entity.single:
                raise TypeError(f"{source.id} has a value per {source.entity.name}: use sum_of, count_of, any_of, greatest_of or least_of")
        self.same_row = self.source.entity == consumer
        self.when_same_row = self.when is not None and self.when.entity == consumer

    def value(self, run: Evaluation, row: int) -> Value:
        """The value; the source is not even looked at where the condition does not hold."""
        if self.when is not None:
            asked = self.when.value(run, row if self.when_same_row else 0)
            if asked is UNKNOWN:
                return UNKNOWN
            if not asked:
                return self.otherwise
        return self.source.value(run, row if self.same_row else 0)

    @property
    def reads(self) -> Callable[[Evaluation, int], Value]:
        """On the same row and without a condition, the source itself."""
        return self.source.value if self.when is None and self.same_row else self.value

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """To the condition first: while it is open the source may not matter."""
        when_row = row if self.when_same_row else 0
        if self.when is not None and self.when.value(run, when_row) is UNKNOWN:
            self.when.behind(run, when_row, walk)
        else:
            self.source.behind(run, row if self.same_row else 0, walk)

    def sources(self) -> Iterator[Source]:
        """The condition, then the source."""
        if self.when is not None:
            yield self.when
        yield self.source


class Combined(Input):
    """A value over all rows of an entity in the household: the base of sums, counts and the like."""

    def __init__(self, source: Source, where: Source | Group | None) -> None:
        """Combine `source` over the rows where `where` holds (a group: its members)."""
        self.source = source
        self.where: Source | None = where.member if isinstance(where, Group) else where

    def bind(self, consumer: Entity) -> None:
        """Combine rows of one entity only, and only for rules of the household."""
        if not consumer.single:
            raise TypeError(f"{self.source.id} is combined over a household: do so in a rule of the household")
        if self.where is not None and self.where.entity != self.source.entity:
            raise TypeError(f"{self.source.id} and {self.where.id} are not of the same entity")

    def chosen(self, run: Evaluation) -> Sequence[int] | None:
        """The values on the rows that count; None as soon as it is not known whether a row counts, or what stands there."""
        value_on, where, values = self.source.value, self.where, []
        for each in range(run.rows(self.source.entity)):
            counts = True if where is None else where.value(run, each)
            value = value_on(run, each) if counts is not UNKNOWN and counts else counts
            if value is UNKNOWN:
                return None
            if counts:
                values.append(value)
        return values  # type: ignore[return-value]

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """Row by row: first what decides whether the row counts, then its value."""
        for each in range(run.rows(self.source.entity)):
            counts = True if self.where is None else self.where.value(run, each)
            if counts is UNKNOWN and self.where is not None:
                self.where.behind(run, each, walk)
            elif counts and self.source.value(run, each) is UNKNOWN:
                self.source.behind(run, each, walk)

    def sources(self) -> Iterator[Source]:
        """What decides whether a row counts, then what is combined."""
        if self.where is not None:
            yield self.where
        yield self.source


class SumOf(Combined):
    """The sum over the rows that count."""

    def __init__(self, source: Source, where: Source | Group | None) -> None:
        """Keep the unit of what is added."""
        super().__init__(source, where)
        self.unit = getattr(source, "unit", None)

    def value(self, run: Evaluation, row: int) -> Value:
        """The sum, unknown if one summand is."""
        values = self.chosen(run)
        return UNKNOWN if values is None else sum(values)


class CountOf(Combined):
    """The number of rows on which a flag holds."""

    unit = unit_of(Count)

    def value(self, run: Evaluation, row: int) -> Value:
        """The number, unknown if one flag is."""
        values = self.chosen(run)
        return UNKNOWN if values is None else sum(map(bool, values))


class AnyOf(Combined):
    """Whether a flag holds on at least one row; one row that holds decides, whatever is missing elsewhere."""

    unit = unit_of(Flag)

    def value(self, run: Evaluation, row: int) -> Value:
        """True, False or UNKNOWN."""
        answer: Value = False
        for each in range(run.rows(self.source.entity)):
            counts = True if self.where is None else self.where.value(run, each)
            value = self.source.value(run, each) if counts is not UNKNOWN and counts else counts
            if value is UNKNOWN:
                answer = UNKNOWN
            elif value:
                return True
        return answer


class GreatestOf(Combined):
    """The greatest value over the rows that count, or `otherwise` where none does."""

    def __init__(self, source: Source, where: Source | Group | None, otherwise: int) -> None:
        """Keep the unit of what is compared."""
        super().__init__(source, where)
        self.unit = getattr(source, "unit", None)
        self.otherwise = otherwise

    def value(self, run: Evaluation, row: int) -> Value:
        """The greatest value, unknown if one is."""
        values = self.chosen(run)
        return UNKNOWN if values is None else max(values, default=self.otherwise)


class LeastOf(GreatestOf):
    """The least value over the rows that count, or `otherwise` where none does."""

    def value(self, run: Evaluation, row: int) -> Value:
        """The least value, unknown if one is."""
        values = self.chosen(run)
        return UNKNOWN if values is None else min(values, default=self.otherwise)


class NumberOf(Input):
    """How many rows the household has of an entity: always known."""

    unit = unit_of(Count)

    def __init__(self, entity: Entity) -> None:
        """Count the rows of `entity`."""
        self.entity = entity

    def value(self, run: Evaluation, row: int) -> int:
        """The number of rows."""
        return run.rows(self.entity)

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """It is never missing."""

    def sources(self) -> Iterator[Source]:
        """It reads no source."""
        return iter(())
