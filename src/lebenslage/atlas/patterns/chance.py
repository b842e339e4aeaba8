"""Many tests at once: what is left when false alarms are held down."""

from __future__ import annotations

import numpy as np

from lebenslage.atlas.arrays import Floats


def adjusted(p: Floats, *, dependent: bool = True) -> Floats:
    """The share of false alarms that must be borne to keep each test: keep those at or below 0.05 for at most 5 % in the long run.

    `dependent`: Benjamini & Yekutieli 2001 (Annals of Statistics 29, 1165-1188), which holds whatever the tests have in common, as those
    of neighbours do; else Benjamini & Hochberg 1995 (Journal of the Royal Statistical Society B 57, 289-300), for tests that are
    independent or positively dependent. Shape (tests,); NaN is no test, stays NaN and is not counted.
    """
    found = np.full(len(p), np.nan)
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    ranks = np.arange(1, len(order) + 1)
    factor = float((1 / ranks).sum()) if dependent else 1.0
    steps = p[order] * len(order) * factor / ranks
    found[order] = np.minimum(1.0, np.minimum.accumulate(steps[::-1])[::-1])
    return found
