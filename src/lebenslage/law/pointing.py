"""Wires between the persons of a household: what another person has, and what those have who name her."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lebenslage.kernel.units import Count, unit_of
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import UNKNOWN, Entity, Source, Value, Walk
from lebenslage.law.wires import Input

if TYPE_CHECKING:
    from lebenslage.law.evaluation import Evaluation


class At(Input):
    """On a person's row: the value of the person whom her pointer names (a parent, say), or `otherwise` where it names nobody."""

    def __init__(self, source: Source, via: Fact, otherwise: int) -> None:
        """Wire a source of another person, through a fact that names her."""
        self.source, self.via, self.otherwise = source, via, otherwise
        self.unit = getattr(source, "unit", None)
        self.choices = getattr(source, "choices", None)

    def bind(self, consumer: Entity) -> None:
        """Both stand on rows of the rule's own entity."""
        _of_one_entity(consumer, self.source, self.via)

    def value(self, run: Evaluation, row: int) -> Value:
        """The other person's value; unknown where it is not known who she is."""
        there = self.via.value(run, row)
        if there is UNKNOWN:
            return UNKNOWN
        return self.otherwise if there < 0 else self.source.value(run, there)  # type: ignore[operator, arg-type]

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """To who the other person is, else to what is missing of her."""
        there = self.via.value(run, row)
        if there is UNKNOWN:
            self.via.behind(run, row, walk)
        else:
            self.source.behind(run, there, walk)  # type: ignore[arg-type]

    def sources(self) -> Iterator[Source]:
        """The pointer, then the source."""
        yield self.via
        yield self.source


class Pointing(Input):
    """For a person: those of the household who name her in one of the `via` facts (their parents, say). The base of sums and counts."""

    def __init__(self, source: Source, via: tuple[Fact, ...], when: Source | None) -> None:
        """Combine `source` over the persons who point here through `via`; over nobody where the flag `when` does not hold."""
        self.source, self.via, self.when = source, via, when

    def bind(self, consumer: Entity) -> None:
        """Pointers and source stand on rows of the rule's own entity; the condition there too, or on the household's."""
        _of_one_entity(consumer, self.source, *self.via)
        if self.when is not None and not self.when.entity.single:
            _of_one_entity(consumer, self.when)

    def value(self, run: Evaluation, row: int) -> Value:
        """The total, unknown if a pointer, or the value of one who points here, is missing."""
        asked = self._asked(run, row)
        if asked is UNKNOWN or not asked:
            return UNKNOWN if asked is UNKNOWN else 0
        total = 0
        for each in range(run.rows(self.source.entity)):
            here = self._here(run, each, row)
            value = self.source.value(run, each) if here is not False else 0
            if value is UNKNOWN or (value and here is UNKNOWN):
                return UNKNOWN
            total += self.counted(value)  # type: ignore[arg-type]
        return total

    def counted(self, value: int) -> int:
        """What one who points here adds."""
        return value

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """To the condition, then row by row: first to whether she points here, then to her value."""
        if self.when is not None and self._asked(run, row) is UNKNOWN:
            self.when.behind(run, 0 if self.when.entity.single else row, walk)
            return
        for each in range(run.rows(self.source.entity)):
            here = self._here(run, each, row)
            if here is True and self.source.value(run, each) is UNKNOWN:
                self.source.behind(run, each, walk)
            elif here is UNKNOWN and self.source.value(run, each):
                for fact in (fact for fact in self.via if fact.value(run, each) is UNKNOWN):
                    fact.behind(run, each, walk)

    def sources(self) -> Iterator[Source]:
        """The condition, the pointers, then the source."""
        if self.when is not None:
            yield self.when
        yield from self.via
        yield self.source

    def _asked(self, run: Evaluation, row: int) -> Value:
        return True if self.when is None else self.when.value(run, 0 if self.when.entity.single else row)

    def _here(self, run: Evaluation, each: int, row: int) -> Value:
        pointers = [fact.value(run, each) for fact in self.via]
        return True if row in pointers else UNKNOWN if UNKNOWN in pointers else False


class CountPointing(Pointing):
    """How many persons for whom a flag holds name her."""

    unit = unit_of(Count)

    def counted(self, value: int) -> int:
        """One for each."""
        return int(bool(value))


class SumPointing(Pointing):
    """The sum of a value over the persons who name her."""

    def __init__(self, source: Source, via: tuple[Fact, ...], when: Source | None) -> None:
        """Keep the unit of what is added."""
        super().__init__(source, via, when)
        self.unit = getattr(source, "unit", None)


def _of_one_entity(consumer: Entity, *sources: Source) -> None:
    for source in sources:
        if source.entity != consumer:
            raise TypeError(f"{source.id} has a value per {source.entity.name}: a rule per {consumer.name} cannot point to it")
