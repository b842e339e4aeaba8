"""A resident begins: she opens a vault, answers, and begins an application."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import uuid4

from django.db import transaction

from lebenslage.accounts.scope import acting
from lebenslage.files.sealing import seal_json
from lebenslage.journal.actions import RESIDENT, Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.residents.answers import cleaned
from lebenslage.residents.models import Draft, FactSource, KnownFact, Vault
from lebenslage.residents.opening import opened
from lebenslage.residents.places import ROWS, is_place, stays
from lebenslage.residents.problems import UnknownPlace
from lebenslage.residents.sealed import about_place, typed_of
from lebenslage.services.definition import Retention
from lebenslage.services.queries import current, definition

CHECK_HOURS: Final = 24
HOURS_A_DAY: Final = 24

type Given = Mapping[str, Sequence[str]]


def mine(vault: Vault) -> Subject:
    """A vault as the journal names it."""
    return Subject("vault", vault.pk, vault=vault.pk)


@transaction.atomic
def open_vault(*, by: Actor = RESIDENT) -> Vault:
    """Open a vault for somebody who begins to answer. Unused, it is swept a day later."""
    moment = now()
    vault = Vault(id=uuid4(), since=moment, last_used=moment, kept_hours=CHECK_HOURS)
    with acting(vault=vault.id):
        vault.save(force_insert=True)
        record("open_vault", mine(vault), by=by)
    return vault


@transaction.atomic
def answer(vault: Vault, given: Given, *, by: Actor, source: str = FactSource.RESIDENT) -> None:
    """Keep what was typed, exactly; an empty list withdraws. What did not change stays as it is, what did becomes history.

    Rows that are no longer named take their answers with them. Two tabs take turns: the later answer holds. Raises UnknownPlace.
    """
    wanted = {place: list(cleaned(typed)) for place, typed in given.items()}
    for place in wanted:
        if not is_place(place):
            raise UnknownPlace(place=place[:80])
    with opened(vault):
        touch(vault)
        former = {fact.place: fact for fact in _former(vault, wanted)}
        gone = {place: list[str]() for place in former if not stays(place, _rows(wanted))}
        changed = {place: typed for place, typed in {**wanted, **gone}.items() if typed != _typed(former.get(place))}
        if changed:
            _replace(vault, former, changed, source)
            record("answer", mine(vault), by=by, places=sorted(changed))


def touch(vault: Vault) -> None:
    """Note that a vault is used. Within a transaction this also makes a second tab wait for the first."""
    vault.last_used = now()
    Vault.objects.filter(pk=vault.pk).update(last_used=vault.last_used)


def _rows(wanted: Given) -> Given:
    return {field: " ".join(typed).split() for field, typed in wanted.items() if field in ROWS}


def _former(vault: Vault, wanted: Given) -> Sequence[KnownFact]:
    facts = KnownFact.objects.filter(vault=vault, until=None)
    return list(facts if _rows(wanted) else facts.filter(place__in=list(wanted)))


def _typed(fact: KnownFact | None) -> list[str]:
    return list(typed_of(fact)) if fact is not None else []


def _replace(vault: Vault, former: Mapping[str, KnownFact], changed: Given, source: str) -> None:
    moment: datetime = vault.last_used
    ended = [former[place].pk for place in changed if place in former]
    if ended:
        KnownFact.objects.filter(pk__in=ended).update(until=moment)
    KnownFact.objects.bulk_create(
        KnownFact(vault=vault, place=place, sealed=seal_json(vault.pk, typed, about=about_place(place)), source=source, since=moment)
        for place, typed in changed.items()
        if typed
    )


@transaction.atomic
def begin_draft(vault: Vault, service: str, *, by: Actor) -> Draft:
    """Begin an application, or go on with the one that is open. It stays with the version it began with. Raises NotPublished."""
    with opened(vault):
        touch(vault)
        found = Draft.objects.filter(vault=vault, version__service=service, submitted=None).select_related("version").first()
        if found is not None:
            Draft.objects.filter(pk=found.pk).update(touched=vault.last_used)
            return found
        version = current(service)
        draft: Draft = Draft.objects.create(vault=vault, version=version, begun=vault.last_used, touched=vault.last_used)
        keep_for(vault, definition(version).retention)
        record("begin_draft", Subject("draft", draft.id, vault=vault.pk), by=by, service=service)
    return draft


def keep_for(vault: Vault, retention: Retention) -> None:
    """Keep a vault as long as its service says, never shorter than before."""
    if vault.kept_hours is not None:
        vault.kept_hours = max(vault.kept_hours, retention.draft_days * HOURS_A_DAY)
        vault.save(update_fields=["kept_hours"])
