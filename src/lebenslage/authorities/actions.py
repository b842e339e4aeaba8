"""Connecting an authority, employing its staff, and telling which street lies in which area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from django.db import transaction

from lebenslage.accounts.actions import make_user
from lebenslage.accounts.models import Kind, User
from lebenslage.authorities.models import Authority, AuthorityKind, Channel, Responsibility, Staff, StreetArea
from lebenslage.authorities.problems import AddressTaken, AlreadyResponsible, NotInTheRegister
from lebenslage.authorities.queries import forget_towns
from lebenslage.authorities.register import MUNICIPALITIES
from lebenslage.authorities.spelling import folded_street
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import today
from lebenslage.kernel.keys import OfficialKey

GERMANY: Final = "DE"
BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Office:
    """What is printed on letters of an authority. `office` is the part that decides, such as `Wohngeldstelle`."""

    name: str
    office: str
    street: str
    postcode: str
    town: str
    phone: str = ""
    email: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class StreetRange:
    """A street, or a range of its house numbers, and the opaque key of its area."""

    street: str
    area: str
    first: int = 1
    last: int = 9999


@transaction.atomic
def connect(
    key: str,
    office: Office,
    *,
    by: Actor,
    services: Sequence[str] = (),
    municipalities: Sequence[str] = (),
    kind: str = AuthorityKind.GEMEINDE,
    channel: str = Channel.PLATFORM,
    mietenstufe: Mietenstufe | None = None,
) -> Authority:
    """Connect an authority, or name it alone (`Channel.PRINT`), and say for which services it decides; a second call brings it up to date.

    A municipality decides for itself; `municipalities` names others by their keys. An invented town says its rent level.
    Raises NotInTheRegister, AlreadyResponsible.
    """
    if kind == AuthorityKind.GEMEINDE and (OfficialKey(GERMANY, key) in MUNICIPALITIES) == (mietenstufe is not None):
        raise NotInTheRegister(given=key)
    former = Authority.objects.filter(country=GERMANY, key=key, kind=kind).first()
    more = {"channel": channel, "mietenstufe": mietenstufe, "connected_since": _since(former, channel)}
    authority, _ = Authority.objects.update_or_create(country=GERMANY, key=key, kind=kind, defaults={**asdict(office), **more})
    own = [key] if kind == AuthorityKind.GEMEINDE else []
    for service in services:
        _decides(authority, service, [*own, *municipalities])
    forget_towns()
    record("connect", Subject("authority", authority.id, authority=authority.id), by=by, channel=channel, services=list(services))
    return authority


def _since(former: Authority | None, channel: str) -> date | None:
    if channel != Channel.PLATFORM:
        return None
    return (former.connected_since if former else None) or today()


def _decides(authority: Authority, service: str, keys: Iterable[str]) -> None:
    for key in dict.fromkeys(keys):
        row, _ = Responsibility.objects.select_related("authority").get_or_create(
            service=service, country=GERMANY, municipality=key, defaults={"authority": authority}
        )
        if row.authority_id != authority.id:
            raise AlreadyResponsible(service=service, municipality=key, authority=row.authority.name)


@transaction.atomic
def employ(
    authority: Authority, *, name: str, email: str, role: str, by: Actor, password: str | None = None, phone: str = "", room: str = ""
) -> Staff:
    """Let somebody work in an authority. Without a password she sets one by a message to her address. Raises AddressTaken."""
    if User.objects.filter(email=email.lower()).exists():
        raise AddressTaken
    user = make_user(email, password, Kind.STAFF)
    staff = Staff.objects.create(user=user, authority=authority, name=name, role=role, phone=phone, email=user.email, room=room)
    record("employ", Subject("staff", staff.id, authority=authority.id), by=by, role=role)
    return staff


@transaction.atomic
def set_streets(authority: Authority, ranges: Iterable[StreetRange], *, by: Actor) -> int:
    """Say which street lies in which area; what was said before is replaced. Returns the number of ranges."""
    StreetArea.objects.filter(authority=authority).delete()
    rows = [
        StreetArea(authority=authority, street=folded_street(one.street), first=one.first, last=one.last, area=one.area) for one in ranges
    ]
    StreetArea.objects.bulk_create(rows, batch_size=BATCH)
    record("set_streets", Subject("authority", authority.id, authority=authority.id), by=by, ranges=len(rows))
    return len(rows)
