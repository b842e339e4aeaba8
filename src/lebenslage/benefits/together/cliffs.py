"""The cliffs that statutes make: where a euro more income may lose more than a euro. They are data, so that a test can find any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lebenslage.law.curves import Cliff
from lebenslage.law.parameters import scaled
from lebenslage.law.yaml_files import read_yaml

CENTS = 2
ALL = "all"


@dataclass(frozen=True, slots=True)
class Declared:
    """A cliff of a right, with its paragraph; `most` is the greatest loss in cents a month, for the household or for each child.

    `most` is None where all of a right (`of`) is lost at once; `ends`: only where the right ends; `alone`: another right takes its place,
    so that nothing is lost in all.
    """

    id: str
    right: str
    cites: str
    most: int | None
    of: str
    each_child: bool
    ends: bool
    alone: bool

    def loss(self, children: int, had: int) -> int:
        """The greatest loss in cents with some children, where the right `of` which all is lost was worth `had`."""
        if self.most is None:
            return had
        return self.most * children if self.each_child else self.most


@cache
def declared() -> tuple[Declared, ...]:
    """All cliffs that are known, from `cliffs.yaml`."""
    content = read_yaml(Path(__file__).with_name("cliffs.yaml"))
    return tuple(
        Declared(
            id,
            one["right"],
            one["cites"],
            None if one["most"] == ALL else scaled(one["most"], CENTS),
            one.get("of", one["right"]),
            each_child=one.get("each") == "child",
            ends=one.get("at") == "end",
            alone=one.get("lost") == "alone",
        )
        for id, one in content.items()
    )


def behind(cliff: Cliff, left: Mapping[str, int | None]) -> tuple[Declared, ...]:
    """The declared cliffs of the rights that end or shrink at a cliff; `left` is what is left of each right after it."""
    return tuple(one for one in declared() if one.right in cliff.rights and not (one.ends and left.get(one.right)))


def allowed_loss(cliffs: Iterable[Declared], children: int, had: Mapping[str, int | None]) -> int:
    """The greatest loss in cents that these cliffs may make together in a household with some children and the rights it had."""
    return sum(one.loss(children, had.get(one.of) or 0) for one in cliffs)
