"""`lebenslage assess`: a household file in, its rights out, with the reasons."""

import json
from pathlib import Path

import click

from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.overview import Overview, Standing, overview
from lebenslage.site.commands.answer_as_json import as_document
from lebenslage.site.commands.answer_as_text import as_lines
from lebenslage.site.commands.clock import month_asked, on_option
from lebenslage.site.commands.household_files import document_at, read_household
from lebenslage.site.commands.problems import NoSuchRight
from lebenslage.site.commands.reforms import compared, figures_of, reform_option
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech

ALL = "*"


@click.command(
    "assess",
    cls=Spoken,
    examples=(
        "lebenslage assess family.yaml",
        "lebenslage assess family.yaml --on 2026-11 --explain wohngeld",
        "lebenslage assess family.yaml --reform kindergeld_satz=300 --reform mindestbetrag=20",
        "cat family.json | lebenslage assess - --json --lang en",
    ),
)
@click.argument("household", type=click.Path(path_type=Path, allow_dash=True))
@on_option
@click.option("--explain", metavar="[RIGHT]", is_flag=False, flag_value=ALL, help="Show every step of a right, or of all that are due.")
@reform_option
@json_option
@language_option
def command(household: Path, given_day: str | None, *, explain: str | None, reform: tuple[str, ...], as_json: bool, language: str) -> None:
    """Say what the household in the file HOUSEHOLD has a right to. `-` reads standard input.

    All rights are looked at at once: each alone, what they do to each other, and which of them are best together.
    What a household file may hold is described in docs/household.md. Exit code 2 and one sentence where the file has a mistake.
    """
    day, words = month_asked(given_day), speech(language)
    law, read = Law.on(day), read_household(document_at(household), day)
    now = overview(law, read)
    found = overview(law.reformed(figures_of(reform)), read) if reform else now
    if as_json:
        click.echo(json.dumps(as_document(law, found, words), ensure_ascii=False, indent=2))
        return
    click.echo("\n".join(as_lines(law, found, words, explained=_explained(found, explain))))
    if reform:
        click.echo("\n".join(compared(now, found, words)))


def _explained(found: Overview, asked: str | None) -> list[str]:
    """The rights whose steps are wanted. Raises NoSuchRight."""
    if asked is None or asked in found.rights:
        return [asked] if asked else []
    if asked != ALL:
        raise NoSuchRight(right=asked, known=sorted(found.rights))
    return [right.id for right in found.rights.values() if right.alone.trail and right.standing not in (Standing.NONE, Standing.NO_TABLE)]
