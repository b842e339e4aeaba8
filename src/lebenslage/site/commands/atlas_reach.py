"""`lebenslage reach`: who reaches which place in how many minutes, on foot, with a pram, in a wheelchair."""

import json
from pathlib import Path
from typing import Any

import click

from lebenslage.atlas.reach.groups import groups
from lebenslage.site.commands.atlas_progress import bars
from lebenslage.site.commands.atlas_reach_output import in_words, summary, write_matrix, write_outline, write_points
from lebenslage.site.commands.atlas_reach_run import Asked, found
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech

A_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "reach",
    cls=Spoken,
    examples=(
        "lebenslage reach town.osm.pbf homes.csv advice.csv minutes.csv --by wheelchair",
        'lebenslage reach town.osm.pbf homes.csv advice.csv minutes.csv --open "Mo 18:00" --barrier-free',
        "lebenslage reach edges.csv cells.csv doctors.csv access.csv --within 20 --supply seats --people inhabitants",
    ),
)
@click.argument("network", type=A_FILE)
@click.argument("points", type=A_FILE)
@click.argument("sites", type=A_FILE)
@click.argument("target", type=A_FILE)
@click.option("--by", "group", type=click.Choice(tuple(groups())), default="walk", show_default=True, help="Who is on the way.")
@click.option(
    "--within", type=click.FloatRange(min=0, min_open=True), help="Minutes that are near; without it what is short for this group."
)
@click.option("--open", "opened", metavar="MOMENT", help='Only places open then: "Mo 18:00" or "2026-12-07 18:00" (column opening_hours).')
@click.option("--open-after", metavar="TIME", help='Only places open later than this on some workday: "17:00".')
@click.option("--barrier-free", is_flag=True, help="Only places with wheelchair=yes (column wheelchair).")
@click.option("--supply", metavar="COL", help="Column of SITES with what is shared: adds what each person has of it.")
@click.option("--people", metavar="COL", help="Column of POINTS with the people there; without it each point counts as one.")
@click.option("--quarter", metavar="COL", help="Column of POINTS with the quarter: adds the share of people by quarter.")
@click.option(
    "--farthest", type=click.FloatRange(min=1), default=200, show_default=True, help="Metres from a point to its street, at most."
)
@click.option("--crs", default="", metavar="EPSG:N", help="Coordinate system of points and sites in metres; EPSG:25832 without it.")
@click.option("--nodes", type=A_FILE, help="Nodes of a table of edges; nodes.csv beside it without this.")
@click.option("--matrix", type=A_FILE, help="Also write the minutes from every point to every near site.")
@click.option("--outline", type=A_FILE, help="Also write the area from which a place is reached in time, as GeoJSON.")
@click.option("--everybody", is_flag=True, help="Also say which share of each group has a short way.")
@click.option("--greatest-part", is_flag=True, help="Use only the greatest connected part of the network.")
@json_option
@language_option
def command(target: Path, *, matrix: Path | None, outline: Path | None, as_json: bool, language: str, **asked: Any) -> None:
    """Walk from POINTS to SITES on the streets of NETWORK, and write the minutes of each point to TARGET.

    NETWORK is an OpenStreetMap file (.osm, .osm.pbf) or a table of edges. POINTS and SITES are tables with lon and lat (or x and y in
    metres); their first column is the key. Stairs, kerbs and slopes count as far as the map has them; `known` says how much it has.
    """
    with bars(hidden=as_json) as progress:
        result = found(Asked(**asked), progress)
        write_points(target, result)
        if matrix is not None:
            write_matrix(matrix, result, progress)
        if outline is not None:
            write_outline(outline, result, progress)
    if as_json:
        click.echo(json.dumps(summary(result), ensure_ascii=False, indent=2))
        return
    click.echo("\n".join(in_words(result, target.name, speech(language))))
