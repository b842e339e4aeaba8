"""Make those who sign in. Staff come by `authorities.actions.employ`, residents by themselves on the pages of this room."""

from collections.abc import Mapping
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.db import transaction

from lebenslage.accounts.models import Kind, User


@transaction.atomic
def make_user(email: str, password: str | None, kind: str) -> User:
    """Somebody who signs in with this address. An address of staff counts as verified: the authority vouches for it."""
    user = User.objects.create_user(email, password, kind=kind)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=kind == Kind.STAFF)
    return user


@transaction.atomic
def set_totp(user: User, secret: str) -> None:
    """Set up one-time codes from a secret in base 32, with recovery codes. Raises IntegrityError where there are codes already."""
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)


@transaction.atomic
def open_account(user: User, name: str, credential: Mapping[str, Any]) -> Authenticator:
    """The account of a resident who has a passkey and no password. Raises IntegrityError where the address is taken meanwhile."""
    user.set_unusable_password()
    user.save(force_insert=True)
    EmailAddress.objects.create(user=user, email=user.email, primary=True)
    return WebAuthn.add(user, name, dict(credential)).instance
