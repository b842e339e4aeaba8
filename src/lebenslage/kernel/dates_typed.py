"""Reading a day as people write it. What could be two days is asked back; files of programs are read strictly (`kernel.dates.read_day`)."""

import re
from datetime import date
from typing import Final

from lebenslage.kernel.errors import NoSuchDay, UnreadableDate, YearUnclear
from lebenslage.kernel.typed import as_figures

PART: Final = r"\s*[./, -]\s*"
DAY_FIRST: Final = re.compile(rf"^(?P<day>\d{{1,2}}){PART}(?P<month>\d{{1,2}}){PART}(?P<year>\d{{4}}|\d{{2}})\.?$")
YEAR_FIRST: Final = re.compile(rf"^(?P<year>\d{{4}}){PART}(?P<month>\d{{1,2}}){PART}(?P<day>\d{{1,2}})$")
IN_ONE: Final = re.compile(r"^(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20)\d\d)$|^(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)$")
MONTH_IN_WORDS: Final = re.compile(r"^(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?\s*(?P<word>[^\W\d_]+)\.?,?\s*(?P<year>\d{4}|\d{2})$")
MONTH_FIRST: Final = re.compile(r"^(?P<word>[^\W\d_]+)\.?\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4}|\d{2})$")
WAYS: Final = (DAY_FIRST, YEAR_FIRST, IN_ONE, MONTH_IN_WORDS, MONTH_FIRST)

# German, English and Dutch; three letters are enough of each, and some are cut otherwise.
MONTHS: Final = (
    ("januar", "jänner", "january", "januari"),
    ("februar", "february", "februari"),
    ("märz", "maerz", "march", "maart", "mrz", "mrt"),
    ("april",),
    ("mai", "may", "mei"),
    ("juni", "june"),
    ("juli", "july"),
    ("august", "augustus"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("dezember", "december"),
)


def read_typed_day(typed: str) -> int:
    """The ordinal of a day: the day before the month, the year in four digits. Raises UnreadableDate; of these YearUnclear, NoSuchDay.

    3.11.1950, 3/11/1950, 3-11-1950, 03111950, 1950-11-03, 3. November 1950, November 3, 1950.
    """
    text = as_figures(typed).lower()
    found = next((found for way in WAYS if (found := way.match(text))), None)
    if found is None:
        raise UnreadableDate(given=typed[:40])
    parts = found.groupdict()
    year, day = parts.get("year") or parts.get("y", ""), int(parts.get("day") or parts["d"])
    month = _month(parts["word"]) if "word" in parts else int(parts.get("month") or parts["m"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise UnreadableDate(given=typed[:40])
    if len(year) == 2:
        raise YearUnclear(given=typed[:40], given_year=year)
    return _in_the_calendar(int(year), month, day, typed)


def _in_the_calendar(year: int, month: int, day: int, typed: str) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError as error:
        raise NoSuchDay(given=typed[:40]) from error


def _month(word: str) -> int:
    """The number of a month; 0 where the word names none."""
    return next((number for number, names in enumerate(MONTHS, 1) if any(_means(word, name) for name in names)), 0)


def _means(word: str, name: str) -> bool:
    return len(word) >= 3 and name.startswith(word)
