"""What an owner pays: § 10 WoGG, §§ 8 to 15 WoGV, and the Lastenzuschuss that follows from it."""

from decimal import Decimal
from typing import Any

from lebenslage.benefits.wohngeld.rules.anspruch import lastenzuschuss
from lebenslage.benefits.wohngeld.rules.belastung import belastung
from lebenslage.benefits.wohngeld.rules.miete import belastung_ohne_garage, beruecksichtigte_miete
from lebenslage.law.engine import Result
from lebenslage.law.rules import Rule
from tests.law.plain import euros, figure, home, person, wohngeld


def owned(**told: Any) -> Result:
    """A pensioner in her own home of 60 m²."""
    return wohngeld(home(person(rente=1000), wohnform="eigentum", wohnflaeche=60, **told))


def monthly(rule: Rule = belastung, **told: Any) -> Decimal:
    """The burden a month."""
    return figure(owned(**told), rule)


def test_an_owner_pays_at_least_for_upkeep_and_operation() -> None:
    """WoGV § 13 Abs. 2: 36 euros a year and square metre, 60 * 36 / 12 = 180."""
    assert monthly() == 180


def test_interest_and_repayment_count_up_to_the_agreed_payment() -> None:
    """WoGV § 12 Abs. 2: 3,600 agreed a year are 300 a month."""
    paid = {"zinsen": 3000, "tilgung": 1200}

    assert monthly(**paid, vereinbarte_jahresleistung=3600) == 180 + 300
    assert monthly(**paid, vereinbarte_jahresleistung=9999) == 180 + 350


def test_tax_administration_guarantees_and_ground_rent_count() -> None:
    """(240 + 360 + 120 + 600) / 12 = 110."""
    assert monthly(grundsteuer=240, verwaltungskosten=360, buergschaftskosten=120, wiederkehrende_leistungen=600) == 180 + 110


def test_of_a_loan_repaid_by_a_savings_contract_two_percent_a_year_count() -> None:
    """WoGV § 12 Abs. 1 S. 2: 2 % of 90,000 are 1,800."""
    assert monthly(anspardarlehen=90_000) == 180 + 150


def test_a_fee_paid_for_everything_counts_whole_and_the_flat_sum_not_beside_it() -> None:
    """WoGV § 14 Abs. 1: the fee stands in the place of debt service, upkeep and operation; the tax is paid directly."""
    assert monthly(nutzungsentgelt=480, grundsteuer=240) == 480 + 20


def test_a_garage_is_taken_out_at_the_flat_sum_or_at_the_higher_fee() -> None:
    """WoGV § 15 Abs. 3."""
    assert monthly(belastung_ohne_garage, garage_eigentum="selbst_genutzt") == 180 - 36
    assert monthly(belastung_ohne_garage, garage_eigentum=50, stellplatz_eigentum=20) == 180 - 50 - 25


def test_a_burden_is_never_less_than_nothing() -> None:
    assert monthly(belastung_ohne_garage, garage_eigentum=500) == 0


def test_owners_get_a_subsidy_to_the_burden_and_tenants_one_to_the_rent() -> None:
    assert owned().value(lastenzuschuss) is True
    assert wohngeld(home()).value(lastenzuschuss) is False


def test_the_lastenzuschuss_by_hand() -> None:
    """Burden 180 + 230 = 410, so M = 520.40; Y = 991.50.

    z1 = 0.04 + 0.24963588 + 0.0404532 = 0.33008908; z2 = 327.2833...; 1.15 * 193.1167... = 222.08.
    """
    result = owned(zinsen=2000, tilgung=760, vereinbarte_jahresleistung=2760)

    assert (figure(result, beruecksichtigte_miete), euros(result)) == (Decimal("520.40"), 222)
