"""Which municipality is meant, who decides there, and in which area a house lies."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from lebenslage.authorities import offices, register
from lebenslage.authorities.models import Authority, AuthorityKind, Channel, Responsibility, StreetArea
from lebenslage.authorities.municipality import Kind, LevelFrom, Municipality
from lebenslage.authorities.offices import ResponsibleOffice
from lebenslage.authorities.problems import UnclearMunicipality, UnknownMunicipality
from lebenslage.authorities.register import MUNICIPALITIES, lookup_gemeinde, municipality, search
from lebenslage.authorities.routing import ROUTING
from lebenslage.authorities.spelling import folded, folded_street
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.kernel.keys import OfficialKey

__all__ = [
    "MUNICIPALITIES", "area_of", "find", "invented_towns", "lookup_gemeinde", "lookup_gemeinde_on", "municipality", "offers",
    "office_for", "office_where", "other_town", "place_of", "places", "responsible", "search",
]  # fmt: skip

GERMANY: Final = "DE"
REMEMBERED_SECONDS: Final = 60
NUMBER: Final = re.compile(r"\d+")


def responsible(service: str, municipality_key: str, *, country: str = GERMANY) -> Authority | None:
    """The authority that decides on a service in a municipality; None where none is on this platform or known to it."""
    row = Responsibility.objects.filter(service=service, country=country, municipality=municipality_key).select_related("authority").first()
    return row.authority if row is not None else None


def office_for(service: str, place: Municipality | None) -> ResponsibleOffice:
    """The office that decides on a service for people in a municipality; without one, any municipality by the general rule.

    An agreed transfer and what an authority entered about itself go before the register. One question to the database.
    """
    if place is None:
        return offices.anywhere(service)
    route, key = ROUTING.services[service], place.key
    entered = _entered(service, key)
    if entered is not None:
        authority, decides = entered
        return offices.by_entry(service, place, route, authority, connected=decides and authority.connected)
    return offices.by_rule(service, place, route, offices.seat_of(service, key.key))


def office_where(service: str, typed: str) -> ResponsibleOffice:
    """The same for a town as somebody wrote it, in the register or invented. What is not clear is not guessed at."""
    try:
        return office_for(service, find(typed))
    except (UnknownMunicipality, UnclearMunicipality):
        return offices.anywhere(service)


def other_town(named: str, address: str) -> str:
    """The municipality of an address, where it is surely another one than the one that was named; nothing where either is not clear."""
    if not address or folded(named) == folded(address):
        return ""
    try:
        first, second = find(named), find(address)
    except (UnknownMunicipality, UnclearMunicipality):
        return ""
    return second.name if second.key != first.key else ""


def _entered(service: str, key: OfficialKey) -> tuple[Authority, bool] | None:
    """Who is entered as deciding there; else what the municipality entered about itself, which then does not decide on this platform."""
    said = Responsibility.objects.filter(authority=OuterRef("pk"), service=service, country=key.country, municipality=key.key)
    own = Q(kind=AuthorityKind.GEMEINDE, country=key.country, key=key.key)
    entered = Authority.objects.annotate(decides=Exists(said)).filter(Q(decides=True) | own)
    found = entered.order_by("-decides").first()
    return (found, found.decides) if found is not None else None


def offers(authority: Authority, service: str) -> bool:
    """Whether applications for a service are worked on here."""
    return authority.channel == Channel.PLATFORM and Responsibility.objects.filter(authority=authority, service=service).exists()


def area_of(authority: Authority, street: str, number: str) -> str:
    """The opaque key of the area in which a house lies; empty where it is not known, or a street without number runs through several."""
    ranges = list(StreetArea.objects.filter(authority=authority, street=folded_street(street)))
    digits = NUMBER.search(number)
    if digits is not None:
        ranges = [one for one in ranges if one.first <= int(digits[0]) <= one.last]
    areas = {one.area for one in ranges}
    return areas.pop() if len(areas) == 1 else ""


# --- Municipalities: the register, and invented towns of this installation ------------------------


@dataclass
class _Remembered:
    """What was read, and until when it may be used without asking the database again."""

    towns: Sequence[Municipality] = ()
    until: float = 0.0


_towns = _Remembered()


def invented_towns() -> Sequence[Municipality]:
    """Towns of this installation that are in no register: for demonstrations. Asked of the database once a minute."""
    if time.monotonic() < _towns.until:
        return _towns.towns
    found = [_town(one) for one in Authority.objects.exclude(mietenstufe=None).order_by("name")]
    if not connection.in_atomic_block:
        _towns.towns, _towns.until = found, time.monotonic() + REMEMBERED_SECONDS
    return found


def forget_towns() -> None:
    """Ask the database again: an authority was connected."""
    _towns.until = 0.0


def _town(authority: Authority) -> Municipality:
    key, level = authority.key, Mietenstufe(authority.mietenstufe or 0)
    ars = OfficialKey(GERMANY, f"{key[:5]}0{key[5:]}{key[5:]}")
    return Municipality(OfficialKey(GERMANY, key), ars, authority.town, Kind.STADT, authority.town, level, LevelFrom.OWN, None)


def places() -> Sequence[Municipality]:
    """Every municipality that a resident can choose."""
    return [*MUNICIPALITIES.values(), *invented_towns()]


def find(given: object) -> Municipality:
    """The municipality that is named, by key or by name, invented towns included. Raises UnknownMunicipality, UnclearMunicipality."""
    return register.find(given, invented_towns())


def place_of(key: str) -> Municipality:
    """The municipality with this key (8 digits). Raises UnknownMunicipality."""
    return next((one for one in invented_towns() if one.key.key == key), None) or municipality(OfficialKey(GERMANY, key))


def lookup_gemeinde_on(day: date) -> Callable[[object], Mapping[str, object]]:
    """The rent level of a municipality on a day, for reading a household. The lookup raises DateWithoutTable outside the table."""
    return register.lookup_on(day, lambda given: register.level_of(find(given)))
