"""An index as it stands in an address: indicators with weight and direction, and the scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict

from lebenslage.quarters.models import Better, Indicator

SCALES: Final = ("z", "rank", "minmax", "exponential")
BURDEN, STRENGTH = DIRECTIONS = ("burden", "strength")
MOST_PARTS: Final = 15
HEAVIEST: Final = 3.0
CLASSES: Final = 5


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator of the index."""

    key: str
    weight: float = 1.0
    direction: str = BURDEN

    @property
    def is_burden(self) -> bool:
        """Whether much of it raises the index."""
        return self.direction == BURDEN


@dataclass(frozen=True, slots=True)
class Draft:
    """An index that is being built."""

    name: str = ""
    parts: Sequence[Part] = ()
    scale: str = SCALES[0]
    gebiet: str = ""

    @property
    def keys(self) -> Sequence[str]:
        """The keys of its indicators."""
        return [part.key for part in self.parts]

    def evenly(self) -> Draft:
        """The same with equal weights."""
        return replace(self, parts=[replace(part, weight=1.0) for part in self.parts])

    def address(self, gebiet: str = "") -> str:
        """The query of the address under which this index is built."""
        pairs = [("merkmale", ",".join(self.keys)), ("skala", self.scale), ("name", self.name), ("gebiet", gebiet or self.gebiet)]
        pairs += [(f"g_{part.key}", f"{part.weight:g}") for part in self.parts]
        pairs += [(f"r_{part.key}", part.direction) for part in self.parts]
        return "?" + urlencode([pair for pair in pairs if pair[1]])


def drafted(given: QueryDict, catalogue: Mapping[str, Indicator]) -> Draft:
    """Read an address or a form; what the town does not have stays away."""
    named = [key for box in given.getlist("merkmale") for key in box.split(",") if key in catalogue]
    parts = [_part(given, catalogue[key]) for key in dict.fromkeys(named)][:MOST_PARTS]
    scale = given.get("skala", "")
    name = given.get("name", "").strip()[:100]
    return Draft(name, parts, scale if scale in SCALES else SCALES[0], given.get("gebiet", ""))


def usual_direction(indicator: Indicator) -> str:
    """What is better high is a strength; all else counts as a burden until somebody says otherwise."""
    return STRENGTH if indicator.better == Better.HIGH else BURDEN


def _part(given: QueryDict, indicator: Indicator) -> Part:
    direction = given.get(f"r_{indicator.key}", "")
    found = direction if direction in DIRECTIONS else usual_direction(indicator)
    return Part(indicator.key, _weight(given.get(f"g_{indicator.key}", "")), found)


def _weight(text: str) -> float:
    """A weight from 0.1 to 3; what cannot be read is 1."""
    plain = text.replace(",", ".")
    return min(HEAVIEST, max(0.1, float(plain))) if plain.replace(".", "", 1).isdecimal() and len(plain) < 8 else 1.0
