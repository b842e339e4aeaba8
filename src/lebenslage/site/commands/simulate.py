"""`lebenslage simulate`: a whole population through the same rules."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from lebenslage.benefits.facts import FACTS
from lebenslage.benefits.together.law import Law
from lebenslage.law.simulation import Simulation
from lebenslage.law.simulation_files import simulate_file
from lebenslage.law.values import read_value
from lebenslage.site.commands.clock import month_asked, on_option
from lebenslage.site.commands.problems import NotAnAssumption
from lebenslage.site.commands.speech import Spoken, language_option, speech


@click.command(
    "simulate",
    cls=Spoken,
    examples=(
        "lebenslage simulate town.parquet rights.parquet --on 2026-11",
        "lebenslage simulate town/ rights.parquet --on 2026-11 --assume todesfall=nein",
    ),
)
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--assume", "assumed", multiple=True, metavar="FACT=ANSWER", help="Take a fact that the table lacks as answered so on every row."
)
@on_option
@language_option
def command(source: Path, target: Path, given_day: str | None, *, assumed: tuple[str, ...], language: str) -> None:
    """Assess the population in SOURCE and write one row a household to the Parquet file TARGET.

    SOURCE is a Parquet file with one row a person, or a folder with personen.parquet, haushalt.parquet and unterhaltszahlungen.parquet.
    The columns are described in docs/household.md. Nothing is left at TARGET unless all of it was written.
    """
    words = speech(language)
    simulation = Simulation(Law.on(month_asked(given_day)), assume=dict(_assumption(one) for one in assumed))
    click.echo(words("cli", "simulate", "loading"), err=True)
    progress: Any = click.progressbar(length=1, file=sys.stderr)
    with progress as bar:
        households = simulate_file(simulation, source, target, _progress(bar))
    click.echo(words("cli", "simulate", "done", households=households, file=target.name))


def _progress(bar: Any) -> Callable[[int, int], None]:
    def report(done: int, total: int) -> None:
        bar.length = total
        bar.update(done - bar.pos)

    return report


def _assumption(given: str) -> tuple[str, int]:
    """A fact and the number its answer stands for. Raises NotAnAssumption and what reading the answer raises."""
    name, _, answer = given.partition("=")
    fact = next((fact for fact in FACTS if fact.id == name), None)
    if fact is None or not answer:
        raise NotAnAssumption(given=given)
    several = answer.split("+") if fact.several else answer
    return fact.id, read_value(fact, several, "")
