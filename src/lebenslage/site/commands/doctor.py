"""`lebenslage doctor`: is this installation complete?"""

import json
from dataclasses import asdict

import click

from lebenslage.site.commands.checks import examine
from lebenslage.site.commands.finding import Finding
from lebenslage.site.commands.layout import points
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech

INCOMPLETE = 1


@click.command(
    "doctor",
    cls=Spoken,
    examples=(
        "lebenslage doctor",
        "lebenslage doctor --json",
    ),
)
@json_option
@language_option
@click.pass_context
def command(ctx: click.Context, *, as_json: bool, language: str) -> None:
    """Check Python, packages, texts, dated figures, static files and the database, and say what is missing.

    Exit code 1 where something is missing that is needed. Nothing is changed, nobody is asked over the network.
    """
    words = speech(language)
    findings = list(examine(words))
    well = all(finding.good for finding in findings if finding.needed)
    if as_json:
        click.echo(json.dumps({"well": well, "findings": [asdict(finding) for finding in findings]}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(points(f"{_mark(finding)} {finding.sentence}" for finding in findings)))
        click.echo("\n" + words("cli", "doctor", "well" if well else "unwell"))
    ctx.exit(0 if well else INCOMPLETE)


def _mark(finding: Finding) -> str:
    if finding.good:
        return "✓"
    return "✗" if finding.needed else "○"
