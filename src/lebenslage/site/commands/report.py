"""`lebenslage report`: a social report from files alone, as it may be published: PDF, page, and the data beside it."""

from __future__ import annotations

import importlib
import json
import os
import secrets
import tempfile
from pathlib import Path
from typing import Any

import click

from lebenslage.site.commands.atlas_progress import bars
from lebenslage.site.commands.clock import today
from lebenslage.site.commands.django_ready import ready
from lebenslage.site.commands.layout import heading, points
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command(
    "report",
    cls=Spoken,
    examples=(
        "lebenslage report quarters.gpkg --out report --figures figures_2026.csv",
        "lebenslage report quarters.geojson --out report --figures 2024-12-31=then.csv --figures 2026-12-31=now.csv --town Ahornstedt",
    ),
)
@click.argument("areaset", metavar="AREASET", type=FILE)
@click.option("--out", "folder", required=True, type=FOLDER, help="The folder for the report; made where it is missing.")
@click.option(
    "--figures", "tables", multiple=True, required=True, metavar="[DATE=]FILE", help="A table, an area a row. A year in its name will do."
)
@click.option("--key", default="key", show_default=True, metavar="COL", help="Column with the key of the area, in all files.")
@click.option("--name", default="name", show_default=True, metavar="COL", help="Column with the name of the area.")
@click.option("--town", default="", metavar="NAME", help="The name of the town.")
@click.option("--title", default="", metavar="TITLE", help="The title of the report.")
@click.option("--source", default="", metavar="TEXT", help="Where the figures come from, as it stands in the report.")
@json_option
@language_option
def command(areaset: Path, folder: Path, *, as_json: bool, language: str, **asked: Any) -> None:
    """Make a social report of the areas of AREASET (GeoPackage, GeoJSON, Shapefile) and of tables of figures.

    Columns are known by their headings (`lebenslage demo` shows the list under Daten); small counts, and what would tell them, are hidden
    as in a town's own report. The report speaks German.
    """
    _ready()
    making = importlib.import_module("lebenslage.site.commands.report_files")
    with bars(hidden=as_json) as progress:
        made = making.written(making.Asked(areaset, folder, on=today(), **asked), progress)
    if as_json:
        click.echo(json.dumps(made.plain(), ensure_ascii=False, indent=2))
    else:
        words = speech(language)
        lines = [words("cli", "report", "made", indicators=made.indicators, areas=made.areas, hidden=made.hidden), *map(str, made.files)]
        unknown = [words("cli", "report", "unknown", names=", ".join(made.unknown))] if made.unknown else []
        click.echo("\n".join([*heading(lines[0]), *points(lines[1:]), *unknown, *made.left_out]))


def _ready() -> None:
    """Django with the settings of the environment, or with none: nothing is read from a database."""
    os.environ.setdefault("LEBENSLAGE_SECRET_KEY", secrets.token_hex(32))
    os.environ.setdefault("LEBENSLAGE_DATA", tempfile.gettempdir())
    ready()
