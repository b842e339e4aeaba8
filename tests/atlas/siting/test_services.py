"""Several services against all choices of small towns: numbers, buildings, their room and one budget."""

import itertools

import numpy as np
import pytest

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.siting import Buildings, Service, Terms, demand, several_services
from tests.atlas.siting.every_choice import plan_or_refusal

AREAS, SITES = 4, 4


def total(costs: list[Floats], services: list[Service], buildings: Buildings, choice: tuple[tuple[int, ...], ...]) -> float | None:
    """What a choice costs; None where it breaks a rule."""
    used, spent, ways = np.zeros(SITES), 0.0, 0.0
    for cost, service, chosen in zip(costs, services, choice, strict=True):
        opened = [*chosen, *service.terms.existing.tolist()]
        if not opened:
            return None
        used[opened] += 1
        assert service.terms.prices is not None
        spent += float(service.terms.prices[list(chosen)].sum())
        ways += service.importance * float(service.demand.weights @ cost[:, opened].min(axis=1))
    standing = {site for service in services for site in service.terms.existing.tolist()}
    spent += sum(buildings.prices[site] for site in set(itertools.chain(*choice)) - standing)
    return ways if (used <= buildings.room).all() and spent <= buildings.budget else None


@pytest.mark.parametrize("seed", range(40))
def test_the_joint_plan_is_the_best_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    costs = [rng.integers(0, 30, (AREAS, SITES)).astype(float) for _ in range(2)]
    existing = [rng.permutation(SITES)[: rng.integers(0, 2)] for _ in range(2)]
    services = [
        Service(
            str(at),
            demand(cost, rng.integers(1, 5, AREAS).astype(float)),
            Terms(sites=2, existing=existing[at], prices=rng.integers(0, 9, SITES).astype(float)),
            importance=float(at + 1),
        )
        for at, cost in enumerate(costs)
    ]
    buildings = Buildings(rng.integers(0, 9, SITES).astype(float), rng.integers(1, 3, SITES), float(rng.integers(5, 30)))
    new = [
        [chosen for size in range(3) for chosen in itertools.combinations(set(range(SITES)) - {*old.tolist()}, size)] for old in existing
    ]
    best = min(
        (sum_ for choice in itertools.product(*new) if (sum_ := total(costs, services, buildings, choice)) is not None), default=None
    )
    plan = plan_or_refusal(lambda: several_services(services, buildings))
    if isinstance(plan, str):
        assert (plan, best) == ("no_allocation", None)
        return

    assert plan.objective == pytest.approx(best)
    assert plan.proven
    assert plan.bound <= plan.objective
    assert plan.spent <= buildings.budget + 1e-6
