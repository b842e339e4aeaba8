"""The code with which a resident comes back: twelve characters that are told apart by ear and eye. The database knows its digest alone."""

from __future__ import annotations

import secrets
from typing import Final

from lebenslage.files.keys import INSTALLATION
from lebenslage.files.sealing import keyed_digest

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O and U
LENGTH: Final = 12
GROUP: Final = 4
MISREAD: Final = str.maketrans({"I": "1", "L": "1", "O": "0", "-": "", " ": ""})


def new_code() -> str:
    """Sixty bits of chance, such as `KF7M-2QXD-9HNT`."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return "-".join(letters[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def digest_of(code: str) -> bytes:
    """The digest under which a code is kept. Small letters, gaps and letters that look alike make no difference."""
    return keyed_digest(INSTALLATION, f"code:{code.upper().translate(MISREAD)}")
