"""How often something asks the database, the same on SQLite and on PostgreSQL.

    with asking() as asked:
        client.get("/de/")
    assert asked.count <= 12

Two kinds of statement are no question: where a transaction begins and ends, and on PostgreSQL the one in which the house says in whose
name it asks (`row_security.TELL`). The latter is known by its whole text: a `set_config` of anybody else is counted.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection
from django.test.utils import CaptureQueriesContext

from lebenslage.accounts.row_security import TELL

FRAMES = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")
TELLING = re.compile(re.escape(TELL).replace("%s", "'[0-9a-f-]*'"))


@dataclass
class Asked:
    """What a block sent to the database, as soon as it has ended."""

    statements: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many questions there were; `statements` has every journey to the database."""
        return sum(map(is_question, self.statements))


def is_question(statement: str) -> bool:
    """Whether a statement asks or changes data."""
    return not statement.startswith(FRAMES) and not TELLING.fullmatch(statement)


@contextmanager
def asking() -> Iterator[Asked]:
    """Note everything that is sent to the database until the block ends."""
    asked = Asked()
    with CaptureQueriesContext(connection) as captured:
        yield asked
    asked.statements += [one["sql"] for one in captured.captured_queries]
