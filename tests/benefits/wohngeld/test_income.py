"""The yearly income of a person: §§ 14 to 16 WoGG."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lebenslage.benefits.wohngeld.rules.einkommen import jahreseinkommen, summe_der_einnahmen
from lebenslage.benefits.wohngeld.rules.freibetraege import gesamteinkommen
from tests.law.plain import ON, figure, home, person, wohngeld


def counted(on: date = ON, **told: Any) -> Decimal:
    """What counts of a person's receipts in a year, before deductions."""
    return figure(wohngeld(home(person(**told)), on), summe_der_einnahmen)


def with_payment(amount: int, received: str, months: int, applied: str, **told: Any) -> Decimal:
    """What counts in a year of a one-off payment."""
    one = person(einmalzahlung=amount, einmalzahlung_am=received, einmalzahlung_monate=months)
    return figure(wohngeld(home(one, antragsdatum=applied, **told)), summe_der_einnahmen)


WAGE = {"werbungskosten": "pauschal", "gewerkschaftsbeitrag": 0}


def test_of_a_wage_the_lump_sum_for_costs_is_taken() -> None:
    """12 * 2,000 - 1,230."""
    assert counted(bruttolohn=2000, **WAGE) == 22_770


def test_higher_costs_that_are_proven_are_taken_instead() -> None:
    assert counted(bruttolohn=2000, werbungskosten=2500, gewerkschaftsbeitrag=0) == 21_500
    assert counted(bruttolohn=2000, werbungskosten=900, gewerkschaftsbeitrag=0) == 22_770


def test_costs_make_no_loss() -> None:
    assert counted(bruttolohn=100, **WAGE) == 0


def test_until_2025_union_dues_are_costs_like_others() -> None:
    dues = {"bruttolohn": 2000, "werbungskosten": "pauschal", "gewerkschaftsbeitrag": 240}

    assert counted(date(2025, 12, 1), **dues) == 22_770
    assert counted(date(2025, 12, 1), **{**dues, "werbungskosten": 1200}) == 24_000 - 1440


def test_since_2026_union_dues_count_beside_the_lump_sum() -> None:
    """§ 9a S. 3 EStG."""
    dues = {"bruttolohn": 2000, "werbungskosten": "pauschal", "gewerkschaftsbeitrag": 240}

    assert counted(date(2026, 1, 1), **dues) == 24_000 - 1230 - 240


def test_bonuses_of_the_next_twelve_months_count_whole() -> None:
    """§ 15 Abs. 3."""
    assert counted(bruttolohn=2000, sonderzahlungen=1500, **WAGE) == 22_770 + 1500


def test_a_minijob_has_no_lump_sum_but_proven_costs() -> None:
    """§ 14 Abs. 1 S. 3 Nr. 2."""
    assert counted(minijob=556, minijob_kosten=0) == 6672
    assert counted(minijob=556, minijob_kosten=200) == 6472


def test_a_loss_of_one_kind_lowers_no_other() -> None:
    """§ 14 Abs. 1 S. 4."""
    assert counted(gewinn_selbststaendig=9000, gewinn_gewerbe=-4000, ueberschuss_vermietung=-2000) == 9000


def test_of_capital_income_100_euros_stay_free() -> None:
    """Nr. 15."""
    assert (counted(kapitalertraege=950), counted(kapitalertraege=80)) == (850, 0)


def test_pensions_count_whole_with_one_lump_sum_a_kind() -> None:
    """12 * (1,000 + 100) - 102 and 12 * 500 - 102."""
    assert counted(rente=1000, andere_rente=100) == 13_098
    assert counted(rente=1000, versorgungsbezuege=500) == 11_898 + 5898


@pytest.mark.parametrize(("plus", "children", "year"), [("nein", 1, 3600), ("ja", 1, 5400), ("nein", 2, 0), ("ja", 2, 3600)])
def test_elterngeld_counts_above_300_euros_a_child_and_above_150_as_elterngeld_plus(plus: str, children: int, year: int) -> None:
    """600 euros a month."""
    assert counted(elterngeld=600, elterngeld_plus=plus, elterngeld_kinder=children) == year


def test_maintenance_counts_whole_but_what_pays_a_carer_up_to_6540_euros() -> None:
    """Nr. 19 a and 20 a."""
    assert counted(unterhalt=300, ehegattenunterhalt=400) == 8400
    assert counted(ehegattenunterhalt=700, davon_fuer_pflegeperson=5000) == 3400
    assert counted(ehegattenunterhalt=700, davon_fuer_pflegeperson=9999) == 1860


def test_gifts_of_those_who_owe_none_count_above_480_euros() -> None:
    """Nr. 19 b."""
    assert (counted(zuwendungen=480), counted(zuwendungen=600)) == (0, 120)


