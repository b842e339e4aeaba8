"""`lebenslage migrate`: bring the database to where this version wants it."""

from __future__ import annotations

import importlib

import click
from django.core.management import call_command

from lebenslage.site.commands.django_ready import ready
from lebenslage.site.commands.examples_in_help import WithExamples
from lebenslage.site.roles import as_owner, grant

PUBLISHING = "lebenslage.site.publishing"


@click.command(
    "migrate",
    cls=WithExamples,
    examples=(
        "lebenslage migrate",
        "DATABASE_URL=postgresql://web@db/lebenslage DATABASE_OWNER_URL=postgresql://owner@db/lebenslage lebenslage migrate",
    ),
)
def command() -> None:
    """Make or change the tables, grant the web its rights, and publish the services of this version.

    Run it after each update. With DATABASE_OWNER_URL the tables belong to that role, and the role of DATABASE_URL only works with them:
    on PostgreSQL row-level security holds in no other way. Running it twice does nothing twice.
    """
    ready()
    migrate()
    importlib.import_module(PUBLISHING).publish_services()


def migrate() -> None:
    """Tables and rights, without a word."""
    with as_owner():
        call_command("migrate", verbosity=0, interactive=False)
    grant()
