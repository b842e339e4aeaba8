"""Whether Wohngeld and Kinderzuschlag end the need of the whole community, this month and the next two: SGB II § 12a S. 2 Nr. 2."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lebenslage.benefits.sgb2.rules.anspruch import sgb2_summe
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_bg_mitglied
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.order import BESIDE_WORK
from lebenslage.benefits.together.ways import MONTHS_OF_DUTY, Coverage, Start, Way, beside_work
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.law.engine import Status
from lebenslage.law.rules import Rule

SGB2 = "sgb2"


def bg_members(law: Law) -> Rule | None:
    """Whose income and assets count in SGB II; None on a day without its figures."""
    return sgb2_bg_mitglied if any(benefit.id == SGB2 for benefit in law.known) else None


def open_need(least: Way) -> int:
    """What SGB II would pay for need in cents a month: without the Sofortzuschlag, which is paid on top of it."""
    result = least.results.get(SGB2)
    value = result.value(sgb2_summe) if result is not None and result.status is Status.YES else 0
    return value if isinstance(value, int) else 0


def coverage(law: Law, start: Start, beside: Way, least: Way) -> Coverage:
    """Ask the law of this month and of the next two."""
    need = open_need(least)
    if not need:
        return Coverage(())
    months = [beside.total >= need]
    for day in _next_months(law.day):
        try:
            later = law.of(day, SGB2, *BESIDE_WORK).holding(SGB2)
        except DateWithoutTable:
            break
        found = later.assess(start.household, SGB2)[SGB2]
        wanted = found.value(sgb2_summe) if found.status is Status.YES else 0
        months.append(isinstance(wanted, int) and beside_work(later, start).total >= wanted)
    return Coverage(tuple(months))


def _next_months(day: date) -> Sequence[date]:
    count = day.year * 12 + day.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(count + 1, count + MONTHS_OF_DUTY)]
