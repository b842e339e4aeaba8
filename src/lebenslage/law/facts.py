"""Facts: what is known of a person, a household or a payment, each with a stable id, a unit, a proof and a data-protection class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum, IntFlag
from typing import TYPE_CHECKING

from lebenslage.kernel.units import Day, Flag, PersonRef, Unit, unit_of
from lebenslage.law.nodes import HOUSEHOLD, UNKNOWN, Entity, Source, Value, Walk

if TYPE_CHECKING:
    from lebenslage.law.evaluation import Evaluation

MAX_AMOUNT = 100_000_000
FIRST_DAY = 693_596  # 1 January 1900
NOBODY = -1
MOST_PERSONS = 60
LAST_DAY = 3_652_059  # 31 December 9999


class Protection(Enum):
    """Data-protection class: ordinary, sensitive by what it reveals (income, benefits), special (Art. 9 GDPR)."""

    ORDINARY = "ordinary"
    SENSITIVE = "sensitive"
    SPECIAL = "special"


type Choices = type[IntEnum] | type[IntFlag]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and greatest value a fact may take, and the value that favours the claimant most (None: it depends)."""

    least: int
    greatest: int
    favourable: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """How a fact is asked and proved: the kind of evidence, the protection class, words that stand for a value, an assumed value.

    `when` is the answer on which the fact is asked at all; where it does not hold, a rule reads 0.
    `assumed` is for facts that the office settles and for which the statute names the ordinary case; where it is used, the result says so.
    """

    evidence: str = ""
    protection: Protection = Protection.SENSITIVE
    words: Mapping[str, int] = field(default_factory=dict)
    assumed: int | None = None
    when: Condition | None = None


class Fact(Source):
    """One question of the law to the world. Its texts (label, question, why) live in the text files under its id."""

    def __init__(self, id: str, entity: Entity, kind: object, *, bounds: Bounds, asked: Asked = Asked()) -> None:
        """Name the fact; `kind` is a unit alias, or the IntEnum (one of) or IntFlag (several of) it is chosen from."""
        super().__init__()
        self.id = id
        self.entity = entity
        self.choices: Choices | None = kind if isinstance(kind, type) and issubclass(kind, (IntEnum, IntFlag)) else None
        self.unit: Unit | None = unit_of(kind)
        self.bounds = bounds
        self.asked = asked

    def __repr__(self) -> str:
        """Name the fact."""
        return f"<Fact {self.id}>"

    @property
    def several(self) -> bool:
        """Whether more than one choice may hold at once."""
        return self.choices is not None and issubclass(self.choices, IntFlag)

    @property
    def members(self) -> Mapping[str, int]:
        """The names under which the choices stand in files, with their values."""
        return {str(choice.name).lower(): int(choice.value) for choice in self.choices or ()}

    @property
    def small(self) -> bool:
        """Whether every value fits a byte."""
        return self.bounds.greatest <= 127 and not self.asked.words

    def concluded(self, run: Evaluation, row: int) -> Value:
        """The given value, the assumed one, or UNKNOWN; 0 where the fact is not asked."""
        when = self.asked.when
        if when is not None:
            given = when.fact.value(run, 0 if when.entity.single else row)
            if given is UNKNOWN or not when.holds(given):  # type: ignore[arg-type]
                return run.keep(self, row, UNKNOWN if given is UNKNOWN else 0)
        return run.keep(self, row, run.facts(self)[row])

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """To what decides whether the fact is asked, or else the fact itself."""
        when = self.asked.when
        if when is not None and when.value(run, 0 if when.entity.single else row) is UNKNOWN:
            when.behind(run, 0 if when.entity.single else row, walk)
        else:
            walk.found[self, row] = None

    def sources(self) -> Iterator[Source]:
        """The condition on which the fact is asked."""
        if self.asked.when is not None:
            yield self.asked.when

    def among(self, *values: IntEnum) -> Condition:
        """A condition: the fact is one of these choices."""
        return Condition(self, frozenset(int(v) for v in values), bits=0)

    def yes(self) -> Condition:
        """A condition: the answer is yes."""
        return Condition(self, frozenset({1}), bits=0)

    def has(self, member: IntFlag) -> Condition:
        """A condition: this choice is among those that hold."""
        return Condition(self, frozenset(), bits=int(member))


