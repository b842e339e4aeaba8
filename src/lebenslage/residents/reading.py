"""Answers into a household, each read by itself so that every problem stands at its field; and a household back into answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from lebenslage.authorities.queries import lookup_gemeinde_on
from lebenslage.benefits.facts import VOCABULARY, personen
from lebenslage.benefits.facts.wohnen import mietenstufe
from lebenslage.journal.clock import today
from lebenslage.kernel.dates_typed import read_typed_day
from lebenslage.kernel.errors import NoSuchDay, Problem, UnreadableDate, YearUnclear
from lebenslage.kernel.money import write_amount
from lebenslage.kernel.typed import quoted
from lebenslage.kernel.units import Unit
from lebenslage.law.facts import NOBODY, Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, PERSON, UNKNOWN, Entity, Value
from lebenslage.law.problems import DuplicatePerson, NotADay
from lebenslage.law.values import read_value
from lebenslage.pages.fields import NO, NONE_OF_THEM, YES
from lebenslage.residents.answers import FIRST, GEMEINDE, LONGEST_ANSWER, Answers, Place, name_field
from lebenslage.residents.problems import NotThereYet, OneOrTheOther, TooLong, TooLongAgo

HAPPENED: Final = frozenset({personen.geburtsdatum, personen.todestag})


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem and the field at which it can be put right; an empty field where it concerns several."""

    field: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """A household as far as it could be read, and what could not."""

    household: Household
    troubles: Sequence[Trouble]


def read(answers: Answers, names: Sequence[str], on: date) -> Reading:
    """Read every answer. An answer to a question that is not asked any more is passed over, as the page does not show it either."""
    reader = _Reader(answers, on)
    given = dict(reader.columns())
    rows = {
        entity: ([entity.name] if entity.single else names if entity == PERSON else list(answers.rows[entity])) for entity in answers.rows
    }
    household = Household(rows, given)
    reader.troubles += [Trouble(name_field(answers.rows[PERSON][row]), p) for row, p in _wrong_names(names)]
    if not reader.troubles:
        reader.troubles += _impossible(household, answers)
    return Reading(household, reader.troubles)


class _Reader:
    """Reads the facts column by column; conditions stand before what they open."""

    def __init__(self, answers: Answers, on: date) -> None:
        self.answers, self.on = answers, on
        self.troubles: list[Trouble] = []
        self.values: dict[Place, Value] = {}

    def columns(self) -> Iterator[tuple[Fact, Sequence[Value]]]:
        """For each fact that is known on at least one row, its values."""
        answered = {mietenstufe, *(place.fact for place in self.answers.given)}
        for entity, facts in VOCABULARY.facts.items():
            for fact in facts.values():
                column = [self._value(Place(fact, key)) for key in self.answers.rows[entity]] if fact in answered else []
                if any(value is not UNKNOWN for value in column):
                    yield fact, column

    def _value(self, place: Place) -> Value:
        value: Value = UNKNOWN
        try:
            if self._asked(place):
                value = self._read(place)
        except Problem as problem:
            self.troubles.append(Trouble(_field(place, self.answers), problem))
        self.values[place] = value
        return value

    def _asked(self, place: Place) -> bool:
        when = place.fact.asked.when
        if when is None:
            return True
        given = self.values.get(Place(when.fact, FIRST if when.entity == HOUSEHOLD else place.key), UNKNOWN)
        return given is UNKNOWN or when.holds(given)  # type: ignore[arg-type]

    def _read(self, place: Place) -> Value:
        fact, typed = place.fact, self.answers.at(place.fact, place.key)
        if fact is mietenstufe and self.answers.gemeinde:
            return read_value(fact, lookup_gemeinde_on(self.on)(self.answers.gemeinde)[fact.id], "")
        if not typed:
            return UNKNOWN
        if len(typed) > 1 and (not fact.several or NONE_OF_THEM in typed):
            raise OneOrTheOther(fact=fact)
        kind = fact.unit.kind if fact.unit else ""
        if kind == "person":
            return self._person(typed[0])
        if kind == "day" and typed[0].lower() not in fact.asked.words:
            return read_day_of(fact, typed[0])
        return read_value(fact, list(typed) if fact.several else typed[0], "")

    def _person(self, key: str) -> Value:
        rows = list(self.answers.rows[PERSON])
        return rows.index(key) if key in rows else NOBODY if not key.isdigit() else UNKNOWN


