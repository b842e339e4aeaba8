"""The rights that follow from a notice say the same of a city as of each household: compiled equals plain."""

from datetime import date

import pytest

from lebenslage.benefits.together import Law
from lebenslage.law.simulation import Simulation, household_of
from tests.benefits.random_city import RIGHTS, city
from tests.law.populations import tables

pytestmark = pytest.mark.slow

MANY = 300


@pytest.mark.parametrize("on", [date(2024, 2, 1), date(2025, 8, 1), date(2026, 5, 1), date(2026, 9, 1)])
def test_compiled_and_plain_say_the_same(on: date) -> None:
    law = Law.on(on)
    simulation = Simulation(law, only=RIGHTS)
    households = tables(city(on, simulation.kernel.facts, MANY))
    prepared = simulation.prepare(households)
    found = simulation.simulate(households).to_pydict()
    plain = [law.assess(household_of(prepared, h), *RIGHTS) for h in range(MANY)]

    assert not prepared.open.any()
    for right in RIGHTS:
        statuses = [result[right].status.value for result in plain]
        assert found[f"{right}_status"] == statuses
        assert found[f"{right}_cent"] == [result[right].amount or 0 for result in plain]
        assert len(set(statuses)) == 2, right
