"""A trend with its interval, which a change of method does not bend: a break gets a step of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from scipy.special import ndtri, stdtrit

from lebenslage.atlas.arrays import Floats

DAYS_A_YEAR: Final = 365.2425
SINGULAR: Final = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Trend:
    """Change a year [areas] with the limits of its interval, and the step at each break [breaks, areas], in the unit of the values.

    NaN is "unknown": too few editions to tell trend from step (`slope`), or from chance (`low`, `high`).
    """

    slope: Floats
    low: Floats
    high: Floats
    steps: Floats


def trend(on: Sequence[date], values: Floats, *, breaks: Sequence[bool] = (), errors: Floats | None = None, coverage: float = 0.9) -> Trend:
    """The straight line through `values` [editions, areas], NaN where missing; least squares, per area.

    `breaks` [editions - 1] marks where method or areas changed: there the line may jump, its slope stays. `errors` are standard errors of
    the same shape; with them values count by their precision and the interval is normal, without them it is Student's, from the residuals.
    """
    design = _design(on, breaks)
    weights = np.where(np.isnan(values), 0.0, 1.0 if errors is None else 1 / np.square(errors))
    known = np.nan_to_num(values)
    normal = np.einsum("ep,ea,eq->apq", design, weights, design)
    free = (weights > 0).sum(axis=0) - design.shape[1]
    solvable = _solvable(normal)
    safe = np.where(solvable[:, None, None], normal, np.eye(design.shape[1]))
    inverse = np.linalg.inv(safe)
    found = np.einsum("apq,eq,ea,ea->ap", inverse, design, weights, known)
    apart = (weights * np.square(known - design @ found.T)).sum(axis=0)
    spread = np.sqrt(inverse[:, 1, 1] * (1.0 if errors is not None else apart / np.maximum(free, 1)))
    tail = (1 + coverage) / 2
    reach = np.full(len(free), ndtri(tail)) if errors is not None else np.where(free > 0, stdtrit(np.maximum(free, 1), tail), np.nan)
    slope, steps = np.where(solvable, found[:, 1], np.nan), np.where(solvable, found[:, 2:].T, np.nan)
    return Trend(slope, slope - reach * spread, slope + reach * spread, steps)


def _design(on: Sequence[date], breaks: Sequence[bool]) -> Floats:
    """Columns: one, years since the first edition, and for each break whether it lies behind."""
    years = np.array([(day - on[0]).days / DAYS_A_YEAR for day in on])
    behind = [np.arange(len(on)) > place for place, is_break in enumerate(breaks) if is_break]
    return np.stack([np.ones(len(on)), years, *behind], axis=1).astype(np.float64)


def _solvable(normal: Floats) -> Floats:
    """Where the editions suffice: the smallest eigenvalue of the equations is not 0 beside their size."""
    size = np.maximum(np.trace(normal, axis1=1, axis2=2), 1e-300)
    return np.asarray(np.linalg.eigvalsh(normal)[:, 0] > SINGULAR * size)