@pytest.mark.parametrize(
    "kind", ["steuerfreie_zuschlaege", "betriebliche_vorsorge", "unfallrente", "lohnersatz", "unterhaltsvorschuss", "miethilfe"]
)
def test_what_replaces_or_raises_a_wage_counts_whole(kind: str) -> None:
    assert counted(**{kind: 200}) == 2400


@pytest.mark.parametrize("kind", ["pflegekind_unterhalt", "pflegeerziehung", "pflegegeld_fuer_andere", "ausbildungsfoerderung"])
def test_of_foster_care_and_training_grants_half_counts(kind: str) -> None:
    """Nr. 24 to 27; half of 12 * 333.33 stays exact."""
    assert counted(**{kind: "333,33"}) == Decimal("1999.98")


def test_other_receipts_count_whole_or_half_as_the_list_says() -> None:
    assert counted(sonstige_einnahmen_voll="10,01", sonstige_einnahmen_halb="10,01") == Decimal("15.015")


def test_a_benefit_without_housing_costs_is_income_of_a_member_who_counts() -> None:
    """Nr. 30."""
    granted = {"leistung_stand": "bewilligt", "leistung_ab": "1.1.2025", "leistung_bis": "offen", "leistung_mit_unterkunft": "nein"}

    assert counted(leistung="verletztengeld", leistung_betrag=563, **granted) == 6756


@pytest.mark.parametrize(
    ("paid", "left"),
    [([], 22_770), (["steuern"], 20_493), (["krankenversicherung", "rentenversicherung"], 18_216)],
)
def test_a_tenth_is_taken_off_for_each_kind_of_contribution(paid: list[str], left: int) -> None:
    """§ 16."""
    result = wohngeld(home(person(bruttolohn=2000, abzuege=paid, **WAGE)))

    assert figure(result, jahreseinkommen) == left


def test_each_person_has_her_own_tenths() -> None:
    """(22,770 * 0.7 + 2,400) / 12."""
    paid = ["steuern", "krankenversicherung", "rentenversicherung"]
    result = wohngeld(home(person(bruttolohn=2000, abzuege=paid, **WAGE), person("verwandt", lohnersatz=200)))

    assert figure(result, gesamteinkommen) == Decimal("1528.25")


def test_a_payment_for_a_period_is_spread_over_its_months() -> None:
    """§ 15 Abs. 2 S. 1: 2,400 for the six months from July: all in the period. For 24 months: half of it."""
    assert with_payment(2400, "10.7.2025", 6, "1.7.2025") == 2400
    assert with_payment(2400, "10.7.2025", 24, "1.7.2025") == 1200


def test_a_payment_without_a_period_is_spread_over_the_twelve_months_after() -> None:
    """§ 15 Abs. 2 S. 2: received in March 2025 for April 2025 to March 2026, nine of them in the period from July."""
    assert with_payment(1200, "15.3.2025", 0, "1.7.2025") == 900


def test_a_payment_still_to_come_counts_for_the_months_after_it() -> None:
    """Expected in January 2026: February to June 2026 are five months of the period."""
    assert with_payment(1200, "15.1.2026", 0, "1.7.2025") == 500


@pytest.mark.parametrize(("received", "counts"), [("20.3.2024", 100), ("19.3.2024", 0)])
def test_a_payment_more_than_a_year_before_the_application_no_longer_counts(received: str, counts: int) -> None:
    """§ 15 Abs. 2 S. 3: applied on 20 March 2025. For April 2024 to March 2025, so one month of the period from 1 March."""
    assert with_payment(1200, received, 0, "20.3.2025") == counts


def test_for_a_renewal_filed_too_early_the_year_runs_from_the_day_it_counts_as_filed() -> None:
    """§ 22 Abs. 4: as of 1 July 2025. July 2024 to June 2026: ten of the 24 months lie in the period from September."""
    early = {"laufender_bescheid_bis": "31.8.2025"}

    assert with_payment(2400, "30.6.2024", 24, "2.5.2025", **early) == 0
    assert with_payment(2400, "1.7.2024", 24, "2.5.2025", **early) == 1000


def test_a_period_of_six_months_is_reckoned_up_to_a_year() -> None:
    """§ 15 Abs. 4: 600 euros for July to December 2025 are 100 a month, 1,200 a year."""
    assert with_payment(600, "1.7.2025", 6, "1.7.2025", dauer_monate=6) == 1200


def test_contributions_are_taken_off_one_off_income_too() -> None:
    """§ 16 S. 5."""
    one = person(einmalzahlung=1200, einmalzahlung_am="1.7.2025", einmalzahlung_monate=12, abzuege=["steuern"])

    assert figure(wohngeld(home(one)), jahreseinkommen) == 1080
