"""In whose name the database is asked: an authority, a resident's vault, or nobody.

Every table with data of a person has a column `authority` or `vault`, or both. A query sees the rows of the current scope and no others:
through `Scoped` managers on every database, and on PostgreSQL by row-level security as well (`row_security.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.utils.functional import cached_property

from lebenslage.accounts.row_security import tell_database, tell_nobody


@dataclass(frozen=True, slots=True)
class Scope:
    """An authority, a vault, or both for a resident's own case at an authority."""

    authority: UUID | None = None
    vault: UUID | None = None


NOBODY = Scope()
_current: ContextVar[Scope] = ContextVar("scope", default=NOBODY)


def current() -> Scope:
    """The scope of this request, task or command."""
    return _current.get()


@contextmanager
def acting(*, authority: UUID | None = None, vault: UUID | None = None) -> Iterator[Scope]:
    """Act in the name of an authority or of a vault until the block ends; the former scope returns afterwards."""
    former, scope = current(), Scope(authority, vault)
    if scope == former:
        yield scope
        return
    token = _current.set(scope)
    tell_database(connection, scope.authority, scope.vault)
    try:
        yield scope
    finally:
        _current.reset(token)
        tell_database(connection, former.authority, former.vault)


@contextmanager
def as_if(scope: Scope) -> Iterator[None]:
    """Write queries as in this scope, without telling the database: nothing may be asked within the block."""
    token = _current.set(scope)
    try:
        yield
    finally:
        _current.reset(token)


def forget() -> None:
    """Act for nobody, whatever was before. For the edges of a request; everything else uses `acting`."""
    _current.set(NOBODY)
    tell_nobody(connection)


def on_new_connection(connection: BaseDatabaseWrapper, **more: Any) -> None:
    """A connection starts in the scope in which it is opened; one that comes back from a pool forgets whom it served."""
    scope = current()
    tell_database(connection, scope.authority, scope.vault)


class Scoped(models.Manager[Any]):
    """Shows the rows of the current scope: those whose column `authority` or `vault`, as far as the table has them, is in it."""

    def deconstruct(self) -> tuple[bool, str, None, tuple[()], dict[str, Any]]:
        """Managers have no place in migrations."""
        return False, "django.db.models.Manager", None, (), {}

    def get_queryset(self) -> models.QuerySet[Any]:
        """Rows of the authority or of the vault in whose name we act; none where we act for nobody."""
        scope, mine = current(), Q()
        columns = self._owners
        for column, owner in (("authority_id", scope.authority), ("vault_id", scope.vault)):
            if owner and column in columns:
                mine |= Q(**{column: owner})
        rows = super().get_queryset()
        return rows.filter(mine) if mine else rows.none()

    @cached_property
    def _owners(self) -> frozenset[str]:
        return frozenset(field.attname for field in self.model._meta.concrete_fields)
