"""Known counts of an area's households, and the households of the model fitted to them by iterative proportional fitting (raking).

A table has the columns area, variable, category, count; an area is a municipality, or `municipality/quarter`. Each variable cuts all
households of the area: `groesse` by number of persons, `typ` by who lives together, `alter` by the age of the person of reference,
`mietenstufe` by rent level.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from lebenslage.kernel.errors import UnreadableFile
from lebenslage.site.commands.population_problems import ImpossibleMarginals, UnequalMarginals, UnknownMarginal

COLUMNS = ("area", "variable", "category", "count")
VARIABLES: Mapping[str, Sequence[str]] = {
    "groesse": ("1", "2", "3", "4", "5+"),
    "typ": ("allein", "paar", "paar_mit_kind", "alleinerziehend"),
    "alter": ("18-29", "30-49", "50-64", "65+"),
    "mietenstufe": ("i", "ii", "iii", "iv", "v", "vi", "vii"),
}
SHAPE = tuple(len(categories) for categories in VARIABLES.values())
AXES = {variable: axis for axis, variable in enumerate(VARIABLES)}
# The model's own shares: households of Germany in round figures, a picture of no place.
TYPES_BY_SIZE = {"1": {"allein": 1.0}, "2": {"paar": 0.86, "alleinerziehend": 0.14}, "3": {"paar_mit_kind": 0.83, "alleinerziehend": 0.17},
                 "4": {"paar_mit_kind": 0.94, "alleinerziehend": 0.06}, "5+": {"paar_mit_kind": 0.97, "alleinerziehend": 0.03}}  # fmt: skip
SIZES = {"1": 0.41, "2": 0.34, "3": 0.12, "4": 0.095, "5+": 0.035}
AGES = {
    "allein": (0.20, 0.24, 0.23, 0.33),
    "paar": (0.08, 0.15, 0.29, 0.48),
    "paar_mit_kind": (0.06, 0.66, 0.27, 0.01),
    "alleinerziehend": (0.09, 0.64, 0.26, 0.01),
}
LEVELS = (0.15, 0.2, 0.25, 0.18, 0.12, 0.07, 0.03)
MOST_ROUNDS, CLOSE = 500, 1e-9
type Cells = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Area:
    """The households of an area: how many of each kind, and whether local counts stand behind them."""

    name: str
    cells: Cells
    local: bool

    @property
    def households(self) -> float:
        """How many households."""
        return float(self.cells.sum())


@dataclass(frozen=True, slots=True)
class Fit:
    """How far the fitted households of an area are from its counts, in households; and in how many rounds."""

    area: str
    variables: tuple[str, ...]
    households: int
    greatest_difference: float
    rounds: int


def prior() -> Cells:
    """The shares of the model, each kind of household."""
    cells = np.zeros(SHAPE)
    for size, share in SIZES.items():
        for kind, of_size in TYPES_BY_SIZE[size].items():
            ages, levels = np.array(AGES[kind]), np.array(LEVELS)
            at = VARIABLES["groesse"].index(size), VARIABLES["typ"].index(kind)
            cells[at] = share * of_size * np.outer(ages, levels)
    return cells / cells.sum()


def read_marginals(path: Path) -> Mapping[str, Mapping[str, npt.NDArray[np.float64]]]:
    """The counts by area and variable, categories in the order of `VARIABLES`.

    Raises UnreadableFile, UnknownMarginal, ImpossibleMarginals.
    """
    found: dict[str, dict[str, npt.NDArray[np.float64]]] = {}
    for line, row in _lines(path):
        area, variable, category = row["area"], row["variable"], row["category"].lower()
        if variable not in VARIABLES:
            raise UnknownMarginal(line=line, given=variable, known=list(VARIABLES))
        if category not in VARIABLES[variable]:
            raise UnknownMarginal(line=line, given=category, known=list(VARIABLES[variable]))
        counts = found.setdefault(area, {}).setdefault(variable, np.zeros(len(VARIABLES[variable])))
        counts[VARIABLES[variable].index(category)] += _count(row["count"], area, variable, category)
    if not found:
        raise UnreadableFile(file=path.name, reason=",".join(COLUMNS))
    return found


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not set(COLUMNS) <= set(reader.fieldnames or ()):
                raise UnreadableFile(file=path.name, reason=",".join(COLUMNS))
            for line, row in enumerate(reader, 2):
                yield line, {column: (row[column] or "").strip() for column in COLUMNS}
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(file=path.name, reason=type(error).__name__) from error


def _count(given: str, area: str, variable: str, category: str) -> int:
    if not given.isdecimal():
        raise ImpossibleMarginals(area=area, variable=variable, category=category, given=given)
    return int(given)


def fitted(area: str, marginals: Mapping[str, npt.NDArray[np.float64]]) -> tuple[Area, Fit]:
    """The households of the model, fitted to an area's counts. Raises UnequalMarginals, ImpossibleMarginals."""
    totals = {variable: float(counts.sum()) for variable, counts in marginals.items()}
    for (one, number), (other, different) in pairwise(totals.items()):
        if number != different:
            raise UnequalMarginals(area=area, variable=one, count=int(number), other=other, other_count=int(different))
    total = next(iter(totals.values()))
    if not total:
        variable = next(iter(totals))
        raise ImpossibleMarginals(area=area, variable=variable, category=VARIABLES[variable][0], given=0)
    cells, rounds, difference = _raked(prior() * total, marginals)
    if difference > max(0.5, total / 1000):
        variable, category = _worst(cells, marginals)
        given = int(marginals[variable][VARIABLES[variable].index(category)])
        raise ImpossibleMarginals(area=area, variable=variable, category=category, given=given)
    return Area(area, cells, local=True), Fit(area, tuple(marginals), int(total), round(difference, 6), rounds)


def _raked(cells: Cells, marginals: Mapping[str, npt.NDArray[np.float64]]) -> tuple[Cells, int, float]:
    difference, rounds = np.inf, 0
    while difference > CLOSE * cells.sum() and rounds < MOST_ROUNDS:
        for variable, wanted in marginals.items():
            now = _along(cells, variable)
            factor = np.divide(wanted, now, out=np.zeros_like(wanted), where=now > 0)
            cells = cells * factor.reshape([-1 if axis == AXES[variable] else 1 for axis in range(len(SHAPE))])
        rounds += 1
        difference = max(float(np.abs(_along(cells, variable) - wanted).max()) for variable, wanted in marginals.items())
    return cells, rounds, difference


def _along(cells: Cells, variable: str) -> npt.NDArray[np.float64]:
    found: npt.NDArray[np.float64] = cells.sum(tuple(axis for axis in range(len(SHAPE)) if axis != AXES[variable]))
    return found


def _worst(cells: Cells, marginals: Mapping[str, npt.NDArray[np.float64]]) -> tuple[str, str]:
    """The category that cannot be met together with the others."""
    apart = {variable: np.abs(_along(cells, variable) - wanted) for variable, wanted in marginals.items()}
    variable = max(apart, key=lambda one: float(apart[one].max()))
    return variable, VARIABLES[variable][int(apart[variable].argmax())]
