"""Small towns with all the terms there are, and the best choice found by looking at every one."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.siting import Demand, Terms, demand
from lebenslage.kernel.errors import Problem

INF = float("inf")


@dataclass(frozen=True)
class Small:
    """A town of a few areas and sites, and terms."""

    costs: Floats
    people: Floats
    classes: Ints
    terms: Terms
    radius: float

    @property
    def demand(self) -> Demand:
        return demand(self.costs, self.people, classes=self.classes)

    def choices(self) -> Iterator[list[int]]:
        """Every choice that keeps number, budget, must and must-not."""
        terms = self.terms
        taken = {*terms.existing.tolist(), *terms.must.tolist(), *terms.must_not.tolist()}
        free = [site for site in range(self.costs.shape[1]) if site not in taken]
        for size in range(len(free) + 1):
            for some in itertools.combinations(free, size):
                chosen = [*terms.must.tolist(), *some]
                affordable = terms.prices is None or terms.prices[chosen].sum() <= terms.budget
                if affordable and (terms.sites is None or len(chosen) <= terms.sites):
                    yield chosen

    def felt(self) -> Floats:
        """The weight of a way, by class."""
        multipliers = self.terms.multipliers
        return np.ones(len(self.people)) if multipliers is None else multipliers[self.classes]

    def ways(self, chosen: Sequence[int]) -> Floats:
        """The way of each area to the nearest open site, inf beyond the farthest."""
        opened = [*self.terms.existing.tolist(), *chosen]
        near = self.costs[:, opened].min(axis=1) if opened else np.full(len(self.people), INF)
        return np.where(near <= self.terms.farthest, near, INF)

    def groups(self) -> list[Flags]:
        """Whose objective counts first: each class, or all at once."""
        inhabited = self.people > 0
        ranks = np.unique(self.classes) if self.terms.burdened_first else [None]
        return [inhabited & (self.classes == rank) if rank is not None else inhabited for rank in ranks]

    def value(self, model: str, chosen: Sequence[int]) -> tuple[float, ...] | None:
        """What a choice costs in a model, to be made small; None where it leaves somebody out who must be reached."""
        ways, weights, paid = self.ways(chosen), self.people * self.felt(), self.paid(model, chosen)
        limit = self.radius if model == "set_cover" else INF
        if model != "coverage" and not (np.isfinite(ways) & (ways <= limit))[self.people > 0].all():
            return None
        found = {
            "p_median": lambda mine: weights[mine] @ ways[mine],
            "facility_location": lambda mine: weights[mine] @ ways[mine] + paid,
            "coverage": lambda mine: -weights[mine & (ways <= self.radius)].sum(),
            "p_center": lambda mine: (ways * self.felt())[mine].max(initial=0.0),
            "set_cover": lambda mine: paid,
        }[model]
        return tuple(float(found(mine)) for mine in self.groups())

    def paid(self, model: str, chosen: Sequence[int]) -> float:
        """The prices of a choice; without prices a set cover counts sites."""
        if self.terms.prices is None:
            return float(len(chosen)) if model == "set_cover" else 0.0
        return float(self.terms.prices[list(chosen)].sum())

    def best(self, model: str) -> tuple[float, ...] | None:
        """The least value of all choices; None where none is possible."""
        return min((value for chosen in self.choices() if (value := self.value(model, chosen)) is not None), default=None)


def plan_or_refusal[Found](work: Callable[[], Found]) -> Found | str:
    """What was found, or the key of the problem."""
    try:
        return work()
    except Problem as problem:
        return problem.key


@st.composite
def small_towns(draw: st.DrawFn, *, ordered: bool = True) -> Small:
    """Towns with gaps in their network, empty areas, and any mix of terms; `ordered`: the most burdened may come first."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    areas, sites = draw(st.integers(2, 8)), draw(st.integers(2, 7))
    costs = rng.integers(0, 30, (areas, sites)).astype(float) if draw(st.booleans()) else rng.uniform(0, 30, (areas, sites))
    if draw(st.booleans()):
        costs[rng.random(costs.shape) < 0.25] = INF
    order = rng.permutation(sites)
    ends = np.cumsum([draw(st.integers(0, 1)), draw(st.integers(0, 1)), draw(st.integers(0, 1))]).clip(max=sites)
    existing, must, must_not = order[: ends[0]], order[ends[0] : ends[1]], order[ends[1] : ends[2]]
    priced, limited = draw(st.booleans()), draw(st.booleans())
    allowed = sites - len(existing) - len(must_not)
    terms = Terms(
        sites=draw(st.integers(len(must), allowed)) if not (priced and limited) or draw(st.booleans()) else None,
        existing=existing,
        must=must,
        must_not=must_not,
        budget=float(draw(st.integers(9, 25))) if priced and limited else INF,
        prices=rng.integers(0, 9, sites).astype(float) if priced else None,
        farthest=draw(st.sampled_from([INF, 24.0])),
        multipliers=draw(st.sampled_from([None, np.array([3.0, 2.0, 1.0])])),
        burdened_first=ordered and draw(st.booleans()),
    )
    return Small(costs, rng.integers(0, 6, areas).astype(float), rng.integers(0, 3, areas), terms, draw(st.floats(4, 25)))
