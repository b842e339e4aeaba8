"""The keys: one for each vault and each authority, wrapped by a master key that never stands in the database.

The newest master key wraps, older ones still unwrap. A data key is made on first use, and remembered in this process once committed.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Final, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet

from lebenslage.accounts.prepared import prepared
from lebenslage.files.models import DataKey
from lebenslage.files.problems import MasterKeyUnreadable, NoSuchKey
from lebenslage.journal.clock import now

VARIABLE: Final = "LEBENSLAGE_MASTER_KEY"
FILE: Final = "master.key"
INSTALLATION: Final = UUID(int=0)
KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
MOST_REMEMBERED: Final = 20_000


class KeyPort(Protocol):
    """Where the master keys come from."""

    def masters(self) -> Sequence[bytes]:
        """Every master key, the newest last. Raises MasterKeyUnreadable."""


class FileKeys:
    """Master keys in a file that only this user may read, one a line; made on first use."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        self.path = path

    def masters(self) -> Sequence[bytes]:
        """Read the file, or make it."""
        if not self.path.exists():
            self._make()
        return _decoded(self.path.read_text(encoding="ascii").split(), str(self.path.name))

    def rotate(self) -> None:
        """Add a newer key; the former ones still open what they wrapped."""
        lines = [base64.b64encode(key).decode() for key in [*self.masters(), secrets.token_bytes(KEY_BYTES)]]
        self._written("\n".join(lines)).replace(self.path)

    def _make(self) -> None:
        """Two processes may try at once: the first link stands, the second is thrown away."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._written(base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode())
        try:
            os.link(draft, self.path)
        except FileExistsError:
            return
        finally:
            draft.unlink()

    def _written(self, text: str) -> Path:
        descriptor, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}")  # mode 0600
        with os.fdopen(descriptor, "w", encoding="ascii") as draft:
            draft.write(f"{text}\n")
            draft.flush()
            os.fsync(draft.fileno())
        return Path(name)


class EnvironmentKeys:
    """Master keys from an environment variable: base64, separated by commas, the newest last."""

    def __init__(self, variable: str = VARIABLE) -> None:
        """Name the variable."""
        self.variable = variable

    def masters(self) -> Sequence[bytes]:
        """Read the variable."""
        return _decoded([one.strip() for one in os.environ.get(self.variable, "").split(",")], self.variable)


def _decoded(texts: Sequence[str], place: str) -> Sequence[bytes]:
    try:
        keys = [base64.b64decode(one, validate=True) for one in texts if one]
    except ValueError as error:
        raise MasterKeyUnreadable(place=place) from error
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise MasterKeyUnreadable(place=place)
    return keys


def port() -> KeyPort:
    """The keys of this installation: from the environment where the variable is set, else from the data directory."""
    return EnvironmentKeys() if os.environ.get(VARIABLE) else FileKeys(settings.DATA_DIRECTORY / FILE)


@cache
def _masters() -> dict[str, bytes]:
    return {hashlib.sha256(b"name of a master key" + key).hexdigest()[:16]: key for key in port().masters()}


def wrapped(owner: UUID, key: bytes) -> tuple[bytes, str]:
    """A data key wrapped by the newest master key, and the name of that master key."""
    name, master = list(_masters().items())[-1]
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(master).encrypt(nonce, key, owner.bytes), name


def unwrapped(row: DataKey) -> bytes:
    """The data key of a row. Raises MasterKeyUnreadable where its master key is not here."""
    sealed = bytes(row.wrapped)
    if row.master not in _masters():
        raise MasterKeyUnreadable(place=row.master)
    try:
        return AESGCM(_masters()[row.master]).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], row.owner.bytes)
    except InvalidTag as error:
        raise MasterKeyUnreadable(place=row.master) from error


def data_key(owner: UUID, *, make: bool = True) -> bytes:
    """The key of a vault or an authority, made on first use. Raises NoSuchKey where it must not be made."""
    known = _remembered.get(owner)
    if known is not None:
        return known
    row = next(iter(_rows(owner=owner)), None) or (_made(owner) if make else None)
    if row is None:
        raise NoSuchKey(owner=owner)
    key = unwrapped(row)
    _remembered.put(owner, key)
    return key


@prepared
def _rows(*, owner: UUID) -> QuerySet[DataKey]:
    return DataKey.objects.filter(owner=owner)


def _made(owner: UUID) -> DataKey:
    """Two processes may try at once: the first row stands and both read it."""
    sealed, master = wrapped(owner, secrets.token_bytes(KEY_BYTES))
    DataKey.objects.bulk_create([DataKey(owner=owner, wrapped=sealed, master=master, since=now())], ignore_conflicts=True)
    return DataKey.objects.get(owner=owner)


def forget() -> None:
    """Forget every key in this process: after a rotation, and in tests."""
    _masters.cache_clear()
    _remembered.clear()


class _Remembered:
    """Keys of this process, the longest unused leave first.

    A key read inside a transaction may have been made by it, and vanish with it: it counts for others only after the commit, and within
    the transaction as long as its commit is still awaited.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._keys: OrderedDict[UUID, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._awaited = threading.local()

    def get(self, owner: UUID) -> bytes | None:
        with self._lock:
            if owner in self._keys:
                self._keys.move_to_end(owner)
                return self._keys[owner]
        return self._awaiting(owner)

    def put(self, owner: UUID, key: bytes) -> None:
        if connection.in_atomic_block:
            hook = partial(self._keep, owner, key)
            vars(self._awaited)[owner.hex] = hook
            transaction.on_commit(hook)
        else:
            self._keep(owner, key)

    def clear(self) -> None:
        with self._lock:
            self._keys.clear()
        vars(self._awaited).clear()

    def drop(self, owner: UUID) -> None:
        with self._lock:
            self._keys.pop(owner, None)
        vars(self._awaited).pop(owner.hex, None)

    def _keep(self, owner: UUID, key: bytes) -> None:
        vars(self._awaited).pop(owner.hex, None)
        with self._lock:
            self._keys[owner] = key
            while len(self._keys) > self._most:
                self._keys.popitem(last=False)

    def _awaiting(self, owner: UUID) -> bytes | None:
        hook: partial[None] | None = vars(self._awaited).get(owner.hex)
        if hook is None:
            return None
        if any(waiting is hook for _, waiting, *_ in connection.run_on_commit):
            key: bytes = hook.args[1]
            return key
        del vars(self._awaited)[owner.hex]
        return None


_remembered = _Remembered(MOST_REMEMBERED)


def destroy(owner: UUID) -> None:
    """Delete a key: whatever it sealed, in backups too, can never be opened again."""
    DataKey.objects.filter(owner=owner).delete()
    _remembered.drop(owner)
    transaction.on_commit(partial(_remembered.drop, owner))
