"""What the columns of a table are, guessed so well that a planner has nothing left to say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lebenslage.atlas.areas.reading.numbers import Place
from lebenslage.authorities.spelling import folded
from lebenslage.quarters.models import Indicator, Kind
from lebenslage.quarters.reading.how import As, Column, day_in
from lebenslage.quarters.reading.matching import Areas, fit
from lebenslage.quarters.reading.numbers import read
from lebenslage.quarters.reading.sheet import Sheet
from lebenslage.quarters.starting import Suggested, known_by, plain, starter_set

LEAST_FIT: Final = 0.5
BELOW_ZERO: Final = 0.1
SAMPLE: Final = 2000
MOST_KINDS: Final = 60
SHARES: Final = re.compile(r"anteil|quote|prozent|%|\brate\b|in v\.? ?h\.?", re.IGNORECASE)
COUNTS: Final = re.compile(r"\banzahl|\bzahl der|\bpersonen\b|\babs", re.IGNORECASE)
DAYS: Final = re.compile(r"jahr|year|stichtag|datum|\bzeit\b|date|stand", re.IGNORECASE)
KINDS: Final = re.compile(r"merkmal|indikator|indicator|variable|kennzahl|bezeichnung", re.IGNORECASE)
KEYS: Final = re.compile(
    r"schl|key|quarter|quartier|stadtteil|bezirk|gebiet|ortsteil|\bnr\b|nummer|kennz|code|\bid\b|_id|id_", re.IGNORECASE
)
IGNORED: Final = frozenset(
    ("id", "fid", "gid", "objectid", "ogc fid", "shape area", "shape length", "shape leng", "lfd nr", "bemerkung", "x", "y")
)
NEW: Final = re.compile(r"[^a-z0-9]+")
LONGEST_KEY: Final = 60


@dataclass(frozen=True, slots=True)
class Known:
    """The catalogue of a town, to recognise headings by."""

    indicators: Mapping[str, Indicator]

    def called(self, heading: str) -> tuple[str, Kind | None]:
        """Key and kind of the indicator that a heading names; a new key where none is known."""
        own = next((one for one in self.indicators.values() if plain(heading) in (plain(one.name), plain(one.key.replace("_", " ")))), None)
        if own is not None:
            return own.key, Kind(own.kind)
        suggested = known_by(heading)
        return (suggested.key, Kind(suggested.kind)) if suggested else (new_key(heading), None)

    def base_of(self, key: str) -> str:
        """The indicator that holds the denominators of a share, by its name in the catalogue or in the starter set."""
        suggested = starter_set().get(key)
        if suggested and suggested.base:
            return suggested.base
        words = plain(self.indicators[key].denominator) if key in self.indicators else ""
        known = next((one.key for one in self.indicators.values() if words and plain(one.name) == words), "")
        return known or (meant.key if words and (meant := known_by(words)) else "")


def new_key(heading: str) -> str:
    """A key for an indicator that nobody knows yet."""
    return NEW.sub("_", plain(heading) or folded(heading)).strip("_")[:LONGEST_KEY] or "zahl"


def columns_of(sheet: Sheet, areas: Areas, known: Known) -> list[Column]:
    """What each column of a table of figures is."""
    key, name = _naming(sheet, areas)
    rest = [heading for heading in sheet.columns if heading not in (key, name)]
    day = next((heading for heading in rest if _holds_days(heading, sheet.columns[heading])), "")
    found = {key: Column(heading=key, kind=As.KEY), name: Column(heading=name, kind=As.NAME), day: Column(heading=day, kind=As.DAY)}
    found |= {heading: _figure(sheet, heading, known) for heading in rest if heading != day}
    return _with_kinds([found[heading] for heading in sheet.columns], sheet, [one for one in (key, name) if one])


def naming(sheet: Sheet, areas: Areas) -> bool:
    """Whether any column names the areas."""
    return any(_naming(sheet, areas))


def _naming(sheet: Sheet, areas: Areas) -> tuple[str, str]:
    """The column with keys and that with names; one of them may be missing."""
    by_key, by_name = Areas(areas.keys, areas.keys), Areas(areas.names, areas.names)
    fits = {
        heading: tuple(fit(texts, some, sure=bool(KEYS.search(heading))) for some in (by_key, by_name, areas))
        for heading, texts in sheet.columns.items()
    }
    names = max(fits, key=lambda heading: fits[heading][1], default="")
    name = names if names and fits[names][1] >= LEAST_FIT else ""
    others = [heading for heading in fits if heading != name]
    keys = max(others, key=lambda heading: fits[heading][0] + 0.3 * bool(KEYS.search(heading)), default="")
    key = keys if keys and fits[keys][0] >= LEAST_FIT and _fixed(sheet.columns[keys], strict=bool(name)) else ""
    mixed = max(fits, key=lambda heading: fits[heading][2], default="")
    return (key, name) if key or name else (mixed if fits[mixed][2] >= LEAST_FIT else "", "")


def _fixed(texts: Sequence[str], *, strict: bool) -> bool:
    """Whether a column may be one of keys: beside a column with names, each of its texts stands in as many rows."""
    return not strict or len(set(texts)) > 0.8 * len(texts) or len(set(texts)) * 2 <= len(texts)


def _holds_days(heading: str, texts: Sequence[str]) -> bool:
    some = [text for text in dict.fromkeys(texts[:SAMPLE]) if text]
    days = [day_in(text) for text in some if len(text) <= 10]
    return bool(some) and len(days) == len(some) and None not in days and (bool(DAYS.search(heading)) or len(some) <= 3 < len(texts))


def _figure(sheet: Sheet, heading: str, known: Known) -> Column:
    texts = sheet.columns[heading][:SAMPLE]
    said = read(texts, Place(sheet.file, heading, sheet.lines[: len(texts)]), decimal=sheet.decimal)
    numbers = [one for one in said.numbers if one is not None]
    if folded(heading) in IGNORED or len(said.wrong) > len(texts) / 3 or not (numbers or said.problem):
        return Column(heading=heading)
    key, kind = known.called(heading)
    base = known.base_of(key)
    there = base in known.indicators or any(known.called(one)[0] == base for one in sheet.columns)
    is_what = _kind(heading, kind, numbers, there)
    counted_alone = is_what is As.COUNT and kind is Kind.SHARE  # people of whom no total is known: a figure of its own
    return Column(heading=heading, kind=is_what, indicator=new_key(heading) if counted_alone else key, on=day_in(heading))


def _kind(heading: str, kind: Kind | None, numbers: Sequence[float], base_is_there: bool) -> As:
    whole, most = all(number == int(number) for number in numbers), max(numbers, default=0)
    if kind is Kind.COUNT:
        return As.COUNT
    if kind in (Kind.MEAN, Kind.INDEX) or (kind is None and _goes_both_ways(numbers)):
        return As.MEAN
    if kind is Kind.SHARE or SHARES.search(heading):
        return _share(heading, most, whole=whole, base_is_there=base_is_there and kind is not None)
    return As.COUNT if whole else As.MEAN


def _goes_both_ways(numbers: Sequence[float]) -> bool:
    """Whether they are changes, of which nobody knows what they are called: many lie below zero, more than mistakes would."""
    return sum(number < 0 for number in numbers) > BELOW_ZERO * len(numbers)


def _share(heading: str, most: float, *, whole: bool, base_is_there: bool) -> As:
    if most <= 1 and not whole:
        return As.FRACTION
    if whole and most > 100 and not base_is_there:
        return As.COUNT
    counted = most > 100 or COUNTS.search(heading) or not SHARES.search(heading)
    return As.PART if whole and base_is_there and counted else As.SHARE


def _with_kinds(columns: list[Column], sheet: Sheet, naming: Sequence[str]) -> list[Column]:
    """In a long table one column says what is counted: it has words, and few of them."""
    figures = [one for one in columns if one.indicator]
    if len(figures) != 1 or not naming:
        return columns
    for one in columns:
        words = set(sheet.columns[one.heading])
        if one.kind is As.IGNORE and 1 < len(words) <= MOST_KINDS and KINDS.search(one.heading):
            return [one.model_copy(update={"kind": As.WHAT}) if column is one else column for column in columns]
    return columns


def suggested_day(texts: Sequence[str], today: date) -> date:
    """The day of a file: named in its name or its titles, else the end of last year."""
    return next((day for text in texts if (day := day_in(text))), date(today.year - 1, 12, 31))


def suggested(key: str) -> Suggested | None:
    """What the starter set says of an indicator."""
    return starter_set().get(key)
