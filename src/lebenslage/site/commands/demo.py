"""`lebenslage demo`: try it on this machine, without any setting."""

import os
import secrets

import click

from lebenslage.site.commands.examples_in_help import WithExamples
from lebenslage.site.commands.serve import HOST, become_server, port_option

DEMO_MONTH = "2026-11-01"


@click.command(
    "demo",
    cls=WithExamples,
    examples=(
        "lebenslage demo",
        "lebenslage demo --port 8080",
    ),
)
@port_option
def command(*, port: int) -> None:
    """Serve the pages for trying out: with a random secret key and for November 2026, whatever the clock says."""
    os.environ.setdefault("LEBENSLAGE_SECRET_KEY", secrets.token_urlsafe(50))
    os.environ.setdefault("LEBENSLAGE_ON", DEMO_MONTH)
    click.echo(f"Lebenslage: http://{HOST}:{port}  (Ctrl+C ends it)")
    become_server(port)
