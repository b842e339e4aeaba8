"""Who may do what in PostgreSQL: the owner makes tables, the web reads and writes rows, and the journal only grows.

Row-level security does not hold for the owner of a table, nor for a superuser; `fault_of_role` says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

WEB, OWNER = "default", "owner"
APPEND_ONLY, READ_ONLY = ("journal_entry",), ("django_migrations",)

GRANTS: Final = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}",
    *(f"REVOKE UPDATE, DELETE ON {table} FROM {{role}}" for table in APPEND_ONLY),
    *(f"REVOKE INSERT, UPDATE, DELETE ON {table} FROM {{role}}" for table in READ_ONLY),
)
OWNS: Final = """
    SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'public' AND relkind = 'r' AND pg_has_role(current_user, relowner, 'MEMBER')
"""
ABOVE_THE_LAW: Final = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"


@contextmanager
def as_owner() -> Iterator[None]:
    """Be the owner of the tables until the block ends, where there is one beside the web: migrations of others know one database only."""
    if OWNER not in connections.settings:
        yield
        return
    with instead(connections[OWNER].copy(WEB)):
        yield


@contextmanager
def instead(other: BaseDatabaseWrapper) -> Iterator[None]:
    """Let this thread work on another connection until the block ends."""
    web = connections[WEB]
    connections[WEB] = other
    try:
        yield
    finally:
        other.close()
        connections[WEB] = web


def grant() -> None:
    """Let the web's role work with the owner's tables; nothing to do where both are one, or where roles are unknown."""
    web = connections[WEB]
    if web.vendor != "postgresql":
        return
    role = str(_one(web, "SELECT current_user"))
    with as_owner(), connections[WEB].cursor() as cursor:
        if role == _one(connections[WEB], "SELECT current_user"):
            return
        for statement in GRANTS:
            cursor.execute(sql.SQL(statement).format(role=sql.Identifier(role)))


def fault_of_role() -> str:
    """Why row-level security would not hold for the web: `superuser`, `owner`, or empty where it holds. SQLite has none to hold."""
    web = connections[WEB]
    if web.vendor != "postgresql":
        return ""
    if _one(web, ABOVE_THE_LAW):
        return "superuser"
    return "owner" if _one(web, OWNS) else ""


def _one(connection: BaseDatabaseWrapper, statement: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row: tuple[object, ...] = cursor.fetchone()
    return row[0]
