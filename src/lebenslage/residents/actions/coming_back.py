"""How a resident comes back to her vault: by code and birth date, or by an account."""

from __future__ import annotations

import hmac
from datetime import date, timedelta
from typing import Final

from django.db import transaction

from lebenslage.accounts.models import User
from lebenslage.files.problems import CannotOpen, NoSuchKey
from lebenslage.journal.actions import RESIDENT, Actor, record
from lebenslage.journal.clock import now
from lebenslage.kernel.dates_typed import read_typed_day
from lebenslage.kernel.errors import UnreadableDate
from lebenslage.residents.actions.answering import keep_for, mine, touch
from lebenslage.residents.codes import digest_of, new_code
from lebenslage.residents.models import Draft, KnownFact, Vault
from lebenslage.residents.opening import opened
from lebenslage.residents.places import BIRTH_DATE
from lebenslage.residents.problems import AccountTaken, BirthDateDiffers, BirthDateMissing, CodeUnknown, TooManyTries
from lebenslage.residents.sealed import typed_of
from lebenslage.services.definition import Retention
from lebenslage.services.queries import definition

MOST_TRIES: Final = 5
LOCKED: Final = timedelta(minutes=15)
SAVED: Final = Retention(check_hours=24, draft_days=90)


@transaction.atomic
def set_code(vault: Vault, *, birth_date: date, by: Actor = RESIDENT) -> str:
    """Give out a code to come back with, shown once; a former one ends. The vault is then kept as long as a saved application.

    Raises BirthDateMissing, BirthDateDiffers.
    """
    with opened(vault):
        touch(vault)
        known = _birth_date(vault)
        if known is None:
            raise BirthDateMissing
        if known != birth_date:
            raise BirthDateDiffers
        code = new_code()
        vault.code_digest, vault.failed, vault.locked_until = digest_of(code), 0, None
        vault.save(update_fields=["code_digest", "failed", "locked_until"])
        keep_for(vault, _retention(vault))
        record("set_code", mine(vault), by=by)
    return code


def _retention(vault: Vault) -> Retention:
    draft = Draft.objects.filter(vault=vault, submitted=None).select_related("version").first()
    return definition(draft.version).retention if draft is not None else SAVED


def _birth_date(vault: Vault) -> date | None:
    fact = KnownFact.objects.filter(vault=vault, place=BIRTH_DATE, until=None).first()
    try:
        return date.fromordinal(read_typed_day(typed_of(fact)[0])) if fact is not None else None
    except UnreadableDate:
        return None


def resume(code: str, birth_date: date, *, by: Actor = RESIDENT) -> Vault:
    """The vault that code and birth date open together. Five wrong birth dates lock a code for a quarter of an hour.

    Raises CodeUnknown whichever of the two is wrong; TooManyTries.
    """
    with transaction.atomic():
        found = Vault.objects.select_for_update().filter(code_digest=digest_of(code)).first()
        problem = _tried(found, birth_date, by) if found is not None else CodeUnknown()
    if problem is not None:
        raise problem
    assert found is not None
    return found


def _tried(vault: Vault, birth_date: date, by: Actor) -> CodeUnknown | TooManyTries | None:
    """Count the try. What is wrong is handed back, not raised: the count must outlive the refusal."""
    moment = now()
    if vault.locked_until is not None and vault.locked_until > moment:
        return TooManyTries(minutes=int(LOCKED.total_seconds() // 60))
    with opened(vault):
        right = _is_birth_date(vault, birth_date)
        vault.failed = 0 if right else vault.failed + 1
        locked = vault.failed >= MOST_TRIES
        vault.failed, vault.locked_until = (0, moment + LOCKED) if locked else (vault.failed, None)
        vault.last_used = moment if right else vault.last_used
        vault.save(update_fields=["failed", "locked_until", "last_used"])
        record("resume" if right else "refuse_code", mine(vault), by=by)
    return None if right else CodeUnknown()


def _is_birth_date(vault: Vault, birth_date: date) -> bool:
    try:
        known = _birth_date(vault)
    except (CannotOpen, NoSuchKey):
        known = None
    return known is not None and hmac.compare_digest(known.isoformat(), birth_date.isoformat())


@transaction.atomic
def attach(vault: Vault, user: User, *, by: Actor) -> Vault:
    """Let an account open a vault; its code ends, and it is kept until she closes it. Raises AccountTaken."""
    with opened(vault):
        if Vault.objects.filter(user=user).exclude(pk=vault.pk).exists() or vault.user_id not in (None, user.pk):
            raise AccountTaken
        vault.user, vault.code_digest, vault.kept_hours = user, None, None
        vault.save(update_fields=["user", "code_digest", "kept_hours"])
        record("attach", mine(vault), by=by)
    return vault
