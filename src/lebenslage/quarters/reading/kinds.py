"""What a file is, by its content and never by its name; and no more of it than we can bear."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from lebenslage.quarters.reading.problems import EmptyUpload, LockedFile, OldExcel, PrintedTable, TooMuchInside, UnknownKind

MEGABYTE: Final = 1024 * 1024
MOST_UNPACKED: Final = 400
"""Megabytes that an archive may unpack to, all its files together."""
MOST_MEMBERS: Final = 5000
HEAD: Final = 4096


class Form(StrEnum):
    """How a file is built."""

    TEXT = ".csv"
    WORKBOOK = ".xlsx"
    GEOPACKAGE = ".gpkg"
    GEOJSON = ".geojson"
    SHAPEFILE = ".zip"
    RASTER = ".tif"


BEGINNINGS: Final = {
    b"SQLite format 3\x00": Form.GEOPACKAGE,
    b"II*\x00": Form.RASTER,
    b"MM\x00*": Form.RASTER,
    b"II+\x00": Form.RASTER,
    b"MM\x00+": Form.RASTER,
}
PRINTED: Final = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
WITH_SHAPES: Final = (Form.GEOPACKAGE, Form.GEOJSON, Form.SHAPEFILE)
MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def form_of(path: Path, name: str) -> Form:
    """How a file is built. Raises EmptyUpload, OldExcel, PrintedTable, LockedFile, TooMuchInside, UnknownKind."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.strip():
        raise EmptyUpload(file=name)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise OldExcel(file=name)
    if head.startswith(PRINTED):
        raise PrintedTable(file=name)
    if head.startswith(b"PK\x03\x04"):
        return _packed(path, name)
    return next((form for beginning, form in BEGINNINGS.items() if head.startswith(beginning)), None) or _written(head, name)


def _packed(path: Path, name: str) -> Form:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise UnknownKind(file=name) from error
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED * MEGABYTE:
        raise TooMuchInside(file=name, limit=MOST_UNPACKED)
    if any(one.flag_bits & 1 for one in members):
        raise LockedFile(file=name)
    return _inside([one.filename.lower() for one in members], name)


def _inside(names: Sequence[str], name: str) -> Form:
    if "xl/workbook.xml" in names:
        return Form.WORKBOOK
    if any(one.endswith((".shp", ".geojson", ".gpkg")) for one in names):
        return Form.SHAPEFILE
    if any(one.endswith((".csv", ".txt")) for one in names):
        return Form.TEXT
    raise UnknownKind(file=name)


def _written(head: bytes, name: str) -> Form:
    if b"\x00" in head and not head.startswith(MARKS):
        raise UnknownKind(file=name)
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise UnknownKind(file=name)
    return Form.GEOJSON if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") else Form.TEXT
