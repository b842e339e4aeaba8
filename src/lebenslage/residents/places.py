"""The names of places at which answers are kept: facts on rows, names of persons, particulars, rows, municipality and month."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from lebenslage.benefits.facts import VOCABULARY, personen
from lebenslage.law.nodes import PERSON, Entity
from lebenslage.residents.answers import FIRST, GEMEINDE, MONTH, Place, rows_field

ON_A_ROW: Final = re.compile(r"^([a-z_]+)-([1-9]\d{0,2})-([a-z0-9_]+)$")
KEY: Final = re.compile(r"^[1-9]\d{0,2}$")
PARTICULARS: Final = "angaben"
NAME: Final = "name"
ENTITIES: Final[Mapping[str, Entity]] = {entity.name: entity for entity in VOCABULARY.facts}
ROWS: Final[Mapping[str, Entity]] = {rows_field(entity): entity for entity in VOCABULARY.facts if not entity.single}
BIRTH_DATE: Final = Place(personen.geburtsdatum, FIRST).name


def particular(id: str) -> str:
    """The place of an answer that no rule reads, such as the family name."""
    return f"{PARTICULARS}-{FIRST}-{id}"


def is_place(name: str) -> bool:
    """Whether an answer can stand there."""
    parts = ON_A_ROW.match(name)
    if parts is None:
        return name in ROWS or name in (GEMEINDE, MONTH)
    entity = ENTITIES.get(parts[1])
    if entity is None:
        return parts[1] == PARTICULARS and parts[2] == FIRST
    return parts[3] in {fact.id for fact in VOCABULARY.facts[entity].values()} or (entity == PERSON and parts[3] == NAME)


def is_row(name: str) -> bool:
    """Whether a name such as `person-2` is that of a row."""
    entity, _, key = name.rpartition("-")
    return entity in ENTITIES and bool(KEY.match(key))


def row_of(name: str) -> tuple[Entity, str] | None:
    """The entity and the key of the row on which a place lies; None for what lies on none."""
    parts = ON_A_ROW.match(name)
    entity = ENTITIES.get(parts[1]) if parts else None
    return (entity, parts[2]) if parts and entity is not None and not entity.single else None


def stays(name: str, rows: Mapping[str, Sequence[str]]) -> bool:
    """Whether a place lies on a row that is still there, given the rows that were sent."""
    row = row_of(name)
    sent = rows.get(rows_field(row[0])) if row else None
    return row is None or sent is None or row[1] in sent
