"""The right office for a service: who decides there, where it is as far as we know, and what holds where we do not know."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from lebenslage.authorities.models import Authority
from lebenslage.authorities.municipality import Kind, Municipality
from lebenslage.authorities.routing import ROUTING, Route
from lebenslage.kernel.citations import Confidence

DATA: Final = Path(__file__).with_name("data") / "offices_nrw.csv"
CALLED: Final[Mapping[Kind, str]] = {Kind.GEMEINDE: "Gemeinde", Kind.STADT: "Stadt", Kind.KREISFREIE_STADT: "Stadt"}


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an office is, and who says so. Empty parts are not known and are never guessed."""

    department: str
    street: str
    postcode: str
    town: str
    source: str
    confidence: Confidence
    phone: str = ""
    email: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class ResponsibleOffice:
    """The office that decides, as an envelope names it. `name` is empty where no town is known: then any municipality will do.

    `cites` and `confidence` are of the rule that makes it responsible; `source` and `seat_confidence` of its address, empty where unknown.
    """

    service: str
    name: str
    department: str
    cites: str
    confidence: Confidence
    municipality: Municipality | None = None
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
    source: str = ""
    seat_confidence: Confidence | None = None
    connected: bool = False

    @property
    def anywhere(self) -> str:
        """The paragraph by which any municipality takes the application and passes it on; the day there counts."""
        return ROUTING.anywhere.cites

    @property
    def call(self) -> str:
        """The number that finds any office."""
        return ROUTING.phone.number

    @property
    def known(self) -> bool:
        """Whether a letter would arrive: town and postcode are known."""
        return bool(self.postcode and self.town)

    @property
    def lines(self) -> Sequence[str]:
        """The lines of an envelope, as far as they are known."""
        place = f"{self.postcode} {self.town}".strip()
        return [line for line in (self.name, self.department, self.street, place) if line]


def _read(path: Path) -> Iterator[tuple[tuple[str, str], Seat]]:
    with path.open(encoding="utf8", newline="") as rows:
        for row in csv.DictReader(rows):
            where = (row.pop("service"), row.pop("ags"))
            yield where, TypeAdapter(Seat).validate_python(row)


SEATS: Final[Mapping[tuple[str, str], Seat]] = dict(_read(DATA))


def seat_of(service: str, key: str) -> Seat | None:
    """Where a source puts the office of a service; else another office of the same municipality, which takes letters for all of it."""
    own = SEATS.get((service, key))
    other = next((seat for (_, ags), seat in SEATS.items() if ags == key), None) if ROUTING.services[service].level == "gemeinde" else None
    return own or (replace(other, department="") if other is not None else None)


def anywhere(service: str) -> ResponsibleOffice:
    """No town is known: any municipality takes the application and passes it on."""
    route = ROUTING.services[service]
    return ResponsibleOffice(service, "", route.department, ROUTING.anywhere.cites, ROUTING.anywhere.confidence)


def by_rule(service: str, place: Municipality, route: Route, seat: Seat | None) -> ResponsibleOffice:
    """The office that the rule names, with its address where a source gives it."""
    name = _called(place, route)
    if seat is None:
        return ResponsibleOffice(service, name, route.department, route.cites, route.confidence, place)
    return ResponsibleOffice(
        service, name, seat.department or route.department, route.cites, route.confidence, place,
        street=seat.street, postcode=seat.postcode, town=seat.town, phone=seat.phone, email=seat.email, hours=seat.hours,
        source=seat.source, seat_confidence=seat.confidence,
    )  # fmt: skip


def by_entry(service: str, place: Municipality, route: Route, authority: Authority, *, connected: bool) -> ResponsibleOffice:
    """An authority that is entered here has said itself where it is, and may decide for others by agreement."""
    return ResponsibleOffice(
        service, authority.name, authority.office if route.department else "", route.cites, route.confidence, place,
        street=authority.street, postcode=authority.postcode, town=authority.town, phone=authority.phone, email=authority.email,
        hours=authority.hours, source=authority.name, seat_confidence="1src", connected=connected,
    )  # fmt: skip


def deciding(right: str, place: Municipality | None) -> Sequence[str]:
    """Who decides on a right, in one or two lines: the body, and its part. Both bodies where we do not know which."""
    route = ROUTING.rights.get(right) or ROUTING.services.get(right)
    if route is None or (place is None and route.level != "elsewhere"):
        return () if route is None or not route.department else (route.department,)
    if place is None or route.level == "elsewhere":
        return (route.department,)
    names = {"gemeinde": [_town(place)], "kreis": [_kreis(place)], "either": list(dict.fromkeys((_town(place), _kreis(place))))}[
        route.level
    ]
    return [line for line in (" / ".join(names), route.department) if line]


def _called(place: Municipality, route: Route) -> str:
    """Stadt or Gemeinde; for the Kreis a free town is its own."""
    return _town(place) if route.level == "gemeinde" else _kreis(place)


def _town(place: Municipality) -> str:
    return f"{CALLED[place.kind]} {place.name}"


def _kreis(place: Municipality) -> str:
    if place.kind is Kind.KREISFREIE_STADT:
        return _town(place)
    return place.kreis if "kreis" in place.kreis.lower() or place.kreis.startswith("Städteregion") else f"Kreis {place.kreis}"
