"""The page of an edition: its areas, what lies on them, and which figures of other editions could be carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Edition, Figures

MOST_SHOWN: Final = 400
GRID: Final = "raster"


@dataclass(frozen=True, slots=True)
class Ground:
    """An edition and the others from which figures may come."""

    edition: Edition
    columns: int
    older: Sequence[Edition]
    grid: Edition | None

    @property
    def areas(self) -> Sequence[tuple[str, str]]:
        """Key and name of the first areas."""
        return list(zip(self.edition.keys, self.edition.names, strict=True))[:MOST_SHOWN]

    @property
    def number(self) -> int:
        """How many areas there are."""
        return len(self.edition.keys)

    @property
    def more(self) -> int:
        """How many areas are not shown."""
        return max(0, self.number - MOST_SHOWN)


def ground(edition: Edition) -> Ground:
    """The page of an edition."""
    standing = Figures.objects.filter(batch__withdrawn_at=None, batch__authority=edition.authority_id)
    others = catalogue.editions(edition.authority).exclude(pk=edition.pk)
    with_figures = set(standing.exclude(edition=edition).values_list("edition_id", flat=True).distinct())
    usable = [one for one in others if one.pk in with_figures]
    return Ground(
        edition,
        standing.filter(edition=edition).count(),
        [one for one in usable if one.level == edition.level and edition.level != GRID],
        next((one for one in usable if one.level == GRID), None) if edition.level != GRID else None,
    )
