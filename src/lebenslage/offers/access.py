"""Accessibility in the terms of A11yJSON (sozialhelden.org): what a place has, what it has not, and what nobody knows yet."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

type Access = Mapping[str, Any]
type Step = str | int

FACTS: Final[Mapping[str, tuple[Step, ...]]] = {
    "level": ("entrances", 0, "isLevel"),
    "ramp": ("entrances", 0, "hasFixedRamp"),
    "toilet": ("restrooms", 0, "isAccessibleWithWheelchair"),
    "loop": ("hasInductionLoop",),
    "signing": ("staff", "isTrainedInSigning"),
    "parking": ("parking", "forWheelchairUsers", "isAvailable"),
    "dogs": ("animalPolicy", "allowsServiceAnimals"),
}
"""What we ask about a place, and where A11yJSON says it."""
GRADES: Final = {"fully": True, "not": False}


def fact(access: Access, name: str) -> bool | None:
    """Whether a place has something; None where it is unknown."""
    found: Any = access
    for step in FACTS[name]:
        if isinstance(step, int):
            found = found[step] if isinstance(found, list) and len(found) > step else None
        else:
            found = found.get(step) if isinstance(found, Mapping) else None
    return found if isinstance(found, bool) else None


def facts(access: Access) -> Mapping[str, bool]:
    """What is known of a place."""
    return {name: known for name in FACTS if (known := fact(access, name)) is not None}


def step_free(access: Access) -> bool | None:
    """Whether somebody in a wheelchair gets in: a level entrance, a ramp, or the grade that somebody gave."""
    entries = (fact(access, "level"), fact(access, "ramp"))
    if True in entries:
        return True
    graded = GRADES.get(str(access.get("wheelchairAccessibilityGrade")))
    return graded if graded is not None else (False if entries[0] is False else None)


def with_facts(access: Access, known: Mapping[str, bool | None]) -> dict[str, Any]:
    """The same object with other facts; what is unknown stands nowhere, and what we do not ask about stays."""
    new = deepcopy(dict(access))
    for name, value in known.items():
        if fact(new, name) != value:
            _put(new, FACTS[name], value)
    return new


def _put(holder: Any, path: tuple[Step, ...], value: bool | None) -> None:
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        holder.extend({} for _ in range(step + 1 - len(holder)))
        _put(holder[step], rest, value)
    elif rest:
        expected = list if isinstance(rest[0], int) else dict
        if not isinstance(holder.get(step), expected):
            holder[step] = expected()
        _put(holder[step], rest, value)
    elif value is None:
        holder.pop(step, None)
    else:
        holder[step] = value