def money(
    id: str,
    entity: Entity,
    kind: object,
    *,
    proof: str,
    best: int | None = 0,
    signed: bool = False,
    when: Condition | None = None,
    **words: int,
) -> Fact:
    """An amount of money; `best` favours the claimant most, `words` are answers that stand for an amount, such as `pauschal`."""
    unit = unit_of(kind)
    greatest = MAX_AMOUNT if unit and unit.per != "month" else MAX_AMOUNT // 10
    bounds = Bounds(-greatest if signed else 0, greatest, best)
    return Fact(id, entity, kind, bounds=bounds, asked=Asked(proof, words=words, when=when))


def flag(
    id: str, entity: Entity, *, proof: str = "", best: int | None = None, assumed: int | None = None, when: Condition | None = None
) -> Fact:
    """A yes-or-no question."""
    return Fact(id, entity, Flag, bounds=Bounds(0, 1, best), asked=Asked(proof, assumed=assumed, when=when))


def chosen(
    id: str,
    entity: Entity,
    choices: Choices,
    *,
    proof: str = "",
    protection: Protection = Protection.SENSITIVE,
    when: Condition | None = None,
) -> Fact:
    """One of some choices (IntEnum), or several of them (IntFlag)."""
    greatest = sum(choices) if issubclass(choices, IntFlag) else max(choices)
    return Fact(id, entity, choices, bounds=Bounds(0, greatest), asked=Asked(proof, protection, when=when))


def number(
    id: str,
    entity: Entity,
    kind: object,
    *,
    least: int = 0,
    greatest: int,
    proof: str = "",
    assumed: int | None = None,
    when: Condition | None = None,
) -> Fact:
    """A whole number, a percentage, a number of months or an area."""
    return Fact(id, entity, kind, bounds=Bounds(least, greatest), asked=Asked(proof, assumed=assumed, when=when))


def day(id: str, entity: Entity, *, proof: str = "", assumed: int | None = None, when: Condition | None = None, **words: int) -> Fact:
    """A day of the calendar; `words` are answers that stand for one, such as `offen`."""
    return Fact(id, entity, Day, bounds=Bounds(FIRST_DAY, LAST_DAY), asked=Asked(proof, words=words, assumed=assumed, when=when))


def person(id: str, entity: Entity) -> Fact:
    """A person of the same household, or nobody."""
    return Fact(id, entity, PersonRef, bounds=Bounds(NOBODY, MOST_PERSONS), asked=Asked(words={"niemand": NOBODY}))


class Condition(Source):
    """A flag read off one fact, used to wire a question that is asked only then."""

    unit = unit_of(Flag)

    def __init__(self, fact: Fact, values: frozenset[int], *, bits: int) -> None:
        """Hold where the fact's value is one of `values`, or has one of `bits`."""
        super().__init__()
        self.fact = fact
        self.values = values
        self.bits = bits
        self.id = f"{fact.id}_ist"
        self.names = [name for name, value in fact.members.items() if (value & bits if bits else value in values)]
        self.entity = fact.entity

    def concluded(self, run: Evaluation, row: int) -> Value:
        """True, False or UNKNOWN."""
        given = self.fact.value(run, row)
        return run.keep(self, row, UNKNOWN if given is UNKNOWN else self.holds(given))  # type: ignore[arg-type]

    def holds(self, given: int) -> bool:
        """Whether the condition holds for an answer."""
        return bool(int(given) & self.bits) if self.bits else given in self.values

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """To the fact."""
        self.fact.behind(run, row, walk)

    def sources(self) -> Iterator[Source]:
        """The fact."""
        yield self.fact


class MonthAssessed(Source):
    """The first day of the month of entitlement: always known, never a fact."""

    id = "stichtag"
    entity = HOUSEHOLD
    unit = unit_of(Day)

    def concluded(self, run: Evaluation, row: int) -> Value:
        """The day as an ordinal."""
        return run.keep(self, row, run.day)

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """It is never missing."""

    def sources(self) -> Iterator[Source]:
        """It reads nothing."""
        return iter(())


STICHTAG = MonthAssessed()
