"""An integer program, written in blocks of rows and solved by HiGHS with a proven bound."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import highspy
import numpy as np
import numpy.typing as npt

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.siting.patience import Patience

INFINITE: Final = highspy.kHighsInf
SAFE_SHARE: Final = 1e-6
OPTIONS: Final = {
    "output_flag": False,
    "threads": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 1e-9,
    "random_seed": 1,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
    "mip_feasibility_tolerance": 1e-9,
}
IMPOSSIBLE: Final = (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """`values` is None where nothing was found; `impossible` where that is proven. `bound` is safe against the solver's tolerances."""

    values: Floats | None
    bound: float
    impossible: bool


@dataclass(slots=True, eq=False)
class Program:
    """Minimise `cost` @ values, 0 <= values <= `upper`; `whole` ones are integers. Rows are added in blocks."""

    cost: Floats
    upper: Floats
    whole: Flags
    _rows: list[Ints] = field(default_factory=list)
    _columns: list[Ints] = field(default_factory=list)
    _values: list[Floats] = field(default_factory=list)
    _low: list[Floats] = field(default_factory=list)
    _high: list[Floats] = field(default_factory=list)

    def add(self, rows: npt.ArrayLike, columns: npt.ArrayLike, values: npt.ArrayLike, low: npt.ArrayLike, high: npt.ArrayLike) -> None:
        """A block of rows in coordinates; `low` and `high` have one number a row of the block."""
        lows, highs = np.atleast_1d(np.asarray(low, dtype=float)), np.atleast_1d(np.asarray(high, dtype=float))
        lows, highs = np.broadcast_arrays(lows, highs)
        offset = sum(len(block) for block in self._low)
        places, names, numbers = np.broadcast_arrays(np.asarray(rows), np.asarray(columns), np.asarray(values, dtype=float))
        self._rows.append(places.ravel() + offset)
        self._columns.append(names.ravel())
        self._values.append(numbers.ravel())
        self._low.append(lows)
        self._high.append(highs)

    def solve(self, patience: Patience, enough: float | None = None) -> Answer:
        """Solve it; `enough`: a solution that costs no more will do."""
        solver = _solver(patience, enough)
        solver.passModel(self._model())
        solver.run()
        status, info = solver.getModelStatus(), solver.getInfo()
        if status == highspy.HighsModelStatus.kModelEmpty:
            return Answer(np.zeros(len(self.cost)), 0.0, impossible=False)
        if status in IMPOSSIBLE:
            return Answer(None, np.inf, impossible=True)
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        values = np.array(solver.getSolution().col_value) if found else None
        return Answer(values, self._safe(float(info.mip_dual_bound)), impossible=False)

    def _safe(self, bound: float) -> float:
        """The bound less what the solver's tolerances may have added; whole where every cost is."""
        if not np.isfinite(bound):
            return 0.0
        safe = bound - SAFE_SHARE * max(1.0, abs(bound))
        integral = bool(self.whole[self.cost != 0].all() and (self.cost == np.floor(self.cost)).all())
        return float(np.ceil(safe)) if integral else safe

    def _model(self) -> highspy.HighsLp:
        rows, columns, values = np.concatenate(self._rows), np.concatenate(self._columns), np.concatenate(self._values)
        order = np.argsort(columns, kind="stable")
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.cost), sum(len(block) for block in self._low)
        model.col_cost_, model.col_lower_, model.col_upper_ = self.cost, np.zeros(len(self.cost)), self.upper
        model.row_lower_, model.row_upper_ = np.concatenate(self._low), np.concatenate(self._high)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        starts = np.concatenate(([0], np.cumsum(np.bincount(columns, minlength=len(self.cost)))))
        model.a_matrix_.start_, model.a_matrix_.index_ = starts.astype(np.int32), rows[order].astype(np.int32)
        model.a_matrix_.value_ = values[order]
        model.integrality_ = [highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous for whole in self.whole]
        return model


def _solver(patience: Patience, enough: float | None) -> highspy.Highs:
    solver = highspy.Highs()
    for name, value in OPTIONS.items():
        solver.setOptionValue(name, value)
    if enough is not None:
        solver.setOptionValue("objective_target", enough)

    def look(event: Any) -> None:
        if patience.out_of_time():
            event.interrupt()

    def tell(event: Any) -> None:
        if abs(event.data_out.mip_primal_bound) < INFINITE:
            patience.progress(event.data_out.mip_primal_bound, event.data_out.mip_dual_bound)

    solver.cbMipInterrupt += look
    solver.cbSimplexInterrupt += look
    solver.cbMipImprovingSolution += tell
    return solver
