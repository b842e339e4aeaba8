"""Make those who sign in. Staff come by `authorities.actions.employ`, residents by themselves on the pages of this room."""

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
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
