"""Keeping the directory: entries by hand and by import, publishing, confirming. Every write is within one authority and in the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from lebenslage.authorities.models import Authority
from lebenslage.authorities.queries import area_of
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now, today
from lebenslage.offers.hours import Rule
from lebenslage.offers.hsds import tables
from lebenslage.offers.hsds.lenses import Lens, columns_of, identity
from lebenslage.offers.hsds.reading import Bundle, ServiceRead
from lebenslage.offers.indexing import searchable
from lebenslage.offers.models import Location, Organization, Price, Schedule, Service, Site, State, Status
from lebenslage.offers.prices import Cost
from lebenslage.offers.problems import NotReadyForAll
from lebenslage.offers.queries import costs_of, rule_of

NEW: Final = 100
"""New lines come after those that stayed."""


@dataclass(frozen=True, slots=True)
class House:
    """Where an offer is found; an empty street means nowhere in particular. Without an area the town's streets tell it."""

    name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    latitude: float | None = None
    longitude: float | None = None
    area: str = ""
    access: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry about to be kept: columns of `Service` by name, who offers it, where, when, for how much."""

    words: Mapping[str, Any]
    organization: str = ""
    house: House | None = None
    rules: Sequence[Rule] = ()
    costs: Sequence[Cost] = ()


@transaction.atomic
def keep_entry(authority: Authority, given: Entry, *, by: Actor, former: Service | None = None) -> Service:
    """Keep a new entry, or change one. Who keeps it has looked at it today: it counts as verified."""
    service = former or Service(authority=authority, state=State.DRAFT)
    for column, value in given.words.items():
        setattr(service, column, value)
    service.organization = _organization(authority, given.organization)
    service.changed_at, service.verified_on = now(), today()
    service.found = searchable(service)
    service.save()
    _keep_house(authority, service, given.house)
    keep_rules(service, given.rules)
    keep_costs(service, given.costs)
    _say(service, "change_offer" if former else "keep_offer", by)
    return service


@transaction.atomic
def set_state(service: Service, state: State, *, by: Actor) -> None:
    """Publish an entry, or take it back into the drafts. Raises NotReadyForAll."""
    if state == State.PUBLIC and not (service.name and service.description and service.topic):
        raise NotReadyForAll
    Service.objects.filter(pk=service.pk).update(state=state, changed_at=now())
    _say(service, "publish_offer" if state == State.PUBLIC else "withdraw_offer", by)


@transaction.atomic
def confirm(service: Service, *, by: Actor) -> None:
    """Note that an entry is right today."""
    Service.objects.filter(pk=service.pk).update(verified_on=today())
    _say(service, "confirm_offer", by)


@transaction.atomic
def remove(service: Service, *, by: Actor) -> None:
    """Remove an entry; who offers it and where stay for other entries."""
    _say(service, "remove_offer", by)
    service.delete()


@transaction.atomic
def set_keeper(organization: Organization, address: str, *, by: Actor) -> None:
    """Say who keeps the entries of an organisation."""
    organization.keeper = address
    organization.save(update_fields=["keeper"])
    record("set_keeper", Subject("authority", organization.authority_id, organization.authority_id), by=by, organization=organization.pk)


def _organization(authority: Authority, name: str) -> Organization | None:
    if not name:
        return None
    return Organization.objects.filter(authority=authority, name=name).first() or Organization.objects.create(
        authority=authority, name=name
    )


def _keep_house(authority: Authority, service: Service, house: House | None) -> None:
    """The first place of an entry; a house of the same street and name is the same house."""
    first = service.sites.select_related("location").first() if service.pk else None
    if house is None or not house.street:
        if first is not None:
            first.delete()
        return
    same = {"authority": authority, "street": house.street, "name": house.name, "postcode": house.postcode}
    place = Location.objects.filter(**same).first() or Location(**same)
    for column, value in asdict(house).items():
        setattr(place, column, value)
    place.area = house.area or area_of(authority, *split_street(house.street))
    place.organization = place.organization or service.organization
    place.save()
    if first is None:
        Site.objects.create(service=service, location=place)
    elif first.location_id != place.pk:
        Site.objects.filter(pk=first.pk).update(location=place)


def split_street(typed: str) -> tuple[str, str]:
    """Street and house number, as typed in one field."""
    street, _, number = typed.strip().rpartition(" ")
    return (street, number) if street and number[:1].isdigit() else (typed.strip(), "")


def keep_rules(service: Service, rules: Sequence[Rule]) -> None:
    """Keep when an offer is open. What did not change stays as it came; what we cannot compute with stays in any case."""
    left = list(rules)
    for row in service.schedules.all():
        rule = rule_of(row)
        if rule in left:
            left.remove(rule)
        elif rule.closed or (rule.opens and rule.closes and (rule.days or rule.first)):
            row.delete()
    Schedule.objects.bulk_create([Schedule(service=service, number=NEW + n, **asdict(rule)) for n, rule in enumerate(left)])


def keep_costs(service: Service, costs: Sequence[Cost]) -> None:
    """Keep what an offer costs, in the same way."""
    left = list(costs)
    for row, cost in zip(service.prices.all(), costs_of(service), strict=True):
        if cost in left:
            left.remove(cost)
        elif cost.cents is not None:
            row.delete()
    Price.objects.bulk_create([Price(service=service, number=NEW + n, **asdict(cost)) for n, cost in enumerate(left)])


# --- Import ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class Imported:
    """What an import did, or would do: names of entries, and of those that need a second look."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    without_topic: list[str] = field(default_factory=list)
    without_place: list[str] = field(default_factory=list)
    hours_in_words: list[str] = field(default_factory=list)
    organizations: int = 0


