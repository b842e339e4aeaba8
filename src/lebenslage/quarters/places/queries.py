"""Reading places, heat steps and scenarios of a town. Every question names its authority."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.db.models import Q, QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.quarters.places.models import Kind, Place, PlaceFile, Scenario, Step

INSTITUTIONS: Final = (Kind.CARE, Kind.DAY_CARE, Kind.DAYCARE, Kind.SCHOOL, Kind.DOCTOR)
COOL: Final = (Kind.LIBRARY, Kind.CHURCH, Kind.PARK, Kind.POOL, Kind.COMMUNITY)
SERVICES: Final = (Kind.CONTACT, Kind.ADVICE, Kind.OFFICE, Kind.COMMUNITY, Kind.YOUTH)
LATELY: Final = 50


def places(authority: Authority) -> QuerySet[Place]:
    """The places of a town, without the removed ones."""
    return Place.objects.filter(authority=authority, removed_at=None)


def found(authority: Authority, *, search: str = "", kind: str = "", standing: str = "") -> QuerySet[Place]:
    """Places by a part of name, address or those they serve, by kind, and by whether they stand ("steht") or might ("kandidat")."""
    some = places(authority)
    for word in search.split():
        some = some.filter(Q(name__icontains=word) | Q(address__icontains=word) | Q(serves__icontains=word))
    if kind:
        some = some.filter(kind=kind)
    return some.filter(candidate=standing == "kandidat") if standing else some


def standing(authority: Authority, kinds: Iterable[str]) -> QuerySet[Place]:
    """The places of these kinds that stand."""
    return places(authority).filter(kind__in=list(kinds), candidate=False)


def candidates(authority: Authority, kind: str) -> QuerySet[Place]:
    """The candidates that may become this."""
    return places(authority).filter(Q(suits=kind) | Q(suits=""), candidate=True)


def removed(authority: Authority) -> Sequence[Place]:
    """What was removed last and can be brought back."""
    return list(Place.objects.filter(authority=authority).exclude(removed_at=None).order_by("-removed_at", "name")[:LATELY])


def files(authority: Authority) -> QuerySet[PlaceFile]:
    """The lists that came, the latest first."""
    return PlaceFile.objects.filter(authority=authority)


def steps(authority: Authority, season: int) -> QuerySet[Step]:
    """The heat plan of a season."""
    return Step.objects.filter(authority=authority, season=season, removed_at=None)


def seasons(authority: Authority) -> Sequence[int]:
    """The seasons that have a plan, the latest first."""
    some = Step.objects.filter(authority=authority, removed_at=None)
    return list(some.order_by("-season").values_list("season", flat=True).distinct())


def scenarios(authority: Authority) -> QuerySet[Scenario]:
    """What was asked of siting, the latest first."""
    return Scenario.objects.filter(authority=authority, removed_at=None)
