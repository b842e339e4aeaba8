"""The licences under which towns publish, by the short names that the catalogue keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its name and where its text stands."""

    name: str
    address: str


LICENCES: Final[Mapping[str, Licence]] = {
    "dl-de/by-2-0": Licence("Datenlizenz Deutschland – Namensnennung – 2.0", "https://www.govdata.de/dl-de/by-2-0"),
    "dl-de/zero-2-0": Licence("Datenlizenz Deutschland – Zero – 2.0", "https://www.govdata.de/dl-de/zero-2-0"),
    "cc-by-4.0": Licence("Creative Commons Namensnennung 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "cc-zero": Licence("Creative Commons CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "odbl": Licence("Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
}


def licence_of(short: str) -> Licence:
    """The licence of a short name; one that is not in the list is named as it was given."""
    return LICENCES.get(short.lower()) or Licence(short, short)
