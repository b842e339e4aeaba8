"""The libraries of others beside ours, in one run: asked in their own environment, or not at all."""

import json
import os
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import click

from lebenslage.site.commands.measuring import Measurement

SCRIPT = Path(__file__).with_name("bench_atlas_peer_jobs.py")
PEERS_PYTHON = "LEBENSLAGE_PEERS_PYTHON"
LONGEST = 900


@cache
def peer(job: str, number: int) -> Mapping[str, Any] | None:
    """What another library takes for a job of a size; None where its environment is not named."""
    asked = click.get_current_context(silent=True)
    python = (asked.params.get("peers") if asked else None) or os.environ.get(PEERS_PYTHON)
    if not python:
        return None
    command = [python, "-W", "ignore", str(SCRIPT), job, str(number)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=LONGEST)  # noqa: S603 - the interpreter that was named
    figures: Mapping[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def beside(what: str, ours: float, theirs: float, *, aim: float | None = None) -> list[Measurement]:
    """Their seconds, and how many times ours: the ratio of one run."""
    return [Measurement(f"{what}: the peer", theirs, "s"), Measurement(f"{what}: times ours", theirs / ours, "x", aim, at_least=True)]
