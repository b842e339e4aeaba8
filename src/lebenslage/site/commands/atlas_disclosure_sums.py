"""Which code of a breakdown is the sum of the others where no file says so: known by its name, or found in the figures as readers do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats

TOTALS: Final = frozenset({"insgesamt", "gesamt", "alle", "summe", "zusammen", "total", "all", "totaal", "allen", "ensemble"})
FEWEST_CODES: Final = 3

type Keys = Sequence[tuple[str, ...]]


def named_total(codes: Sequence[str]) -> str | None:
    """The first code with a name that means all."""
    return next((code for code in codes if code.lower() in TOTALS), None)


def total_in_figures(place: int, keys: Keys, values: Floats) -> str | None:
    """The code at this place of the keys that is the sum of all others, in every row of the table that hides nothing.

    Of two codes none is called the sum of the other: that they are equal says nothing.
    """
    rows: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for key, value in zip(keys, values.tolist(), strict=True):
        rows[*key[:place], *key[place + 1 :]][key[place]] = value
    codes = list(dict.fromkeys(key[place] for key in keys))
    whole = [row for row in rows.values() if len(row) == len(codes) and not np.isnan(list(row.values())).any()]
    if len(codes) < FEWEST_CODES or not any(any(row.values()) for row in whole):
        return None
    return next((code for code in codes if all(np.isclose(2 * row[code], sum(row.values())) for row in whole)), None)
