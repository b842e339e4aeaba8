"""`lebenslage overlay`: poverty and environment laid over each other, and where a heat plan begins."""

import json
from pathlib import Path
from typing import Any

import click

from lebenslage.site.commands.atlas_overlay_run import Asked, columns_of, in_words, laid, summary
from lebenslage.site.commands.atlas_progress import bars
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import ready_to_write, write

A_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "overlay",
    cls=Spoken,
    examples=(
        "lebenslage overlay quarters.csv burdens.csv --key key --cuts heat=given --cuts noise=given --cuts poverty=given",
        "lebenslage overlay quarters.csv plan.csv --key key --areas quarters.gpkg --raster heat=pet.tif --cuts heat=heat_pet",
        "lebenslage overlay quarters.csv plan.csv --key key --cuts heat=thirds --cuts poverty=status --heat heat --poverty poverty "
        "--group over_65=old --group under_6=small",
    ),
)
@click.argument("source", type=A_FILE)
@click.argument("target", type=A_FILE)
@click.option("--key", required=True, metavar="COL", help="Column with the official key, in SOURCE and in --areas.")
@click.option("--name", metavar="COL", help="Column with the name of the area.")
@click.option("--areas", type=A_FILE, help="The shapes of the areas (GeoJSON, GeoPackage, Shapefile), for rasters.")
@click.option("--raster", "rasters", multiple=True, metavar="NAME=FILE", help="A GeoTIFF; its mean by area becomes the figure NAME.")
@click.option("--people", type=A_FILE, help="A raster of people, its cells in line with the others: means by person, not by square metre.")
@click.option(
    "--cuts",
    multiple=True,
    metavar="NAME=CUTS",
    help="Make categories of a column or raster: thirds, quarters, -thirds and -quarters (less is worse), given (1 to 3), status (MSS), "
    "or published cuts such as heat_pet, noise_road_day_who, pm25_year_who.",
)
@click.option("--heat", metavar="NAME", help="The category of heat, for the heat plan.")
@click.option("--poverty", metavar="NAME", help="The category of poverty, for the heat plan.")
@click.option(
    "--group", "groups", multiple=True, metavar="GROUP=COL", help="A column with vulnerable people: over_65, under_6, in_care ..."
)
@json_option
@language_option
def command(source: Path, target: Path, *, as_json: bool, language: str, **asked: Any) -> None:
    """Read the figures of areas from SOURCE, count burdens, and write a row an area to TARGET (.csv, .parquet, .json; - for none).

    The worst category of a figure is a burden; what is unknown is no burden, and is counted apart. With --heat, --poverty and at least one
    --group each area gets its stage in the heat plan, with reasons.
    """
    words = speech(language)
    ready_to_write(target)
    with bars(hidden=as_json) as progress:
        result = laid(Asked(source, **asked), progress)
    write(target, columns_of(result, words))
    if as_json:
        click.echo(json.dumps(summary(result), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(in_words(result, target.name, words)))
