"""The household file: one documented YAML/JSON format for `assess`, worked cases, packages and the API."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lebenslage.kernel.errors import UnreadableFile
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import HOUSEHOLD, PERSON, UNKNOWN, Entity, Value
from lebenslage.law.problems import DuplicatePerson, NoPersons, NotAMapping, UnknownFact, UnknownPerson, UnknownSection
from lebenslage.law.values import read_value
from lebenslage.law.yaml_files import LOADER

type Check = Callable[[Household], None]
type Lookup = Callable[[object], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Household:
    """Known facts: for each given fact one value per row of its entity, in the order of `names`; UNKNOWN where not given."""

    names: Mapping[Entity, Sequence[str]]
    given: Mapping[Fact, Sequence[Value]]

    def rows(self, entity: Entity) -> int:
        """How many rows an entity has here."""
        return len(self.names.get(entity, ()))

    def get(self, fact: Fact, row: int = 0) -> Value:
        """A given value, or UNKNOWN."""
        values = self.given.get(fact)
        return UNKNOWN if values is None else values[row]

    def answered(self, fact: Fact, row: int, value: int) -> Household:
        """The same household with one more answer."""
        values = list(self.given.get(fact) or [UNKNOWN] * self.rows(fact.entity))
        values[row] = value
        return Household(self.names, {**self.given, fact: values})


class Vocabulary:
    """The facts that a household file may hold, and what makes a household impossible."""

    def __init__(self, facts: Iterable[Fact], checks: Sequence[Check]) -> None:
        """Order facts by entity. Raises ValueError where two facts share an id."""
        self.facts: dict[Entity, dict[str, Fact]] = {HOUSEHOLD: {}, PERSON: {}}
        self.checks = checks
        for fact in facts:
            known = self.facts.setdefault(fact.entity, {})
            if known.setdefault(fact.id, fact) is not fact:
                raise ValueError(f"two facts are named {fact.id}")

    def read(self, document: object, lookups: Mapping[str, Lookup] | None = None) -> Household:
        """Read a document `{haushalt: {...}, personen: {name: {...}}}`. `lookups` turn keys that are no facts (a municipality) into facts.

        Raises a problem that names the person, the fact and the remedy.
        """
        sections = {str(section): _named(rows) for section, rows in _mapping(document, "").items()}
        entities = {e.plural: e for e in self.facts}
        for section in sections:
            if section not in entities:
                raise UnknownSection(section=section, known=list(entities))
        names = {e: self._names(e, sections.get(e.plural)) for e in self.facts}
        given: dict[Fact, list[Value]] = {}
        for entity, rows in names.items():
            for row, name in enumerate(rows):
                answers = _answers(entity, sections.get(entity.plural), name, lookups or {})
                self._fill(given, entity, names, row, answers)
        household = Household(names, given)
        for check in self.checks:
            check(household)
        return household

    def read_file(self, path: Path, lookups: Mapping[str, Lookup] | None = None) -> Household:
        """Read a YAML or JSON file. Raises UnreadableFile, and what `read` raises."""
        return self.read(load_document(path), lookups)

    def _names(self, entity: Entity, section: object) -> Sequence[str]:
        if entity.single:
            return (entity.name,)
        names = [str(name) for name in _mapping(section or {}, entity.plural)]
        if entity == PERSON and not names:
            raise NoPersons
        return names

    def _fill(
        self, given: dict[Fact, list[Value]], entity: Entity, names: Mapping[Entity, Sequence[str]], row: int, answers: Mapping[str, object]
    ) -> None:
        for key, answer in answers.items():
            fact = self._fact(entity, str(key), names[entity][row])
            person = "" if entity.single else names[entity][row]
            if answer is None:
                continue
            value = (
                _pointed(fact, answer, person, names[PERSON])
                if fact.unit and fact.unit.kind == "person"
                else read_value(fact, answer, person)
            )
            given.setdefault(fact, [UNKNOWN] * len(names[entity]))[row] = value

    def _fact(self, entity: Entity, key: str, person: str) -> Fact:
        known = self.facts[entity]
        if key not in known:
            close = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
            raise UnknownFact(fact=key, person="" if entity.single else person, suggestion=close[0] if close else "")
        return known[key]


class _AsTyped(LOADER):  # type: ignore[misc, valid-type]
    """A safe YAML loader that keeps words, numbers and days as they are typed and refuses a key given twice instead of keeping the last.

    YAML would read 1.200 as one and a fifth, 05315000 as an octal number and `on` as true; 2025-02-30 it would refuse without
    naming the fact.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping. Raises DuplicatePerson."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = next((key for key, times in Counter(keys).items() if times > 1), None)
        if twice is not None:
            raise DuplicatePerson(person=str(twice))
        return dict(super().construct_mapping(node, deep=True))

    def typed(self, node: yaml.ScalarNode) -> str:
        """A word, a number or a day as text."""
        return str(self.construct_scalar(node))


for _tag in ("bool", "int", "float", "timestamp"):
    _AsTyped.add_constructor(f"tag:yaml.org,2002:{_tag}", _AsTyped.typed)


def load_document(source: Path | str) -> object:
    """Parse a YAML or JSON file (or text). Raises UnreadableFile, DuplicatePerson."""
    name = source.name if isinstance(source, Path) else ""
    try:
        text = source.read_text(encoding="utf8") if isinstance(source, Path) else source
        return yaml.load(text, Loader=_AsTyped)  # noqa: S506 - derived from a safe loader
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(file=name, reason=type(error).__name__) from error
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise UnreadableFile(file=name, reason=f"line {mark.line + 1}" if mark else "YAML") from error


def _answers(entity: Entity, section: object, name: str, lookups: Mapping[str, Lookup]) -> Mapping[str, object]:
    content = _mapping(section or {}, entity.plural)
    answers = content if entity.single else _mapping(content[name] or {}, name)
    found: dict[str, object] = {}
    for key, answer in answers.items():
        found.update(lookups[str(key)](answer) if entity.single and str(key) in lookups else {str(key): answer})
    return found


def _named(rows: object) -> object:
    return {str(name): row for name, row in rows.items()} if isinstance(rows, Mapping) else rows


def _mapping(given: object, section: str) -> Mapping[Any, object]:
    if not isinstance(given, Mapping):
        raise NotAMapping(section=section)
    return given


def _pointed(fact: Fact, given: object, person: str, names: Sequence[str]) -> int:
    name = str(given).strip()
    if name in names:
        return list(names).index(name)
    if name.lower() in fact.asked.words:
        return fact.asked.words[name.lower()]
    raise UnknownPerson(fact=fact, person=person, given=name)
