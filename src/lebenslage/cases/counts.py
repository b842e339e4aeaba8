"""Numbers for the bridge: applications, grants and how long they took, of a month by area, of whole authorities, nobody's case."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from django.db.models import Count, QuerySet
from django.utils import timezone

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.cases.models import Case, Notice, Outcome
from lebenslage.cases.states import State

MONTHS = 12


def counts(authority: Authority, month: date) -> Mapping[str, tuple[int, int]]:
    """By opaque area key ('' where the area is not known): applications submitted in a month, and grants by the day of their notice.

    What was forwarded is counted where it went to.
    """
    begin, end = _span(month)
    with acting(authority=authority.id):
        submitted = Case.objects.filter(authority=authority, submitted__gte=begin, submitted__lt=end).exclude(state=State.FORWARDED)
        granted = _granted(authority, month)
        applications = Counter(dict(submitted.values_list("area").annotate(number=Count("id"))))
        grants = Counter(dict(granted.values_list("case__area").annotate(number=Count("id"))))
    return {area: (applications[area], grants[area]) for area in sorted({*applications, *grants})}


def durations(authority: Authority, month: date) -> Mapping[str, Sequence[int]]:
    """By opaque area key: the days from the complete application to the notice, of every grant of a month."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    with acting(authority=authority.id):
        complete = _granted(authority, month).exclude(case__complete=None)
        for area, since, issued in complete.values_list("case__area", "case__complete", "issued"):
            found[area].append(max(0, (timezone.localdate(issued) - timezone.localdate(since)).days))
    return found


def _granted(authority: Authority, month: date) -> QuerySet[Notice]:
    begin, end = _span(month)
    notices = Notice.objects.filter(authority=authority, issued__gte=begin, issued__lt=end)
    return notices.filter(decision__outcome__in=[Outcome.GRANT, Outcome.PARTIAL])


def _span(month: date) -> tuple[datetime, datetime]:
    return _midnight(month.replace(day=1)), _midnight(_following(month))


def _following(month: date) -> date:
    year, index = divmod(month.year * MONTHS + month.month, MONTHS)
    return date(year, index + 1, 1)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
