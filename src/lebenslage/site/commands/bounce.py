"""`lebenslage bounce`: a mail came back."""

from __future__ import annotations

import importlib
from typing import Any, Final

import click

from lebenslage.site.commands.django_ready import ready
from lebenslage.site.commands.examples_in_help import WithExamples

BOUNCES, MAILING = "lebenslage.contact.bounces", "lebenslage.contact.mailing"
LARGEST: Final = 2 * 1024 * 1024


@click.command(
    "bounce",
    cls=WithExamples,
    examples=(
        "lebenslage bounce < message.eml",
        "lebenslage bounce --recipient lebenslage+0f3c@example.org < message.eml",
    ),
)
@click.option("--recipient", default="", help="To whom the message was delivered, where the mail server knows it.")
@click.argument("message", type=click.File("rb"), default="-")
def command(message: Any, recipient: str) -> None:
    """Read what a mail server sent back, note that the mail did not arrive, and write no more to that address.

    Let the mail server pipe into it whatever comes to the sender of our mails with a plus (name+token@host). What is no bounce, or none of
    ours, is left alone. Nothing is printed of what the message holds.
    """
    ready()
    click.echo(noted(message.read(LARGEST), recipient))


def noted(raw: bytes, recipient: str = "") -> str:
    """What became of a message, in a sentence."""
    bounce = importlib.import_module(BOUNCES).read(raw, recipient)
    if bounce.cause is None:
        return "Nothing to do: this says of no mail that it will not arrive."
    if not importlib.import_module(MAILING).bounced(bounce.token, bounce.cause):
        return "Nothing to do: this is none of our mails."
    return "Noted: the mail did not arrive."
