"""Tables as files: semicolons, a byte order mark, and nothing that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from django.http import HttpResponse

from lebenslage.law.texts import Texts
from lebenslage.planning.export import FORMULA, MARK, MEDIA_TYPE
from lebenslage.quarters.places.models import Place

COLUMNS = (
    "name",
    "kind",
    "candidate",
    "suits",
    "address",
    "x",
    "y",
    "barrier_free",
    "hours",
    "price",
    "capacity",
    "serves",
    "source",
    "on",
)


def csv_file(name: str, rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Rows as a file to keep."""
    file = StringIO()
    csv.writer(file, delimiter=";").writerows([_cell(one) for one in row] for row in rows)
    return HttpResponse(MARK + file.getvalue(), content_type=MEDIA_TYPE, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def place_rows(places: Iterable[Place], say: Texts) -> Iterator[Sequence[object]]:
    """Places under headers that this room reads again."""
    yield [say("planning_sites", "columns", column) for column in COLUMNS]
    for one in places:
        words = {
            "kind": say("planning_sites", "kinds", one.kind),
            "candidate": say("planning_sites", "standing", "kandidat" if one.candidate else "steht"),
            "suits": say("planning_sites", "kinds", one.suits) if one.suits else "",
            "barrier_free": say("planning_sites", "access", one.barrier_free),
        }
        yield [words.get(column, getattr(one, column)) for column in COLUMNS]


def _cell(given: object) -> str:
    text = "" if given is None else f"{given:.1f}".replace(".", ",") if isinstance(given, float) else str(given)
    return f"'{text}" if text.startswith(FORMULA) and not isinstance(given, int | float) else text
