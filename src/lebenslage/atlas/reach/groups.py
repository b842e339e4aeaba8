"""Who walks how fast, and what stops or slows whom: `groups.yaml` as typed data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lebenslage.law.yaml_files import read_yaml

TABLE: Final = Path(__file__).with_name("groups.yaml")
CLOSED: Final = 0.0
OF_EVERY_WAY: Final = frozenset(
    {"highway", "foot", "access", "sidewalk", "oneway:foot", "foot:oneway", "area:highway", "incline", "incline:across", "wheelchair"}
)


@dataclass(frozen=True, slots=True)
class Declared:
    """A figure with its unit and source; `assumed` where it is our own."""

    value: float
    unit: str
    source: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What a tag does to the speed of whom: `then` is a share of it, 0 where the way is closed."""

    who: frozenset[str]
    tag: str
    then: float
    source: str
    assumed: bool = False
    any_of: frozenset[str] = frozenset()
    above: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """How many seconds a point of the way costs."""

    tag: str
    any_of: frozenset[str]
    seconds: float
    source: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """People who walk alike. `asks` are the tags that should be known of a way before one is sure of it; `ramps` open stairs."""

    id: str
    speed: Declared
    short: Declared
    rules: tuple[Rule, ...]
    waits: tuple[Wait, ...]
    asks: tuple[str, ...]
    stairs_up: Declared | None = None
    stairs_down: Declared | None = None
    ramps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walked:
    """Which ways may be walked at all."""

    highways: frozenset[str]
    only_with_word: frozenset[str]
    open_words: frozenset[str]
    closed_words: frozenset[str]
    sidewalks: frozenset[str]


@cache
def groups() -> Mapping[str, Group]:
    """Every group by its id: walk, older, child, pram, wheelchair."""
    content = read_yaml(TABLE)
    rules = tuple(_rule(row) for row in content["rules"])
    waits = tuple(Wait(**{**row, "any_of": frozenset(row["any_of"])}) for row in content["waits"])
    return {id: _group(id, row, rules, waits) for id, row in content["groups"].items()}


@cache
def walked() -> Walked:
    """Which ways may be walked at all."""
    return Walked(**{key: frozenset(words) for key, words in read_yaml(TABLE)["walked"].items()})


@cache
def tags_read() -> frozenset[str]:
    """Every tag that anything here asks for."""
    named = {name for group in groups().values() for name in (*group.asks, *group.ramps)}
    ruled = {rule.tag for group in groups().values() for rule in group.rules}
    return OF_EVERY_WAY | named | ruled | {wait.tag for group in groups().values() for wait in group.waits}


def _rule(row: Mapping[str, Any]) -> Rule:
    then = CLOSED if row["then"] == "closed" else float(row["then"])
    return Rule(**{**row, "who": frozenset(row["who"]), "any_of": frozenset(row.get("any_of", ())), "then": then})


def _group(id: str, row: Mapping[str, Any], rules: tuple[Rule, ...], waits: tuple[Wait, ...]) -> Group:
    declared = {key: Declared(**value) for key, value in row.items() if isinstance(value, dict)}
    return Group(
        id=id,
        rules=tuple(rule for rule in rules if id in rule.who),
        waits=waits,
        asks=tuple(row["asks"]),
        ramps=tuple(row.get("ramps", ())),
        **declared,
    )
