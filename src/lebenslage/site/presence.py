"""Who of the workers is alive. A worker holds a lock for as long as it lives; whoever gets the lock knows that it is gone.

The lock falls with the process, whatever ends it: on PostgreSQL it is an advisory lock of a session of its own, so that workers on several
machines know of each other; on SQLite it is a lock on a file in the data directory.
"""

from __future__ import annotations

import fcntl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

# The first of the two numbers of PostgreSQL's advisory locks: what the second one is about.
WORKERS: Final = 0x1EBE
HOLD: Final = "SELECT pg_advisory_lock(%s, %s)"
TRY: Final = "SELECT pg_try_advisory_lock(%s, %s)"
RELEASE: Final = "SELECT pg_advisory_unlock(%s, %s)"
COUNT: Final = "SELECT count(DISTINCT objid) FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND granted"


@contextmanager
def present(worker: str) -> Iterator[None]:
    """Be there as this worker until the block, or the process, ends."""
    with _session_lock(worker) if connection.vendor == "postgresql" else _file_lock(worker):
        yield


def gone(worker: str) -> bool:
    """Whether nobody is there any more as this worker."""
    if connection.vendor != "postgresql":
        return not _held(_file(worker))
    with connection.cursor() as cursor:
        cursor.execute(TRY, [WORKERS, _number(worker)])
        free = bool(cursor.fetchone()[0])
        if free:
            cursor.execute(RELEASE, [WORKERS, _number(worker)])
    return free


def number_present() -> int:
    """How many workers are there."""
    if connection.vendor != "postgresql":
        return sum(_held(file) for file in _folder().glob("*.lock"))
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [WORKERS])
        return int(cursor.fetchone()[0])


@contextmanager
def _session_lock(worker: str) -> Iterator[None]:
    session = connection.copy()
    try:
        with session.cursor() as cursor:
            cursor.execute(HOLD, [WORKERS, _number(worker)])
        yield
    finally:
        session.close()


def _number(worker: str) -> int:
    """A signed number of 32 bits, as PostgreSQL wants it."""
    return zlib.crc32(worker.encode()) - 2**31


@contextmanager
def _file_lock(worker: str) -> Iterator[None]:
    file = _file(worker)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
        file.unlink(missing_ok=True)


def _held(file: Path) -> bool:
    if not file.exists():
        return False
    with file.open("r") as tried:
        try:
            fcntl.flock(tried, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _folder() -> Path:
    return Path(settings.DATA_DIRECTORY) / "workers"


def _file(worker: str) -> Path:
    return _folder() / f"{worker}.lock"
