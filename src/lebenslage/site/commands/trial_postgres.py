"""A PostgreSQL of one's own, for measurements and tests: a cluster in a temporary folder, reached by a socket, thrown away afterwards.

It has an owner of the tables and `lebenslage_web`, who owns nothing: row-level security holds for nobody else.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

import psycopg

SUPERUSER, OWNER, WEB = "postgres", "lebenslage_owner", "lebenslage_web"
DEBIAN: Final = "lib/postgresql/*/bin"
DATA: Final = "data"
# Nothing here outlives a fall of the machine, so nothing is forced to the disk.
CARELESS: Final = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off", "jit": "off"}
PATIENCE_SECONDS: Final = 30
# The server ends with us, however we end: then nobody holds the other end of its input.
WITH_US: Final = '"$@" & read -r _; kill -QUIT $!; wait'


class NoPostgres(Exception):
    """The programs of PostgreSQL are not on this machine."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running PostgreSQL in a folder."""

    folder: Path

    def address(self, role: str, database: str) -> str:
        """The address of a database, as `DATABASE_URL` has it."""
        return f"postgresql://{role}@{quote(str(self.folder), safe='')}/{database}"

    def environment(self, database: str) -> Mapping[str, str]:
        """The two variables under which the house uses a database: as the web, and as the owner of its tables."""
        return {"DATABASE_URL": self.address(WEB, database), "DATABASE_OWNER_URL": self.address(OWNER, database)}

    def create(self, database: str, *, like: str = "template0") -> Mapping[str, str]:
        """Make an empty database, or a copy of another one, and return its environment."""
        self.run(f'CREATE DATABASE "{database}" OWNER {OWNER} TEMPLATE "{like}"')
        return self.environment(database)

    def save(self, target: Path) -> None:
        """Copy everything that is in it to a folder, from which `cluster(like=...)` begins. Nobody may be writing."""
        self.run("CHECKPOINT")
        copy(self.folder / DATA, target)
        (target / "postmaster.pid").unlink()

    def run(self, statement: str, *, database: str = "postgres") -> None:
        """Run one statement as superuser."""
        with psycopg.connect(self.address(SUPERUSER, database), autocommit=True) as connection:
            connection.execute(statement.encode())


def programs() -> Path:
    """The folder of `initdb` and `postgres`. Raises NoPostgres."""
    found = sorted(Path("/usr").glob(DEBIAN), key=lambda folder: float(folder.parent.name))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise NoPostgres("PostgreSQL is missing: please install it (on Debian: sudo apt-get install postgresql).")
    return found[-1] if found else Path(on_path or "").resolve().parent


def copy(source: Path, target: Path) -> None:
    """Copy a folder with the owners of its files: the server reads only what is its own."""
    subprocess.run(["/bin/cp", "-a", source, target], check=True)  # noqa: S603 - our own folders


@contextmanager
def cluster(*, durable: bool = False, like: Path | None = None) -> Iterator[Cluster]:
    """A cluster until the block ends: empty, or as a saved one was. `durable` writes to the disk as a real one does. Raises NoPostgres."""
    with tempfile.TemporaryDirectory(prefix="lebenslage-pg-", ignore_cleanup_errors=True) as name:
        folder, user = Path(name), _server_user()
        if user is not None:
            os.chown(folder, user, -1)
        copy(like, folder / DATA) if like else _initialise(folder, user)
        server = _start(folder, user, {} if durable else CARELESS)
        try:
            running = _ready(Cluster(folder))
            if not like:
                running.run(f"CREATE ROLE {OWNER} LOGIN; CREATE ROLE {WEB} LOGIN")
            yield running
        finally:
            server.communicate()


def _server_user() -> int | None:
    """PostgreSQL does not run as root: as its own user, or as nobody."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry.pw_uid for entry in pwd.getpwall()}
    return known.get("postgres", known["nobody"])


def _initialise(folder: Path, user: int | None) -> None:
    words: list[str | Path] = [programs() / "initdb", "--pgdata", folder / DATA, "--username", SUPERUSER, "--auth", "trust"]
    locale = ["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
    subprocess.run([*words, *locale], user=user, cwd=folder, check=True, capture_output=True)  # noqa: S603 - PostgreSQL's own


def _start(folder: Path, user: int | None, settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    told = {"unix_socket_directories": str(folder), "listen_addresses": "", "max_connections": "100", **settings}
    words = [word for key, value in told.items() for word in ("-c", f"{key}={value}")]
    together: list[str | Path] = ["/bin/sh", "-c", WITH_US, "postgres", programs() / "postgres", "-D", folder / DATA, *words]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(together, user=user, cwd=folder, stdin=subprocess.PIPE, stdout=log, stderr=log)  # noqa: S603 - PostgreSQL's own


def _ready(one: Cluster) -> Cluster:
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            one.run("SELECT 1")
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise NoPostgres((one.folder / "log").read_text(errors="replace").strip()) from None
            time.sleep(0.05)
        else:
            return one
