"""In which language a command speaks, and how a problem becomes one plain sentence and exit code 2."""

from pathlib import Path
from typing import Any, Final

import click

from lebenslage import atlas, authorities
from lebenslage.benefits.together.law import TEXT_DIRECTORIES
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES, Texts, texts
from lebenslage.papers.letter import OWN_TEXTS as PAPERS_TEXTS
from lebenslage.site.commands.examples_in_help import WithExamples
from lebenslage.site.commands.refusal import Refusal

OWN_TEXTS: Final = Path(__file__).with_name("texts")
AUTHORITIES_TEXTS: Final = Path(authorities.__file__).with_name("texts")
ALL_TEXTS: Final = (*TEXT_DIRECTORIES, *atlas.TEXT_DIRECTORIES, AUTHORITIES_TEXTS, PAPERS_TEXTS, OWN_TEXTS)

language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default="de",
    show_default=True,
    envvar="LEBENSLAGE_LANG",
    help="Language of the answer: German, plain German, English, plain Dutch.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for programs.")


def speech(language: str) -> Texts:
    """Every sentence that a command may need."""
    return texts(language, *ALL_TEXTS)


class Spoken(WithExamples):
    """A command with a `--lang` option: a problem on the way is said in that language."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Problem as problem:
            raise Refusal(speech(ctx.params["language"]).problem(problem)) from problem
