"""`lebenslage serve`: the web server, with the settings of the environment."""

import importlib
import os
import sys

import click
from django.core.exceptions import ImproperlyConfigured

from lebenslage.site.commands.examples_in_help import WithExamples
from lebenslage.site.commands.refusal import Refusal

HOST, PORT, WORKERS = "127.0.0.1", 8000, 2
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


def become_server(port: int) -> None:
    """Replace this process by the web server, which listens on this machine only: a proxy with a certificate stands in front."""
    fault = fault_of_settings()
    if fault:
        raise Refusal(fault)
    server = ["-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port), "--workers", str(WORKERS), APPLICATION]
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *server])  # noqa: S606 - our own interpreter, no shell


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
