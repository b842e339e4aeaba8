"""The command: `python -m tools.plain_words`; CI runs it as `make words`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click
from tools.plain_words.complete import KINDS
from tools.plain_words.house import judged, passive_shares, whole_house
from tools.plain_words.reading import LANGUAGES, read, text_files
from tools.plain_words.rules import RULES


@click.command(
    help="Say which sentences of the house are not plain. Without FILES, every text file of every room, with the lists themselves."
)
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), help="Only this language.")
@click.option("--rule", type=click.Choice([rule.name for rule in RULES]), help="Only this rule.")
@click.option("--list-rules", is_flag=True, help="Say what the rules are and why, and end.")
def main(files: tuple[Path, ...], language: str | None, rule: str | None, list_rules: bool) -> None:
    """Look at the texts, tell what was found, end with 1 if there was something."""
    if list_rules:
        told = [(one.name, ", ".join(one.languages), one.why) for one in RULES] + [
            (name, "the whole house", why) for name, why in KINDS.items()
        ]
        click.echo("\n".join(f"{name:16} {languages:24} {why}" for name, languages, why in told))
        return
    chosen = [file.resolve() for file in files] or text_files()
    texts = [text for file in chosen for text in read(file) if language in (None, text.language)]
    found = judged(texts)[0] if files or language or rule else whole_house(texts)
    found = [one for one in found if rule in (None, one.rule)]
    for one in found:
        click.echo(one)
    shares = ", ".join(f"{name} {share:.1f}" for name, share in passive_shares(texts).items())
    counted = ", ".join(f"{name} {number}" for name, number in Counter(one.rule for one in found).items()) or "nothing"
    click.echo(f"{len(texts)} texts; to mend: {counted}; passives in a hundred sentences: {shares}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
