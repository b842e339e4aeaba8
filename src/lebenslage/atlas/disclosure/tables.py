"""A table as it is about to be published, or as it stands published."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.disclosure.dimensions import Dimension
from lebenslage.atlas.disclosure.problems import CellTwice, UnknownCode

type Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One value for each of the `keys`, a code of each dimension in their order. A value is NaN where it is hidden.

    `subject` says what is counted, of whom and when: tables of one subject speak of the same people and are checked together.
    `margin` is how far a shown value may be from the true one (0; the base less 1 after rounding). `sums` is True where
    it adds up what people have (euros) instead of counting them; before it is published, such a table brings how many contribute
    (`contributors`), and in `largest` (cells, n) the n largest contributions, falling.
    `weights` say how much is lost with each cell, the value itself without them. Raises UnknownCode, CellTwice.
    """

    name: str
    subject: str
    dimensions: tuple[Dimension, ...]
    keys: tuple[Codes, ...]
    values: Floats
    margin: float = 0.0
    sums: bool = False
    contributors: Ints | None = None
    largest: Floats | None = None
    weights: Floats | None = None

    def __post_init__(self) -> None:
        """Every code is known, no cell stands twice."""
        if len(set(self.keys)) < len(self.keys):
            twice = next(key for number, key in enumerate(self.keys) if key in self.keys[:number])
            raise CellTwice(table=self.name, given=" / ".join(twice))
        for place, dimension in enumerate(self.dimensions):
            unknown = next((key[place] for key in self.keys if key[place] not in dimension.members), None)
            if unknown is not None:
                raise UnknownCode(dimension=dimension.name, given=unknown, table=self.name)

    @property
    def hidden(self) -> Flags:
        """Which cells are not shown."""
        return np.isnan(self.values)

    def hiding(self, cells: Flags) -> Table:
        """The same with these cells hidden, and without what only its makers know."""
        return replace(self, values=np.where(cells, np.nan, self.values), contributors=None, largest=None)
