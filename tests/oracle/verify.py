"""Our law beside GETTSIM's: random persons and GETTSIM's own policy cases; writes docs/gettsim.md. `make verify-gettsim` runs it.

Its exit code is 1 where a household or a case differs and no reading explains it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import pyarrow.parquet as pq

from tests.oracle.agreement import Agreement, agreement
from tests.oracle.answers import read_oracle
from tests.oracle.cases import CaseResult, all_cases, policy_cases_of
from tests.oracle.people import OURS, SHARED, pensioners, write_drawn, write_people
from tests.oracle.readings_familie import KINDERGELD, UNTERHALTSVORSCHUSS
from tests.oracle.readings_grundsicherung import GRUNDSICHERUNG
from tests.oracle.readings_kinderzuschlag import KINDERZUSCHLAG
from tests.oracle.readings_netto import CONTRIBUTIONS, INCOME_TAX
from tests.oracle.readings_sgb2 import SGB2_RIGHT
from tests.oracle.readings_wohngeld import WOHNGELD
from tests.oracle.report import report

ROOT = Path(__file__).parents[2]
RIGHTS = (CONTRIBUTIONS, INCOME_TAX, KINDERGELD, UNTERHALTSVORSCHUSS, WOHNGELD, SGB2_RIGHT, KINDERZUSCHLAG)
OF_PENSIONERS = (GRUNDSICHERUNG,)
DAYS = ("2023-06-01", "2024-06-01", "2025-06-01", "2026-06-01")


@dataclass(frozen=True, slots=True)
class Verified:
    """Everything that was compared: by day the rights, where the persons come from, and the cases."""

    persons: int
    source: str
    agreements: Sequence[Agreement]
    cases: Sequence[CaseResult]

    @property
    def unexplained(self) -> int:
        """How many households and cases no reading explains."""
        households = sum(int(one.unexplained.sum()) for one in self.agreements)
        return households + sum(case.unexplained for case in self.cases)


def compared(python: str, day: str, persons: int, generator: Path, folder: Path) -> tuple[Sequence[Agreement], str]:
    """Draw the persons of a day, ask GETTSIM in its environment, compare every right."""
    people, theirs = folder / f"people-{day}.parquet", folder / f"theirs-{day}.parquet"
    write_people(people, day, persons, int(day[:4]), generator)
    ask(python, people, theirs)
    source = pq.read_schema(theirs).metadata[b"source"].decode()
    oracle = read_oracle(theirs)
    return [agreement(right, oracle) for right in RIGHTS], source


def compared_pensioners(python: str, day: str, households: int, folder: Path) -> Sequence[Agreement]:
    """The rights of pensioners, whom the shared generator does not know: our own households of them."""
    people, theirs = folder / f"old-{day}.parquet", folder / f"old-theirs-{day}.parquet"
    write_drawn(people, pensioners(households, int(day[:4]), int(day[:4])), day, int(day[:4]), OURS)
    ask(python, people, theirs)
    oracle = read_oracle(theirs)
    return [agreement(right, oracle) for right in OF_PENSIONERS]


def ask(python: str, people: Path, theirs: Path) -> None:
    """Run GETTSIM in its environment."""
    command = [python, "-W", "ignore", "-m", "tests.oracle.gettsim_rights", str(people), str(theirs)]
    subprocess.run(command, cwd=ROOT, check=True)


def lines(agreements: Sequence[Agreement]) -> Iterator[str]:
    """A line a right, for the person who waits."""
    for one in agreements:
        equal = len(one.theirs) - int(one.steps[0].differs.sum())
        unexplained = int(one.unexplained.sum())
        yield f"{one.oracle.day} {one.right.id:22} {len(one.theirs):7} households, {equal:7} equal, {unexplained} unexplained"


@click.command()
@click.option("--python", required=True, help="The python of an environment with GETTSIM.")
@click.option("--persons", default=50_000, help="How many persons a day.")
@click.option("--day", "days", multiple=True, default=DAYS, help="The months compared.")
@click.option("--generator", default=SHARED, type=click.Path(path_type=Path), help="The shared generator of persons.")
@click.option("--out", default=ROOT / "docs/gettsim.md", type=click.Path(path_type=Path))
def run(python: str, persons: int, days: tuple[str, ...], generator: Path, out: Path) -> None:
    """Compare, write the report, exit 1 where something is unexplained."""
    if not generator.exists():
        click.echo(f"{generator.name} is not here: our own generator draws the persons")
    agreements: list[Agreement] = []
    source = ""
    with tempfile.TemporaryDirectory() as folder:
        for day in days:
            found, source = compared(python, day, persons, generator, Path(folder))
            found = [*found, *compared_pensioners(python, day, persons, Path(folder))]
            agreements += found
            click.echo("\n".join(lines(found)))
    cases = list(all_cases(policy_cases_of(python)))
    verified = Verified(persons * len(days), source, agreements, cases)
    out.write_text(report(verified.persons, verified.source, agreements, cases), encoding="utf8")
    click.echo(
        f"{len(cases)} policy cases, {sum(case.unexplained for case in cases)} unexplained; {verified.unexplained} unexplained in all"
    )
    sys.exit(1 if verified.unexplained else 0)


if __name__ == "__main__":
    run()
