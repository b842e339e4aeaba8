"""As many sites as were asked for: where fewer do for the objective, the rest shortens the ways of most people."""

from __future__ import annotations

import numpy as np

from lebenslage.atlas.arrays import Ints
from lebenslage.atlas.siting.arcs import Arcs
from lebenslage.atlas.siting.interchange import greedy
from lebenslage.atlas.siting.question import Question
from lebenslage.atlas.siting.setting import Setting


def filled(setting: Setting, chosen: Ints) -> Ints:
    """The free sites of a choice, with more up to the number; with a budget nothing is bought that the objective does not need."""
    spare = setting.count - len(chosen)
    if setting.terms.sites is None or np.isfinite(setting.budget) or spare == 0:
        return np.sort(chosen)
    ways, people = setting.ways.of_sites(setting.free), setting.demand.weights
    after = setting.after(setting.chosen(chosen))
    borne = people * np.where(np.isfinite(after), after, ways.costs.max(initial=0.0) + 1)
    arcs = Arcs(borne, ways.starts, ways.rows, ways.costs * people[ways.rows]).below(borne)
    nothing = np.zeros(len(setting.free))
    more = greedy(Question(arcs, nothing, spare, nothing))
    left = np.setdiff1d(np.arange(len(setting.free)), np.union1d(chosen, more))
    return np.sort(np.concatenate((chosen, more, left[: spare - len(more)])))
