"""Days and months as whole numbers, so that rules on dates run compiled too.

A day is its proleptic Gregorian ordinal (`date.toordinal()`), a month is `year * 12 + month - 1`.
The arithmetic is the published civil-from-days algorithm (H. Hinnant, "chrono-compatible low-level date algorithms").
"""

import re
from datetime import date

from lebenslage.kernel.errors import UnreadableDate

DAYS_PER_ERA = 146_097
GERMAN_DAY = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$")


def month_of(day: int) -> int:
    """The month in which a day lies: `year * 12 + month - 1`."""
    z = day + 305
    era = z // DAYS_PER_ERA
    day_of_era = z - era * DAYS_PER_ERA
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    return (year_of_era + era * 400) * 12 + shifted + 2


def first_day(month: int) -> int:
    """The ordinal of the first day of a month."""
    shifted = month - 2
    year = shifted // 12
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (shifted - year * 12) + 2) // 5
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * DAYS_PER_ERA + day_of_era - 305


def age_on(birth: int, day: int) -> int:
    """Completed years of life on a day; the birthday itself counts as completed (§ 187 Abs. 2 S. 2, § 188 Abs. 2 BGB)."""
    born = month_of(birth)
    now = month_of(day)
    months = now - born
    if day - first_day(now) < birth - first_day(born):
        months -= 1
    return months // 12


def read_day(given: object) -> int:
    """Read a day from a `date`, from `2025-07-01` or from `1.7.2025`. Raises UnreadableDate."""
    if isinstance(given, date):
        return date(given.year, given.month, given.day).toordinal()
    text = str(given).strip()
    german = GERMAN_DAY.match(text)
    try:
        if german:
            return date(int(german[3]), int(german[2]), int(german[1])).toordinal()
        return date.fromisoformat(text).toordinal()
    except ValueError as error:
        raise UnreadableDate(given=text[:40]) from error