def _field(place: Place, answers: Answers) -> str:
    return GEMEINDE if place.fact is mietenstufe and answers.gemeinde else place.name


def read_day_of(fact: Fact, typed: str) -> int:
    """A day as a resident writes it. Raises NotADay, YearUnclear, NoSuchDay, TooLongAgo; NotThereYet for a birth to come."""
    try:
        day = read_typed_day(typed)
    except (YearUnclear, NoSuchDay) as error:
        raise type(error)(fact=fact, **error.details) from error
    except UnreadableDate as error:
        raise NotADay(fact=fact, person="", given=quoted(typed)) from error
    if day < fact.bounds.least:
        raise TooLongAgo(fact=fact, given=quoted(typed), least=fact.bounds.least)
    if fact in HAPPENED and day > today().toordinal():
        raise NotThereYet(fact=fact, given=quoted(typed))
    return day


def short_enough(typed: str, limit: int = LONGEST_ANSWER) -> str:
    """A text that is no longer than an answer can be. Raises TooLong; nothing is cut off."""
    if len(typed) > limit:
        raise TooLong(limit=limit, over=len(typed) - limit)
    return typed


def _wrong_names(names: Sequence[str]) -> Iterator[tuple[int, Problem]]:
    for row, name in enumerate(names):
        if len(name) > LONGEST_ANSWER:
            yield row, TooLong(limit=LONGEST_ANSWER, over=len(name) - LONGEST_ANSWER)
        elif name in names[:row]:
            yield row, DuplicatePerson(person=name)


def _impossible(household: Household, answers: Answers) -> Iterator[Trouble]:
    for check in VOCABULARY.checks:
        try:
            check(household)
        except Problem as problem:
            yield Trouble(_where(problem, household, answers), problem)


def _where(problem: Problem, household: Household, answers: Answers) -> str:
    fact, person = problem.details.get("fact"), problem.details.get("other") or problem.details.get("person")
    names = list(household.names[PERSON])
    key = answers.rows[PERSON][names.index(str(person))] if person in names else FIRST
    return Place(fact, key).name if isinstance(fact, Fact) else f"{PERSON.name}-{key}"


def written(household: Household, month: str, gemeinde: str = "") -> Answers:
    """A household as the answers that give it: a file becomes a form that can be changed."""
    rows: dict[Entity, Sequence[str]] = {e: [str(row + 1) for row in range(household.rows(e))] for e in VOCABULARY.facts}
    given = {
        Place(fact, rows[fact.entity][row]): _typed(fact, value)
        for fact, values in household.given.items()
        for row, value in enumerate(values)
        if isinstance(value, int) and not (fact is mietenstufe and gemeinde)
    }
    names = dict(zip(rows[PERSON], household.names[PERSON], strict=True))
    return replace(Answers(rows, given, names), month=month, gemeinde=gemeinde)


def _typed(fact: Fact, value: int) -> Sequence[str]:
    word = next((word for word, meant in fact.asked.words.items() if meant == value), None)
    if word is not None:
        return [word]
    if fact.choices is not None:
        return [name for name, one in fact.members.items() if (value & one if fact.several else value == one)] or [NONE_OF_THEM]
    return [_written(value, fact.unit)] if fact.unit else [str(value)]


def _written(value: int, unit: Unit) -> str:
    if unit.kind == "flag":
        return YES if value else NO
    if unit.kind == "day":
        return f"{date.fromordinal(value):%d.%m.%Y}"
    if unit.kind == "person":
        return str(value + 1)
    return write_amount(value, unit.decimals, point=",", group="") if unit.decimals else str(value)
