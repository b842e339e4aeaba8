"""Published figures as files: CSV with its description (CSVW), and JSON. Written for machines, in one fixed order."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any, Final

from lebenslage.planning.public.licences import licence_of
from lebenslage.planning.public.published import Figure, Published, Sheet
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Indicator

STATUS: Final[Mapping[Mark, str]] = {
    Mark.GIVEN: "veroeffentlicht",
    Mark.UNCERTAIN: "unsicher",
    Mark.SUPPRESSED: "verborgen",
    Mark.MISSING: "liegt_nicht_vor",
}
"""What stands in the column `status`: of the last two there is no number."""
DECIMALS: Final = 4
COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    "kennzahl": ("string", "Schlüssel der Kennzahl"),
    "stand": ("date", "Tag, für den die Zahl gilt"),
    "ebene": ("string", "Art der Gebiete"),
    "schluessel": ("string", "Schlüssel des Gebiets; leer für die ganze Stadt"),
    "gebiet": ("string", "Name des Gebiets"),
    "wert": ("number", "Die Zahl; leer, wo sie verborgen ist oder nicht vorliegt"),
    "status": ("string", "veroeffentlicht, unsicher, verborgen oder liegt_nicht_vor"),
}


def as_csv(sheets: Sequence[Sheet]) -> str:
    """Every figure in a line of its own: commas, points, UTF-8, as CSV on the Web wants it (RFC 4180)."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for sheet in sheets:
        writer.writerows(_row(sheet, figure) for figure in _lines(sheet))
    return file.getvalue()


def described(published: Published, indicator: Indicator | None, address: str) -> Mapping[str, Any]:
    """The description of such a file after the W3C's CSV on the Web; no indicator means all."""
    sheets = published.of(indicator.key) if indicator else published.sheets
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "de"}],
        "url": address,
        "dc:title": indicator.name if indicator else f"Alle Kennzahlen: {published.authority.name}",
        "dc:description": indicator.definition if indicator else "Alles, was die Stadt über ihre Gebiete veröffentlicht hat.",
        "dc:publisher": published.authority.name,
        "dc:source": sorted({sheet.column.source for sheet in sheets}),
        "dc:license": sorted({licence_of(sheet.licence).address for sheet in sheets}),
        "dc:modified": max(sheet.at for sheet in sheets).date().isoformat(),
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": True},
        "tableSchema": {"columns": [_column(name, kind, meaning) for name, (kind, meaning) in COLUMNS.items()]},
    }


def as_json(published: Published, indicator: str) -> str:
    """An indicator with its meaning and all its days."""
    sheets = published.of(indicator)
    return json.dumps({**meaning(sheets[0].indicator), "staende": [_day(sheet) for sheet in sheets]}, ensure_ascii=False, indent=1)


def meaning(indicator: Indicator) -> Mapping[str, Any]:
    """What the catalogue says of an indicator."""
    return {
        "kennzahl": indicator.key,
        "name": indicator.name,
        "definition": indicator.definition,
        "thema": indicator.topic,
        "einheit": indicator.unit,
        "bezug": indicator.denominator,
    }


def number_or_none(number: float | None) -> float | int | None:
    """A number with four decimals at most, and without a needless point: 12, not 12.0."""
    if number is None:
        return None
    short = round(number, DECIMALS)
    return int(short) if float(short).is_integer() else short


def _day(sheet: Sheet) -> Mapping[str, Any]:
    licence = licence_of(sheet.licence)
    return {
        "stand": sheet.on.isoformat(),
        "ebene": sheet.column.edition.level,
        "quelle": sheet.column.source,
        "lizenz": licence.address,
        "kleinste_gezeigte_zahl": sheet.minimum,
        "veroeffentlicht_am": sheet.at.date().isoformat(),
        "werte": [dict(zip(list(COLUMNS)[3:], _row(sheet, figure, empty=None)[3:], strict=True)) for figure in _lines(sheet)],
    }


def _lines(sheet: Sheet) -> Sequence[Figure]:
    town = [] if sheet.column.town is None else [Figure("", "Ganze Stadt", sheet.column.town, Mark.GIVEN)]
    return [*sheet.figures, *town]


def _row(sheet: Sheet, figure: Figure, *, empty: str | None = "") -> Sequence[Any]:
    number = number_or_none(figure.number)
    written = empty if number is None else number
    edition = sheet.column.edition
    return [sheet.indicator.key, sheet.on.isoformat(), edition.level, figure.key, figure.name, written, STATUS[figure.mark]]


def _column(name: str, kind: str, meaning: str) -> Mapping[str, Any]:
    return {"name": name, "titles": name, "dc:description": meaning, "datatype": kind}
