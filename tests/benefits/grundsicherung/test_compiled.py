"""A city runs the very rules of a single household: compiled and plain social assistance agree, on worked cases and on drawn households."""

from datetime import date
from pathlib import Path

import pytest

from lebenslage import benefits
from lebenslage.benefits.asylblg import ASYLBLG
from lebenslage.benefits.grundsicherung import GRUNDSICHERUNG
from lebenslage.benefits.hilfe_zum_lebensunterhalt import HILFE_ZUM_LEBENSUNTERHALT
from lebenslage.law.engine import LawOn
from lebenslage.law.household import Household
from lebenslage.law.simulation import Simulation, household_of
from lebenslage.site.commands.household_files import read_household
from lebenslage.site.commands.worked_cases import read_cases
from tests.benefits.random_city import city
from tests.law.populations import given, tables

pytestmark = pytest.mark.slow

RIGHTS = (GRUNDSICHERUNG, HILFE_ZUM_LEBENSUNTERHALT, ASYLBLG)
MANY = 300
EXAMPLES = [Path(benefits.__file__).parent / right.id / "examples.yaml" for right in RIGHTS]


def agree(law: LawOn, houses: list[Household], rows: list[dict[str, object]]) -> None:
    """Every household comes out the same, both ways."""
    for house, row in zip(houses, rows, strict=True):
        for id, result in law.assess(house).items():
            assert (row[f"{id}_status"], row[f"{id}_cent"]) == (result.status.value, result.amount)


@pytest.mark.parametrize("on", [date(2023, 8, 1), date(2026, 3, 1)])
def test_compiled_and_plain_say_the_same_of_every_worked_case(on: date) -> None:
    law = LawOn(on, RIGHTS)
    houses = [read_household(case.household, on) for case in read_cases(EXAMPLES)]

    agree(law, houses, Simulation(law).simulate(tables(houses, given)).to_pylist())


@pytest.mark.parametrize("on", [date(2024, 2, 1), date(2026, 5, 1)])
def test_compiled_and_plain_say_the_same_of_drawn_households(on: date) -> None:
    law = LawOn(on, RIGHTS)
    simulation = Simulation(law)
    drawn = tables(city(on, sorted(simulation.kernel.facts, key=lambda fact: fact.id), MANY))
    prepared = simulation.prepare(drawn)
    found = simulation.simulate(drawn).to_pylist()

    assert not prepared.open.any()
    agree(law, [household_of(prepared, n) for n in range(len(found))], found)
