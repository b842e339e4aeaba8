"""The figures of an indicator as tables: the latest beside the one before, and two versions of one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.data.shelf import standing
from lebenslage.planning.data.words import number, plain, shown
from lebenslage.quarters import catalogue
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Edition, Figures, Indicator, Kind


@dataclass(frozen=True, slots=True)
class Row:
    """An area with its figures in words, and the difference of the two."""

    name: str
    cells: Sequence[str]
    change: str = ""


@dataclass(frozen=True, slots=True)
class Latest:
    """The figures that count now, the latest days first."""

    edition: Edition
    columns: Sequence[Figures]
    rows: Sequence[Row]
    versions: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Two columns side by side; `all` are those to choose from."""

    all: Sequence[Figures]
    new: Figures | None
    old: Figures | None
    rows: Sequence[Row]
    changed: int


DAYS = 3


def latest(indicator: Indicator) -> Latest | None:
    """The latest figures of an indicator in its quarters, or in the cells of a grid where it has none there."""
    edition = _edition(indicator)
    if edition is None:
        return None
    some = standing(indicator, edition)
    counting = {one.on: one for one in reversed([one for one in some if one.batch.withdrawn_at is None])}
    columns = sorted(counting.values(), key=lambda one: one.on, reverse=True)[:DAYS]
    words = sentences(DEFAULT).strings["planning_data"]["marks"]
    rows = [_row(edition, place, columns, words) for place in range(min(len(edition.keys), 400))]
    return Latest(edition, columns, rows, len(some))


def compared(indicator: Indicator, new: str, old: str) -> Compared:
    """Two columns of an indicator: those that were asked for, else the latest and the one before it."""
    edition = _edition(indicator)
    some = standing(indicator, edition) if edition else []
    by_pk = {str(one.pk): one for one in some}
    one = by_pk.get(new) or next(iter(some), None)
    other = by_pk.get(old) or next((column for column in some if column is not one), None)
    if edition is None or one is None or other is None:
        return Compared(some, one, None, [], 0)
    words = sentences(DEFAULT).strings["planning_data"]["marks"]
    rows = [_row(edition, place, [one, other], words, compare=True) for place in range(len(edition.keys))]
    changed = [row for row in rows if row.change]
    return Compared(some, one, other, sorted(changed, key=lambda row: row.name), len(changed))


def rows_of(indicator: Indicator) -> Iterator[list[str]] | None:
    """Every figure that counts now, one line an area and day; None where there is none."""
    edition = _edition(indicator)
    if edition is None:
        return None
    columns = catalogue.columns(indicator.authority, edition, [indicator.key])
    words = sentences(DEFAULT).strings["planning_data"]["csv"]
    return _lines(indicator, edition, columns, words)


def _lines(indicator: Indicator, edition: Edition, columns: Sequence[Column], words: dict[str, dict[str, str]]) -> Iterator[list[str]]:
    yield list(words["header"])
    for one in columns:
        bases = one.bases or [None] * len(one.numbers)
        for key, name, value, mark, base in zip(edition.keys, edition.names, one.numbers, one.marks, bases, strict=True):
            yield [key, name, indicator.key, one.on.isoformat(), plain(value), words["marks"][mark], plain(base)]


def _edition(indicator: Indicator) -> Edition | None:
    """The edition with the latest figures: quarters before cells."""
    some = Edition.objects.filter(authority=indicator.authority_id, figures__indicator=indicator).defer("outlines", "drawn").distinct()
    return min(some, key=lambda one: (one.level != catalogue.LEVEL, -one.valid_from.toordinal()), default=None)


def _row(edition: Edition, place: int, columns: Sequence[Figures], words: dict[str, str], *, compare: bool = False) -> Row:
    decimals = 0 if columns and columns[0].indicator.kind == Kind.COUNT else 1
    cells = [shown(one.numbers[place], one.qualities[place], words, decimals) for one in columns]
    return Row(edition.names[place], cells, _change(columns, place, decimals) if compare else "")


def _change(columns: Sequence[Figures], place: int, decimals: int) -> str:
    new, old = (one.numbers[place] for one in columns)
    if new == old:
        return ""
    if new is None or old is None:
        return "–"
    return f"{'+' if new > old else ''}{number(new - old, decimals)}"
