"""`lebenslage docs`: the documents that are written from the law, and whether they still fit."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from lebenslage.law.texts import Texts
from lebenslage.site.commands.household_manual import manual
from lebenslage.site.commands.speech import Spoken, language_option, speech

DOCUMENTS: Mapping[str, Callable[[Texts], str]] = {"household.md": manual}
STALE = 1


@click.command(
    "docs",
    cls=Spoken,
    examples=(
        "lebenslage docs",
        "lebenslage docs --check",
    ),
)
@click.option("--check", is_flag=True, help="Change nothing; exit code 1 where a document is out of date.")
@click.option("--dir", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("docs"), show_default=True, help="Folder.")
@language_option
@click.pass_context
def command(ctx: click.Context, *, check: bool, folder: Path, language: str) -> None:
    """Write the generated documents again: the manual of the household file. They are in German."""
    german, words = speech("de"), speech(language)
    stale = False
    for name, write in DOCUMENTS.items():
        path = folder / name
        fresh = write(german)
        if path.exists() and path.read_text(encoding="utf8") == fresh:
            continue
        if check:
            stale = True
            click.echo(words("cli", "stale", file=path), err=True)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(fresh, encoding="utf8")
            click.echo(path)
    ctx.exit(STALE if stale else 0)
