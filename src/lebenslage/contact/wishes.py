"""Whether a resident wants to be written to, and where: by the address of her account, or by the one she gave, if she agreed."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db import transaction

from lebenslage.contact.models import Delivery, DeliveryState, News, Thread
from lebenslage.files.sealing import keyed_digest
from lebenslage.journal.actions import Actor
from lebenslage.residents.actions import consent, withdraw_consent
from lebenslage.residents.models import Consent, Vault
from lebenslage.residents.places import particular
from lebenslage.residents.queries import typed_in

YES: Final = "mail_news"
NO: Final = "no_mail_news"
NO_OTHER: Final = {News.NEIGHBOURS: "no_mail_neighbours"}
"""What is not about an application is switched off by itself."""
EMAIL: Final = particular("email")
DEAD: Final = (DeliveryState.FAILED, DeliveryState.BOUNCED)


def wants_mail(vault: Vault, kind: str = News.MESSAGE) -> bool:
    """Whether she is to be written to of this kind, asked in the scope of her vault. With an account she is, until she says no."""
    no = _refusal(kind)
    said = set(Consent.objects.filter(vault=vault, purpose__in=(YES, no), withdrawn=None).values_list("purpose", flat=True))
    return no not in said and (YES in said or vault.user_id is not None)


def like(kind: str) -> list[str]:
    """The kinds that are switched off together with this one: of them one mail waits at a time."""
    return [one for one in News if _refusal(one) == _refusal(kind)]


def _refusal(kind: str) -> str:
    return NO_OTHER.get(News(kind), NO)


def address_of(vault: Vault) -> str:
    """Where she is reached by mail; empty where she is not. In the scope of her vault."""
    if vault.user is not None:
        return str(vault.user.email)
    return next(iter(typed_in(vault).get(EMAIL, ())), "")


def digest_of(vault: UUID, address: str) -> bytes:
    """By what an address is known again without being read."""
    return keyed_digest(vault, address.strip().casefold())


def is_dead(vault: UUID, address: str) -> bool:
    """Whether a mail to this very address came back; another address is tried again."""
    return bool(Delivery.objects.filter(vault=vault, state__in=DEAD, address_digest=digest_of(vault, address)).exists())


def could_not_reach(vault: Vault) -> bool:
    """Whether her last mail did not arrive, so that she is told at her next visit; not after she gave another address, or said no."""
    last = Delivery.objects.filter(vault=vault).exclude(state=DeliveryState.NOT_WRITTEN).order_by("-queued").first()
    if last is None or last.state not in DEAD or not wants_mail(vault, last.kind):
        return False
    return bytes(last.address_digest or b"") == digest_of(vault.pk, address_of(vault))


@transaction.atomic
def write_to_me(vault: Vault, sentence: str, language: str, *, by: Actor) -> None:
    """She wants to be written to, in this language, and agrees to the sentence."""
    withdraw_consent(vault, NO, by=by)
    consent(vault, YES, sentence, by=by)
    Thread.objects.filter(vault=vault).update(language=language)


@transaction.atomic
def write_no_more(vault: Vault, sentence: str, *, by: Actor, kind: str = News.MESSAGE) -> None:
    """She wants no more mails of this kind."""
    if _refusal(kind) == NO:
        withdraw_consent(vault, YES, by=by)
    consent(vault, _refusal(kind), sentence, by=by)


@transaction.atomic
def write_again(vault: Vault, kind: str, *, by: Actor) -> None:
    """She takes back that she wants no mails of this kind."""
    withdraw_consent(vault, _refusal(kind), by=by)
