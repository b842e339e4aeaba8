"""Sealing and opening: AES-256-GCM under the key of an owner, bound to what the bytes are about.

What is moved to another place, another owner, or changed by a single bit, does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lebenslage.files.keys import NONCE_BYTES, data_key
from lebenslage.files.problems import CannotOpen

FORMAT: Final = b"\x01"
START: Final = len(FORMAT)


@lru_cache(maxsize=4096)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def seal(owner: UUID, plain: bytes, *, about: str) -> bytes:
    """Seal bytes for an owner; `about` must be said again to open them."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return FORMAT + nonce + _cipher(data_key(owner)).encrypt(nonce, plain, _bound(owner, about))


def unseal(owner: UUID, sealed: bytes | memoryview, *, about: str) -> bytes:
    """Open what was sealed. Raises CannotOpen, NoSuchKey."""
    raw = bytes(sealed)
    nonce, rest = raw[START : START + NONCE_BYTES], raw[START + NONCE_BYTES :]
    if not raw.startswith(FORMAT) or not rest:
        raise CannotOpen(about=about)
    try:
        return _cipher(data_key(owner, make=False)).decrypt(nonce, rest, _bound(owner, about))
    except InvalidTag as error:
        raise CannotOpen(about=about) from error


def _bound(owner: UUID, about: str) -> bytes:
    return owner.bytes + about.encode()


def seal_text(owner: UUID, text: str, *, about: str) -> bytes:
    """Seal a text."""
    return seal(owner, text.encode(), about=about)


def unseal_text(owner: UUID, sealed: bytes | memoryview, *, about: str) -> str:
    """Open a text. Raises CannotOpen, NoSuchKey."""
    return unseal(owner, sealed, about=about).decode()


def seal_json(owner: UUID, value: Any, *, about: str) -> bytes:
    """Seal a value of JSON."""
    return seal_text(owner, json.dumps(value, ensure_ascii=False, separators=(",", ":")), about=about)


def unseal_json(owner: UUID, sealed: bytes | memoryview, *, about: str) -> Any:
    """Open a value of JSON. Raises CannotOpen, NoSuchKey."""
    return json.loads(unseal(owner, sealed, about=about))


def keyed_digest(owner: UUID, text: str | bytes) -> bytes:
    """A digest that only the holder of the key can make: for finding what the database cannot read."""
    key = hmac.digest(data_key(owner), b"blind index", hashlib.sha256)
    return hmac.digest(key, text.encode() if isinstance(text, str) else text, hashlib.sha256)
