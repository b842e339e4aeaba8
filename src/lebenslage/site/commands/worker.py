"""`lebenslage worker`: prints and sends what the pages leave to it."""

from __future__ import annotations

import importlib
import os
from typing import Final

import click

from lebenslage.site.commands.django_ready import ready
from lebenslage.site.commands.examples_in_help import WithExamples

WORKING = "lebenslage.site.working"
# Whoever waits for a page goes before whoever waits for a paper.
STEPS_BACK: Final = 10


@click.command(
    "worker",
    cls=WithExamples,
    examples=(
        "lebenslage worker",
        "lebenslage worker --until-empty",
    ),
)
@click.option("--until-empty", is_flag=True, help="Do what is there and end, instead of waiting for more.")
@click.option("--interval", type=click.FloatRange(min=0), default=0.5, show_default=True, help="Seconds between two looks for work.")
def command(*, until_empty: bool, interval: float) -> None:
    """Do the background work: receipts, notices, and the chores that are due. Start as many as you like, on as many machines.

    A worker that dies, however hard, loses nothing: another one, or the next one, takes over what it had begun.
    """
    os.nice(STEPS_BACK)
    ready()
    importlib.import_module(WORKING).work(until_empty=until_empty, interval=interval)
