"""A worker: it takes tasks one after the other, and does the chores beside them."""

from __future__ import annotations

import os
import secrets
import socket

from django.core.management import call_command

from lebenslage.site.presence import present
from lebenslage.site.schedule import Housekeeping

LONGEST_NAME = 24


def work(*, until_empty: bool, interval: float) -> None:
    """Be a worker until a signal ends it, or until there is nothing left to do."""
    name = f"{socket.gethostname()[:LONGEST_NAME]}-{os.getpid()}-{secrets.token_hex(8)}"
    with present(name), Housekeeping():
        call_command(
            "db_worker",
            queue_name="*",
            interval=interval,
            batch=until_empty,
            worker_id=name,
            startup_delay=False,
            reload=False,
            verbosity=0,
        )
