"""Our Wohngeld beside GETTSIM's, household by household, for a file that `gettsim_wohngeld` wrote.

python -m tests.oracle.compare_wohngeld 2025.parquet [--first 5]

First as the statute has it, then with GETTSIM's readings adopted one after the other: each line says how many households still differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt

from lebenslage.benefits.facts.familie import Familienstand, LageDesKindes
from lebenslage.benefits.facts.netto import SCHAETZEN, Steuerklasse
from lebenslage.benefits.wohngeld.rules.anspruch import vermoegen_unschaedlich
from lebenslage.benefits.wohngeld.rules.hoehe import m_der_formel, wohngeld_betrag, y_der_formel
from lebenslage.kernel.fixed import ONE
from lebenslage.law.simulation import Simulation
from tests.oracle.answers import Answers, Numbers, Oracle, answers_of, read_oracle
from tests.oracle.readings import READINGS, Ours, Reading, left_out
from tests.oracle.rights import ASSUME, law_of

TARGETS = (wohngeld_betrag, vermoegen_unschaedlich, m_der_formel, y_der_formel)
# What our law asks beside Wohngeld (a child's Kindergeld, a parent's net wage) and GETTSIM's Wohngeld does not say: the ordinary case.
UNSAID = {
    **ASSUME,
    "familienstand": int(Familienstand.LEDIG),
    "lage_des_kindes": int(LageDesKindes.NICHTS_DAVON),
    "nettolohn": SCHAETZEN,
    "steuerklasse": int(Steuerklasse.I),
    "hat_kinder": 0,
    "kinder_unter_25": 0,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the comparison: which households still differ after a reading was adopted."""

    name: str
    paragraph: str
    paid: Numbers
    differs: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All lines, the statute first; `theirs` is what GETTSIM pays, `compared` are the households no reading excludes.

    `last` are our results with every reading adopted.
    """

    oracle: Oracle
    theirs: Numbers
    compared: npt.NDArray[np.bool_]
    steps: Sequence[Step]
    last: Ours

    @property
    def unexplained(self) -> npt.NDArray[np.bool_]:
        """Households that differ though every reading was adopted."""
        return self.steps[-1].differs & self.compared

    @property
    def farthest(self) -> tuple[float, float]:
        """By how many euros M and Y of the formula differ at most, with every reading adopted."""
        rent = np.abs(self.last.rent - self.oracle.by_household("g_miete"))
        income = np.abs(self.last.income - self.oracle.by_household("g_einkommen"))
        return float(rent[self.compared].max()), float(income[self.compared].max())


def compare(oracle: Oracle) -> Comparison:
    """Run our law over an oracle file: the statute, then with one reading more each time."""
    theirs = oracle.by_household("g_anspruch").astype(np.int64)
    answers, adopted = answers_of(oracle), list[Reading]()
    ours = _ours(oracle, answers)
    steps = [Step("the statute", "", ours.statute, ours.statute != theirs)]
    for reading in READINGS:
        adopted.append(reading)
        if reading.told is not None:
            answers = reading.told(oracle, answers)
            ours = _ours(oracle, answers)
        paid = ours.statute
        for one in adopted:
            paid = one.made(oracle, ours, paid) if one.made is not None else paid
        steps.append(Step(reading.name, reading.paragraph, paid, paid != theirs))
    excluded = np.logical_or.reduce(list(left_out(oracle).values()))
    return Comparison(oracle, theirs, ~excluded, steps, ours)


def _ours(oracle: Oracle, answers: Answers) -> Ours:
    wohngeld = simulation(oracle.day)
    out = wohngeld.run(wohngeld.prepare(answers.tables()))
    return Ours(out[wohngeld_betrag] // 100, out[vermoegen_unschaedlich] != 0, out[m_der_formel] / ONE, out[y_der_formel] / ONE)


@cache
def simulation(day: date) -> Simulation:
    """Our Wohngeld on a day, with everything that it asks beside the file assumed."""
    return Simulation(law_of(day, *TARGETS), targets=TARGETS, assume=UNSAID)


def report(comparison: Comparison, first: int) -> Iterator[str]:
    """The lines a person reads."""
    statute, number = comparison.steps[0], len(comparison.theirs)
    paid = int(((comparison.theirs > 0) & ~statute.differs).sum())
    ours, theirs = int((statute.paid > 0).sum()), int((comparison.theirs > 0).sum())
    yield f"{comparison.oracle.day}: {number} households, {ours} with an amount by our law, {theirs} by GETTSIM"
    yield f"  {number - int(statute.differs.sum()):6d} equal by the statute, {paid} of them with an amount"
    before = number
    for step in comparison.steps:
        differing = int(step.differs.sum())
        law = f"  [{step.paragraph}]" if step.paragraph else ""
        change = f"({differing - before:+6d})" if step is not statute else " " * 8
        yield f"  {differing:6d} differ {change}  {step.name}{law}"
        before = differing
    for name, households in left_out(comparison.oracle).items():
        alike = int((households & ~comparison.steps[-1].differs).sum())
        yield f"  {int(households.sum()):6d} not compared, {alike} of them equal: {name}"
    yield f"  {int(comparison.unexplained.sum()):6d} unexplained of {int(comparison.compared.sum())} compared"
    yield "  M and Y of the formula differ by at most {:.10f} and {:.10f} euros".format(*comparison.farthest)
    yield from _unexplained(comparison, first)


def _unexplained(comparison: Comparison, first: int) -> Iterator[str]:
    for row in np.flatnonzero(comparison.unexplained)[:first]:
        statute, last = comparison.steps[0].paid[row], comparison.steps[-1].paid[row]
        yield f"    household {row}: GETTSIM {comparison.theirs[row]}, ours {statute}, with all readings {last}"


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--first", default=5, help="How many unexplained households to show.")
def run(files: tuple[Path, ...], first: int) -> None:
    """Compare FILES; exit code 1 where a difference is not explained."""
    unexplained = 0
    for file in files:
        comparison = compare(read_oracle(file))
        click.echo("\n".join(report(comparison, first)))
        unexplained += int(comparison.unexplained.sum())
    raise SystemExit(1 if unexplained else 0)


if __name__ == "__main__":
    run()
