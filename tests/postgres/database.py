"""The database of the tests: on SQLite made by Django in memory; on PostgreSQL made by the owner, used by a role that owns nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections
from django.test.utils import setup_databases, teardown_databases

from lebenslage.site.commands.migrate import migrate
from lebenslage.site.commands.trial_postgres import WEB
from lebenslage.site.roles import as_owner, instead

TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


@contextmanager
def on_postgres() -> Iterator[None]:
    """Tables and rights as `lebenslage migrate` makes them; to empty tables between tests is a right of tests alone."""
    migrate()
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"GRANT TRUNCATE ON ALL TABLES IN SCHEMA public TO {WEB}")
    yield
    connections.close_all()


@contextmanager
def on_sqlite() -> Iterator[None]:
    """Tables in memory. A test that commits leaves lines in the journal, which nobody may delete: emptying sets its triggers aside."""
    config = setup_databases(verbosity=0, interactive=False, serialized_aliases=())
    emptying = connection.ops.sql_flush

    def sql_flush(*arguments: Any, **more: Any) -> list[str]:
        with connection.cursor() as cursor:
            triggers = cursor.execute(TRIGGERS).fetchall()
        return [*(f'DROP TRIGGER "{name}"' for name, _ in triggers), *emptying(*arguments, **more), *(text for _, text in triggers)]

    connection.ops.sql_flush = sql_flush
    yield
    teardown_databases(config, verbosity=0)


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
