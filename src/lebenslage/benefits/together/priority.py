"""Whether Wohngeld and Kinderzuschlag end the need of the whole community, this month and the next two: SGB II § 12a S. 2 Nr. 2."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lebenslage.benefits.sgb2.rules.anspruch import sgb2_summe
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_bg_mitglied
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.order import BESIDE_WORK, MINIMUM
from lebenslage.benefits.together.ways import MONTHS_OF_DUTY, Coverage, Start, Way, beside_work
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.law.engine import Result, Status
from lebenslage.law.rules import Rule

SGB2 = "sgb2"


def bg_members(law: Law) -> Rule | None:
    """Whose income and assets count in SGB II; None on a day without its figures."""
    return sgb2_bg_mitglied if any(benefit.id == SGB2 for benefit in law.known) else None


def open_need(least: Way) -> int:
    """What a minimum income would pay for need in cents a month: without the Sofortzuschlag, which is paid on top of it."""
    return _need_in_sgb2(least.results.get(SGB2)) + _other_need(least)


def _need_in_sgb2(result: Result | None) -> int:
    value = result.value(sgb2_summe) if result is not None and result.status is Status.YES else 0
    return value if isinstance(value, int) else 0


def _other_need(least: Way) -> int:
    """The need of those whose minimum income is another one; they belong to the community all the same."""
    return sum(amount for id, amount in least.amounts.items() if id in MINIMUM and id != SGB2)


def coverage(law: Law, start: Start, beside: Way, least: Way) -> Coverage:
    """Ask the law of this month and of the next two; nothing is asked where nobody has a claim to SGB II."""
    if not _need_in_sgb2(least.results.get(SGB2)):
        return Coverage(())
    months = [beside.total >= open_need(least)]
    for day in _next_months(law.day):
        try:
            later = law.of(day, SGB2, *BESIDE_WORK).holding(SGB2)
        except DateWithoutTable:
            break
        wanted = _need_in_sgb2(later.assess(start.household, SGB2)[SGB2]) + _other_need(least)
        months.append(beside_work(later, start).total >= wanted)
    return Coverage(tuple(months))


def _next_months(day: date) -> Sequence[date]:
    count = day.year * 12 + day.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(count + 1, count + MONTHS_OF_DUTY)]
