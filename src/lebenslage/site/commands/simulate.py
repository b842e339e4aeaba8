"""`lebenslage simulate`: a whole population through the same rules."""

import importlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from lebenslage.benefits.facts import FACTS
from lebenslage.law.texts import Texts
from lebenslage.law.values import read_value
from lebenslage.site.commands.clock import month_asked, on_option
from lebenslage.site.commands.problems import EngineMissing, NotAnAssumption
from lebenslage.site.commands.program import PACKAGE
from lebenslage.site.commands.reforms import figures_of, reform_option
from lebenslage.site.commands.simulate_areas import AreaSum, by_area, write_areas
from lebenslage.site.commands.simulate_jobs import Done, Job, Order, finished, jobs_of, run_here, simulation_of
from lebenslage.site.commands.simulate_progress import reporting
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech


@click.command(
    "simulate",
    cls=Spoken,
    examples=(
        "lebenslage simulate town.parquet rights.parquet --on 2026-11",
        "lebenslage simulate town/ rights/ --on 2026-11 --only wohngeld --by quartier",
        "lebenslage simulate town/ rights/ --on 2026-11 --engine dask --scheduler tcp://10.0.0.5:8786",
    ),
)
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--only", "rights", multiple=True, metavar="RIGHT", help="Only this right; several times for several. All without it.")
@click.option(
    "--assume", "assumed", multiple=True, metavar="FACT=ANSWER", help="Take a fact that the table lacks as answered so on every row."
)
@click.option("--by", "area", metavar="COLUMN", help="Also add the results up by this column, into a CSV table beside TARGET.")
@click.option("--engine", type=click.Choice(("local", "dask")), default="local", show_default=True, help="Where the partitions run.")
@click.option("--scheduler", metavar="ADDRESS", help="dask: the scheduler of a cluster; without it, workers on this machine.")
@click.option("--workers", type=click.IntRange(min=1), help="dask: how many workers on this machine; one a processor without it.")
@reform_option
@on_option
@json_option
@language_option
def command(source: Path, target: Path, *, given_day: str | None, area: str | None, as_json: bool, language: str, **asked: Any) -> None:
    """Assess the population in SOURCE and write one row a household to TARGET.

    SOURCE is a Parquet file with one row a person, or a folder with personen.parquet, haushalt.parquet and unterhaltszahlungen.parquet;
    or a folder of such files or folders, its partitions: then TARGET is a folder too. The columns are described in docs/household.md.
    A partition is written whole or not at all, and a second run goes on where the first one stopped.
    """
    words = speech(language)
    order = Order(
        day=month_asked(given_day),
        only=tuple(dict.fromkeys(asked["rights"])),
        assumed=tuple(_assumption(one) for one in asked["assumed"]),
        figures=tuple((name, _lasting(value)) for name, value in figures_of(asked["reform"]).items()),
        carried=(area,) if area else (),
    )
    click.echo(words("cli", "simulate", "loading"), err=True)
    jobs = jobs_of(order, source, target)
    done = _run(jobs, asked["engine"], asked["scheduler"], asked["workers"], hidden=as_json)
    simulation = simulation_of(order)
    ids = [benefit.id for benefit in simulation.benefits]
    sums = by_area([Path(one.target) for one in done], area, ids) if area else ()
    table = target.parent / f"{target.stem}.{area}.csv"
    if area:
        write_areas(table, area, sums, ids)
    refused = () if order.only else tuple(simulation.law.refused)
    if as_json:
        click.echo(json.dumps(_as_json(done, sums, refused), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_as_text(done, target, table if area else None, refused, words)))


def _run(jobs: Sequence[Job], engine: str, scheduler: str | None, workers: int | None, *, hidden: bool) -> Sequence[Done]:
    """What earlier runs have finished, and the rest now; in the order of the partitions."""
    found = {job.target: done for job in jobs if (done := finished(job)) is not None}
    left = [job for job in jobs if job.target not in found]
    progress: Any = click.progressbar(length=max(1, len(left)), file=sys.stderr, hidden=hidden)

    def report(done: Done) -> None:
        found[done.target] = done

    with progress as bar:
        if engine == "local":
            run_here(left, report, reporting(bar))
        else:
            _on_cluster(left, _counting(report, bar), scheduler, workers)
    return [found[job.target] for job in jobs]


def _on_cluster(jobs: Sequence[Job], report: Callable[[Done], None], scheduler: str | None, workers: int | None) -> None:
    if importlib.util.find_spec("distributed") is None:
        raise EngineMissing(engine="dask")
    cluster = importlib.import_module(f"{PACKAGE}.simulate_dask")
    cluster.run_on_cluster(jobs, report, scheduler=scheduler, workers=workers)


def _counting(report: Callable[[Done], None], bar: Any) -> Callable[[Done], None]:
    def counted(done: Done) -> None:
        report(done)
        bar.update(1)

    return counted


def _as_json(done: Sequence[Done], sums: Sequence[AreaSum], refused: Sequence[str]) -> dict[str, Any]:
    areas = [
        {
            "area": one.area,
            "origin": one.origin,
            "households": one.households,
            "rights": {
                id: {"households": r.households, "share": r.households / one.households, "cents": r.cents, "open": r.open}
                for id, r in one.rights.items()
            },
        }
        for one in sums
    ]
    return {
        "households": sum(one.households for one in done),
        "origin": sorted({one.origin for one in done if one.origin}),
        "partitions": [{"file": one.target, "households": one.households, "done_before": one.before} for one in done],
        "without_figures": list(refused),
        "areas": areas,
    }


def _as_text(done: Sequence[Done], target: Path, table: Path | None, refused: Sequence[str], words: Texts) -> Iterator[str]:
    yield words("cli", "simulate", "done", households=sum(one.households for one in done), file=target.name)
    before = sum(one.before for one in done)
    if before:
        yield words("cli", "simulate", "before", number=before)
    if table is not None:
        yield words("cli", "simulate", "areas", file=table.name)
    if refused:
        yield words("cli", "simulate", "refused", rights=", ".join(words("benefits", id, "name") for id in refused))
    for origin in sorted({one.origin for one in done if one.origin}):
        yield words("cli", "simulate", origin)


def _lasting(value: Any) -> Any:
    """A figure as it was typed, its lists as tuples."""
    return tuple(_lasting(each) for each in value) if isinstance(value, list) else value


def _assumption(given: str) -> tuple[str, int]:
    """A fact and the number its answer stands for. Raises NotAnAssumption and what reading the answer raises."""
    name, _, answer = given.partition("=")
    fact = next((fact for fact in FACTS if fact.id == name), None)
    if fact is None or not answer:
        raise NotAnAssumption(given=given)
    several = answer.split("+") if fact.several else answer
    return fact.id, read_value(fact, several, "")