def looked_at(authority: Authority, bundle: Bundle) -> Imported:
    """What an import would do; nothing is kept."""
    known = {one.uid: one.topic for one in Service.objects.filter(authority=authority).only("uid", "topic")}
    report = Imported(organizations=len(bundle.organizations))
    for one in bundle.services:
        columns = columns_of(one.kept, tables.SERVICE)
        name = columns["name"]
        (report.changed if one.uid in known else report.new).append(name)
        if not columns["topic"] and not known.get(one.uid):
            report.without_topic.append(name)
        if not one.sites:
            report.without_place.append(name)
        if any(not _computable(row) for row in [*one.schedules, *(row for site in one.sites for row in site.schedules)]):
            report.hours_in_words.append(name)
    return report


def _computable(schedule: dict[str, Any]) -> bool:
    rule = Rule(**columns_of(schedule, tables.SCHEDULE))
    return rule.closed or bool(rule.opens and rule.closes and (rule.days or rule.of_one_day))


@transaction.atomic
def import_directory(authority: Authority, bundle: Bundle, *, by: Actor, state: State = State.DRAFT, topic: str = "") -> Imported:
    """Keep everything in a bundle: entries with the same identity are brought up to date. `topic` is for those without one.

    What is new gets the state; what was there keeps its own, its topic and its keeper.
    """
    report = looked_at(authority, bundle)
    owners = {uid: _row(Organization, authority, uid, kept, tables.ORGANIZATION) for uid, kept in bundle.organizations.items()}
    houses = {uid: _row(Location, authority, uid, kept, tables.LOCATION) for uid, kept in bundle.locations.items()}
    for uid, place in houses.items():
        place.organization = owners.get(bundle.owners.get(uid, uid)) or place.organization
        place.area = place.area or area_of(authority, *split_street(place.street))
        place.save()
    for one in bundle.services:
        _import_service(authority, one, owners, houses, state=state, topic=topic)
    subject = Subject("authority", authority.id, authority.id)
    record("import_offers", subject, by=by, new=len(report.new), changed=len(report.changed))
    return report


def _row[Row: Model](model: type[Row], authority: Authority, uid: UUID, kept: dict[str, Any], lenses: Sequence[Lens]) -> Row:
    columns = {**columns_of(kept, lenses), "extra": kept}
    row, _ = model._default_manager.update_or_create(authority=authority, uid=uid, defaults=columns)
    return row


def _import_service(
    authority: Authority,
    one: ServiceRead,
    owners: Mapping[UUID, Organization],
    houses: Mapping[UUID, Location],
    *,
    state: State,
    topic: str,
) -> None:
    former = Service.objects.filter(authority=authority, uid=one.uid).first()
    service = former or Service(authority=authority, uid=one.uid, state=state)
    columns = dict(columns_of(one.kept, tables.SERVICE))
    columns["topic"] = columns["topic"] or service.topic or topic
    columns["changed_at"] = columns["changed_at"] or now()
    columns["status"] = columns["status"] or Status.ACTIVE
    for column, value in columns.items():
        setattr(service, column, value)
    service.organization, service.extra = owners.get(one.organization) if one.organization else None, one.kept
    if service.state == State.PUBLIC and not (service.description and service.topic):
        service.state = State.DRAFT
    service.found = searchable(service)
    service.save()
    _import_parts(service, one, houses)


def _import_parts(service: Service, one: ServiceRead, houses: Mapping[UUID, Location]) -> None:
    for rows in (service.sites, service.schedules, service.prices):
        rows.all().delete()
    _import_schedules(service, None, one.schedules)
    for number, site in enumerate(one.sites):
        row = Site.objects.create(service=service, location=houses[site.location], uid=site.uid, number=number, extra=site.kept)
        _import_schedules(service, row, site.schedules)
    Price.objects.bulk_create([_part(Price, service, number, kept, tables.PRICE) for number, kept in enumerate(one.prices)])


def _import_schedules(service: Service, site: Site | None, schedules: Sequence[dict[str, Any]]) -> None:
    rows = [_part(Schedule, service, number, kept, tables.SCHEDULE) for number, kept in enumerate(schedules)]
    for row in rows:
        row.site = site
    Schedule.objects.bulk_create(rows)


def _part(model: Any, service: Service, number: int, kept: dict[str, Any], lenses: Sequence[Lens]) -> Any:
    return model(service=service, number=number, uid=identity(kept.get("id", "")), extra=kept, **columns_of(kept, lenses))


def _say(service: Service, action: str, by: Actor) -> None:
    record(action, Subject("offer", service.uid, service.authority_id), by=by, name=service.name)
