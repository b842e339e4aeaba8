"""Where somebody is who looks for help: an area, a postcode, a known house in her street. What she typed is not kept."""

from __future__ import annotations

import re
from math import asin, cos, radians, sin, sqrt
from typing import Final

from django.db.models import Exists, OuterRef, QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.authorities.queries import area_of
from lebenslage.authorities.spelling import folded_street
from lebenslage.offers.actions import split_street
from lebenslage.offers.models import Location
from lebenslage.offers.narrowing import Wish
from lebenslage.offers.queries import public

EARTH: Final = 6_371_000.0
POSTCODE: Final = re.compile(r"\b\d{4,5}\b")


def whereabouts(authority: Authority, typed: str) -> Wish:
    """Where somebody is who typed a street or a postcode: an area, a postcode, and the nearest known house in that street.

    What she typed is not kept: only what it led to.
    """
    found = POSTCODE.search(typed)
    street, number = split_street(POSTCODE.sub(" ", typed).replace(",", " ").strip())
    area = area_of(authority, street, number) if street else ""
    return Wish(area=area, postcode=found[0] if found else "", near=_house_in(authority, street, number) if street else 0)


def origin_of(authority: Authority, near: int) -> Location | None:
    """A house of a public offer from which ways are measured."""
    return _public_houses(authority).filter(pk=near).first()


def metres_between(one: Location | None, other: Location | None) -> float | None:
    """How far it is from house to house, as the crow flies; None where a point is not known."""
    if one is None or other is None or one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    return _distance((one.latitude, one.longitude), (other.latitude, other.longitude))


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    north, south = radians(one[0]), radians(other[0])
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(radians(one[1] - other[1]) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def _public_houses(authority: Authority) -> QuerySet[Location]:
    """The houses of public offers whose points are known."""
    here = Exists(public(authority).filter(sites__location=OuterRef("pk")))
    return Location.objects.filter(here, authority=authority, latitude__isnull=False, longitude__isnull=False)


def _house_in(authority: Authority, street: str, number: str) -> int:
    """A house in the same street, the nearest number first; or one that is called so."""
    wanted, houses = folded_street(street), _public_houses(authority).values_list("pk", "street", "name")
    same = [(pk, place) for pk, place, name in houses if wanted in (folded_street(split_street(place)[0]), folded_street(name))]
    return min(same, key=lambda one: abs(_digits(one[1]) - _digits(number)))[0] if same else 0


def _digits(text: str) -> int:
    found = re.search(r"\d+", text)
    return int(found[0]) if found else 0
