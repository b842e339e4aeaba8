"""`lebenslage docs`: the documents that are written from the law, and whether they still fit."""

from collections.abc import Mapping
from pathlib import Path

import click

from lebenslage.site.commands.atlas_recipes_book import recipes_book
from lebenslage.site.commands.atlas_tour import atlas_tour, berlin_chapter
from lebenslage.site.commands.handbook import handbook
from lebenslage.site.commands.household_manual import manual
from lebenslage.site.commands.library_tour import library_tour
from lebenslage.site.commands.speech import Spoken, language_option, speech

STALE = 1
WRITTEN_BY_HAND = frozenset({"law/corrections.md"})


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
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Data of Berlin: writes that chapter of the atlas too."
)
@language_option
@click.pass_context
def command(ctx: click.Context, *, check: bool, folder: Path, data: Path | None, language: str) -> None:
    """Write the generated documents again.

    They are the manual of the household file (German), the tour of the library, the recipes of indices, the
    tour of the atlas, the handbook of the law.
    """
    words = speech(language)
    fresh = {**documents(), **(berlin_chapter(data) if data else {})}
    stale = [folder / name for name, text in fresh.items() if _read(folder / name) != text]
    gone = [path for path in sorted((folder / "law").glob("*.md")) if str(path.relative_to(folder)) not in fresh.keys() | WRITTEN_BY_HAND]
    for path in (*stale, *gone):
        if check:
            click.echo(words("cli", "stale", file=path), err=True)
        else:
            _write(path, fresh.get(str(path.relative_to(folder))))
            click.echo(path)
    ctx.exit(STALE if check and (stale or gone) else 0)


def documents() -> Mapping[str, str]:
    """Every generated document by its name below the folder, with what stands in it."""
    return {
        "household.md": manual(speech("de")),
        "library.md": library_tour(),
        "atlas-recipes.md": recipes_book(),
        **atlas_tour(),
        **handbook(speech("en")),
    }


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf8") if path.exists() else None


def _write(path: Path, text: str | None) -> None:
    """Write a document; a page of the handbook whose folder is gone goes too."""
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf8")
