"""A file looked at, and a file taken in: one way for every kind, with guesses that a planner may correct in between."""

from __future__ import annotations

import hashlib
import logging
import struct
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.db import transaction

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import Actor
from lebenslage.journal.clock import today as this_day
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.quarters import catalogue, recording
from lebenslage.quarters.columns import Column as Kept
from lebenslage.quarters.models import Batch, Edition
from lebenslage.quarters.reading import cells, checking, rasters
from lebenslage.quarters.reading.areas import area_set
from lebenslage.quarters.reading.beginning import edition_for, last_like, likely, source_of
from lebenslage.quarters.reading.figures import Placed, Ready, by_repair, filled, placed
from lebenslage.quarters.reading.findings import Finding, finding
from lebenslage.quarters.reading.guessing import Known, columns_of, new_key, suggested_day
from lebenslage.quarters.reading.how import How, first_day
from lebenslage.quarters.reading.kinds import WITH_SHAPES, Form, form_of
from lebenslage.quarters.reading.matching import Areas
from lebenslage.quarters.reading.meaning import described
from lebenslage.quarters.reading.outlines import FoundOutlines, covered, naming_columns, read_outlines, same_ground
from lebenslage.quarters.reading.problems import DamagedTable, FileNotTaken, NoQuarters, PointsAlone
from lebenslage.quarters.reading.sheet import Sheet, read_sheet, spilled
from lebenslage.quarters.starting import known_by, starter_set

BROKEN: Final = (OSError, ValueError, LookupError, ArithmeticError, RuntimeError, EOFError, zlib.error, struct.error, UnboundLocalError)
log = logging.getLogger(__name__)
LEAST_COVERED: Final = 0.6


@dataclass(slots=True)
class Look:
    """A file as it was understood: how, what was found, and what would be kept."""

    file: str
    how: How
    known: Known
    findings: list[Finding] = field(default_factory=list)
    repairs: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sheet: Sheet | None = None
    edition: Edition | None = None
    ready: list[Ready] = field(default_factory=list)
    outlines: FoundOutlines | None = None
    cells: cells.FoundCells | None = None
    former: str = ""

    @property
    def blocking(self) -> list[Finding]:
        """What must be put right first."""
        return [one for one in self.findings if one.blocking]

    @property
    def hints(self) -> list[Finding]:
        """What is to be known."""
        return [one for one in self.findings if not one.blocking]

    def name_of(self, key: str) -> str:
        """The name of an indicator, known or new."""
        own = self.known.indicators.get(key)
        start = starter_set().get(key)
        return own.name if own else start.name if start else self.heading_of(key)

    def heading_of(self, key: str) -> str:
        """The heading under which an indicator stands in the file."""
        return next((one.heading for one in self.ready if one.indicator == key), key)


def look(authority: Authority, path: Path, name: str, *, how: How | None = None, today: date | None = None) -> Look:
    """Understand a file, by guesses or as it was said. Raises Problem where it cannot be read at all."""
    day = today or this_day()
    with _readable(name):
        return _looked(authority, path, name, how, day)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """What libraries raise over a damaged file is said in a sentence; the log keeps what it was."""
    try:
        yield
    except BROKEN as error:
        log.warning("A file could not be read: %r", error)
        raise DamagedTable(file=name) from error


def _looked(authority: Authority, path: Path, name: str, how: How | None, day: date) -> Look:
    form = form_of(path, name)
    known = Known({one.key: one for one in catalogue.indicators(authority)})
    with tempfile.TemporaryDirectory() as folder:
        file = spilled(path, Path(folder), form)
        if form is Form.RASTER:
            return _raster(authority, file, name, known, how, day)
        sheet = read_sheet(file, form, name, sheet=how.sheet if how else "")
        how = how if how is None or _fits(how, sheet) else None
        if form in WITH_SHAPES and (how is None or how.what == "outlines"):
            seen = _outlines(authority, file, sheet, known, how, day)
            return seen if how else _figures_of_the_same(authority, seen, known, day) or seen
    return _counted(authority, sheet, known, how, day)


def _counted(authority: Authority, sheet: Sheet, known: Known, how: How | None, day: date) -> Look:
    gridded = how.what == "cells" if how else cells.is_grid(sheet)
    if gridded and cells.is_points(sheet):
        raise PointsAlone(file=sheet.file)
    return (_cells if gridded else _figures)(authority, sheet, known, how, day)


@transaction.atomic
def keep(authority: Authority, seen: Look, *, by: Actor, name: str, at: datetime, origin: str = "file", digest: str = "") -> Batch:
    """Keep what was seen as one version. Raises FileNotTaken where something blocks."""
    say = sentences(DEFAULT)
    if seen.blocking:
        raise FileNotTaken(file=seen.file, found=said(seen.blocking[0], say))
    edition = _edition(authority, seen, at=at, by=by)
    columns = [
        recording.NewColumn(described(authority, seen.known, seen.how, seen.file, one, by=by), one.on, one.numbers, one.marks, one.bases)
        for one in seen.ready
    ]
    found = [said(one, say) for one in seen.findings] + [line for lines in seen.repairs.values() for line in lines]
    how = {**seen.how.stored(), "edition": edition.pk}
    given = recording.Import(seen.file, seen.how.source, at, origin, digest, seen.how.licence, how, found)
    return recording.keep_figures(authority, edition, columns, given, by=by, name=name)


def take_in(authority: Authority, path: Path, *, by: Actor, name: str, at: datetime, mapping: How | None = None, title: str = "") -> Batch:
    """Import a file with every guess accepted, or as `mapping` says; `name` is who brought it. Raises Problem."""
    seen = look(authority, path, title or path.name, how=mapping, today=at.date())
    return keep(authority, seen, by=by, name=name, at=at, digest=digest_of(path))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def said(one: Finding, say: Texts) -> str:
    """The sentence of a finding; one that carries a problem says that."""
    details = dict(one.details)
    return say.problem(details["problem"]) if "problem" in details else one.said(say)


