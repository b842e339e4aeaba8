"""How far somebody has come in signing in. Doors above ask here: `authorities.access` for staff, `residents.access` for residents."""

from datetime import timedelta
from typing import Any, Final

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest
from django.utils import timezone

from lebenslage.accounts.models import User

SET_UP: Final = "second-step-set-up"
LONGEST_SHIFT: Final = timedelta(hours=8)
FRESH: Final = timedelta(minutes=5)
SECOND_STEPS: Final = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def signed_in(request: HttpRequest) -> User | None:
    """Who is signed in, or None."""
    return request.user if isinstance(request.user, User) and request.user.is_active else None


def second_step_taken(request: HttpRequest) -> bool:
    """Whether a code or a passkey was used in this session, or set up in it."""
    used = any(record.get("method") == "mfa" for record in get_authentication_records(request, signed_in(request)))
    return used or request.session.get(SET_UP) == str(request.user.pk)


def has_second_step(user: User) -> bool:
    """Whether there is a code or a passkey to use."""
    return is_mfa_enabled(user, SECOND_STEPS)


def shift_is_over(request: HttpRequest) -> bool:
    """Whether the sign-in is longer ago than a working day; also where nothing says when it was."""
    return since_sign_in(request) > LONGEST_SHIFT


def just_signed_in(request: HttpRequest) -> bool:
    """Whether the sign-in is so fresh that nobody needs to be asked again before something sensitive."""
    return since_sign_in(request) < FRESH


def since_sign_in(request: HttpRequest) -> timedelta:
    """How long ago this session began with a password or a passkey; very long where nothing says so."""
    records = get_authentication_records(request, signed_in(request))
    times = [record["at"] for record in records if not record.get("reauthenticated")]
    return timedelta(seconds=timezone.now().timestamp() - min(times)) if times else timedelta.max


def remember_set_up(request: HttpRequest, user: User, authenticator: Authenticator, **more: Any) -> None:
    """Note that this very session set up a second step; recovery codes alone are none."""
    if authenticator.type in SECOND_STEPS:
        request.session[SET_UP] = str(user.pk)
