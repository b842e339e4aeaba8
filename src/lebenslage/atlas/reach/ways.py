"""What a way is worth to a group of people: how fast they go in each direction, what stops them, and how much of it is known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from lebenslage.atlas.reach.groups import CLOSED, Group, Rule, walked
from lebenslage.atlas.reach.tags import Tags, figure, rises, slope

AT_ITS_WORD: Final = frozenset({"yes", "designated"})
REVERSE: Final = frozenset({"-1", "reverse"})
NOT_WALKED: Final = "not walked"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Speeds along and against a way in m/s (0: closed), what closed it, and the share of what should be known that is tagged (0 to 1)."""

    along: float
    against: float
    closed_by: str
    known: float


def verdict(tags: Tags, group: Group) -> Verdict:
    """Judge a way by its tags."""
    if not may_walk(tags):
        return Verdict(CLOSED, CLOSED, NOT_WALKED, 1.0)
    share, closed_by = _share(tags, group)
    along, against = (_speed(tags, group, sign) * share for sign in (1, -1))
    one_way = _one_way(tags)
    return Verdict(CLOSED if one_way < 0 else along, CLOSED if one_way > 0 else against, closed_by, known(tags, group))


def may_walk(tags: Tags) -> bool:
    """Whether people may walk there: `foot` before `access`, and a kind of way that is walked."""
    table, highway = walked(), tags.get("highway", "")
    word = tags.get("foot", tags.get("access", ""))
    if word in table.closed_words or tags.get("area:highway"):
        return False
    if highway in table.only_with_word:
        return tags.get("foot", "") in table.open_words or tags.get("sidewalk", "") in table.sidewalks
    return highway in table.highways


def known(tags: Tags, group: Group) -> float:
    """The share of what the group asks that the way says, 0 to 1. `wheelchair=*` says it all to a wheelchair."""
    if group.id == "wheelchair" and tags.get("wheelchair"):
        return 1.0
    return sum(said(tags, name) for name in group.asks) / len(group.asks)


def said(tags: Tags, name: str) -> bool:
    """Whether a way says something that can be read about `incline`, `surface` (or smoothness) or a length such as `width`."""
    if name == "incline":
        return slope(tags.get("incline", "")) is not None
    if name == "surface":
        return bool(tags.get("surface") or tags.get("smoothness"))
    return figure(tags, name) is not None


def stops(tags: Tags, rule: Rule) -> bool:
    """Whether a rule speaks of these tags. What is not tagged, or cannot be read, is unknown and stops nobody."""
    if rule.any_of:
        return tags.get(rule.tag, "") in rule.any_of
    value = figure(tags, rule.tag)
    if value is None:
        return False
    return value > rule.above if rule.above is not None else value < (rule.below or 0.0)


def _share(tags: Tags, group: Group) -> tuple[float, str]:
    """The share of its speed that a group keeps, and the tag that closes the way: the worst rule of each tag, multiplied over tags."""
    trusted = group.id == "wheelchair" and tags.get("wheelchair") in AT_ITS_WORD
    ramp = has_ramp(tags, group)
    worst: dict[str, float] = {}
    for rule in group.rules:
        spared = ramp if rule.tag == "highway" else trusted
        if not spared and stops(tags, rule):
            worst[rule.tag] = min(rule.then, worst.get(rule.tag, 1.0))
    closing = [name for name, share in worst.items() if share == CLOSED]
    return math.prod(worst.values()), closing[0] if closing else ""


def _speed(tags: Tags, group: Group, sign: int) -> float:
    incline = tags.get("incline", "")
    level = group.speed.value * slowed_by_slope(sign * (slope(incline) or 0.0) / 100)
    if tags.get("highway") != "steps":
        return level
    stairs = group.stairs_down if sign * rises(incline) < 0 else group.stairs_up
    return max(level if has_ramp(tags, group) else CLOSED, stairs.value if stairs else CLOSED)


def has_ramp(tags: Tags, group: Group) -> bool:
    """Whether stairs have a ramp that the group can use; who walks takes it where it is quicker."""
    return any(tags.get(name) in {"yes", "separate", "automatic"} for name in group.ramps)


def slowed_by_slope(rise: float) -> float:
    """The share of the speed kept on a slope (a rise of 0.05 is 5 %): Tobler 1993, exp(-3.5 |rise + 0.05|), scaled to 1 on the flat.

    Nobody is counted as faster downhill than on the flat.
    """
    return min(1.0, math.exp(-3.5 * (abs(rise + 0.05) - 0.05)))


def _one_way(tags: Tags) -> int:
    word = tags.get("oneway:foot") or tags.get("foot:oneway") or ""
    return -1 if word in REVERSE else int(word == "yes")