def _figures(authority: Authority, sheet: Sheet, known: Known, how: How | None, today: date) -> Look:
    edition = edition_for(authority, sheet)
    areas = Areas(edition.keys, edition.names)
    before = None if how else last_like(authority, "figures", sheet.header)
    if how is None:
        columns = before[1].columns if before else columns_of(sheet, areas, known)
        how = likely(authority, "figures", sheet, today, before[1] if before else None).model_copy(update={"columns": columns})
    at = placed(sheet, how, edition, authority.town)
    return _checked(authority, at, known, before[0] if before else "", today)


def _checked(authority: Authority, at: Placed, known: Known, former: str, today: date) -> Look:
    keys = {one.indicator for one in at.how.columns} - {""}
    standing = catalogue.columns(authority, at.edition, keys | {known.base_of(key) for key in keys})
    result = filled(at, known, lambda key, on: _nearest(standing, key, on))
    names = {one.indicator: known.indicators[one.indicator].name for one in result.ready if one.indicator in known.indicators}
    names = {one.indicator: names.get(one.indicator) or _start_name(one.indicator, one.heading) for one in result.ready}
    findings = [
        *checking.about_rows(at),
        *checking.about_codes(at),
        *result.findings,
        *checking.about_columns(at, result.ready, names, standing, today),
    ]
    if not result.ready:
        findings.append(finding("nothing_to_keep", blocking=True))
    return Look(at.sheet.file, at.how, known, findings, by_repair(at), at.sheet, at.edition, result.ready, former=former)


def _nearest(standing: Sequence[Kept], key: str, on: date) -> Sequence[float | None] | None:
    some = [one for one in standing if one.indicator.key == key]
    return min(some, key=lambda one: abs((one.on - on).days)).numbers if some else None


def _start_name(key: str, heading: str) -> str:
    start = starter_set().get(key)
    return start.name if start else heading


def _cells(authority: Authority, sheet: Sheet, known: Known, how: How | None, today: date) -> Look:
    before = None if how else last_like(authority, "cells", sheet.header)
    if how is None:
        columns = before[1].columns if before else cells.grid_columns(sheet, known, catalogue.edition(authority))
        how = likely(authority, "cells", sheet, today, before[1] if before else None).model_copy(update={"columns": columns})
        how = how.model_copy(update={"on": cells.day_of(sheet.file) or how.on})
    found, outside = cells.find_cells(sheet, catalogue.edition(authority))
    ready, wrong = cells.cell_columns(sheet, how, found)
    return Look(sheet.file, how, known, [*outside, *wrong], {}, sheet, None, ready, cells=found, former=before[0] if before else "")


def _outlines(authority: Authority, file: Path, sheet: Sheet, known: Known, how: How | None, today: date) -> Look:
    if how is None:
        key, name = naming_columns(sheet)
        on = first_day([sheet.file]) or date(today.year, 1, 1)
        given = likely(authority, "outlines", sheet, today, None)
        day = date(on.year, 1, 1) if (on.month, on.day) == (12, 31) else on
        how = given.model_copy(update={"key": key, "name": name, "on": day, "title": f"{len(sheet.lines)} Quartiere"})
    found = read_outlines(file, how)
    former = catalogue.edition(authority)
    findings = [*found.findings, *(_beside(found, former) if former is not None and former.outlines else ())]
    return Look(sheet.file, how, known, findings, {}, sheet, former, outlines=found)


def _fits(how: How, sheet: Sheet) -> bool:
    """Whether it was said of this table; another sheet or layer of the file is understood anew."""
    return how.key in sheet.columns if how.what == "outlines" else how.header == sheet.header


def _figures_of_the_same(authority: Authority, seen: Look, known: Known, today: date) -> Look | None:
    """The figures that a file brings for areas that are there already."""
    if seen.sheet is None or "same_outlines" not in {one.what for one in seen.findings}:
        return None
    found = _figures(authority, seen.sheet, known, None, today)
    return found if found.ready else None


def _beside(found: FoundOutlines, former: Edition) -> Iterator[Finding]:
    """What outlines are beside those that are there: the same, or no quarters of this town at all."""
    before = area_set(former)
    if same_ground(found.areas, before):
        yield finding("same_outlines", title=former.title)
    share = covered(found.areas, before)
    if share < LEAST_COVERED:
        yield finding("other_ground", blocking=True, percent=round(100 * share))


def _raster(authority: Authority, file: Path, name: str, known: Known, how: How | None, today: date) -> Look:
    edition = catalogue.edition(authority)
    if edition is None or not edition.outlines:
        raise NoQuarters(file=name)
    if how is None:
        stem = Path(name).stem
        start = known_by(stem)
        how = How(
            what="raster", on=suggested_day([name], today), source=source_of(authority), indicator=start.key if start else new_key(stem)
        )
    ready, findings = rasters.measured(file, how, edition, Path(name).stem)
    return Look(name, how, known, findings, edition=edition, ready=[ready])


def _edition(authority: Authority, seen: Look, *, at: datetime, by: Actor) -> Edition:
    on = seen.how.on or at.date()
    if seen.outlines is not None:
        return recording.keep_edition(authority, seen.outlines.given(on, seen.how.source), at=at, by=by)
    if seen.cells is not None:
        former = catalogue.edition(authority, level=cells.LEVEL)
        if former is not None and list(former.keys) == seen.cells.keys:
            return former
        return recording.keep_edition(authority, seen.cells.given(seen.how, on, seen.how.source), at=at, by=by)
    assert seen.edition is not None
    return seen.edition
