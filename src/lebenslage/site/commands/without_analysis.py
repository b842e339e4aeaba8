"""What stands in for a command whose packages are not installed: one sentence that says how to get them."""

import click

from lebenslage.site.commands.problems import AnalysisMissing
from lebenslage.site.commands.speech import Spoken, language_option


@click.command("without-analysis", cls=Spoken, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.argument("rest", nargs=-1, type=click.UNPROCESSED)
@language_option
@click.pass_context
def command(ctx: click.Context, rest: tuple[str, ...], *, language: str) -> None:
    """Needs the analysis packages."""
    raise AnalysisMissing(command=ctx.info_name)
