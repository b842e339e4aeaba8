"""The database of the tests: on SQLite made by Django in memory; on PostgreSQL made by the owner, used by a role that owns nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections

from lebenslage.site.roles import instead
from tests.postgres.made import sqlite_with_tables

IN_MEMORY = "file:tests?mode=memory&cache=shared"
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


@contextmanager
def on_postgres() -> Iterator[None]:
    """The tables came with the cluster of this process (`tests/settings.py`)."""
    yield
    connections.close_all()


@contextmanager
def on_sqlite() -> Iterator[None]:
    """Tables in memory. A test that commits leaves lines in the journal, which nobody may delete: emptying sets its triggers aside."""
    connection.settings_dict["NAME"] = IN_MEMORY
    connection.ensure_connection()
    with closing(sqlite3.connect(sqlite_with_tables())) as made:
        made.backup(connection.connection)
    emptying = connection.ops.sql_flush

    def sql_flush(*arguments: Any, **more: Any) -> list[str]:
        with connection.cursor() as cursor:
            triggers = cursor.execute(TRIGGERS).fetchall()
        return [*(f'DROP TRIGGER "{name}"' for name, _ in triggers), *emptying(*arguments, **more), *(text for _, text in triggers)]

    connection.ops.sql_flush = sql_flush
    yield


@contextmanager
def on_a_file(folder: Path) -> Iterator[dict[str, str]]:
    """A SQLite that other processes see too, and the environment that leads them to it."""
    name = folder / "lebenslage.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(name)])
    file = connection.copy()
    file.settings_dict["NAME"] = name
    with instead(file):
        yield {"LEBENSLAGE_DATA": str(folder)}
