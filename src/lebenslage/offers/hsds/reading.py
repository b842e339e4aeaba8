"""Reading HSDS: nested objects taken apart into organisations, locations and services, each kept as it came."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID, uuid5

from lebenslage.offers.hsds.lenses import NAMES, Object, identity, objects
from lebenslage.offers.problems import UnreadableDirectory

PAGES: Final = ("contents", "services", "items")
MOST_SERVICES: Final = 5000


@dataclass(frozen=True, slots=True)
class SiteRead:
    """A service at a location: its own object, the location, and the schedules that hold there."""

    uid: UUID
    kept: Object
    location: UUID
    schedules: Sequence[Object]


@dataclass(frozen=True, slots=True)
class ServiceRead:
    """A service: its own object, who offers it, and its parts that are rows with us."""

    uid: UUID
    kept: Object
    organization: UUID | None
    sites: Sequence[SiteRead]
    schedules: Sequence[Object]
    prices: Sequence[Object]


@dataclass(slots=True)
class Bundle:
    """What a file holds. What is named in several places is put together."""

    organizations: dict[UUID, Object] = field(default_factory=dict)
    locations: dict[UUID, Object] = field(default_factory=dict)
    owners: dict[UUID, UUID] = field(default_factory=dict)
    services: list[ServiceRead] = field(default_factory=list)


def read_json(text: str) -> Bundle:
    """A service, a list of services, or a page of services in JSON. Raises UnreadableDirectory."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise UnreadableDirectory(reason="json") from wrong
    return read(document)


def read(document: object) -> Bundle:
    """The same from JSON that is read already. Raises UnreadableDirectory."""
    bundle, services = Bundle(), list(_services(document))
    if not services or len(services) > MOST_SERVICES:
        raise UnreadableDirectory(reason="shape" if not services else "size")
    for one in services:
        bundle.services.append(_service(dict(one), bundle))
    return bundle


def _services(document: object) -> Iterator[Object]:
    if isinstance(document, dict):
        pages = [document[key] for key in PAGES if isinstance(document.get(key), list)]
        document = pages[0] if pages else [document]
    yield from (
        one for one in (document if isinstance(document, list) else []) if isinstance(one, dict) and isinstance(one.get("name"), str)
    )


def _service(given: Object, bundle: Bundle) -> ServiceRead:
    uid = _uid(given, "service")
    organization, sites = given.pop("organization", None), objects(given, "service_at_locations")
    owner = _organization(dict(organization), bundle) if isinstance(organization, dict) else None
    whole = bool(sites) and all(isinstance(one.get("location"), dict) for one in sites)
    read_sites = [_site(dict(one), bundle) for one in _taken(given, "service_at_locations")] if whole else []
    return ServiceRead(uid, given, owner, read_sites, _taken(given, "schedules"), _taken(given, "cost_options"))


def _organization(given: Object, bundle: Bundle) -> UUID:
    uid = _uid(given, "organization")
    for one in _taken(given, "locations"):
        bundle.owners[_location(dict(one), bundle)] = uid
    bundle.organizations[uid] = _together(bundle.organizations.get(uid, {}), given)
    return uid


def _site(given: Object, bundle: Bundle) -> SiteRead:
    location = _location(dict(given.pop("location")), bundle)
    return SiteRead(_uid(given, "site"), given, location, _taken(given, "schedules"))


def _location(given: Object, bundle: Bundle) -> UUID:
    uid = _uid(given, "location")
    bundle.locations[uid] = _together(bundle.locations.get(uid, {}), given)
    return uid


def _uid(given: Object, kind: str) -> UUID:
    """Its identity; an object without one gets that of its content."""
    return identity(given["id"]) if given.get("id") else uuid5(NAMES, f"{kind} {json.dumps(given, sort_keys=True)}")


def _taken(given: Object, key: str) -> list[Any]:
    """The objects of an array, taken out; where something else stands there as well, the array stays as it is."""
    found = objects(given, key)
    if isinstance(given.get(key), list) and len(found) == len(given[key]):
        del given[key]
        return found
    return []


def _together(former: Object, new: Object) -> Object:
    """Both, the former first."""
    return {**former, **{key: found for key, found in new.items() if not former.get(key)}}
