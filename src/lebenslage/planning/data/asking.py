"""What a planner said on the page of a file, put over what was guessed. What is not on the page stays as it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import QueryDict

from lebenslage.quarters.reading.how import FIGURES, LICENCES, As, Column, How

LONGEST: int = 200


def asked(given: QueryDict, how: How) -> How:
    """The answers."""
    columns = [_column(given, place, one) for place, one in enumerate(how.columns)]
    shown, on = set(given.getlist("gezeigt")), set(given.getlist("reparatur"))
    without = sorted((set(how.without) - on) | (shown - on))
    said = {name: str(given.get(field, "")).strip()[:LONGEST] for name, field in FIELDS.items()}
    plain = {name: text for name, text in said.items() if text}
    licence = given.get("lizenz", how.licence)
    more = {"licence": licence if licence in LICENCES else how.licence, "on": _day(given.get("tag", "")) or how.on}
    return How.model_validate({**how.model_dump(), **plain, **more, "columns": columns, "without": without})


FIELDS: Mapping[str, str] = {
    "source": "quelle",
    "title": "titel",
    "sheet": "blatt",
    "key": "schluessel",
    "name": "name",
    "measure": "mass",
    "indicator": "indikator",
}


def _column(given: QueryDict, place: int, column: Column) -> Column:
    kind = given.get(f"art-{place}", column.kind)
    if kind not in set(As):
        return column
    indicator = given.get(f"indikator-{place}", "").strip() or column.indicator
    own = column.model_copy(update={"kind": As(kind), "indicator": indicator})
    return own if own.kind in FIGURES or own.kind is column.kind else own.model_copy(update={"on": None})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
