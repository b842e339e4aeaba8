"""`lebenslage population`: households to simulate with where there are no real ones."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from lebenslage.site.commands.clock import month_asked, on_option
from lebenslage.site.commands.layout import table
from lebenslage.site.commands.population_file import Population, write_population
from lebenslage.site.commands.simulate_progress import reporting
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech


@click.command(
    "population",
    cls=Spoken,
    examples=(
        "lebenslage population town.parquet --persons 20000 --seed 7 --on 2026-11",
        "lebenslage population town.parquet --persons 20000 --seed 7 --marginals quarters.csv",
    ),
)
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--persons", type=click.IntRange(min=1), required=True, help="How many persons.")
@click.option("--seed", type=click.IntRange(min=0), required=True, help="The same seed gives the same file, byte by byte.")
@click.option(
    "--marginals",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Counts of households to fit: a CSV table with the columns area, variable, category, count.",
)
@on_option
@json_option
@language_option
def command(target: Path, given_day: str | None, *, persons: int, seed: int, marginals: Path | None, as_json: bool, language: str) -> None:
    """Write a synthetic population to the Parquet file TARGET, in the format that `lebenslage simulate` reads.

    An area is a municipality, or municipality/quarter. Variables: groesse (1 to 5+ persons), typ (allein, paar, paar_mit_kind,
    alleinerziehend), alter (of the person of reference: 18-29, 30-49, 50-64, 65+), mietenstufe (i to vii). Without local counts everything
    is a model, and every result made from it says so.
    """
    words = speech(language)
    progress: Any = click.progressbar(length=1, file=sys.stderr, hidden=as_json)
    with progress as bar:
        made = write_population(target, persons, seed, month_asked(given_day), marginals, reporting(bar))
    if as_json:
        click.echo(json.dumps({**asdict(made), "file": str(target)}, ensure_ascii=False, indent=2))
        return
    click.echo(words("cli", "population", "done", persons=made.persons, households=made.households, file=target.name))
    click.echo(words("cli", "population", made.origin))
    if made.fits:
        click.echo("\n".join(_fits(made, [words("cli", "columns", name) for name in ("area", "households", "apart", "rounds")])))


def _fits(made: Population, headers: list[str]) -> list[str]:
    rows = [[fit.area, str(fit.households), f"{fit.greatest_difference:.3g}", str(fit.rounds)] for fit in made.fits]
    return list(table(headers, rows, right=frozenset({1, 2, 3})))
