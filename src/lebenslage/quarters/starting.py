"""The starter set: some forty indicators that a town gets from its own registers, what they mean, and whom to ask for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from lebenslage.authorities.spelling import folded
from lebenslage.law.yaml_files import read_yaml

FILE: Final = Path(__file__).with_name("starting.yaml")
DATES: Final = re.compile(r"\b(?:\d{1,2}\s+\d{1,2}\s+)?(?:19|20)\d{2}\b")
FILLERS: Final = re.compile(
    r"\b(?:anteil|anzahl|zahl|quote|in|an|am|zum|stand|der|die|das|des|von|den|je|prozent|pro|abs|absolut|rel|relativ|personen)\b"
)


class Suggested(BaseModel):
    """An indicator of the set. `first` is needed for the first report; `grid` comes with census cells; `words` are headings."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    name: str
    definition: str
    topic: str
    kind: Literal["count", "share", "mean"]
    unit: str
    denominator: str = ""
    base: str = ""
    better: Literal["low", "high", "neither"] = "neither"
    of_people: bool = True
    ask: str
    words: tuple[str, ...]
    first: bool = False
    grid: bool = False


@cache
def starter_set() -> Mapping[str, Suggested]:
    """The set by key, in the order of the file."""
    return MappingProxyType({one["key"]: Suggested.model_validate(one) for one in read_yaml(FILE)})


def known_by(heading: str, *, grid: bool = False) -> Suggested | None:
    """The indicator that a heading names: `Anteil SGB II in % (31.12.2024)`. Those of census cells are known in a grid alone."""
    found = _by_words(grid)
    return found.get(plain(heading)) or found.get(folded(heading))


def plain(heading: str) -> str:
    """What a heading speaks of: small letters, without days and words that every heading has."""
    return " ".join(FILLERS.sub(" ", DATES.sub(" ", folded(heading))).split())


@cache
def _by_words(grid: bool) -> Mapping[str, Suggested]:
    said: dict[str, Suggested] = {}
    for one in sorted(starter_set().values(), key=lambda one: one.grid != grid):
        for word in (one.key.replace("_", " "), one.name, *one.words) if grid or not one.grid else ():
            said.setdefault(plain(word), one)
            said.setdefault(folded(word), one)
    return MappingProxyType(said)
