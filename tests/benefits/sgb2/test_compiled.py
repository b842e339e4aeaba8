"""A city runs the very rules of a single household: compiled and plain SGB II agree, on both sides of the reform."""

from datetime import date
from pathlib import Path

import pytest

from lebenslage.benefits.sgb2 import SGB2_LEISTUNG
from lebenslage.law.engine import LawOn
from lebenslage.law.simulation import Simulation
from lebenslage.site.commands.household_files import read_household
from lebenslage.site.commands.worked_cases import read_cases
from tests.law.populations import given, tables

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parents[3] / "src/lebenslage/benefits/sgb2/examples.yaml"


@pytest.mark.parametrize("on", [date(2023, 8, 1), date(2026, 3, 1), date(2026, 8, 1)])
def test_compiled_and_plain_say_the_same_of_every_worked_case(on: date) -> None:
    law = LawOn(on, (SGB2_LEISTUNG,))
    city = [read_household(case.household, on) for case in read_cases([EXAMPLES])]
    out = Simulation(law, only=("sgb2",)).simulate(tables(city, given)).to_pylist()

    for house, row in zip(city, out, strict=True):
        result = law.assess(house)["sgb2"]
        assert (row["sgb2_status"], row["sgb2_cent"]) == (result.status.value, result.amount)
