"""Which vault a request opens: that of the signed-in resident, or the one whose name is in the signed cookie."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from lebenslage.accounts.prepared import prepared
from lebenslage.journal.clock import now
from lebenslage.residents.models import Vault

COOKIE: Final = "lebenslage-vault"
SALT: Final = "lebenslage.residents"
LONGEST: Final = 90 * 24 * 3600
NOTED_EVERY: Final = timedelta(hours=1)


def vault_of(request: HttpRequest) -> Vault | None:
    """The vault of this visitor, or None. An account comes before the cookie of a browser that others may use, too."""
    user = getattr(request, "user", None)
    own = next(iter(_with_account(user=user.pk)), None) if user is not None and user.is_authenticated else None
    return _used(own or _of_cookie(request))


def _used(vault: Vault | None) -> Vault | None:
    """Reading is using, too; it is noted once an hour."""
    if vault is not None and now() - vault.last_used > NOTED_EVERY:
        vault.last_used = now()
        Vault.objects.filter(pk=vault.pk).update(last_used=vault.last_used)
    return vault


def _of_cookie(request: HttpRequest) -> Vault | None:
    """A vault that has an account opens by that account alone."""
    name = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LONGEST)
    return next(iter(_without_account(id=UUID(name))), None) if name else None


@prepared
def _with_account(*, user: UUID) -> QuerySet[Vault]:
    return Vault.objects.filter(user=user)


@prepared
def _without_account(*, id: UUID) -> QuerySet[Vault]:
    return Vault.objects.filter(pk=id, user=None)


def remember(response: HttpResponse, vault: Vault) -> None:
    """Let this browser open the vault until it is closed; no script reads the cookie."""
    response.set_signed_cookie(COOKIE, str(vault.pk), salt=SALT, httponly=True, samesite="Lax", secure=settings.CSRF_COOKIE_SECURE)


def forget(response: HttpResponse) -> None:
    """Let this browser open nothing any more."""
    response.delete_cookie(COOKIE, samesite="Lax")
