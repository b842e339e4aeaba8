"""A resident begins to take part, or ends it: then everything of hers is deleted for good."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from lebenslage.authorities.models import Authority
from lebenslage.contact.models import Delivery, News
from lebenslage.journal.actions import RESIDENT, Subject, record
from lebenslage.journal.clock import now
from lebenslage.neighbours.models import Block, Conversation, Hours, Neighbour, Post, Report
from lebenslage.neighbours.problems import NotTakingPart, WritingStopped
from lebenslage.neighbours.sealed import about_name, seal_words
from lebenslage.neighbours.words import refuse_contact
from lebenslage.pages.languages import DEFAULT
from lebenslage.residents.models import Vault


@transaction.atomic
def join(authority: Authority, vault: Vault, *, name: str, area: str, language: str = DEFAULT) -> Neighbour:
    """Take part under a chosen name, in a quarter, having agreed to the rules; or change both. Raises what `refuse_contact` raises."""
    refuse_contact(name)
    sealed = seal_words(vault.pk, about_name(vault.pk), {"name": name})
    given = {"authority": authority, "area": area, "sealed_name": sealed, "language": language}
    neighbour, _ = Neighbour.objects.update_or_create(
        vault=vault, defaults=given, create_defaults={**given, "id": uuid4(), "agreed": now()}
    )
    record("join_neighbours", Subject("neighbour", neighbour.id, authority.id, vault.pk), by=RESIDENT, area=area)
    return neighbour


@transaction.atomic
def speak(neighbour: Neighbour, language: str) -> None:
    """Note in which language she reads from now on."""
    if neighbour.language != language:
        neighbour.language = language
        neighbour.save(update_fields=["language"])


@transaction.atomic
def leave(neighbour: Neighbour) -> None:
    """Delete all she wrote, blocked, reported or noted, what became of her mails, and that she took part. Who was stopped stays known."""
    vault = neighbour.vault_id
    record("leave_neighbours", Subject("neighbour", neighbour.id, neighbour.authority_id, vault), by=RESIDENT)
    for rows in (Post, Conversation, Block, Report, Hours):
        rows.objects.filter(vault=vault).delete()
    Delivery.objects.filter(vault=vault, kind=News.NEIGHBOURS).delete()
    Neighbour.objects.filter(pk=neighbour.pk, stopped=None).delete()


def must_write(neighbour: Neighbour | None, authority: Authority) -> Neighbour:
    """Raises NotTakingPart, WritingStopped."""
    if neighbour is None or neighbour.authority_id != authority.id:
        raise NotTakingPart
    if neighbour.stopped is not None:
        raise WritingStopped
    return neighbour
