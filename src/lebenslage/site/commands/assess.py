"""`lebenslage assess`: a household file in, its rights out, with the reasons."""

import json
import sys
from pathlib import Path

import click

from lebenslage.benefits.together.law import Law
from lebenslage.kernel.errors import UnreadableFile
from lebenslage.law.household import load_document
from lebenslage.site.commands.answer_as_json import as_document
from lebenslage.site.commands.answer_as_text import as_lines
from lebenslage.site.commands.clock import month_asked, on_option
from lebenslage.site.commands.household_files import read_household
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech

STANDARD_INPUT = "-"


@click.command(
    "assess",
    cls=Spoken,
    examples=(
        "lebenslage assess family.yaml",
        "lebenslage assess family.yaml --on 2026-11 --explain",
        "cat family.json | lebenslage assess - --json --lang en",
    ),
)
@click.argument("household", type=click.Path(path_type=Path, allow_dash=True))
@on_option
@click.option("--explain", is_flag=True, help="Show every step with its value and paragraph.")
@json_option
@language_option
def command(household: Path, given_day: str | None, *, explain: bool, as_json: bool, language: str) -> None:
    """Say what the household in the file HOUSEHOLD has a right to. `-` reads standard input.

    What a household file may hold is described in docs/household.md. Exit code 2 and one sentence where the file has a mistake.
    """
    day = month_asked(given_day)
    results = Law.on(day).assess(read_household(_document(household), day))
    words = speech(language)
    if as_json:
        click.echo(json.dumps(as_document(day, results, words), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(as_lines(day, results, words, explained=explain)))


def _document(path: Path) -> object:
    if str(path) != STANDARD_INPUT:
        return load_document(path)
    try:
        return load_document(sys.stdin.buffer.read().decode("utf8"))
    except UnicodeDecodeError as error:
        raise UnreadableFile(file=STANDARD_INPUT, reason=type(error).__name__) from error
    except UnreadableFile as problem:
        raise UnreadableFile(file=STANDARD_INPUT, reason=problem.details["reason"]) from problem
