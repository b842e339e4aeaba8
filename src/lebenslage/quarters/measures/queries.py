"""Reading measures and money. Every question names its authority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from lebenslage.authorities.models import Authority, Staff
from lebenslage.journal.models import Entry
from lebenslage.quarters.measures.models import Measure, Money, Programme

LATEST: int = 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which measures are looked for; an empty part asks for all."""

    words: str = ""
    area: str = ""
    department: str = ""
    status: str = ""
    source: str = ""
    programme: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the history: who did what, when. `fields` are the names of what changed."""

    at: datetime
    by_name: str
    action: str
    fields: Sequence[str]


def programmes(authority: Authority) -> QuerySet[Programme]:
    """The programmes of a town, by name."""
    return Programme.objects.filter(authority=authority)


def standing(authority: Authority) -> QuerySet[Measure]:
    """Every measure that was not removed."""
    return Measure.objects.filter(authority=authority, removed_at=None).select_related("programme")


def measures(authority: Authority, wanted: Wanted | None = None) -> Sequence[Measure]:
    """The measures that fit, by title, their money with them; two queries. Those of the whole town fit only where no area is named."""
    asked = wanted or Wanted()
    some = Measure.objects.filter(authority=authority, removed_at__isnull=not asked.removed).select_related("programme")
    fitting = {"department": asked.department, "status": asked.status, "programme": asked.programme, "money__source": asked.source}
    some = some.filter(**{name: value for name, value in fitting.items() if value})
    if asked.words:
        texts = ("title", "aim", "target_group", "place", "programme__name")
        some = some.filter(*[_any(texts, word) for word in asked.words.split()])
    found = some.distinct().prefetch_related("money")
    return [one for one in found if not asked.area or asked.area in one.areas]


def measure(authority: Authority, key: UUID) -> Measure | None:
    """One measure, removed ones too."""
    return Measure.objects.filter(authority=authority, pk=key).select_related("programme", "authority").first()


def of_area(authority: Authority, key: str) -> Sequence[Measure]:
    """What is done in an area, the running first; measures for the whole town are not among them. Two queries."""
    order = ("running", "planned", "done", "stopped")
    return sorted(measures(authority, Wanted(area=key)), key=lambda one: order.index(one.status))


def departments(authority: Authority) -> Sequence[str]:
    """Who is responsible for something."""
    return list(standing(authority).exclude(department="").values_list("department", flat=True).distinct().order_by("department"))


def money(authority: Authority, *, year: int | None = None, source: str = "") -> QuerySet[Money]:
    """The amounts of measures that were not removed, with their measures."""
    some = Money.objects.filter(measure__authority=authority, measure__removed_at=None).select_related("measure")
    some = some.filter(year=year) if year else some
    return some.filter(source=source) if source else some


def years(authority: Authority) -> Sequence[int]:
    """The years with money, the latest first."""
    return list(money(authority).order_by("-year").values_list("year", flat=True).distinct())


def counts(authority: Authority) -> Mapping[str, int]:
    """How many measures there are by status, the removed under `removed`; two queries."""
    rows = standing(authority).order_by().values("status").annotate(number=Count("pk")).values_list("status", "number")
    return {**dict(rows), "removed": Measure.objects.filter(authority=authority, removed_at__isnull=False).count()}


def due(authority: Authority, *, until: date) -> Sequence[Measure]:
    """Measures that go on and whose next step is due by a day, the oldest first."""
    return list(standing(authority).filter(status__in=["planned", "running"], due__lte=until).order_by("due"))


def history(measure: Measure) -> Sequence[Change]:
    """Who changed what, the latest first; two queries."""
    entries = Entry.objects.filter(subject="measure", subject_id=measure.pk, read=False).order_by("-id")[:LATEST]
    names = _names(measure.authority, [entry.actor for entry in entries if entry.actor])
    return [Change(one.at, names.get(one.actor, ""), one.action, _fields(one.details)) for one in entries]


def _names(authority: Authority, users: Iterable[UUID]) -> Mapping[UUID | None, str]:
    return dict(Staff.objects.filter(authority=authority, user__in=set(users)).values_list("user", "name"))


def _fields(details: Mapping[str, object]) -> Sequence[str]:
    changed = details.get("changed", details.get("year", []))
    return [str(one) for one in changed] if isinstance(changed, list) else []


def _any(fields: Iterable[str], word: str) -> Q:
    found = Q()
    for name in fields:
        found |= Q(**{f"{name}__icontains": word})
    return found
