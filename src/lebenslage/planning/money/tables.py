"""Money by area as a file: written for spreadsheets, and read from what a town hall saves."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Final

from lebenslage.kernel.errors import UnreadableAmount
from lebenslage.kernel.money import read_cents
from lebenslage.planning.export import FORMULA, MARK
from lebenslage.planning.money.words import exact_euros
from lebenslage.quarters.measures.changes import Amount
from lebenslage.quarters.measures.models import Money
from lebenslage.quarters.measures.problems import MoneyColumnsMissing, MoneyUnreadable
from lebenslage.quarters.models import Edition

HEADER: Final = ("massnahme", "programm", "fachbereich", "stand", "jahr", "quelle", "key", "gebiet", "geplant_euro", "ausgegeben_euro")
KEYS: Final = ("key", "schluessel", "schlüssel", "gebiet", "quartier", "area")
AMOUNTS: Final = ("euro", "betrag", "ausgegeben_euro", "geplant_euro", "amount")
EMPTY: Final = ("", "-", "–")


def as_csv(amounts: Sequence[Money], edition: Edition | None) -> str:
    """One line an amount and area named; several areas share a cell, none means the whole town."""
    names = dict(zip(edition.keys, edition.names, strict=True)) if edition else {}
    file = StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(HEADER)
    writer.writerows(_row(one, names) for one in amounts)
    return MARK + file.getvalue()


def read_money(content: bytes, *, year: int, source: str, which: str) -> Sequence[Amount]:
    """Amounts by area from a CSV with a key and an amount a line; an empty amount is left out, it is not zero.

    Raises MoneyColumnsMissing, MoneyUnreadable.
    """
    text = _decoded(content)
    head = text.partition("\n")[0]
    lines = list(csv.DictReader(StringIO(text), delimiter=max(";\t,", key=head.count)))
    columns = {name.strip().lower(): name for name in (lines[0] if lines else {}) if name}
    key, amount = (next((columns[name] for name in some if name in columns), None) for some in (KEYS, AMOUNTS))
    if key is None or amount is None:
        raise MoneyColumnsMissing(given=", ".join(columns) or "–")
    return list(_amounts(lines, key, amount, {"year": year, "source": source, "planned": None, "spent": None}, which))


def _amounts(lines: Sequence[Mapping[str, str]], key: str, amount: str, rest: Mapping[str, object], which: str) -> Iterator[Amount]:
    for number, line in enumerate(lines, start=2):
        typed = (line[amount] or "").strip()
        if typed in EMPTY:
            continue
        try:
            cents = read_cents(typed)
        except UnreadableAmount as unread:
            raise MoneyUnreadable(line=number, given=typed[:40]) from unread
        yield Amount(**{**rest, "area": (line[key] or "").strip(), which: cents})  # type: ignore[arg-type]  # told by the page


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _row(one: Money, names: Mapping[str, str]) -> Sequence[str]:
    measure = one.measure
    keys = [one.area] if one.area else measure.areas
    told = (measure.title, measure.programme.name if measure.programme else "", measure.department)
    where = (" ".join(keys), ", ".join(names.get(key, key) for key in keys))
    return [
        *map(_text, told),
        measure.status,
        str(one.year),
        one.source,
        *map(_text, where),
        exact_euros(one.planned),
        exact_euros(one.spent),
    ]


def _text(given: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{given}" if given.startswith(FORMULA) else given
