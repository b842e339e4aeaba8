"""`lebenslage practice`: the files of an invented town, for a day of practice. docs/planning-course.md is the course."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from lebenslage.site.commands.atlas_tour_town import write_town
from lebenslage.site.commands.examples_in_help import WithExamples

README: Final = "README.md"
TEXT: Final = Path(__file__).with_name("practice_readme.md")


@click.command("practice", cls=WithExamples, examples=("lebenslage practice ahornstedt", "lebenslage practice ahornstedt --seed 27 --json"))
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option("--seed", type=click.IntRange(min=0), default=27, show_default=True, help="The same seed gives the same town.")
@click.option("--json", "as_json", is_flag=True, help="Say which files there are as JSON.")
def command(out: Path, *, seed: int, as_json: bool) -> None:
    """Write the files of Ahornstedt, an invented town of 27 quarters, into the folder OUT, with a README of what is what.

    Nothing in it is measured. A folder that already holds something else is left as it is.
    """
    files = practice_files(out, seed)
    if as_json:
        click.echo(json.dumps({"folder": str(out), "seed": seed, "files": files}, ensure_ascii=False, indent=2))
        return
    for name, size in files.items():
        click.echo(f"{name:<18} {size:>9,} bytes")
    click.echo(f"\nRead {out / README} first; the course of one day is docs/planning-course.md.")


def practice_files(out: Path, seed: int) -> Mapping[str, int]:
    """Write the files; returns their sizes by name. Raises click.BadParameter where the folder holds something else."""
    if out.is_dir() and any(out.iterdir()) and not (out / README).is_file():
        raise click.BadParameter(f"{out} is not empty: please name a new folder.", param_hint="OUT")
    out.mkdir(parents=True, exist_ok=True)
    write_town(out, seed)
    (out / README).write_text(TEXT.read_text(encoding="utf8").replace("{seed}", str(seed)), encoding="utf8")
    return {file.name: file.stat().st_size for file in sorted(out.iterdir())}
