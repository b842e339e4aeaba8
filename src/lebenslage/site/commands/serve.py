"""`lebenslage serve`: the web server, with the settings of the environment.

Each thread that answers keeps a connection to the database of its own: two workers with two threads make at most four, and
`lebenslage worker` two more. More threads only wait for one another (docs/performance.md). A worker process that dies is started anew;
where it dies twice within five seconds the server ends, and the machine starts it again (systemd: `Restart=always`).
"""

import importlib
import os
import sys

import click
from django.core.exceptions import ImproperlyConfigured

from lebenslage.site.commands.examples_in_help import WithExamples
from lebenslage.site.commands.refusal import Refusal

HOST, PORT, WORKERS, THREADS = "127.0.0.1", 8000, 2, 2
APPLICATION, SETTINGS = "lebenslage.site.wsgi:application", "lebenslage.site.settings"

port_option = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT,
    show_default=True,
    envvar="PORT",
    help="Port on this machine (environment: PORT).",
)


def port_asked() -> int:
    """The port of the environment, or the usual one."""
    given = os.environ.get("PORT", "")
    return int(given) if given.isdigit() else PORT


def fault_of_settings() -> str:
    """The plain sentence about what is wrong with the environment; empty where nothing is."""
    try:
        importlib.import_module(SETTINGS)
    except ImproperlyConfigured as error:
        return str(error)
    return ""


def server_words(port: int) -> list[str]:
    """What our interpreter is told to run."""
    size = ["--workers", str(WORKERS), "--respawn-failed-workers", "--respawn-interval", "0.5", "--blocking-threads", str(THREADS)]
    return ["-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port), *size, APPLICATION]


def become_server(port: int) -> None:
    """Replace this process by the web server, which listens on this machine only: a proxy with a certificate stands in front."""
    fault = fault_of_settings()
    if fault:
        raise Refusal(fault)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *server_words(port)])  # noqa: S606 - our own interpreter, no shell


@click.command(
    "serve",
    cls=WithExamples,
    examples=(
        "LEBENSLAGE_SECRET_KEY=... lebenslage serve",
        "LEBENSLAGE_SECRET_KEY=... PORT=8080 lebenslage serve",
    ),
)
@port_option
def command(*, port: int) -> None:
    """Serve the pages at 127.0.0.1. Settings come from environment variables; `lebenslage demo` needs none."""
    become_server(port)
