"""The one clock of the rooms above the core. An installation may have a fixed day; a demonstration plays its days one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """This moment, with its zone."""
    played = _moment.get()
    if played is not None:
        return played
    real = timezone.localtime()
    fixed: date | None = settings.FIXED_DAY
    return real.replace(year=fixed.year, month=fixed.month, day=fixed.day) if fixed else real


def today() -> date:
    """This day in the town."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be another moment until the block ends: for demonstrations and tests."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
