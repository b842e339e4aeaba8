"""What is asked: who lives where, which sites there are, what each way costs, and on which terms a choice is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.siting.arcs import Arcs
from lebenslage.atlas.siting.problems import CostsUnusable, SizesDiffer, WeightUnusable

NONE: Ints = np.zeros(0, dtype=np.int64)


class Sparse(Protocol):
    """A matrix in CSR form, as SciPy makes it: only the ways within a cut-off are stored."""

    shape: tuple[int, ...]
    indptr: npt.NDArray[Any]
    indices: npt.NDArray[Any]
    data: npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """Areas and sites. `ways` holds the cost of each way that there is (metres, minutes: one unit for all).

    `weights` (n,) count people; `classes` (n,) say how burdened an area is, 0 first. `areas` and `places` are names for sentences.
    """

    ways: Arcs
    weights: Floats
    classes: Ints
    areas: tuple[str, ...]
    places: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.weights)


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What a choice must keep. Sites are given by their column.

    `sites`: how many are opened, `existing` ones not counted. `must` are opened (and count), `must_not` are not.
    `prices` (m,) are paid from `budget`; `farthest`: nobody is sent farther than that.
    `multipliers` by class make the way of some weigh more; `burdened_first` serves class 0 as well as can be, then class 1, and so on.
    """

    sites: int | None = None
    existing: Ints = field(default_factory=NONE.copy)
    must: Ints = field(default_factory=NONE.copy)
    must_not: Ints = field(default_factory=NONE.copy)
    budget: float = np.inf
    prices: Floats | None = None
    farthest: float = np.inf
    multipliers: Floats | None = None
    burdened_first: bool = False


def demand(
    costs: Floats | Sparse,
    weights: Floats,
    *,
    classes: Ints | None = None,
    areas: Sequence[str] = (),
    places: Sequence[str] = (),
) -> Demand:
    """Read a matrix of costs (areas x sites): dense, where inf means that there is no way, or CSR, where only what is stored is a way.

    Raises CostsUnusable, WeightUnusable, SizesDiffer.
    """
    n, m = costs.shape
    named = tuple(areas) or tuple(map(str, range(1, n + 1))), tuple(places) or tuple(map(str, range(1, m + 1)))
    for what, values, expected in (("weights", weights, n), ("classes", classes, n), ("areas", named[0], n), ("places", named[1], m)):
        if values is not None and len(values) != expected:
            raise SizesDiffer(what=what, count=len(values), expected=expected)
    ways = _of_dense(costs) if isinstance(costs, np.ndarray) else _of_sparse(costs)
    wrong = np.flatnonzero(~(ways.costs >= 0))
    if len(wrong):
        raise CostsUnusable(area=named[0][ways.rows[wrong[0]]], place=named[1][int(ways.columns()[wrong[0]])])
    for area in np.flatnonzero(~(np.isfinite(weights) & (weights >= 0)))[:1]:
        raise WeightUnusable(area=named[0][area])
    ranked = np.zeros(n, dtype=np.int64) if classes is None else classes
    return Demand(ways, np.asarray(weights, dtype=np.float64), ranked, *named)


def _of_dense(costs: Floats) -> Arcs:
    there = [np.flatnonzero(costs[:, site] != np.inf) for site in range(costs.shape[1])]
    starts = np.concatenate(([0], np.cumsum([len(rows) for rows in there], dtype=np.int64)))
    rows, values = np.empty(starts[-1], dtype=np.int32), np.empty(starts[-1])
    for site, reached in enumerate(there):
        part = slice(int(starts[site]), int(starts[site + 1]))
        rows[part], values[part] = reached, costs[reached, site]
    return Arcs(np.full(len(costs), np.inf), starts, rows, values)


def _of_sparse(costs: Sparse) -> Arcs:
    n, m = costs.shape
    order = np.argsort(costs.indices, kind="stable")
    rows = np.repeat(np.arange(n, dtype=np.int32), np.diff(costs.indptr))[order]
    counts = np.bincount(costs.indices, minlength=m)
    return Arcs(np.full(n, np.inf), np.concatenate(([0], np.cumsum(counts))), rows, np.asarray(costs.data, dtype=np.float64)[order])
