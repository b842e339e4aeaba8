"""Streets as a file gives them, before anybody asks who may walk there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.reach.tags import Tags


@dataclass(frozen=True, slots=True, eq=False)
class Streets:
    """Nodes (n,) at `x`, `y` - degrees where `crs` is empty, else metres - and segments (m,) from `tail` to `head`, which are node numbers.

    Segment i has the tags `tags[kind[i]]`; `marks` are the tags of some nodes, by node number. `metres` are given lengths, NaN where to
    be measured.
    """

    file: str
    crs: str
    ids: Ints
    x: Floats
    y: Floats
    tail: Ints
    head: Ints
    kind: Ints
    tags: tuple[Tags, ...]
    marks: Mapping[int, Tags]
    metres: Floats
