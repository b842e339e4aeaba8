"""Who helps: numbers and addresses from `contacts.yaml`, each with its source, and what cannot wait until tomorrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict

from lebenslage.authorities.models import Authority
from lebenslage.authorities.queries import find, responsible
from lebenslage.kernel.errors import Problem

FILE: Final = Path(__file__).with_name("contacts.yaml")
NEAREST: Final = 3

type Confidence = Literal["2src", "1src", "dated"]


class _Fixed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Contact(_Fixed):
    """Somebody who helps. Without a telephone number there is an address on the web."""

    id: str
    name: str
    phone: str = ""
    web: str = ""
    source: str
    confidence: Confidence

    @property
    def dial(self) -> str:
        """The number as a telephone dials it."""
        return self.phone.replace(" ", "")


class Urgent(_Fixed):
    """Something that cannot wait, with the paragraphs behind what is said about it."""

    id: str
    steps: int
    cites: str
    source: str
    confidence: Confidence
    contacts: tuple[str, ...]

    @property
    def numbers(self) -> Sequence[str]:
        """The steps as the texts name them."""
        return [str(number + 1) for number in range(self.steps)]

    @property
    def helpers(self) -> Sequence[Contact]:
        """Who helps with it."""
        return [directory().by_id[id] for id in self.contacts]


class Directory(_Fixed):
    """Everything in the file."""

    contacts: tuple[Contact, ...]
    advice: tuple[str, ...]
    urgent: tuple[Urgent, ...]

    @property
    def by_id(self) -> Mapping[str, Contact]:
        """Each contact by its id."""
        return {contact.id: contact for contact in self.contacts}


@cache
def directory() -> Directory:
    """The file, checked."""
    return Directory.model_validate(yaml.safe_load(FILE.read_text(encoding="utf8")))


def advisers(most: int | None = None) -> Sequence[Contact]:
    """Who gives advice on money and rights, the nearest first."""
    return [directory().by_id[id] for id in directory().advice[:most]]


def office_in(town: str, service: str) -> Authority | None:
    """The office of a town that works with us; None where there is none, or the town is not known."""
    try:
        authority = responsible(service, find(town).key.key)
    except Problem:
        return None
    return authority if authority is not None and authority.connected else None
