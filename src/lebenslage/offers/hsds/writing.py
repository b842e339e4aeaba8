"""Writing HSDS: the rows of the directory as nested objects of the standard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from lebenslage.offers.hsds import tables
from lebenslage.offers.hsds.lenses import Object, written
from lebenslage.offers.models import Location, Organization, Price, Schedule, Service, Site

VERSION: Final = "3.0"
SINGLE: Final = ("organization", "program")


def organization_object(row: Organization, *, locations: bool = True) -> Object:
    """An organisation; with its locations they must be prefetched."""
    found = {"description": "", **written(row.extra, row, row.uid, tables.ORGANIZATION)}
    houses = [location_object(one) for one in row.locations.all()] if locations else []
    return {**found, **({"locations": houses} if houses else {})}


def location_object(row: Location) -> Object:
    """A location."""
    return {"location_type": "physical", **written(row.extra, row, row.uid, tables.LOCATION)}


def site_object(row: Site, schedules: Iterable[Schedule]) -> Object:
    """A service at a location, with what holds there alone."""
    hours = [schedule_object(one) for one in schedules if one.site_id == row.pk]
    found = {**written(row.extra, row, row.uid, ()), "location": location_object(row.location)}
    return {**found, **({"schedules": hours} if hours else {})}


def schedule_object(row: Schedule) -> Object:
    """A rule of opening."""
    return written(row.extra, row, row.uid, tables.SCHEDULE)


def price_object(row: Price) -> Object:
    """A price."""
    return written(row.extra, row, row.uid, tables.PRICE)


def service_object(row: Service) -> Object:
    """A service with everything about it. Needs organisation, sites, schedules and prices loaded (`queries.whole`)."""
    schedules = list(row.schedules.all())
    parts: Mapping[str, list[Object]] = {
        "service_at_locations": [site_object(one, schedules) for one in row.sites.all()],
        "schedules": [schedule_object(one) for one in schedules if one.site_id is None],
        "cost_options": [price_object(one) for one in row.prices.all()],
    }
    whole = written(row.extra, row, row.uid, tables.SERVICE)
    if row.organization is not None:
        if "organization_id" in whole:
            whole["organization_id"] = str(row.organization.uid)
        whole["organization"] = organization_object(row.organization)
    return {**whole, **{key: some for key, some in parts.items() if some}}


def brief(whole: Object) -> Object:
    """An object with what there is one of alone, as lists of HSDS have it."""
    short = {key: value for key, value in whole.items() if not isinstance(value, list | dict)}
    nested = {key: brief(whole[key]) for key in SINGLE if isinstance(whole.get(key), dict)}
    return {**short, **nested}


def page(contents: list[Any], *, number: int, size: int, total: int) -> Object:
    """A page of a list, as HSDS frames it."""
    pages = max(1, -(-total // size))
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    }
