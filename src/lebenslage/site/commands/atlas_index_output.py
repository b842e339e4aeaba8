"""The result of `lebenslage index` as columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from lebenslage.atlas.areas.figures import Quality
from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.index.reasons import Explainer
from lebenslage.atlas.index.run import TAKES_PART, Result, Standing
from lebenslage.atlas.progress import SAID_EVERY, Progress, telling
from lebenslage.site.commands.table_output import Columns


def columns_of(result: Result, explainer: Explainer, progress: Progress, *, reasons: bool) -> Columns:
    """The columns by name, one value an area, None where there is none. Values on the recipe's scale are named `scaled_...`.

    `progress` hears of the reasons that are written.
    """
    inputs, status = result.inputs, result.status
    columns: dict[str, Sequence[Any]] = {"key": inputs.keys, "name": inputs.names}
    columns |= {id: _floats(result.values[:, n]) for n, id in enumerate(result.recipe.ids)}
    columns |= _standing(result, status, "")
    columns |= {"rank": _ints(status.rank), "decile": _ints(status.decile)}
    if result.recipe.classes is not None:
        columns |= {"class": _ints(status.classes), "class_name": _class_names(status, explainer)}
    if result.dynamics is not None:
        columns |= _standing(result, result.dynamics, "change_")
        columns |= {"change_class": _ints(result.dynamics.classes), "combined": [both or None for both in result.combined]}
    columns["left_out"] = [None if reason == TAKES_PART else explainer.left_out(row) for row, reason in enumerate(result.reasons)]
    columns |= _doubtful(result)
    if reasons:
        columns["why"] = [explainer.why(row) for row in telling(range(len(inputs.keys)), progress, every=SAID_EVERY)]
    return columns


def _class_names(status: Standing, told: Explainer) -> list[str | None]:
    classes, rows = np.unique(status.classes, return_index=True)
    names = {of: told.class_name(row) or None for of, row in zip(classes.tolist(), rows.tolist(), strict=True)}
    return [names[of] for of in status.classes.tolist()]


def _doubtful(result: Result) -> dict[str, Sequence[Any]]:
    """Which values are uncertain, and which are the mean of the other areas; no column where there are none."""
    inputs = result.inputs
    columns: dict[str, Sequence[Any]] = {}
    if inputs.quality is not None and (inputs.quality == Quality.UNCERTAIN).any():
        columns["uncertain"] = _ids_where(result, inputs.quality == Quality.UNCERTAIN)
    if result.recipe.missing == "average":
        columns["filled"] = _ids_where(result, result.filled)
    return columns


def _standing(result: Result, standing: Standing, before: str) -> dict[str, Sequence[Any]]:
    scores = standing.scores
    scaled = standing.spread(scores.scaled)
    columns: dict[str, Sequence[Any]] = {f"{before}scaled_{id}": _floats(scaled[:, n]) for n, id in enumerate(result.recipe.ids)}
    members = standing.spread(scores.members)
    domains = [(n, id) for n, id in enumerate(scores.ids) if id not in result.recipe.ids]
    columns |= {f"{before}domain_{id}": _floats(members[:, n]) for n, id in domains}
    return columns | {f"{before}sum": _floats(standing.spread(scores.sums)), f"{before}index": _floats(standing.spread(scores.index))}


def _ids_where(result: Result, marks: Flags) -> list[str | None]:
    """The indicators that are marked in each area, by their ids."""
    return [" ".join(id for id, marked in zip(result.recipe.ids, row, strict=True) if marked) or None for row in marks.tolist()]


def _floats(values: Floats) -> list[float | None]:
    return [None if math.isnan(value) else value for value in values.tolist()]


def _ints(values: np.ndarray) -> list[int | None]:
    return [value or None for value in values.tolist()]
