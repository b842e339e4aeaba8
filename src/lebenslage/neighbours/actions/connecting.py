"""A town opens its board: quarters get their names, connectors their quarters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from lebenslage.authorities.models import Authority, Role, Staff
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.neighbours.models import Board, Connector, Quarter
from lebenslage.neighbours.problems import NobodyToConnect

# Who meets residents; a planner never does.
MEETS_RESIDENTS = (Role.CASEWORKER, Role.APPROVER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Office:
    """Where and when a connector is met, as it is printed."""

    place: str
    hours: str
    phone: str


@transaction.atomic
def name_quarters(authority: Authority, names: Mapping[str, str]) -> None:
    """Keep the names of quarters by key. A quarter that is named no more stays, because posts may still stand there."""
    Quarter.objects.bulk_create(
        [Quarter(authority=authority, key=key, name=name) for key, name in names.items()],
        update_conflicts=True,
        unique_fields=["authority", "key"],
        update_fields=["name"],
    )


@transaction.atomic
def open_board(authority: Authority, *, check_first: bool, by: Actor) -> Board:
    """Open the board of a town, or change whether posts wait to be read first. Raises NobodyToConnect where no connector is named."""
    if not Connector.objects.filter(authority=authority).exists():
        raise NobodyToConnect
    board, _ = Board.objects.update_or_create(
        authority=authority, defaults={"check_first": check_first}, create_defaults={"check_first": check_first, "since": now()}
    )
    record("open_board", Subject("authority", authority.id, authority.id), by=by, check_first=int(check_first))
    return board


@transaction.atomic
def appoint(staff: Staff, *, areas: Sequence[str], office: Office, trained_on: date, by: Actor) -> Connector:
    """Let somebody who was trained look after some quarters. Raises NobodyToConnect for a role that never meets residents."""
    if staff.role not in MEETS_RESIDENTS:
        raise NobodyToConnect
    given = {"authority": staff.authority, "areas": list(areas), "trained_on": trained_on}
    given |= {"place": office.place, "hours": office.hours, "phone": office.phone}
    connector, _ = Connector.objects.update_or_create(staff=staff, defaults=given)
    record("appoint_connector", Subject("staff", staff.id, staff.authority_id), by=by, areas=list(areas))
    return connector


@transaction.atomic
def dismiss(connector: Connector, *, by: Actor) -> None:
    """Let somebody look after no quarter any more."""
    record("dismiss_connector", Subject("staff", connector.staff_id, connector.authority_id), by=by)
    connector.delete()
