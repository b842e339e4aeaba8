"""`lebenslage demo`: try it on this machine, without any setting: an invented town with its people, its office and its planners."""

from __future__ import annotations

import importlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from lebenslage.site.commands.django_ready import ready
from lebenslage.site.commands.examples_in_help import WithExamples
from lebenslage.site.commands.migrate import migrate
from lebenslage.site.commands.serve import HOST, port_option, server_words

DEMO_DAY: Final = "2026-11-16"
FOLDER: Final = "lebenslage-demo"
PLAY, TOWN = "lebenslage.site.demonstration.play", "lebenslage.site.demonstration.town"
READY, KEY = "ready", "secret.key"


@click.command(
    "demo",
    cls=WithExamples,
    examples=(
        "lebenslage demo",
        "lebenslage demo --port 8080",
        "lebenslage demo --fresh",
        "lebenslage demo --code",
    ),
)
@port_option
@click.option("--fresh", is_flag=True, help="Forget what was tried out and play the town again.")
@click.option("--code", is_flag=True, help="Print the one-time code with which staff sign in now, and end.")
@click.option("--no-serve", is_flag=True, help="Only make the town ready.")
def command(*, port: int, fresh: bool, code: bool, no_serve: bool) -> None:
    """Serve an invented town for trying out, on 16 November 2026 whatever the clock says. Its data lie in `lebenslage-demo`."""
    folder = Path(os.environ.setdefault("LEBENSLAGE_DATA", FOLDER)).absolute()
    if code:
        _surroundings(folder)
        click.echo(importlib.import_module(TOWN).code_now())
        return
    if fresh or not (folder / READY).exists():
        shutil.rmtree(folder, ignore_errors=True)
        _surroundings(folder)
        _play(folder)
    else:
        _surroundings(folder)
    click.echo("\n".join(_welcome(folder, port)))
    if not no_serve:
        _serve(port)


def _surroundings(folder: Path) -> None:
    """The settings of a demonstration: a key of its own that stays with its data, and the fixed day."""
    folder.mkdir(parents=True, exist_ok=True)
    key = folder / KEY
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(50), encoding="ascii")
    os.environ.setdefault("LEBENSLAGE_SECRET_KEY", key.read_text(encoding="ascii"))
    os.environ.setdefault("LEBENSLAGE_ON", DEMO_DAY)
    ready()


def _play(folder: Path) -> None:
    """Play the town; it counts as ready only when the last day is over."""
    migrate()
    play: Any = importlib.import_module(PLAY)
    with click.progressbar(play.played(), length=play.LENGTH, label="Making an invented town", file=sys.stderr) as people:
        for _ in people:
            pass
    (folder / READY).write_text("\n".join(play.ways_in()), encoding="utf8")


def _welcome(folder: Path, port: int) -> Sequence[str]:
    """Where to look, and as whom."""
    return [
        f"Lebenslage: http://{HOST}:{port}/  (office: /amt/, planning: /planung/)",
        *(folder / READY).read_text(encoding="utf8").splitlines(),
        "Everything and everybody is invented. Ctrl+C ends it; --fresh begins again.",
    ]


def _serve(port: int) -> None:
    """Web server and worker until one of them, or the person at the keyboard, ends it."""
    words = (["-m", "lebenslage.site.commands", "worker"], server_words(port))
    running = [subprocess.Popen([sys.executable, *one]) for one in words]  # noqa: S603 - our own interpreter, no shell
    signal.signal(signal.SIGTERM, _end)
    try:
        running[-1].wait()
    except KeyboardInterrupt:
        click.echo()
    finally:
        for one in running:
            one.terminate()
        for one in running:
            one.wait()


def _end(number: int, frame: object) -> None:
    raise KeyboardInterrupt
