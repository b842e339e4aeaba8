"""Reading the directory. Every question names its authority; the public sees only what is public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from django.db.models import Count, Prefetch, Q, QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.offers.hours import Rule
from lebenslage.offers.models import Change, ChangeState, Location, Organization, Price, Schedule, Service, Site, State, Status
from lebenslage.offers.prices import Cost

STALE_AFTER: Final = timedelta(days=183)
HEAVY: Final = ("extra", "organization__extra")


def town(key: str) -> Authority | None:
    """The authority with this official key that has public offers."""
    return Authority.objects.filter(key=key, services__state=State.PUBLIC).distinct().first()


def towns() -> Sequence[Authority]:
    """Every authority with public offers, by name."""
    return list(Authority.objects.filter(services__state=State.PUBLIC).distinct().order_by("town", "name"))


def entries(authority: Authority) -> QuerySet[Service]:
    """Every entry of a town, drafts too, with its organisation: for planners."""
    return Service.objects.filter(authority=authority).select_related("organization").defer(*HEAVY)


def public(authority: Authority) -> QuerySet[Service]:
    """What everybody may read: published entries that still exist."""
    return entries(authority).filter(state=State.PUBLIC).exclude(status__in=(Status.DEFUNCT, Status.INACTIVE))


def with_parts(some: QuerySet[Service]) -> QuerySet[Service]:
    """The same with places, hours and prices loaded: three questions more."""
    sites = Site.objects.select_related("location").defer("extra", "location__extra")
    return some.prefetch_related(
        Prefetch("sites", sites),
        Prefetch("schedules", Schedule.objects.defer("extra")),
        Prefetch("prices", Price.objects.defer("extra")),
    )


def whole(some: QuerySet[Service]) -> QuerySet[Service]:
    """The same with everything that HSDS wants to know."""
    houses = Prefetch("locations", Location.objects.order_by("pk"))
    organizations = Prefetch("organization", Organization.objects.prefetch_related(houses))
    return some.select_related(None).defer(None).prefetch_related("sites__location", "schedules", "prices", organizations)


def of_area(authority: Authority, key: str) -> Sequence[Service]:
    """The public offers that lie in an area, or are for it alone, with their parts."""
    here = Q(sites__location__area=key)
    there = [one.pk for one in public(authority).select_related(None).only("areas") if key in one.areas]
    return list(with_parts(public(authority).filter(here | Q(pk__in=there)).distinct()))


def without_place(authority: Authority) -> Sequence[Service]:
    """The public offers for the whole town that come to people or are on the telephone, with their parts."""
    return [one for one in with_parts(public(authority).filter(sites=None)) if not one.areas]


def count_by_topic(authority: Authority) -> Mapping[str, int]:
    """How many public offers a town has on each topic."""
    counted = public(authority).order_by().values_list("topic").annotate(number=Count("pk"))
    return dict(counted)


def stale(authority: Authority, on: date) -> QuerySet[Service]:
    """Public entries that nobody has confirmed for half a year, the oldest first."""
    old = Q(verified_on=None) | Q(verified_on__lt=on - STALE_AFTER)
    return public(authority).filter(old).order_by("verified_on", "name")


def waiting(authority: Authority) -> QuerySet[Change]:
    """Changes of words that wait for a planner."""
    some = Change.objects.filter(service__authority=authority, state=ChangeState.WAITING)
    return some.select_related("service", "service__organization").order_by("at")


def rules_of(service: Service) -> list[Rule]:
    """When an offer is open."""
    return [rule_of(row) for row in service.schedules.all()]


def rule_of(row: Schedule) -> Rule:
    """A stored rule, as `hours` computes with it."""
    return Rule(row.days, row.opens, row.closes, row.first, row.last, row.closed, row.words)


def costs_of(service: Service) -> list[Cost]:
    """What an offer costs."""
    return [Cost(row.what, row.cents, row.words) for row in service.prices.all()]


def house_of(service: Service) -> Location | None:
    """Where an offer is found first; None where it comes to people, or is on the telephone."""
    return next((site.location for site in service.sites.all()), None)


def count_by_area(authority: Authority, topic: str = "") -> Mapping[str, int]:
    """How many public offers lie in each area, or are for it alone; of one topic or of all."""
    some = public(authority).filter(topic=topic) if topic else public(authority)
    counts: Counter[str] = Counter()
    for one in some.prefetch_related(Prefetch("sites", Site.objects.select_related("location").defer("extra", "location__extra"))):
        counts.update({*one.areas, *(site.location.area for site in one.sites.all())} - {""})
    return counts
