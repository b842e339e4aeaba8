"""What was published enters the catalogue: as a version of figures for planners, and released, just as it stands published.

Nothing is computed here from what is hidden: a column of the catalogue is the publication once more. Whether it tells more beside what
others released of that day, `quarters.releasing` tries; what it refuses is for planners alone, and the version says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib import import_module
from typing import Final

from lebenslage.authorities.models import Authority
from lebenslage.bridge.meanings import DURATION, meaning_of
from lebenslage.journal.actions import Actor
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.take_up.names import GRANTS
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Batch, Edition, Figures, Publication, Quality, Value
from lebenslage.quarters.months import following_month
from lebenslage.quarters.recording import Import, NewColumn, describe, keep_figures

MARKS: Mapping[str, Mark] = {Quality.EXACT: Mark.GIVEN, Quality.SUPPRESSED: Mark.SUPPRESSED, Quality.MISSING: Mark.MISSING}
TITLE = "Zählungen aus der Bearbeitung"
UNTRIED: Final = "Nicht veröffentlicht: Auf diesem Rechner fehlen die Programme, die prüfen, was eine Zahl verrät."
RELEASING: Final = "lebenslage.quarters.releasing"
"""Imported when something is entered: it needs the analysis packages, which the web of a village office does not have."""


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
    granted = next((one for one in fresh if one.indicator == GRANTS), None)
    columns = [_column(authority, one, ours, granted, by) for one in fresh]
    refused = [why for column, one in zip(columns, fresh, strict=True) if (why := _released(authority, ours, column, one, by=by, at=at))]
    return keep_figures(
        authority, ours, columns, Import(TITLE, authority.office or authority.name, at, origin="bridge", found=refused), by=by
    )


def _stands(authority: Authority, one: Counted, ours: Edition) -> bool:
    entered = Figures.objects.filter(batch__authority=authority, batch__origin="bridge", edition=ours, on=one.on)
    return entered.filter(indicator__key=one.indicator).exists()


def _column(authority: Authority, one: Counted, ours: Edition, granted: Counted | None, by: Actor) -> NewColumn:
    """A column of the catalogue; how long grants took is a mean of those who were granted something."""
    indicator = describe(authority, meaning_of(one.indicator, authority), by=by)
    numbers, marks = _in_order(one, ours)
    bases = _in_order(granted, ours)[0] if granted is not None and one.indicator == DURATION else None
    return NewColumn(indicator, one.on, numbers, marks, bases)


def _in_order(one: Counted, ours: Edition) -> tuple[Sequence[float | None], Sequence[Mark]]:
    cells = [one.cells.get(key, (None, Mark.MISSING)) for key in ours.keys]
    return [number for number, _ in cells], [mark for _, mark in cells]


def _released(authority: Authority, ours: Edition, column: NewColumn, one: Counted, *, by: Actor, at: datetime) -> str:
    """Release a column as it stands, or say why not.

    Without the figure of the town: it counts who lives nowhere on the map, so it is not the sum of these areas.
    """
    given = Column(column.indicator, ours, one.on, column.numbers, column.marks, column.bases)
    try:
        import_module(RELEASING).release_as_given(authority, [given], by=by, at=at, minimum=one.minimum)
    except Problem as problem:
        return sentences(DEFAULT).problem(problem)
    except ModuleNotFoundError:
        return UNTRIED
    return ""
