"""What was published enters the catalogue: as a version of figures for planners, and released, just as it stands published.

Nothing is computed here from what is hidden: a column of the catalogue is the publication once more, so it tells nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lebenslage.authorities.models import Authority
from lebenslage.bridge.meanings import meaning_of
from lebenslage.journal.actions import Actor
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Batch, Edition, Publication, Quality, Released, Value
from lebenslage.quarters.months import following_month
from lebenslage.quarters.recording import Import, NewColumn, describe, keep_figures

MARKS: Mapping[str, Mark] = {Quality.EXACT: Mark.GIVEN, Quality.SUPPRESSED: Mark.SUPPRESSED, Quality.MISSING: Mark.MISSING}
TITLE = "Zählungen aus der Bearbeitung"


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of a month by key of the area; what is left out is missing."""

    indicator: str
    month: date
    cells: Mapping[str, tuple[float | None, Mark]]
    minimum: int

    @property
    def on(self) -> date:
        """The last day of the month, for which the figure is true."""
        return following_month(self.month) - timedelta(days=1)


def published_cells(publication: Publication) -> Counted:
    """A publication by key of the area."""
    values = Value.objects.filter(publication=publication).exclude(area=None).select_related("area")
    cells = {one.area.key: (None if one.value is None else float(one.value), MARKS[one.quality]) for one in values if one.area}
    return Counted(publication.indicator, publication.month, cells, publication.minimum)


def enter(authority: Authority, month: date, counted: Iterable[Counted], *, by: Actor, at: datetime) -> Batch | None:
    """Enter what stands published of a month and is not entered yet; None where nothing is new.

    A town that had no outlines of its quarters in that month has nothing to enter figures for: they stand on the page of months alone.
    """
    ours = edition(authority, on=following_month(month) - timedelta(days=1))
    fresh = [one for one in counted if ours is not None and not _stands(authority, one, ours)]
    if ours is None or not fresh:
        return None
    columns = [_column(authority, one, ours, by) for one in fresh]
    Released.objects.bulk_create([_released(authority, ours, column, one, at) for column, one in zip(columns, fresh, strict=True)])
    return keep_figures(authority, ours, columns, Import(TITLE, authority.office or authority.name, at, origin="bridge"), by=by)


def _stands(authority: Authority, one: Counted, ours: Edition) -> bool:
    return Released.objects.filter(authority=authority, indicator__key=one.indicator, edition=ours, on=one.on).exists()


def _column(authority: Authority, one: Counted, ours: Edition, by: Actor) -> NewColumn:
    indicator = describe(authority, meaning_of(one.indicator, authority), by=by)
    cells: Sequence[tuple[float | None, Mark]] = [one.cells.get(key, (None, Mark.MISSING)) for key in ours.keys]
    return NewColumn(indicator, one.on, [number for number, _ in cells], [mark for _, mark in cells])


def _released(authority: Authority, ours: Edition, column: NewColumn, one: Counted, at: datetime) -> Released:
    """Without the figure of the town: it counts who lives nowhere on the map, so it is not the sum of these areas."""
    indicator = column.indicator
    marks = "".join(column.marks)
    given = {"numbers": list(column.numbers), "qualities": marks, "minimum": one.minimum, "source": indicator.source, "at": at}
    return Released(authority=authority, indicator=indicator, edition=ours, on=one.on, licence=indicator.licence, **given)
