"""The data annex: every figure as CSV with its description (CSVW), the areas as GeoPackage, a note, and whatever else goes along."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyogrio
import shapely

from lebenslage.law.texts import Texts
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.drawing import unpacked
from lebenslage.quarters.models import Edition

CSV: Final = "werte.csv"
CSVW: Final = "werte.csv-metadata.json"
GEOPACKAGE: Final = "gebiete.gpkg"
NOTE: Final = "LIESMICH.txt"
LAYER: Final = "gebiete"
TYPES: Final[Mapping[str, str]] = {"wert": "decimal", "nenner": "integer", "tag": "date"}
HEAD: Final = ("gebiet", "name", "merkmal", "bezeichnung", "tag", "wert", "einheit", "nenner", "zustand")
WORDS: Final[Mapping[Mark, str]] = {
    Mark.GIVEN: "vorhanden",
    Mark.MISSING: "keine Angabe",
    Mark.SUPPRESSED: "geheim",
    Mark.UNCERTAIN: "geschätzt",
}


def annex_of(edition: Edition, columns: Sequence[Column], say: Texts, more: Mapping[str, bytes]) -> bytes:
    """The annex as a ZIP; `more` are further files by name, the report and its description for data portals."""
    files = {**files_of(edition, columns, say), **more}
    files[NOTE] = say("report", "annex_note_whole", beside=say("report", "annex_note")).encode()
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in files.items():
            folder.writestr(name, content)
    return kept.getvalue()


def files_of(edition: Edition, columns: Sequence[Column], say: Texts) -> dict[str, bytes]:
    """CSV, CSVW, GeoPackage where there are outlines, and the note, by name."""
    files = {
        CSV: figures_csv(columns),
        CSVW: json.dumps(described(edition, columns, say), ensure_ascii=False, indent=1).encode(),
        NOTE: say("report", "annex_note").encode(),
    }
    return {**files, GEOPACKAGE: geopackage(edition, columns)} if edition.outlines else files


def figures_csv(columns: Sequence[Column]) -> bytes:
    """One line an area, indicator and day. A value that is hidden or missing is empty, and says which of the two it is."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEAD)
    for one in columns:
        bases = one.bases or [None] * len(one.numbers)
        for key, name, value, mark, base in zip(one.edition.keys, one.edition.names, one.numbers, one.marks, bases, strict=True):
            unit, day = one.indicator.unit, one.on.isoformat()
            writer.writerow(
                [key, _safe(name), one.indicator.key, _safe(one.indicator.name), day, _number(value), unit, _number(base), WORDS[mark]]
            )
    return text.getvalue().encode()


def described(edition: Edition, columns: Sequence[Column], say: Texts) -> dict[str, Any]:
    """The description of the CSV as W3C's CSV on the Web wants it."""
    licences = sorted({one.indicator.licence for one in columns})
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "de"}],
        "url": CSV,
        "dc:title": say("report", "annex_title", areas=edition.title),
        "dc:source": sorted({one.source or one.indicator.source for one in columns}),
        "dc:license": licences,
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ","},
        "tableSchema": {
            "columns": [_column(name, say) for name in HEAD],
            "primaryKey": ["gebiet", "merkmal", "tag"],
        },
        "notes": [{"merkmal": one.indicator.key, "bedeutung": one.indicator.definition} for one in columns],
    }


def geopackage(edition: Edition, columns: Sequence[Column]) -> bytes:
    """The areas with a field for each indicator and year; hidden and missing values are empty."""
    shapes = shapely.to_wkb(unpacked(bytes(edition.outlines)))
    fields: dict[str, Any] = {"schluessel": np.array(edition.keys, object), "name": np.array(edition.names, object)}
    for one in columns:
        fields[f"{one.indicator.key}_{one.on:%Y_%m_%d}".replace("-", "_")] = np.array(
            [np.nan if number is None else number for number in one.numbers], np.float64
        )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / GEOPACKAGE
        pyogrio.raw.write(file, shapes, list(fields.values()), list(fields), layer=LAYER, geometry_type="Unknown", crs=edition.crs)
        return file.read_bytes()


def _column(name: str, say: Texts) -> dict[str, Any]:
    titles = {"name": name, "titles": name, "dc:description": say("report", "annex_columns", name)}
    return {**titles, "datatype": TYPES.get(name, "string"), "required": name not in ("wert", "nenner")}


def _number(value: float | None) -> str:
    return (
        ""
        if value is None
        else f"{value:g}"
        if abs(value) < 1e5 and value != int(value)
        else f"{value:.0f}"
        if value == int(value)
        else repr(value)
    )


def _safe(text: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
