"""Tags of OpenStreetMap as figures. A value that cannot be read is unknown, never a guess."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final

type Tags = Mapping[str, str]

NUMBER: Final = r"([+-]?\d+(?:[.,]\d+)?)"
PER_CENT: Final = re.compile(rf"{NUMBER}\s*%")
DEGREES: Final = re.compile(rf"{NUMBER}\s*°")
LENGTH: Final = re.compile(rf"{NUMBER}\s*(m|cm|mm)?")
METRES: Final = {None: 1.0, "m": 1.0, "cm": 0.01, "mm": 0.001}
IN_METRES: Final = frozenset({"width", "maxwidth", "maxwidth:physical", "kerb:height"})
STEEPEST: Final = 100.0
DIRECTIONS: Final = {"up": 1, "down": -1}


def slope(text: str) -> float | None:
    """`incline=*` in per cent, rising along the way where positive; None for "up", "down", "steep" and what has no unit.

    OSM wiki, Key:incline: "10 %" or "5°". A figure above 100 % is a slip of the pen, and unknown.
    """
    if found := PER_CENT.fullmatch(text.strip()):
        value = _number(found[1])
    elif found := DEGREES.fullmatch(text.strip()):
        value = 100 * math.tan(math.radians(max(-89.0, min(89.0, _number(found[1])))))
    else:
        return None
    return value if abs(value) <= STEEPEST else None


def rises(text: str) -> int:
    """Whether a way rises (1) or falls (-1) along its direction; 0 where that is not said."""
    if (per_cent := slope(text)) is not None:
        return (per_cent > 0) - (per_cent < 0)
    return DIRECTIONS.get(text.strip(), 0)


def metres(text: str) -> float | None:
    """A length in metres: "0.9", "0,9 m", "90 cm"; None where it cannot be read."""
    found = LENGTH.fullmatch(text.strip())
    return _number(found[1]) * METRES[found[2]] if found else None


def figure(tags: Tags, name: str) -> float | None:
    """The number that a rule compares: `slope` and `cross_slope` in per cent without sign, lengths in metres; None where unknown."""
    if name == "slope":
        return _without_sign(slope(tags.get("incline", "")))
    if name == "cross_slope":
        return _without_sign(slope(tags.get("incline:across", "")))
    return metres(tags.get(name, "")) if name in IN_METRES else None


def _without_sign(value: float | None) -> float | None:
    return None if value is None else abs(value)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
