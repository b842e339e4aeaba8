"""The cliffs that statutes make: where a euro more income may lose more than a euro. They are data, so that a test can find any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lebenslage.law.curves import Cliff
from lebenslage.law.parameters import scaled
from lebenslage.law.yaml_files import read_yaml

CENTS = 2


@dataclass(frozen=True, slots=True)
class Declared:
    """A cliff of a right, with its paragraph; `most` is the greatest loss in cents a month, for the household or for each child."""

    id: str
    right: str
    cites: str
    most: int
    each_child: bool


@cache
def declared() -> tuple[Declared, ...]:
    """All cliffs that are known, from `cliffs.yaml`."""
    content = read_yaml(Path(__file__).with_name("cliffs.yaml"))
    return tuple(
        Declared(id, one["right"], one["cites"], scaled(one["most"], CENTS), each_child=one.get("each") == "child")
        for id, one in content.items()
    )


def behind(cliff: Cliff) -> tuple[Declared, ...]:
    """The declared cliffs of the rights that end or shrink at a cliff."""
    return tuple(one for one in declared() if one.right in cliff.rights)


def allowed_loss(cliffs: Iterable[Declared], children: int) -> int:
    """The greatest loss in cents that these cliffs may make together in a household with some children."""
    return sum(one.most * (children if one.each_child else 1) for one in cliffs)
