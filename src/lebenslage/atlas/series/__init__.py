"""How an index and its areas move over editions: breaks of method, trends, who stays at the bottom, how long, and who moved.

Nothing is compared over a change of method or of boundaries unless the caller names the break; unknown stays unknown.
"""

from lebenslage.atlas.series.duration import Median, Survival, kaplan_meier, median_duration
from lebenslage.atlas.series.editions import Break, Difference, Edition, Panel, breaks, carried, difference, on_common_basis, side_by_side
from lebenslage.atlas.series.movers import People, Split, split_change
from lebenslage.atlas.series.persistence import ByChance, Persistence, Transitions, by_chance, persistence, transitions
from lebenslage.atlas.series.trend import Trend, trend

__all__ = [
    "Break",
    "ByChance",
    "Difference",
    "Edition",
    "Median",
    "Panel",
    "People",
    "Persistence",
    "Split",
    "Survival",
    "Transitions",
    "Trend",
    "breaks",
    "by_chance",
    "carried",
    "difference",
    "kaplan_meier",
    "median_duration",
    "on_common_basis",
    "persistence",
    "side_by_side",
    "split_change",
    "transitions",
    "trend",
]
