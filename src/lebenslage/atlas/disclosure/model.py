"""How far a hidden value can move: linear programs of which limits and objective change, solved by HiGHS, which goes on where it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np
from scipy import sparse

from lebenslage.atlas.arrays import Floats

WHOLE: Final = 1e-6

type Limits = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True, eq=False)
class Extreme:
    """The farthest a value goes: how far, all values there, and the price of each sum (the certificate)."""

    value: float
    values: Floats
    prices: Floats

    @property
    def whole(self) -> bool:
        """Whether all values are whole numbers."""
        return bool(np.all(np.abs(self.values - np.round(self.values)) < WHOLE))


class Model:
    """Values within `limits` whose `matrix` @ values lies within `rows`; `whole`: as whole numbers."""

    def __init__(self, matrix: sparse.csr_array, limits: Limits, rows: Limits, *, whole: bool = False) -> None:
        """Hand the model to the solver, once."""
        self.columns = np.arange(matrix.shape[1], dtype=np.int32)
        self.solver = highspy.Highs()
        for name, value in (("output_flag", False), ("presolve", "on" if whole else "off"), ("threads", 1), ("mip_rel_gap", 0.0)):
            self.solver.setOptionValue(name, value)
        self.solver.passModel(_program(matrix, limits, rows, whole=whole))
        self.asked: int | None = None

    def within(self, limits: Limits) -> None:
        """Other limits for the same sums."""
        self.solver.changeColsBounds(len(self.columns), self.columns, *limits)

    def extreme(self, cell: int, sign: int) -> Extreme | None:
        """The greatest (sign 1) or least (-1) value of a cell; None where nothing fits."""
        if self.asked is not None:
            self.solver.changeColCost(self.asked, 0.0)
        self.solver.changeColCost(cell, float(-sign))
        self.asked = cell
        values = self._solved()
        return None if values is None else Extreme(float(values[cell]), values, np.array(self.solver.getSolution().row_dual))

    def cheapest(self, cost: Floats) -> Floats | None:
        """The values of least cost; None where nothing fits."""
        self.solver.changeColsCost(len(self.columns), self.columns, cost)
        return self._solved()

    def _solved(self) -> Floats | None:
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self.solver.getSolution().col_value)


def zeros(rows: int) -> Limits:
    """The limits of sums that must come to nothing."""
    return np.zeros(rows), np.zeros(rows)


def _program(matrix: sparse.csr_array, limits: Limits, rows: Limits, *, whole: bool) -> highspy.HighsLp:
    program = highspy.HighsLp()
    program.num_row_, program.num_col_ = matrix.shape
    program.col_cost_ = np.zeros(matrix.shape[1])
    program.col_lower_, program.col_upper_ = limits
    program.row_lower_, program.row_upper_ = rows
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = matrix.indptr.astype(np.int32)
    program.a_matrix_.index_ = matrix.indices.astype(np.int32)
    program.a_matrix_.value_ = matrix.data
    if whole:
        program.integrality_ = [highspy.HighsVarType.kInteger] * matrix.shape[1]
    return program
