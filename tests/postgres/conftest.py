"""Two authorities and two residents, each with rows of their own: whoever asks in one name must not meet the other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.contact.models import Thread
from lebenslage.files.models import Blob
from lebenslage.journal.clock import now
from lebenslage.neighbours.models import Post
from lebenslage.residents.models import KnownFact, Vault

type Ask = Callable[..., list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Party:
    """A resident and the authority that works for her."""

    authority: UUID
    vault: UUID


def _party(key: str) -> Party:
    authority = Authority.objects.create(key=key, name=f"Stadt {key}", office="Wohngeldstelle", street="Markt 1", postcode="1", town="Ort")
    vault = Vault.objects.create(since=now(), last_used=now())
    with acting(authority=authority.id, vault=vault.id):
        KnownFact.objects.create(vault=vault, place="person-1-name", sealed=b"sealed", since=now())
        Thread.objects.create(authority=authority, vault=vault, since=now())
        blob = {"key_owner": vault.id, "media_type": "application/pdf", "size": 1, "digest": b"", "since": now()}
        Blob.objects.create(vault_id=vault.id, **blob)
        Blob.objects.create(authority_id=authority.id, **blob)
        post = {"number": 1, "area": "q1", "side": "offer", "kind": "pets", "sealed": b"sealed", "state": "live"}
        Post.objects.create(authority=authority, vault=vault, since=now(), expires=now(), **post)
    return Party(authority.id, vault.id)


@pytest.fixture
def parties(db: None) -> tuple[Party, Party]:
    """Mine and the other one."""
    return _party("05315001"), _party("05315002")


@pytest.fixture
def ask(db: None) -> Ask:
    """Ask the database in plain SQL, past every manager."""

    def asked(statement: str, *values: object) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else [(cursor.rowcount,)]

    return asked
