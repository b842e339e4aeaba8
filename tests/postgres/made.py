"""Databases with our tables, made once for each state of the migrations and kept in `var/`: every process of the tests begins with a copy.

To make the tables takes some ten seconds, to copy them less than one.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from lebenslage.site.commands.trial_postgres import WEB, cluster

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "databases"
KEPT_SECONDS: Final = 3600  # another run may still be copying an older state
WHAT_MAKES_TABLES: Final = ("**/migrations/*.py", "**/models.py", "**/models/*.py", "**/row_security.py", "lebenslage/site/**/*.py")
NAME: Final = "lebenslage"
MIGRATE: Final = (
    "from lebenslage.site.commands.django_ready import ready; ready(); from lebenslage.site.commands.migrate import migrate; migrate()"
)


def sqlite_with_tables() -> Path:
    """A SQLite with our tables, to be copied."""

    def make(file: Path) -> None:
        with TemporaryDirectory() as folder:
            _migrate({"LEBENSLAGE_DATA": folder, "DATABASE_URL": "", "DATABASE_OWNER_URL": ""})
            with closing(sqlite3.connect(Path(folder) / "lebenslage.sqlite3")) as made:
                made.execute("VACUUM INTO ?", [str(file)])

    return _once("sqlite", make)


def cluster_with_tables() -> Path:
    """What a PostgreSQL with our tables began with, to be copied; to empty tables between tests is a right of tests alone."""

    def make(folder: Path) -> None:
        with cluster() as running:
            _migrate(running.create(NAME))
            running.run(f"GRANT TRUNCATE ON ALL TABLES IN SCHEMA public TO {WEB}", database=NAME)
            running.save(folder)

    return _once("postgres", make)


def _once(kind: str, make: Callable[[Path], None]) -> Path:
    KEPT.mkdir(parents=True, exist_ok=True)
    made = KEPT / f"{_state()}.{kind}"
    with (KEPT / f"{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            _forget_old(kind)
            unfinished = made.with_suffix(".unfinished")
            make(unfinished)
            unfinished.rename(made)
    return made


def _state() -> str:
    sources = [file for pattern in WHAT_MAKES_TABLES for file in sorted((ROOT / "src").glob(pattern))]
    digest = hashlib.sha256((ROOT / "requirements/dev.txt").read_bytes())
    for file in sources:
        digest.update(str(file).encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _forget_old(kind: str) -> None:
    for old in KEPT.glob(f"*.{kind}"):
        if old.stat().st_mtime < time.time() - KEPT_SECONDS:
            shutil.rmtree(old) if old.is_dir() else old.unlink()


def _migrate(environment: Mapping[str, str]) -> None:
    own = {"DJANGO_SETTINGS_MODULE": "lebenslage.site.settings", "LEBENSLAGE_SECRET_KEY": "to-make-tables-" + "0" * 40}
    told = {**os.environ, **own, **environment}
    subprocess.run([sys.executable, "-c", MIGRATE], env=told, check=True)


if __name__ == "__main__":
    sqlite_with_tables()
    cluster_with_tables()
