"""One right of ours beside GETTSIM's, household by household: as the statute has it, then with its readings adopted one after the other.

A difference counts as explained only where it is computed: the reading changes figures of our law (`figures`), what our law is told
(`told`) or what is made of its result (`made`), and the amounts must then be equal to the cent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from lebenslage.law.engine import LawOn
from lebenslage.law.rules import Rule
from lebenslage.law.simulation import Simulation
from tests.oracle.answers import Answers, Numbers, Oracle

type Out = Mapping[Rule, Numbers]
type Figures = Mapping[str, Any]
CENT = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """How GETTSIM reads one sentence of the law, with the paragraph and why we do not follow it, or that we cannot."""

    name: str
    paragraph: str
    reason: str
    figures: Callable[[date], Figures] | None = None
    told: Callable[[Oracle, Answers], Answers] | None = None
    made: Callable[[Oracle, Out, Numbers], Numbers] | None = None


@dataclass(frozen=True, slots=True)
class Right:
    """What is compared. `theirs` and `ours` are cents by household; `left_out` are households that no reading can follow."""

    id: str
    title: str
    law: Callable[[date], LawOn]
    targets: Sequence[Rule]
    answers: Callable[[Oracle], Answers]
    assume: Mapping[str, int]
    theirs: Callable[[Oracle], Numbers]
    ours: Callable[[Out], Numbers]
    readings: Sequence[Reading] = ()
    left_out: Callable[[Oracle], Mapping[str, npt.NDArray[np.bool_]]] = field(default=lambda oracle: {})


@dataclass(frozen=True, slots=True)
class Step:
    """Which households still differ once a reading is adopted; the first step is the statute."""

    reading: Reading | None
    ours: Numbers
    differs: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A right compared on one day."""

    right: Right
    oracle: Oracle
    theirs: Numbers
    steps: Sequence[Step]
    left_out: Mapping[str, npt.NDArray[np.bool_]]

    @property
    def unexplained(self) -> npt.NDArray[np.bool_]:
        """Households that differ with every reading adopted, and are not left out."""
        out = np.zeros(len(self.theirs), np.bool_)
        for households in self.left_out.values():
            out |= households
        return self.steps[-1].differs & ~out

    def became_equal(self) -> Iterator[tuple[Reading, int]]:
        """How many households become equal with each reading."""
        for before, after in zip(self.steps, self.steps[1:], strict=False):
            if after.reading is not None:
                yield after.reading, int((before.differs & ~after.differs).sum())


def agreement(right: Right, oracle: Oracle) -> Agreement:
    """Compare a right: the statute, then with one reading more each time."""
    theirs, answers = right.theirs(oracle), right.answers(oracle)
    adopted: list[Reading] = []
    figures: dict[str, Any] = {}
    out = _run(right, oracle, answers, figures)
    steps = [_step(None, right.ours(out), theirs)]
    for reading in right.readings:
        adopted.append(reading)
        if reading.figures is not None:
            figures |= reading.figures(oracle.day)
        if reading.told is not None:
            answers = reading.told(oracle, answers)
        if reading.figures is not None or reading.told is not None:
            out = _run(right, oracle, answers, figures)
        paid = right.ours(out)
        for one in adopted:
            paid = one.made(oracle, out, paid) if one.made is not None else paid
        steps.append(_step(reading, paid, theirs))
    return Agreement(right, oracle, theirs, steps, right.left_out(oracle))


def _step(reading: Reading | None, ours: Numbers, theirs: Numbers) -> Step:
    return Step(reading, ours, np.abs(ours - theirs) > CENT)


def _run(right: Right, oracle: Oracle, answers: Answers, figures: Figures) -> Out:
    law = right.law(oracle.day)
    simulation = Simulation(law.reformed(figures) if figures else law, targets=right.targets, assume=right.assume)
    return simulation.run(simulation.prepare(answers.tables()))


def by_household(oracle: Oracle, name: str, *, times: int = 100) -> Numbers:
    """The sum over each household of a column in euros, rounded person by person, in cents."""
    cents = np.rint(oracle[name] * times).astype(np.int64)
    return np.bincount(oracle["haushalt"], weights=cents).astype(np.int64)


def whole_household(oracle: Oracle, name: str) -> Numbers:
    """The sum over each household of a column in euros, rounded once, in cents."""
    return np.rint(np.bincount(oracle["haushalt"], weights=oracle[name]) * 100).astype(np.int64)
