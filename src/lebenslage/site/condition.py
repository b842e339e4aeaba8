"""In which condition the database of this installation is. Nothing is made or changed by looking."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from lebenslage.files.keys import FileKeys, port
from lebenslage.files.problems import MasterKeyUnreadable
from lebenslage.site.jobs import given_up
from lebenslage.site.presence import number_present
from lebenslage.site.roles import fault_of_role


@dataclass(frozen=True, slots=True)
class Condition:
    """What was found. Where the tables are not all there, the rest is not looked at."""

    reason: str = ""
    open_migrations: int = 0
    role: str = ""
    key_fault: str = ""
    workers: int = 0
    given_up: int = 0


def absent() -> bool:
    """Whether this is a SQLite that nobody has made yet: looking at it would make it."""
    name = str(connection.settings_dict["NAME"])
    return connection.vendor == "sqlite" and "memory" not in name and not Path(name).exists()


def condition() -> Condition:
    """Look at the database: can it be reached, are its tables all there, does its second lock hold, who works on it."""
    try:
        plan = MigrationExecutor(connection)
        steps = len(plan.migration_plan(plan.loader.graph.leaf_nodes()))
        if steps:
            return Condition(open_migrations=steps)
        return Condition(role=fault_of_role(), key_fault=_key_fault(), workers=number_present(), given_up=given_up())
    except DatabaseError as error:
        return Condition(reason=type(error).__name__)


def _key_fault() -> str:
    """Where the master key cannot be read, which place; a key file that is not there yet is made on first use."""
    try:
        keys = port()
        if not isinstance(keys, FileKeys) or keys.path.exists():
            keys.masters()
    except MasterKeyUnreadable as problem:
        return str(problem.details["place"])
    return ""
