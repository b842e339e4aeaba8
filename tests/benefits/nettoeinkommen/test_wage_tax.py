"""Tax on wages by tax class, beside the calculator of the Federal Ministry of Finance (values as GETTSIM's test cases record them)."""

from datetime import date

import pytest

from lebenslage.benefits.nettoeinkommen import einkommensteuer
from lebenslage.benefits.nettoeinkommen.rules.lohnsteuer import (
    jahreslohnsteuer,
    kirchensteuer_im_monat,
    klasse,
    lohnsteuer_gesamt,
    solidaritaetszuschlag,
)
from lebenslage.benefits.nettoeinkommen.statute import parameter
from lebenslage.benefits.nettoeinkommen.tarif import in_vollen_euro
from tests.benefits.nettoeinkommen.worker import concluded

CLASSES = ("i", "ii", "iii", "iv", "v", "vi")
CHILDLESS_30K = (2248, 1186, 0, 2248, 5588, 6120)
PARENT_30K = (2294, 1230, 0, 2294, 5664, 6195)
CHILDLESS_60K = (9389, 7974, 4822, 9389, 15364, 15895)
CHILDLESS_60K_IN_2025 = (9551, 8121, 4994, 9551, 15485, 16017)


@pytest.mark.parametrize(("tax_class", "euros"), [*zip(CLASSES, CHILDLESS_30K, strict=True)])
def test_30000_euros_in_2026(tax_class: str, euros: int) -> None:
    assert concluded(2026, jahreslohnsteuer, bruttolohn=2500, steuerklasse=tax_class) == [100 * euros]


@pytest.mark.parametrize(("tax_class", "euros"), [*zip(CLASSES, PARENT_30K, strict=True)])
def test_30000_euros_of_a_parent_in_2026(tax_class: str, euros: int) -> None:
    assert concluded(2026, jahreslohnsteuer, bruttolohn=2500, steuerklasse=tax_class, hat_kinder="ja", kinder_unter_25=1) == [100 * euros]


@pytest.mark.parametrize(("tax_class", "euros"), [*zip(CLASSES, CHILDLESS_60K, strict=True)])
def test_60000_euros_in_2026(tax_class: str, euros: int) -> None:
    assert concluded(2026, jahreslohnsteuer, bruttolohn=5000, steuerklasse=tax_class) == [100 * euros]


@pytest.mark.parametrize(("tax_class", "euros"), [*zip(CLASSES, CHILDLESS_60K_IN_2025, strict=True)])
def test_60000_euros_in_2025_with_a_fund_that_asks_for_2_6_percent(tax_class: str, euros: int) -> None:
    found = concluded(2025, jahreslohnsteuer, bruttolohn=5000, steuerklasse=tax_class, figures={"sgb5_zusatzbeitrag": "0.026"})

    assert found == [100 * euros]


TARIFF = [
    (2023, 10_908, 0),
    (2023, 36_000, 6_531),
    (2024, 50_000, 10_872),
    (2024, 100_000, 31_363),
    (2026, 12_348, 0),
    (2026, 12_349, 0),
    (2026, 17_799, 1_034),
    (2026, 17_800, 1_035),
    (2026, 69_878, 18_213),
    (2026, 69_879, 18_213),
    (2026, 277_825, 105_550),
    (2026, 277_826, 105_551),
]


@pytest.mark.parametrize(("year", "income", "tax"), TARIFF)
def test_the_tariff_at_the_borders_of_its_zones(year: int, income: int, tax: int) -> None:
    figures = [parameter(name).on(date(year, 1, 1)).value for name in ("est_grenzen", "est_quadrat", "est_satz", "est_fest")]

    assert in_vollen_euro(100 * income, *figures) == 100 * tax


def test_a_couple_pays_twice_the_tax_of_half_the_income() -> None:
    spouse = {"verhaeltnis": "ehegatte", "getrennt_lebend": "nein", "einkommensarten": [], "geburtsdatum": "1981-01-01"}
    ben = {**spouse, "kindergeld": "nein", "elternteil_1": "niemand", "elternteil_2": "niemand"}

    alone, together = (
        concluded(2026, einkommensteuer, bruttolohn=4000),
        concluded(2026, einkommensteuer, bruttolohn=4000, others={"Ben": ben}),
    )

    # 46,770 - 36 - 4,464 - 5,184 = 37,086: 6,301 euros; with 36 more off, half of it is 18,525: 1,209 euros, twice
    assert (alone, together) == ([630100], [241800])


def test_who_does_not_know_the_class_has_the_first_one() -> None:
    assert concluded(2026, klasse, bruttolohn=3000, steuerklasse="unbekannt") == [1]


def test_the_surcharge_rises_slowly_above_its_threshold() -> None:
    assert concluded(2026, solidaritaetszuschlag, bruttolohn=7500) == [0]
    tax, surcharge = concluded(2026, jahreslohnsteuer, solidaritaetszuschlag, bruttolohn=8000)

    # 96,000 - 1,230 - 36 - 16,496 = 78,238; 0.42 * 78,238 - 11,135.63 = 21,724; 11.9 % of what exceeds 20,350, a twelfth
    assert (tax, surcharge) == (2172400, 1362)


def test_church_tax_is_a_share_of_the_wage_tax() -> None:
    tax, church, all_taxes = concluded(
        2026, jahreslohnsteuer, kirchensteuer_im_monat, lohnsteuer_gesamt, bruttolohn=2500, kirchensteuer="neun_prozent"
    )

    assert (tax, church, all_taxes) == (224800, 224800 // 12 * 9 // 100, 224800 // 12 + 224800 // 12 * 9 // 100)
