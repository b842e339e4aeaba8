"""What `doctor` looks at where there is a database."""

from __future__ import annotations

from collections.abc import Iterator

from lebenslage.law.texts import Texts
from lebenslage.site.commands.finding import Finding, finding
from lebenslage.site.condition import absent, condition


def examine(words: Texts) -> Iterator[Finding]:
    """Every finding about the database; one alone where it cannot be looked at."""
    if absent():
        yield finding(words, "database", good=False, needed=False, reason="")
        return
    found = condition()
    yield finding(words, "database", not found.reason, reason=found.reason)
    if found.reason:
        return
    yield finding(words, "migrations", not found.open_migrations, number=found.open_migrations)
    if found.open_migrations:
        return
    yield finding(words, "row_security", not found.role, role=found.role)
    yield finding(words, "master_key", not found.key_fault, place=found.key_fault)
    yield finding(words, "worker", found.workers > 0, needed=False, number=found.workers)
    yield finding(words, "tasks", not found.given_up, needed=False, number=found.given_up)
