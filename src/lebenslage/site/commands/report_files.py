"""A social report from files: areas and tables in, the report and its data out. No database is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final

import numpy as np
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.reading import Table, read_areas, read_table
from lebenslage.atlas.progress import Progress
from lebenslage.kernel.dates import read_day
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.papers.report import ReportContent, as_pages, report_pdf
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.drawing import drawn, packed
from lebenslage.quarters.models import Edition, Indicator
from lebenslage.quarters.releasing import MINIMUM, hindrances, protected
from lebenslage.quarters.reports.annex import files_of
from lebenslage.quarters.reports.content import content_of
from lebenslage.quarters.reports.material import Material, newest
from lebenslage.quarters.starting import Suggested, known_by, starter_set
from lebenslage.site.commands.problems import NoDayOfFigures, NothingKnownInFigures, NotWritten

YEAR: Final = re.compile(r"(?:19|20)\d\d")
STYLES: Final = ("reports/alone.css", "reports/report.css")
UNNAMED: Final = "die Stadt"
LICENCE: Final = "nicht angegeben"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was given; `tables` are files, each with its day before it or a year in its name."""

    areaset: Path
    folder: Path
    on: date
    tables: Sequence[str]
    key: str
    name: str
    town: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: the files, how much is in them, headings nobody knows, and indicators that could not be shown."""

    files: Sequence[str]
    areas: int
    indicators: int
    hidden: int
    unknown: Sequence[str]
    left_out: Sequence[str]

    def plain(self) -> dict[str, Any]:
        """For programs."""
        return asdict(self)


def written(asked: Asked, progress: Progress) -> Made:
    """Read, protect, write. Raises what reading areas and tables raises, NoDayOfFigures, NothingKnownInFigures, NotWritten."""
    say = sentences(DEFAULT)
    areas = read_areas(asked.areaset, key=asked.key, name=asked.name)
    edition = _edition(areas, asked)
    tables = [(day, read_table(file, key=asked.key)) for file, day in map(_dated, asked.tables)]
    columns = _all_columns(tables, edition, asked)
    left_out = {one.indicator.name: say("problems", why.key, **why.details) for one, why in hindrances(columns)}
    public = protected([one for one in columns if one.indicator.name not in left_out], [], progress=progress)
    content = content_of(_material(asked, edition, public, left_out), say)
    files = {**files_of(edition, public, say), **_papers(content, asked.on, say)}
    told = [f"{name}: {why}" for name, why in left_out.items()]
    indicators = len({one.indicator.key for one in public})
    return Made(_kept(asked.folder, files), len(areas), indicators, _hidden(public), _all_unknown(tables, asked), told)


def _all_columns(tables: Sequence[tuple[date, Table]], edition: Edition, asked: Asked) -> Sequence[Column]:
    found = [column for day, table in tables for column in _columns(table, edition, day, asked.source)]
    if not found:
        raise NothingKnownInFigures(file=Path(asked.tables[0]).name)
    return found


def _hidden(columns: Sequence[Column]) -> int:
    return sum(mark is Mark.SUPPRESSED for one in columns for mark in one.marks)


def _all_unknown(tables: Sequence[tuple[date, Table]], asked: Asked) -> list[str]:
    """Headings that nobody knows, each once."""
    return list(dict.fromkeys(heading for _, table in tables for heading in _unknown(table, asked)))


def _dated(given: str) -> tuple[Path, date]:
    """A file and the day its figures are true for: written before it, or the end of the year in its name."""
    day, sign, file = given.partition("=")
    if sign:
        return Path(file), date.fromordinal(read_day(day))
    years = YEAR.findall(Path(given).stem)
    if not years:
        raise NoDayOfFigures(file=Path(given).name)
    return Path(given), date(int(years[-1]), 12, 31)


def _edition(areas: AreaSet, asked: Asked) -> Edition:
    shapes = areas.shapes
    return Edition(
        pk=1,
        title=areas.name or asked.areaset.stem,
        valid_from=asked.on,
        keys=list(areas.keys),
        names=list(areas.names),
        crs=areas.crs,
        outlines=b"" if shapes is None else packed(shapes),
        drawn={} if shapes is None else drawn(shapes),
        source=asked.source or asked.areaset.name,
        licence=LICENCE,
    )


def _columns(table: Table, edition: Edition, on: date, source: str) -> Iterator[Column]:
    """The columns of a table that the starter set knows, in the order of the areas; an area without a row has no figure."""
    found = {one.key: heading for heading in table.columns if (one := known_by(heading)) is not None}
    row_of = {key: row for row, key in enumerate(table.keys)}
    rows = [row_of.get(key) for key in edition.keys]
    for key, heading in found.items():
        one = starter_set()[key]
        numbers = _numbers(table, heading, rows)
        bases = _numbers(table, found[one.base], rows) if one.base in found else None
        marks = [Mark.MISSING if number is None else Mark.GIVEN for number in numbers]
        yield Column(_indicator(one, source or table.file), edition, on, numbers, marks, bases, None, source or table.file)


def _numbers(table: Table, heading: str, rows: Sequence[int | None]) -> list[float | None]:
    numbers, _ = table.numbers(heading)
    return [None if row is None or np.isnan(numbers[row]) else float(numbers[row]) for row in rows]


def _indicator(one: Suggested, source: str) -> Indicator:
    fields = ("key", "name", "definition", "topic", "kind", "unit", "denominator", "better", "of_people")
    return Indicator(**{field: getattr(one, field) for field in fields}, source=source, licence=LICENCE)


def _material(asked: Asked, edition: Edition, columns: Sequence[Column], left_out: dict[str, str]) -> Material:
    now, before = newest(columns)
    town = asked.town or UNNAMED
    title = asked.title or f"Sozialbericht {max(one.on for one in now).year}"
    return Material(town, town, title, edition, now, before, True, MINIMUM, asked.on, left_out=list(left_out.items()))


def _papers(content: ReportContent, on: date, say: Texts) -> dict[str, bytes]:
    style = "\n".join(Path(str(finders.find(one))).read_text(encoding="utf-8") for one in STYLES)
    page = render_to_string("reports/alone.html", {"content": as_pages(content), "style": style, "say": say})
    return {"bericht.pdf": report_pdf(content, at=datetime.combine(on, time(), UTC)), "bericht.html": page.encode()}


def _unknown(table: Table, asked: Asked) -> list[str]:
    return [heading for heading in table.columns if heading not in (asked.key, asked.name) and known_by(heading) is None]


def _kept(folder: Path, files: dict[str, bytes]) -> list[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise NotWritten(file=str(folder)) from error
    return [str(folder / name) for name in sorted(files)]
