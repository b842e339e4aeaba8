"""Publishing: a month once, in full, after it has ended. What stands published is never published otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.quarters.disclosure import suppress
from lebenslage.quarters.inference import Row
from lebenslage.quarters.ledger import Series, published
from lebenslage.quarters.models import Area, Publication, Quality, Value
from lebenslage.quarters.months import following_month
from lebenslage.quarters.problems import AreaUnknown, CountImpossible, MinimumTooLow, MonthNotOver, PartMismatch
from lebenslage.quarters.queries import least_minimum

type Counts = Mapping[str | None, int]


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator that is counted out of another: grants of what was applied for."""

    name: str
    of: str


@transaction.atomic
def publish(
    authority: Authority,
    indicator: str | Part,
    month: date,
    values: Counts,
    *,
    minimum: int,
    at: datetime,
    source: str,
    by: Actor,
) -> Publication:
    """Publish the counts of a month by area key; None is the whole town, and may count more than the areas together.

    Small counts are hidden, and others beside them so that nobody can compute them, from this month or from all that was published
    before. An area without a count is missing, not zero. A month that is published already is returned as it stands, whatever the
    counts say now. Raises MonthNotOver, MinimumTooLow, AreaUnknown, CountImpossible, PartMismatch.
    """
    _refuse_low(minimum, least_minimum(authority))
    _refuse_early(month, at)
    name, whole = (indicator.name, indicator.of) if isinstance(indicator, Part) else (indicator, "")
    made = {"minimum": minimum, "at": at, "source": source, "part_of": whole}
    publication, new = Publication.objects.get_or_create(authority=authority, indicator=name, month=month, defaults=made)
    if new:
        _fill(publication, values)
        with acting(authority=authority.id):
            record("publish", Subject("authority", authority.id, authority.id), by=by, indicator=name, month=f"{month:%Y-%m}")
    return publication


def _fill(publication: Publication, values: Counts) -> None:
    areas = list(Area.objects.filter(authority=publication.authority).order_by(F("residents").asc(nulls_last=True), "key"))
    counts = _checked(publication, values, {area.key for area in areas})
    series = Series(publication.authority, publication.indicator, publication.part_of)
    _refuse_mismatch(series)
    shown = suppress(counts, series.role, published(series, before=publication), publication.minimum, [area.key for area in areas])
    town = _value(publication, None, shown.total, missing=counts.total is None)
    each = [_value(publication, area, shown.cells.get(area.key), missing=area.key not in shown.cells) for area in areas]
    Value.objects.bulk_create([town, *each])


def _value(publication: Publication, area: Area | None, count: int | None, *, missing: bool) -> Value:
    quality = Quality.MISSING if missing else Quality.SUPPRESSED if count is None else Quality.EXACT
    return Value(publication=publication, area=area, quality=quality, value=count)


def _checked(publication: Publication, values: Counts, keys: set[str]) -> Row:
    cells = {key: count for key, count in values.items() if key is not None}
    for key in sorted(cells.keys() - keys):
        raise AreaUnknown(area=key)
    together = sum(cells.values())
    total = values.get(None, together if cells.keys() == keys else None)
    if min(cells.values(), default=0) < 0 or (total is not None and total < together):
        raise CountImpossible(indicator=publication.indicator, month=f"{publication.month:%Y-%m}")
    return Row(publication.month, cells, total)


def _refuse_low(minimum: int, least: int) -> None:
    if minimum < least:
        raise MinimumTooLow(given=minimum, least=least)


def _refuse_early(month: date, at: datetime) -> None:
    if month.day != 1 or timezone.localdate(at) < following_month(month):
        raise MonthNotOver(month=f"{month:%Y-%m}")


def _refuse_mismatch(series: Series) -> None:
    if series.contradicts_itself():
        raise PartMismatch(indicator=series.indicator, whole=series.part_of or "–")
