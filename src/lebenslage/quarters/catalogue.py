"""Reading the catalogue: areas, indicators, and the figures that count now. Every question names its authority."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.quarters.columns import Column, column_of
from lebenslage.quarters.models import Edition, Figures, Indicator, Released

LEVEL = "quartiere"


def editions(authority: Authority) -> QuerySet[Edition]:
    """Every edition of the areas of a town, the latest first, without the heavy columns."""
    return Edition.objects.filter(authority=authority).order_by("-valid_from").defer("outlines", "drawn")


def edition(authority: Authority, *, level: str = LEVEL, on: date | None = None) -> Edition | None:
    """The edition that holds on a day, or the latest one."""
    some = Edition.objects.filter(authority=authority, level=level)
    return (some.filter(valid_from__lte=on) if on else some).order_by("-valid_from").first()


def indicators(authority: Authority) -> QuerySet[Indicator]:
    """The catalogue of a town, by topic and name."""
    return Indicator.objects.filter(authority=authority)


def days(authority: Authority, indicator: str | None = None) -> Sequence[date]:
    """The days for which there are figures that count, the latest first."""
    some = _standing(authority).filter(indicator__key=indicator) if indicator else _standing(authority)
    return list(some.order_by("-on").values_list("on", flat=True).distinct())


def column(authority: Authority, indicator: str, edition: Edition, on: date) -> Column | None:
    """The column that counts now; one query."""
    return next(iter(columns(authority, edition, [indicator], [on])), None)


def columns(
    authority: Authority, edition: Edition, keys: Iterable[str] | None = None, on: Iterable[date] | None = None
) -> Sequence[Column]:
    """The columns that count now of some indicators (or all) at some days (or all): the latest standing batch of each; one query."""
    some = _standing(authority).filter(edition=edition)
    some = some if keys is None else some.filter(indicator__key__in=list(keys))
    some = some if on is None else some.filter(on__in=list(on))
    latest = {(one.indicator_id, one.on): one for one in some.order_by("on", "batch__at", "batch__pk")}
    return [column_of(_known(one, edition)) for one in latest.values()]


def released(authority: Authority, keys: Iterable[str] | None = None) -> Sequence[Column]:
    """Everything that was published of some indicators, or of all: what the public may read; one query."""
    some = Released.objects.filter(authority=authority).select_related("indicator", "edition").defer("edition__outlines", "edition__drawn")
    return [column_of(one) for one in (some if keys is None else some.filter(indicator__key__in=list(keys)))]


def _standing(authority: Authority) -> QuerySet[Figures]:
    standing = Figures.objects.filter(batch__authority=authority, batch__withdrawn_at=None)
    return standing.select_related("indicator", "batch")


def _known(figures: Figures, edition: Edition) -> Figures:
    figures.edition = edition
    return figures
