"""`lebenslage site`: where to put it, with a proof how good the choice is."""

import json
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any, Final

import click

from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_siting_files import write_plan
from lebenslage.site.commands.atlas_siting_run import MODELS, Asked, answer
from lebenslage.site.commands.atlas_siting_words import as_data, in_words, percent, rows
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech

A_FILE = click.Path(path_type=Path, dir_okay=False)
POSITIVE = click.FloatRange(min=0, min_open=True)
SAID_EVERY: Final = 2.0


@click.command(
    "site",
    cls=Spoken,
    examples=(
        "lebenslage site p-median quarters.csv places.csv --sites 10 --weights inhabitants",
        "lebenslage site coverage quarters.csv places.csv plan.csv --sites 3 --radius 800 --class status --existing advice.csv",
        "lebenslage site p-median quarters.csv places.csv --costs minutes.csv --budget 900000 --price rent --burdened-first --class status",
        "lebenslage site p-median children.csv schools.csv --sites 4 --weights children --capacity seats",
    ),
)
@click.argument("model", type=click.Choice(tuple(MODELS)))
@click.argument("demand", type=A_FILE)
@click.argument("sites_file", metavar="SITES", type=A_FILE)
@click.argument("target", required=False, type=A_FILE)
@click.option("--sites", type=click.IntRange(min=0), help="How many sites are opened; existing ones do not count.")
@click.option("--costs", type=A_FILE, help="Ways with the columns point, site and minutes (or cost); without it as the crow flies.")
@click.option("--existing", type=A_FILE, help="Sites that are there already: keys of SITES, or places of their own.")
@click.option("--must", multiple=True, metavar="KEY", help="This site is opened.")
@click.option("--must-not", multiple=True, metavar="KEY", help="This site is not opened.")
@click.option("--budget", type=click.FloatRange(min=0), help="Euros for opening sites.")
@click.option("--price", metavar="COL", help="Column of SITES with the price; “price” without it.")
@click.option("--radius", type=POSITIVE, help="Who lives within it is covered (coverage, set-cover).")
@click.option("--farthest", type=POSITIVE, help="Nobody is sent farther than this.")
@click.option("--weights", metavar="COL", help="Column of DEMAND with the people there; without it each area counts as one.")
@click.option("--class", "class_column", metavar="COL", help="Column of DEMAND with the class; the lowest is the most burdened.")
@click.option("--highest-first", is_flag=True, help="The highest class is the most burdened.")
@click.option("--multiplier", multiple=True, metavar="CLASS=NUMBER", help="Ways of this class count so many times.")
@click.option("--burdened-first", is_flag=True, help="The best for the most burdened class, then for the next, and so on.")
@click.option("--capacity", metavar="COL", help="Column of SITES with the people that a site can take (p-median, fixed-costs).")
@click.option("--whole", is_flag=True, help="With --capacity: an area goes to one site as a whole.")
@click.option("--alternatives", type=click.IntRange(min=0), default=5, show_default=True, help="Choices within 1 % to look for.")
@click.option("--limit", type=POSITIVE, metavar="SECONDS", help="Stop then, with the best so far and its bound.")
@click.option("--crs", default="", metavar="EPSG:N", help="Coordinate system of x and y in metres; EPSG:25832 without it.")
@json_option
@language_option
def command(target: Path | None, *, as_json: bool, language: str, **asked: Any) -> None:
    """Choose sites for the areas in DEMAND among SITES, and say how much better any other choice could be at most.

    DEMAND and SITES are tables; their first column is the key. Without --costs they have lon and lat, or x and y in metres. The plan by
    area is written to TARGET (.csv or .json).
    """
    words = speech(language)
    found = answer(Asked(**asked), _telling(words, quiet=as_json))
    if target is not None:
        write_plan(target, rows(found), as_data(found))
    if as_json:
        click.echo(json.dumps(as_data(found), ensure_ascii=False, indent=2))
        return
    click.echo("\n".join(in_words(found, words)))
    if target is not None:
        click.echo(words("siting", "done", file=target.name))


def _telling(words: Texts, *, quiet: bool) -> Callable[[float, float], None]:
    """Says on the error stream every two seconds how far the search is."""
    last = [monotonic()]

    def tell(best: float, bound: float) -> None:
        if quiet or monotonic() - last[0] < SAID_EVERY:
            return
        last[0] = monotonic()
        away = abs(best - bound) / abs(best) if best else 0.0
        click.echo(words("siting", "progress", percent=percent(away, words)), err=True)

    return tell
