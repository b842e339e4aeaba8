"""The invented people and how each of them lives, read from `people.yaml` and `lives.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

HERE: Final = Path(__file__).parent
type Given = dict[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Person:
    """One person and what becomes of her application."""

    name: str
    born: str
    at: str
    day: date
    life: str
    income: int
    rent: int
    way: str

    @property
    def first_name(self) -> str:
        """The name before the family name."""
        return self.name.split(" ", 1)[0]

    @property
    def family_name(self) -> str:
        """The name shared with the children."""
        return self.name.split(" ", 1)[1]


def loaded(file: str) -> Any:
    """A file of this folder."""
    return yaml.safe_load((HERE / file).read_text(encoding="utf8"))


def people() -> Sequence[Person]:
    """Everybody, in the order of application."""
    return sorted((Person(**{**one, "born": str(one["born"])}) for one in loaded("people.yaml")), key=lambda person: person.day)


def what_she_says(person: Person, town: str) -> Given:
    """Her answers at their places: how she lives, whom she lives with, who she is and where the money goes."""
    life = dict(loaded("lives.yaml")[person.life])
    others = life.pop("people", [])
    street, number = person.at.rsplit(" ", 1)
    said: Given = {
        "zeilen-person": [" ".join(str(n + 1) for n in range(1 + len(others)))],
        "gemeinde": [town],
        "monat": [f"{person.day:%Y-%m}"],
        "haushalt-1-wohnform": ["miete"],
        "haushalt-1-miete": [str(person.rent)],
        "haushalt-1-mietbestandteile": ["keine"],
        "person-1-verhaeltnis": ["antragstellend"],
        "person-1-name": [person.name],
        "person-1-geburtsdatum": [person.born],
        "angaben-1-vorname": [person.first_name],
        "angaben-1-nachname": [person.family_name],
        "angaben-1-strasse": [street],
        "angaben-1-hausnummer": [number],
        "angaben-1-kontoinhaber": [person.name],
    }
    said |= {place: _texts(value, person) for place, value in life.items()}
    return said | dict(_of_the_others(others, person))


def _of_the_others(others: Sequence[Mapping[str, Any]], person: Person) -> Iterator[tuple[str, Sequence[str]]]:
    for number, other in enumerate(others, start=2):
        yield f"person-{number}-name", [f"{NAMES_OF_OTHERS[number - 2]} {person.family_name}"]
        for fact, value in other.items():
            yield f"person-{number}-{fact}", _texts(value, person)


NAMES_OF_OTHERS: Final = ("Robin", "Kim", "Luca", "Toni")


def _texts(value: object, person: Person) -> Sequence[str]:
    texts = value if isinstance(value, list) else [value]
    return [str(text).replace("{income}", str(person.income)).replace("{rent}", str(person.rent)) for text in texts]
