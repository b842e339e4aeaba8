"""Reading what was published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from lebenslage.authorities.models import Authority
from lebenslage.quarters.disclosure import MINIMUM
from lebenslage.quarters.models import Area, Publication, Quality, Released, Value

type Column = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Cell:
    """A published value; without a number it is suppressed or missing."""

    quality: Quality
    value: int | None = None


MISSING = Cell(Quality.MISSING)


@dataclass(frozen=True, slots=True)
class Line:
    """An area, or the whole town where there is no area, with its values by indicator and month."""

    area: Area | None
    cells: Mapping[Column, Cell]

    @property
    def name(self) -> str:
        """The name of the area; none for the town."""
        return self.area.name if self.area else ""

    def cell(self, indicator: str, month: date) -> Cell:
        """The value, or that there is none."""
        return self.cells.get((indicator, month), MISSING)


@dataclass(frozen=True, slots=True)
class Table:
    """Areas by name, the town, and the publications they come from."""

    lines: Sequence[Line]
    town: Line
    publications: Sequence[Publication]


def table(authority: Authority, indicators: Iterable[str], months: Iterable[date]) -> Table:
    """What was published of some indicators for some months, by area; three queries."""
    wanted = {"indicator__in": list(indicators), "month__in": list(months)}
    publications = list(Publication.objects.filter(authority=authority, **wanted).order_by("month", "indicator"))
    areas = list(Area.objects.filter(authority=authority))
    known = {publication.pk: publication for publication in publications}
    cells: dict[int | None, dict[Column, Cell]] = {}
    for value in Value.objects.filter(publication__in=known):
        publication = known[value.publication_id]
        cells.setdefault(value.area_id, {})[publication.indicator, publication.month] = _cell(value)
    return Table([Line(area, cells.get(area.pk, {})) for area in areas], Line(None, cells.get(None, {})), publications)


def months_of(authority: Authority, indicators: Iterable[str]) -> Sequence[date]:
    """The months for which something was published, the latest first."""
    some = Publication.objects.filter(authority=authority, indicator__in=list(indicators))
    return list(some.order_by("-month").values_list("month", flat=True).distinct())


def area_keys(authority: Authority) -> Sequence[str]:
    """The keys of a town's areas."""
    return list(Area.objects.filter(authority=authority).values_list("key", flat=True))


def least_minimum(authority: Authority) -> int:
    """The smallest count that may be shown from now on: never less than before, whether in a month's publication or in a release."""
    former = [table.objects.filter(authority=authority).aggregate(most=Max("minimum"))["most"] for table in (Publication, Released)]
    return max(MINIMUM, *(one or 0 for one in former))


def _cell(value: Value) -> Cell:
    return Cell(Quality(value.quality), None if value.value is None else int(value.value))
