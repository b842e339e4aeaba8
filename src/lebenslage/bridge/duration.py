"""How long grants took, by quarter: in classes of two weeks, and only where everybody already reads that ten were granted.

Where it is shown depends on published counts alone, so that it is shown tells nothing of a count that is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from statistics import median_high
from typing import Final

from lebenslage.authorities.models import Authority
from lebenslage.bridge.entering import Counted
from lebenslage.bridge.meanings import DURATION
from lebenslage.cases.counts import durations
from lebenslage.quarters.columns import Mark

FEWEST: Final = 10
CLASS: Final = 14
WEEK: Final = 7


def took(authority: Authority, month: date, grants: Counted) -> Counted:
    """The class of the median of each quarter, in weeks."""
    days = durations(authority, month)
    cells = {key: _cell(number, mark, days.get(key, ())) for key, (number, mark) in grants.cells.items()}
    return Counted(DURATION, month, cells, grants.minimum)


def _cell(granted: float | None, mark: Mark, days: Sequence[int]) -> tuple[float | None, Mark]:
    if mark is Mark.MISSING:
        return None, mark
    enough = granted is not None and granted >= FEWEST and len(days) >= FEWEST
    return (float(weeks(days)), Mark.GIVEN) if enough else (None, Mark.SUPPRESSED)


def weeks(days: Sequence[int]) -> int:
    """Half took so many weeks at most; rounded up to two weeks."""
    return max(1, -(-median_high(days) // CLASS)) * (CLASS // WEEK)


def nothing_shown(counted: Counted) -> bool:
    """Whether no quarter has enough: then there is nothing to enter."""
    return all(mark is not Mark.GIVEN for _, mark in counted.cells.values())
