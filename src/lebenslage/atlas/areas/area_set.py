"""An area set: the quarters of one town, or the cells of a grid, in one edition of their boundaries."""

from __future__ import annotations

from dataclasses import dataclass

from lebenslage.atlas.arrays import Shapes


@dataclass(frozen=True, slots=True, eq=False)
class AreaSet:
    """Areas in one edition. `keys` are official and unique, of one length where the register says so, always text (a leading 0 counts).

    `shapes` are valid shapely polygons in `crs` (an EPSG code in metres for everything that measures), None where only keys are known.
    `parents` are the keys of the next higher areas, where there are any.
    """

    name: str
    edition: str
    keys: tuple[str, ...]
    names: tuple[str, ...]
    shapes: Shapes | None = None
    crs: str = ""
    parents: tuple[str, ...] | None = None

    def __len__(self) -> int:
        return len(self.keys)
