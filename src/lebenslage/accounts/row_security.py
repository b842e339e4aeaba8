"""Row-level security of PostgreSQL: a second lock behind the queries. SQLite has none; there the managers of `scope.py` hold alone.

The web works under a role that owns no table (`DATABASE_URL`); migrations run as the owner (`DATABASE_OWNER_URL`). Rows open by two
settings of the connection, `lebenslage.authority` and `lebenslage.vault`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import RunPython

TELL = "SELECT set_config('lebenslage.authority', %s, false), set_config('lebenslage.vault', %s, false)"
COLUMNS = ("authority", "vault")
# The open connections that ask for nobody, as far as that is certain.
_served_nobody: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()


def tell_database(connection: BaseDatabaseWrapper, authority: UUID | None, vault: UUID | None) -> None:
    """Say in whose name this connection asks; nothing to do on a database without row-level security.

    A connection that is not open yet is told when it opens (`scope.on_new_connection`).
    """
    if connection.vendor != "postgresql" or connection.connection is None or _broken(connection):
        return
    _served_nobody.pop(connection.connection, None)
    connection.connection.execute(TELL, [str(authority or ""), str(vault or "")])
    # What is said within a transaction is taken back with it: only what was said outside of one is remembered.
    if authority is None and vault is None and not connection.in_atomic_block:
        _served_nobody[connection.connection] = True


def tell_nobody(connection: BaseDatabaseWrapper) -> None:
    """Let this connection ask for nobody; a connection that was told so last, outside of a transaction, need not be told again."""
    if connection.connection not in _served_nobody:
        tell_database(connection, None, None)


def _broken(connection: BaseDatabaseWrapper) -> bool:
    """Whether the transaction has failed: it is rolled back, and the settings made in it with it."""
    raw = connection.connection
    return connection.needs_rollback or raw.closed or raw.info.transaction_status.name == "INERROR"


def protect(table: str, *columns: str, append_only: bool = False) -> RunPython:
    """A step of a migration: rows of a table open by these columns alone. `append_only` forbids changing and deleting on every database."""
    return RunPython(_protecting(table, columns, append_only=append_only), RunPython.noop)


def _protecting(table: str, columns: tuple[str, ...], *, append_only: bool) -> Callable[[Any, Any], None]:
    def run(apps: Any, schema_editor: Any) -> None:
        postgres = schema_editor.connection.vendor == "postgresql"
        statements = _row_level(table, columns) if postgres and columns else []
        statements += (_append_only_postgres if postgres else _append_only_sqlite)(table) if append_only else []
        for statement in statements:
            schema_editor.execute(statement)

    return run


def ask_once(table: str, *columns: str) -> RunPython:
    """A step of a migration: the lock of a table that is read by the thousand looks at the settings once a query, not once a row."""

    def run(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            opens = _opens(columns, "(SELECT {})")
            schema_editor.execute(f'ALTER POLICY mine ON "{table}" USING ({opens}) WITH CHECK ({opens})')

    return RunPython(run, RunPython.noop)


def _opens(columns: tuple[str, ...], asked: str) -> str:
    setting = "nullif(current_setting('lebenslage.{}', true), '')::uuid"
    return " OR ".join(f"{column}_id = {asked.format(setting.format(column))}" for column in columns)


def _row_level(table: str, columns: tuple[str, ...]) -> list[str]:
    opens = _opens(columns, "{}")
    return [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'CREATE POLICY mine ON "{table}" USING ({opens}) WITH CHECK ({opens})',
    ]


def _append_only_postgres(table: str) -> list[str]:
    return [
        """CREATE OR REPLACE FUNCTION lebenslage_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$""",
        f'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION lebenslage_append_only()',
    ]


def _append_only_sqlite(table: str) -> list[str]:
    return [
        f"""CREATE TRIGGER "{table}_no_{verb.lower()}" BEFORE {verb} ON "{table}"
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
        for verb in ("UPDATE", "DELETE")
    ]
