"""Two tabs at once: the later answer holds, both are in the history, and a key is made once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from lebenslage.files import keys
from lebenslage.files.keys import data_key
from lebenslage.journal.actions import RESIDENT
from lebenslage.residents.actions import answer, open_vault
from lebenslage.residents.queries import history

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TABS = 6


def at_once[T](step: Callable[[int], T]) -> list[T]:
    """The same step in several connections, all begun at the same moment."""
    ready = Barrier(TABS)

    def run(number: int) -> T:
        try:
            ready.wait(10)
            return step(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(TABS) as pool:
        return list(pool.map(run, range(TABS)))


def test_answers_at_the_same_moment_all_become_history_and_one_holds() -> None:
    vault = open_vault()

    at_once(lambda number: answer(vault, {"haushalt-1-miete": [str(500 + number)]}, by=RESIDENT))

    said = history(vault, "haushalt-1-miete")
    assert sorted(one.typed[0] for one in said) == [str(500 + number) for number in range(TABS)]
    assert [one.until is None for one in said] == [True] + [False] * (TABS - 1)


def test_the_same_answer_at_the_same_moment_is_written_once() -> None:
    vault = open_vault()

    at_once(lambda number: answer(vault, {"haushalt-1-miete": ["500"]}, by=RESIDENT))

    assert len(history(vault, "haushalt-1-miete")) == 1


def test_a_key_asked_for_at_the_same_moment_is_made_once() -> None:
    owner = uuid4()

    def asked(number: int) -> bytes:
        keys.forget()
        return data_key(owner)

    assert len(set(at_once(asked))) == 1
