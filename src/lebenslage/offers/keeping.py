"""Owners keep their entries: links with a token, changes with their history, reminders. Words wait for a planner; facts count at once.

A wrong telephone number harms today and is seen at once, so it is public at once, with its history; what praises or names others is read
by a planner first.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM, Actor, Subject, record
from lebenslage.journal.clock import now, today
from lebenslage.offers import hours, prices
from lebenslage.offers.actions import confirm, keep_costs, keep_rules
from lebenslage.offers.indexing import searchable
from lebenslage.offers.models import Change, ChangeState, Invitation, Organization, Service, Status
from lebenslage.offers.problems import LinkNotValid, NothingToWriteTo
from lebenslage.offers.queries import costs_of, public, rules_of, stale

VALID: Final = timedelta(days=60)
AGAIN: Final = timedelta(days=30)
MOST_TRIES: Final = 5
OWNER: Final = Actor(None, "owner")
WORDS: Final = ("description", "application")
FACTS: Final = ("hours", "prices", "phone", "email", "url", "status")


# --- Links -----------------------------------------------------------------------------------------


@transaction.atomic
def ask(organization: Organization, *, by: Actor, reminder: bool = False) -> Invitation:
    """Let the mail with a link go out soon; one that waits already is enough. Raises NothingToWriteTo."""
    if not organization.keeper:
        raise NothingToWriteTo
    waits = Invitation.objects.filter(organization=organization, digest="", tries__lt=MOST_TRIES).first()
    if waits is not None:
        return waits
    _say(organization, "ask_owner", by)
    return Invitation.objects.create(authority_id=organization.authority_id, organization=organization, reminder=reminder, asked_at=now())


@transaction.atomic
def link_for(organization: Organization, *, by: Actor) -> str:
    """A token to hand over by other means; it is shown this once."""
    invitation = Invitation.objects.create(authority_id=organization.authority_id, organization=organization, asked_at=now())
    _say(organization, "make_owner_link", by)
    return sealed(invitation)


def sealed(invitation: Invitation) -> str:
    """Give an invitation its token: only the digest is kept. Former links of the organisation end."""
    token = secrets.token_urlsafe(32)
    former = Invitation.objects.filter(organization=invitation.organization_id).exclude(pk=invitation.pk).exclude(digest="")
    former.filter(until__gt=now()).update(until=now())
    Invitation.objects.filter(pk=invitation.pk).update(digest=_digest(token), until=now() + VALID, sent_at=now())
    return token


def organization_of(token: str) -> Organization:
    """Whose entries a link opens. Raises LinkNotValid."""
    some = Invitation.objects.filter(digest=_digest(token), until__gt=now()).select_related("organization__authority")
    found = some.first()
    if found is None:
        raise LinkNotValid
    return found.organization


def waiting_mails() -> Sequence[Invitation]:
    """Invitations whose mail has not gone out yet, over all towns."""
    some = Invitation.objects.filter(digest="", tries__lt=MOST_TRIES)
    return list(some.select_related("organization", "authority").order_by("asked_at"))


def claim(invitation: Invitation) -> bool:
    """Take an invitation in hand, so that no other worker writes the same mail."""
    return bool(Invitation.objects.filter(pk=invitation.pk, digest="", tries=invitation.tries).update(tries=invitation.tries + 1))


def remind() -> int:
    """Ask the owners of entries that nobody has confirmed for half a year, at most once in thirty days; how many."""
    asked = 0
    for authority in Authority.objects.filter(services__isnull=False).distinct():
        old = stale(authority, today()).exclude(organization__keeper="").values("organization")
        recent = Invitation.objects.filter(asked_at__gt=now() - AGAIN).values("organization")
        for organization in Organization.objects.filter(Q(pk__in=old) & ~Q(pk__in=recent), authority=authority):
            ask(organization, by=SYSTEM, reminder=True)
            asked += 1
    return asked


def entries_of(organization: Organization) -> Sequence[Service]:
    """The public entries of an organisation, the oldest confirmation first."""
    some = public(organization.authority).filter(organization=organization).order_by("verified_on", "name")
    return list(some.prefetch_related("schedules", "prices"))


# --- Changes ---------------------------------------------------------------------------------------


def as_typed(service: Service) -> Mapping[str, str]:
    """What an owner may change, as text."""
    plain = {name: str(getattr(service, name)) for name in (*WORDS, *FACTS) if name not in ("hours", "prices")}
    return {**plain, "hours": hours.written_lines(rules_of(service)), "prices": prices.written_lines(costs_of(service))}


@transaction.atomic
def change(service: Service, given: Mapping[str, str], *, by: Actor = OWNER) -> Sequence[Change]:
    """Keep what differs: facts count at once, words wait. In either case the entry was looked at today."""
    before, made = as_typed(service), []
    for field in (*FACTS, *WORDS):
        if field in given and _even(given[field]) != _even(before[field]):
            state = ChangeState.WAITING if field in WORDS else ChangeState.DONE
            Change.objects.filter(service=service, field=field, state=ChangeState.WAITING).delete()
            made.append(
                Change.objects.create(service=service, field=field, before=before[field], after=given[field], state=state, at=now())
            )
            if state == ChangeState.DONE:
                _apply(service, field, given[field])
    confirm(service, by=by)
    if made:
        record("change_own_offer", _subject(service), by=by, fields=[one.field for one in made])
    return made


@transaction.atomic
def confirm_all(organization: Organization, *, by: Actor = OWNER) -> None:
    """Note that every public entry of an organisation is right today."""
    for service in entries_of(organization):
        confirm(service, by=by)


@transaction.atomic
def settle(one: Change, *, accepted: bool, by: Actor, name: str) -> None:
    """Let changed words count, or refuse them; one that is settled stays as it is."""
    state = ChangeState.DONE if accepted else ChangeState.REFUSED
    waiting = Change.objects.filter(pk=one.pk, state=ChangeState.WAITING)
    if not waiting.update(state=state, settled_at=now(), settled_by_name=name):
        return
    if accepted:
        _apply(one.service, one.field, one.after)
    record("accept_words" if accepted else "refuse_words", _subject(one.service), by=by, field=one.field)


def _apply(service: Service, field: str, after: str) -> None:
    lists: Mapping[str, Callable[[], Any]] = {
        "hours": lambda: keep_rules(service, hours.read_lines(after)),
        "prices": lambda: keep_costs(service, prices.read_lines(after)),
    }
    if field in lists:
        lists[field]()
    else:
        setattr(service, field, Status(after) if field == "status" else after)
    service.found = searchable(service)
    changed = {field: getattr(service, field)} if field not in lists else {}
    Service.objects.filter(pk=service.pk).update(changed_at=now(), found=service.found, **changed)


def _even(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _subject(service: Service) -> Subject:
    return Subject("offer", service.uid, service.authority_id)


def _say(organization: Organization, action: str, by: Actor) -> None:
    record(action, Subject("authority", organization.authority_id, organization.authority_id), by=by, organization=organization.pk)
