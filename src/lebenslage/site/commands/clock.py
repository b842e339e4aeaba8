"""The one place where the command line reads the clock."""

from datetime import UTC, date, datetime

import click

from lebenslage.kernel.dates import read_day

MONTH_ONLY = 7

on_option = click.option(
    "--on",
    "given_day",
    metavar="DATE",
    envvar="LEBENSLAGE_ON",
    help="Month of entitlement, as 2026-11-01, 2026-11 or 1.11.2026; the current month without it.",
)


def today() -> date:
    """The day on this machine."""
    return datetime.now(UTC).astimezone().date()


def month_asked(given: str | None) -> date:
    """The first day of the month asked for, or of the current one. Raises UnreadableDate."""
    if given is None:
        return today().replace(day=1)
    whole = f"{given}-01" if len(given) == MONTH_ONLY else given
    return date.fromordinal(read_day(whole)).replace(day=1)
