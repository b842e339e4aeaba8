"""What a resident has typed so far, row by row, exactly as she typed it. Nothing here is read, judged or stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from django.http import QueryDict

from lebenslage.benefits.facts import VOCABULARY, personen
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.kernel.typed import as_words
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity

LONGEST_ANSWER: Final = 200
LONGEST_TEXT: Final = 5000
LONGEST_TYPED: Final = 12_000
MOST_TYPED: Final = 200
MOST_ROWS: Final = 40
GEMEINDE: Final = "gemeinde"
MONTH: Final = "monat"
HEAD: Final = Verhaeltnis.ANTRAGSTELLEND.name.lower()
FIRST: Final = "1"


class Place(NamedTuple):
    """One answer's place: a fact on a row. Rows have keys that stay when another row is removed."""

    fact: Fact
    key: str

    @property
    def name(self) -> str:
        """The name of the form field."""
        return f"{self.fact.entity.name}-{self.key}-{self.fact.id}"


@dataclass(frozen=True, slots=True)
class Answers:
    """Rows by entity, answers by place, names of persons by key, and the two answers that are no facts: municipality and month."""

    rows: Mapping[Entity, Sequence[str]]
    given: Mapping[Place, Sequence[str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    gemeinde: str = ""
    month: str = ""

    def places(self) -> Iterator[Place]:
        """Every place of every row, in the order of the facts."""
        for entity, facts in VOCABULARY.facts.items():
            for key in self.rows[entity]:
                for fact in facts.values():
                    yield Place(fact, key)

    def at(self, fact: Fact, key: str) -> Sequence[str]:
        """What was typed at a place; nothing where it was left empty."""
        return self.given.get(Place(fact, key), ())

    def added(self, entity: Entity) -> Answers:
        """The same with one more row."""
        taken = self.rows[entity]
        if entity.single or len(taken) >= MOST_ROWS:
            return self
        new = str(1 + max((int(key) for key in taken), default=0))
        return replace(self, rows={**self.rows, entity: [*taken, new]})

    def removed(self, entity: Entity, key: str) -> Answers:
        """The same without a row; the first person stays."""
        kept = [one for one in self.rows[entity] if one != key]
        if entity.single or (entity == PERSON and key == self.rows[PERSON][0]):
            return self
        given = {place: texts for place, texts in self.given.items() if place.fact.entity != entity or place.key != key}
        names = {k: name for k, name in self.names.items() if entity != PERSON or k != key}
        return replace(self, rows={**self.rows, entity: kept}, given=given, names=names)


def fresh(month: str) -> Answers:
    """Nothing answered yet: one person, who applies."""
    rows = {entity: [FIRST] if entity in (HOUSEHOLD, PERSON) else [] for entity in VOCABULARY.facts}
    return Answers(rows, {Place(personen.verhaeltnis, FIRST): [HEAD]}, month=month)


def from_post(data: QueryDict) -> Answers:
    """What came with a form. What is no field of ours is left where it is."""
    return from_places({name: data.getlist(name) for name in data})


def from_places(data: Mapping[str, Sequence[str]]) -> Answers:
    """Answers by the names of their places: rows, names, municipality and month included."""
    rows = {entity: _keys(entity, data) for entity in VOCABULARY.facts}
    blank = Answers(rows)
    given = {place: typed for place in blank.places() if (typed := _typed(data, place.name))}
    names = {key: name[0] for key in rows[PERSON] if (name := _typed(data, name_field(key)))}
    gemeinde, month = _typed(data, GEMEINDE), _typed(data, MONTH)
    return Answers(rows, given, names, gemeinde[0] if gemeinde else "", month[0] if month else "")


def rows_field(entity: Entity) -> str:
    """The hidden field that lists the rows of an entity."""
    return f"zeilen-{entity.name}"


def name_field(key: str) -> str:
    """The field with the name of a person."""
    return f"{PERSON.name}-{key}-name"


def _keys(entity: Entity, data: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if entity.single:
        return [FIRST]
    sent = " ".join(data.get(rows_field(entity), [])[-1:]).split()
    keys = [key for key in dict.fromkeys(sent) if key.isascii() and key.isdigit() and len(key) <= 3]
    return keys[:MOST_ROWS] or ([FIRST] if entity == PERSON else [])


def _typed(data: Mapping[str, Sequence[str]], name: str) -> Sequence[str]:
    return cleaned(data.get(name, ()))


def cleaned(typed: Sequence[str]) -> Sequence[str]:
    """What was typed, as words; nothing for a field left empty. What is too long for an answer is said where it is read, not cut here."""
    return [text for one in typed[:MOST_TYPED] if (text := as_words(one[:LONGEST_TYPED]))]


def as_places(answers: Answers) -> Mapping[str, Sequence[str]]:
    """Answers as they are stored, by the names of their places."""
    rows = {rows_field(entity): [" ".join(keys)] for entity, keys in answers.rows.items() if not entity.single and keys}
    names = {name_field(key): [name] for key, name in answers.names.items() if key in answers.rows[PERSON]}
    others = {name: [text] for name, text in ((GEMEINDE, answers.gemeinde), (MONTH, answers.month)) if text}
    return {**rows, **names, **others, **{place.name: list(typed) for place, typed in answers.given.items()}}
