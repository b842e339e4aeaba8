"""When a letter of an authority counts as received, and the last day of a legal time limit.

Read beside SGB X §§ 26, 37, BGB §§ 187, 188, VwGO §§ 57, 58, 70, ZPO § 222 and SGG § 64 in the consolidated text of 29 April 2026.
`holidays` is any container of days, such as `lebenslage.kernel.holidays.NRW`; where a public holiday is one only in part of the country,
the place where the remedy is lodged decides.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from lebenslage.kernel.citations import Citation, Confidence, Statute

SGB_X: Final = Statute("SGB X", date(2026, 4, 29), date(2026, 11, 22))
SATURDAY: Final = 5
MONTHS_WITHOUT_INSTRUCTION: Final = 12


@dataclass(frozen=True, slots=True)
class Fiction:
    """From which day of posting on a letter counts as received after how many days, and how sure we are of that day."""

    since: date
    days: int
    cites: Citation
    confidence: Confidence


FICTIONS: Final = (
    Fiction(date(2025, 1, 1), 4, SGB_X("§ 37 Abs. 2 S. 1 und 2, Abs. 2a S. 4"), "1src"),
    Fiction(date.min, 3, Statute("SGB X", None, None)("§ 37 Abs. 2 S. 1 (bis 31. Dezember 2024)"), "mem"),
)


def fiction_for(posted: date) -> Fiction:
    """The rule for a letter by its day of posting. The text before 2025 is known from decisions of courts only."""
    return next(fiction for fiction in FICTIONS if fiction.since <= posted)


def notified_on(posted: date) -> date:
    """The day on which a letter posted, or a message sent, counts as notified: the fourth day after (before 2025 the third).

    The day is *not* moved off a weekend or holiday: the fiction sets a day, it is no time limit that somebody could use to its end (BSG,
    6 May 2010, B 14 AS 12/09 R; LSG Bayern, 11 May 2022, L 2 U 140/13). Tax law differs (BFH; § 108 Abs. 3 AO), and for administrative
    courts, which decide on Wohngeld, we found no decision of the highest one: the earlier day is the safe one to tell a resident.
    Letters to another country have no fiction (§ 37 Abs. 2 S. 1: "im Inland"); for them, and for a letter that came later or never, the
    day on which it really arrived counts (S. 3), and the authority must prove it.
    """
    return posted + timedelta(fiction_for(posted).days)


def notified_by_portal(told: date, *, opened: date | None = None, told_is_disputed: bool = False) -> date | None:
    """The day on which a notice counts that waits in the portal, § 37 Abs. 2a SGB X: the fourth day after the message about it was sent.

    Where the resident says that the message did not come (in time) and the authority cannot prove it, the day on which she opened the
    notice counts, and None while she has not. Needs her consent; not for Elterngeld (Abs. 2b).
    """
    return opened if told_is_disputed else notified_on(told)


def is_working_day(day: date, holidays: Container[date]) -> bool:
    """Neither Saturday, Sunday nor public holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def working_day_from(day: date, holidays: Container[date]) -> date:
    """The day itself, or the next working day (§ 26 Abs. 3 S. 1 SGB X, § 222 Abs. 2 ZPO, § 64 Abs. 3 SGG)."""
    while not is_working_day(day, holidays):
        day += timedelta(1)
    return day


def last_day(start: date, months: int = 1, *, holidays: Container[date]) -> date:
    """The last day of a time limit of some months whose event fell on `start`, such as the notification.

    The day with the same number in the last month, or its last day where it has none (§§ 187 Abs. 1, 188 Abs. 2 and 3 BGB), moved to the
    next working day. A month has no fewer days for that: from 31 January to 28 February, not to 3 March.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    return working_day_from(date(year, month + 1, min(start.day, length)), holidays)


def without_instruction(start: date, *, holidays: Container[date]) -> date:
    """The last day where the instruction on the remedy is missing or wrong: one year (§ 58 Abs. 2 VwGO, § 66 Abs. 2 SGG)."""
    return last_day(start, MONTHS_WITHOUT_INSTRUCTION, holidays=holidays)


def days_after(start: date, days: int, *, holidays: Container[date]) -> date:
    """The last day of a time limit of some days that an authority sets (§ 26 Abs. 1 to 3 SGB X); the day of the event does not count."""
    return working_day_from(start + timedelta(days), holidays)


class RemedyKind(StrEnum):
    """What somebody can do against a decision."""

    WIDERSPRUCH = "widerspruch"
    KLAGE = "klage"
    EINSPRUCH = "einspruch"


class RemedyPlace(StrEnum):
    """Where it is lodged: at the authority that decided, or at a court."""

    AUTHORITY = "authority"
    COURT = "court"


class RemedyForm(StrEnum):
    """In which form. The words for each are text."""

    SCHRIFTLICH = "schriftlich"
    ELEKTRONISCH = "elektronisch"
    SCHRIFTFORMERSETZEND = "schriftformersetzend"
    NIEDERSCHRIFT = "niederschrift"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A remedy as data of a service: nothing here is a constant of the house, because it differs by benefit and Land."""

    kind: RemedyKind
    place: RemedyPlace
    forms: tuple[RemedyForm, ...]
    months: int
    cites: tuple[str, ...]

    def last_day(self, notified: date, *, holidays: Container[date]) -> date:
        """The last day on which it can be used."""
        return last_day(notified, self.months, holidays=holidays)
