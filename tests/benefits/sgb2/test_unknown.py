"""What is decided while an answer is missing stays decided whatever the answer is."""

from pathlib import Path

import pytest

from lebenslage.benefits.sgb2 import SGB2_LEISTUNG
from lebenslage.law.engine import LawOn, Status
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN
from lebenslage.site.commands.household_files import read_household
from lebenslage.site.commands.worked_cases import Case, read_cases

EXAMPLES = Path(__file__).parents[3] / "src/lebenslage/benefits/sgb2/examples.yaml"
CASES = read_cases([EXAMPLES])
OPEN = next(case for case in CASES if case.id == "sgb2-offen")


def without_one_answer(house: Household) -> list[Household]:
    """The household with each answer taken away once; not those for which the statute names the ordinary case."""
    asked = {fact: values for fact, values in house.given.items() if fact.asked.assumed is None}
    return [
        Household(house.names, {**house.given, fact: [UNKNOWN if n == row else each for n, each in enumerate(values)]})
        for fact, values in asked.items()
        for row, value in enumerate(values)
        if value is not UNKNOWN
    ]


@pytest.mark.parametrize("case", [*CASES[::3], OPEN], ids=lambda case: case.id)
def test_a_decision_with_a_gap_is_the_decision_without_it(case: Case) -> None:
    """A case that is open itself stays open with one answer less."""
    law = LawOn(case.on, (SGB2_LEISTUNG,))
    house = read_household(case.household, case.on)
    whole = law.assess(house)["sgb2"]

    for gap in without_one_answer(house):
        found = law.assess(gap)["sgb2"]
        assert found.status is Status.UNKNOWN or (found.status, found.amount) == (whole.status, whole.amount)
