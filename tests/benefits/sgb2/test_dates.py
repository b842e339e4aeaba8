"""The law of a day: bands before July 2023, the refusal of 2027, when the right begins and ends."""

from datetime import date

import pytest

from lebenslage.benefits.sgb2 import SGB2_LEISTUNG, sgb2_erwerbstaetigenfreibetrag
from lebenslage.benefits.sgb2.rules.anspruch import sgb2_beginn, sgb2_ende
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.law.engine import LawOn
from tests.benefits.sgb2.families import adult, assessed, child, household, wages


@pytest.mark.parametrize(("on", "free"), [(date(2023, 6, 1), 28_000), (date(2023, 7, 1), 32_800)])
def test_the_bands_rose_in_july_2023(on: date, free: int) -> None:
    house = household(adult(**wages(1000, 800)))
    run = LawOn(on, (), (sgb2_erwerbstaetigenfreibetrag,)).conclude(house, sgb2_erwerbstaetigenfreibetrag)

    assert sgb2_erwerbstaetigenfreibetrag.value(run, 0) == free


@pytest.mark.parametrize(("on", "euros"), [(date(2023, 1, 1), 502), (date(2024, 1, 1), 563), (date(2026, 12, 1), 563)])
def test_each_year_has_its_standard_need(on: date, euros: int) -> None:
    assert assessed(household(adult(), miete=0), on).amount == 100 * euros


def test_a_year_without_figures_is_refused() -> None:
    with pytest.raises(DateWithoutTable):
        LawOn(date(2027, 1, 1), (SGB2_LEISTUNG,)).assess(household(adult()))


@pytest.mark.parametrize(
    ("filed", "begins", "ends"), [("2026-03-31", "2026-03-01", "2027-02-28"), ("2026-08-01", "2026-08-01", "2027-07-31")]
)
def test_the_application_reaches_back_to_the_first_of_its_month(filed: str, begins: str, ends: str) -> None:
    result = assessed(household(adult(), antragsdatum=filed), date.fromisoformat(begins))

    assert result.value(sgb2_beginn) == date.fromisoformat(begins).toordinal()
    assert result.value(sgb2_ende) == date.fromisoformat(ends).toordinal()


@pytest.mark.parametrize(("year", "zuschlag"), [(2024, 2_000), (2025, 2_500)])
def test_the_extra_for_children_rose_in_2025(year: int, zuschlag: int) -> None:
    house = household(adult(), child(geburtsdatum="2016-01-10"))
    with_child, plain = assessed(house, date(year, 6, 1)), assessed(household(adult(), child(kindergeld="nein")), date(year, 6, 1))

    kindergeld = {2024: 25_000, 2025: 25_500}[year]
    assert plain.amount is not None
    assert with_child.amount == plain.amount - kindergeld
    assert plain.amount % 10_000 == (56_300 + 6_756 + 30_000 + 39_000 + 30_000 + zuschlag) % 10_000
