"""What must never be on in a town: a code that always opens, a passkey that any address may ask for."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Critical

BACK_DOORS = {
    "MFA_TOTP_INSECURE_BYPASS_CODE": "MFA_TOTP_INSECURE_BYPASS_CODE is set: this code would open every account. Please remove it.",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN is set: passkeys open to other addresses. Please remove it.",
}


def no_back_door(app_configs: Any, **more: Any) -> Sequence[CheckMessage]:
    """No setting opens an account without its own secret."""
    found = [sentence for name, sentence in BACK_DOORS.items() if getattr(settings, name, None)]
    return [Critical(sentence, id=f"accounts.C{number:03}") for number, sentence in enumerate(found, start=1)]
