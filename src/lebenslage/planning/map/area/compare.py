"""Two areas side by side: each figure, the difference, and whether it is larger than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lebenslage.planning.map.area.measured import Measured, differ, measured
from lebenslage.planning.map.asked import Asked
from lebenslage.planning.map.figures import plain
from lebenslage.quarters.models import Kind


@dataclass(frozen=True, slots=True)
class Pair:
    """An indicator of both areas; `real` says whether they differ by more than chance, None where that cannot be said."""

    one: Measured
    other: Measured
    real: bool | None

    @property
    def difference(self) -> str:
        """How much more the first has."""
        if self.one.number is None or self.other.number is None:
            return ""
        decimals = {Kind.COUNT: 0, Kind.INDEX: 2}.get(Kind(self.one.indicator.kind), 1)
        more = self.one.number - self.other.number
        return f"{'+' if round(more, decimals) > 0 else ''}{plain(more, decimals)}"


def compared(found: Asked, first: int, second: int) -> Sequence[Pair]:
    """Every indicator of two areas."""
    pairs = zip(measured(found, first), measured(found, second), strict=True)
    return [Pair(one, other, differ((one.now, first), (other.now, second))) for one, other in pairs]
