"""Secrets of the second step are sealed in the database: whoever reads a copy of it cannot compute anybody's codes."""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes

PURPOSE = b"lebenslage second step "


def seal(text: str) -> str:
    """Seal a secret with the key of this installation."""
    return _keys().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Open a secret; former keys in SECRET_KEY_FALLBACKS still open theirs. Raises cryptography.fernet.InvalidToken."""
    return _keys().decrypt(sealed.encode()).decode()


def _keys() -> MultiFernet:
    keys = [force_bytes(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(hashlib.sha256(PURPOSE + key).digest())) for key in keys])
