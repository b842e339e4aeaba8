"""What happens by itself, and how often. Each chore may run twice, or in two workers at once, without harm."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from threading import Event, Thread
from typing import Any, Final

from django.core.management import call_command
from django.db import close_old_connections, connection

from lebenslage.bridge.naming import name_all_quarters
from lebenslage.contact.mailing import clear_envelopes
from lebenslage.feeds.actions import fetch_all
from lebenslage.files.actions import scan_waiting
from lebenslage.journal.clock import now
from lebenslage.neighbours.actions import sweep as sweep_boards
from lebenslage.portal.offers.mailing import write_to_owners
from lebenslage.residents.actions import sweep
from lebenslage.site.jobs import clear, reap, retry
from lebenslage.site.mailing import tell_operator
from lebenslage.site.publishing import publish_counts
from lebenslage.site.wanted import simulate_wanted

SECOND, MINUTE, HOUR, DAY = 1, 60, 3600, 24 * 3600
TICK: Final = 2 * SECOND
CHORES: Final[Mapping[Callable[[], object], int]] = {
    reap: 5 * SECOND,
    retry: 5 * SECOND,
    scan_waiting: MINUTE,
    simulate_wanted: 5 * SECOND,
    lambda: sweep(now()): HOUR,
    lambda: sweep_boards(now()): HOUR,
    name_all_quarters: HOUR,
    publish_counts: DAY,
    fetch_all: DAY,
    tell_operator: HOUR,
    clear_envelopes: DAY,
    write_to_owners: 10 * MINUTE,
    clear: DAY,
    lambda: call_command("clearsessions"): DAY,
}
log = logging.getLogger(__name__)


class Housekeeping(Thread):
    """Does the chores beside a worker, on a connection of its own, until it is told to stop. A chore that fails is said and tried again."""

    def __init__(self, chores: Mapping[Callable[[], object], int] = CHORES) -> None:
        """Every chore is due at once: what an earlier worker left is found first."""
        super().__init__(daemon=True, name="housekeeping")
        self.due: dict[Callable[[], object], float] = dict.fromkeys(chores, 0.0)
        self.chores = chores
        self.stopped = Event()

    def run(self) -> None:
        while not self.stopped.wait(0 if self._first() else TICK):
            self.do_what_is_due()
        connection.close()

    def do_what_is_due(self) -> None:
        """One round."""
        close_old_connections()
        for chore, interval in self.chores.items():
            if time.monotonic() >= self.due[chore]:
                self.due[chore] = time.monotonic() + interval
                _done(chore)

    def _first(self) -> bool:
        return not any(self.due.values())

    def __enter__(self) -> None:
        """Begin."""
        self.start()

    def __exit__(self, *error: Any) -> None:
        """Stop and wait for the chore in hand."""
        self.stopped.set()
        self.join()


def _done(chore: Callable[[], object]) -> None:
    try:
        chore()
    except Exception:
        log.exception("A chore failed; it is tried again later.")
