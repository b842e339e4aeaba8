"""`lebenslage bench`: how fast the law answers, beside what we aim at."""

import importlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

import click

from lebenslage.site.commands.busy_day import in_words
from lebenslage.site.commands.layout import table
from lebenslage.site.commands.measuring import Measurement, machine
from lebenslage.site.commands.problems import UnknownBenchmark
from lebenslage.site.commands.program import PACKAGE
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech

# Each module has `parts`: functions that measure, and return a Measurement or several.
BENCHMARKS: Mapping[str, tuple[str, ...]] = {
    "wohngeld": ("bench_household", "bench_population"),
    "law": ("bench_law",),
    "atlas": (
        "bench_atlas_index",
        "bench_atlas_certainty",
        "bench_atlas_patterns",
        "bench_atlas_areas",
        "bench_atlas_overlay",
        "bench_atlas_reach",
        "bench_atlas_disclosure",
        "bench_atlas_siting",
    ),
    "notice": ("bench_notice",),
    "web": ("bench_web",),
}
# Takes minutes: only where it is named.
BY_NAME_ALONE = frozenset({"web", "law", "atlas"})
OF_ANALYSIS = frozenset({"bench_population", "bench_law", *BENCHMARKS["atlas"]})
AIM_MISSED = 1
type Part = Callable[[], Measurement | Sequence[Measurement]]


@click.command(
    "bench",
    cls=Spoken,
    examples=(
        "lebenslage bench",
        "lebenslage bench wohngeld --json",
        "lebenslage bench web --seconds 60 --rate 200",
        "lebenslage bench law --gettsim ../gettsim-env/bin/python",
        "lebenslage bench atlas --peers .peers/bin/python",
    ),
)
@click.argument("name", required=False)
@json_option
@language_option
@click.option("--seconds", type=click.IntRange(min=1), help="web: how long the load lasts.")
@click.option("--rate", type=click.IntRange(min=1), help=f"web: requests a second. Of a hundred: {in_words()}.")
@click.option("--dossiers", type=click.IntRange(min=100), help="web: how many dossiers the town has.")
@click.option("--keep", type=click.Path(file_okay=False), help="web: folder in which the filled town waits for the next measurement.")
@click.option("--gettsim", metavar="PYTHON", help="law: the interpreter of an environment with GETTSIM (or LEBENSLAGE_ORACLE_PYTHON).")
@click.option("--peers", metavar="PYTHON", help="atlas: the interpreter of an environment with spopt, esda, tobler and access.")
@click.option("--persons", type=click.IntRange(min=1000), help="law: how many persons are evaluated; a million without it.")
@click.option("--state", type=click.IntRange(min=64_000), help="law: how many persons are streamed; 18 million without it.")
@click.pass_context
def command(ctx: click.Context, /, name: str | None, *, as_json: bool, language: str, **load: int | str | None) -> None:
    """Run the benchmark NAME, or all that take less than a minute. Exit code 1 where an aim is missed.

    `web` makes a PostgreSQL of its own, fills it, and puts its load on the web server; the options say how much.
    Before, it weighs each kind of request by itself. Requests come at their rate, whether or not the former ones were answered.
    `atlas` measures the planner's mathematics beside the libraries of others, where their environment is named (make bench-atlas).
    `law` looks first whether compiled, plain and GETTSIM agree, then measures ours beside GETTSIM, where that is installed.
    """
    if name is not None and name not in BENCHMARKS:
        raise UnknownBenchmark(given=name, known=list(BENCHMARKS))
    with click.progressbar(list(_chosen(name)), file=sys.stderr, hidden=as_json) as progress:
        measured = [one for part in progress for one in _several(part())]
    _print(measured, language, as_json=as_json)
    ctx.exit(0 if all(m.reached for m in measured) else AIM_MISSED)


def _several(measured: Measurement | Sequence[Measurement]) -> Sequence[Measurement]:
    return [measured] if isinstance(measured, Measurement) else measured


def _chosen(name: str | None) -> Iterator[Part]:
    """The parts of one benchmark, or of all that may run unasked."""
    for known in [name] if name is not None else [known for known in BENCHMARKS if known not in BY_NAME_ALONE]:
        yield from _parts(known)


def _print(measured: Sequence[Measurement], language: str, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([{**asdict(m), "reached": m.reached, "machine": machine()} for m in measured], ensure_ascii=False, indent=2))
        return
    words = speech(language)
    click.echo(words("cli", "machine", machine=machine()))
    headers = [words("cli", "columns", column) for column in ("measured", "value", "aim", "verdict")]
    click.echo("\n".join(table(headers, [_row(m, words("yes"), words("no")) for m in measured], right=frozenset({1, 2}))))


def _parts(name: str) -> Iterator[Part]:
    for module in BENCHMARKS[name]:
        if module in OF_ANALYSIS and importlib.util.find_spec("llvmlite") is None:
            click.echo(f"{module}: the packages for whole populations are not installed (lebenslage doctor).", err=True)
        else:
            yield from importlib.import_module(f"{PACKAGE}.{module}").parts


def _row(m: Measurement, yes: str, no: str) -> list[str]:
    if m.aim is None:
        return [m.what, f"{m.value:.3g} {m.unit}", "", ""]
    return [m.what, f"{m.value:.3g} {m.unit}", f"{'≥' if m.at_least else '≤'} {m.aim:g} {m.unit}", yes if m.reached else no]
