"""What a form or a file brings, about to be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lebenslage.quarters.measures.models import Programme, Source, Status


@dataclass(frozen=True, slots=True)
class Said:
    """Everything that is said of a measure."""

    title: str
    programme: Programme | None = None
    aim: str = ""
    target_group: str = ""
    department: str = ""
    areas: Sequence[str] = ()
    place: str = ""
    starts: date | None = None
    ends: date | None = None
    status: str = Status.PLANNED
    reason: str = ""
    indicators: Sequence[str] = ()
    next_step: str = ""
    due: date | None = None
    lessons: str = ""

    def fields(self) -> Mapping[str, object]:
        """The values by the fields of the table."""
        given = {name: getattr(self, name) for name in self.__slots__}
        return {**given, "areas": list(self.areas), "indicators": list(self.indicators)}


@dataclass(frozen=True, slots=True)
class Amount:
    """Money of a year from a source, in cents, for one area or for all of the measure."""

    year: int
    planned: int | None
    spent: int | None
    source: str = Source.TOWN
    area: str = ""
