"""The trade tax: a charge that nobody has unasked, in whole cents, with a rate of the municipality."""

from datetime import date

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.gewerbesteuer.rules import gewerbesteuer_freibetrag, steuermessbetrag, vorauszahlung
from lebenslage.benefits.together import Law
from lebenslage.law.engine import Result, Status

ON = date(2025, 12, 1)
PEOPLE = {"Anna": {"verhaeltnis": "antragstellend"}}


def taxed(income: object, form: str = "natuerliche_person", rate: int = 480) -> Result:
    """The trade tax of a business."""
    told = {"gewerbe_betrieben": "ja", "rechtsform": form, "gewerbeertrag": income, "hebesatz": rate}
    return Law.on(ON).assess(VOCABULARY.read({"haushalt": told, "personen": PEOPLE}))["gewerbesteuer"]


def test_nobody_is_asked_for_a_trade_and_nobody_has_the_charge_unasked() -> None:
    result = Law.on(ON).assess(VOCABULARY.read({"haushalt": {}, "personen": PEOPLE}))["gewerbesteuer"]

    assert result.status is Status.NO
    assert result.missing == ()


def test_the_charge_is_one_of_a_year() -> None:
    result = taxed(80_049, rate=580)

    assert result.amount == 1_126_650
    assert result.benefit.unit is not None
    assert result.benefit.unit.per == "year"


@pytest.mark.parametrize(
    ("form", "allowance"), [("natuerliche_person", 24_500), ("kapitalgesellschaft", 0), ("beguenstigte_koerperschaft", 5000)]
)
def test_the_allowance_follows_the_legal_form(form: str, allowance: int) -> None:
    assert taxed(60_000, form).value(gewerbesteuer_freibetrag) == allowance * 100


@pytest.mark.parametrize(("income", "base"), [("24500", 0), ("24599.99", 0), ("24600", 350), ("24699.99", 350), ("24700", 700)])
def test_the_base_amount_rises_with_each_full_hundred_euros(income: str, base: int) -> None:
    assert taxed(income).value(steuermessbetrag) == base


def test_a_payment_in_advance_is_whole_euros_and_none_below_fifty() -> None:
    assert taxed(25_300, rate=715).value(vorauszahlung) == 5000
    assert taxed(25_300, rate=714).value(vorauszahlung) == 0
