"""The key with which this installation seals its papers: from the environment, or made once beside the master key."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from django.conf import settings

from lebenslage.papers.problems import NoSealKey, SealKeyUnreadable
from lebenslage.papers.seal import LEAST_BITS, Seal, seal_of

VARIABLE: Final = "LEBENSLAGE_SEAL_KEY"
FILE: Final = "seal.pem"
BITS: Final = 3072
EXPONENT: Final = 65537
PEM: Final = "-----BEGIN "


def installation_seal() -> Seal:
    """The seal of this installation; its key is made on first use. Raises SealKeyUnreadable."""
    return seal_kept_in(settings.DATA_DIRECTORY)


def seal_kept_in(directory: Path, *, make: bool = True) -> Seal:
    """The seal of the environment, else of a data directory. Raises SealKeyUnreadable; NoSealKey where it must not be made."""
    given = os.environ.get(VARIABLE, "").strip()
    if given.startswith(PEM):
        return _read(given.replace(r"\n", "\n").encode(), VARIABLE)  # some ways of setting variables write the ends of lines out
    path = Path(given) if given else directory / FILE
    if not (given or make or path.exists()):
        raise NoSealKey(place=path.name)
    try:
        if make and not given and not path.exists():
            _make(path)
        return _read(path.read_bytes(), path.name)
    except OSError as error:
        raise SealKeyUnreadable(place=path.name) from error


@cache
def _read(pem: bytes, place: str) -> Seal:
    """A private key, and its certificate where somebody else issued one. Of a key alone the certificate follows."""
    try:
        key = load_pem_private_key(pem, password=None)
        issued = x509.load_pem_x509_certificates(pem) if b"BEGIN CERTIFICATE" in pem else []
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise SealKeyUnreadable(place=place) from error
    if not isinstance(key, rsa.RSAPrivateKey) or key.key_size < LEAST_BITS:
        raise SealKeyUnreadable(place=place)
    if not issued:
        return seal_of(key)
    if issued[0].public_key() != key.public_key():
        raise SealKeyUnreadable(place=place)
    return Seal(key, issued[0])


def _make(path: Path) -> None:
    """Two processes may try at once: the first link stands, the second is thrown away."""
    path.parent.mkdir(parents=True, exist_ok=True)
    key = rsa.generate_private_key(EXPONENT, BITS)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")  # mode 0600
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
