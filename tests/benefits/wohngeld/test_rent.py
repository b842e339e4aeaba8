"""The rent that counts: §§ 9, 11 and 12 WoGG, §§ 2 to 7 WoGV."""

from decimal import Decimal
from typing import Any

import pytest

from lebenslage.benefits.wohngeld.rules.hoechstbetrag import heizkostenentlastung, hoechstbetrag, klimakomponente
from lebenslage.benefits.wohngeld.rules.miete import (
    beruecksichtigte_miete,
    bruttokaltmiete,
    miete_nach_abzuegen,
    miete_nach_teilflaechen,
    miete_ohne_heizkostenentlastung,
)
from tests.law.plain import Answers, euros, figure, home, person, wohngeld

EXCLUDED: Answers = {"leistung": "grundsicherungsgeld", "leistung_stand": "bewilligt", "leistung_ab": "1.1.2025", "leistung_bis": "offen"}


def cold_rent(*people: Answers, **told: Any) -> Decimal:
    """The rent without heating and the like."""
    return figure(wohngeld(home(*people, **told)), bruttokaltmiete)


def left(*people: Answers, **told: Any) -> Decimal:
    """The rent of 900 euros after everything of § 11 Abs. 2."""
    return figure(wohngeld(home(*people, miete=900, **told)), miete_nach_abzuegen)


def test_heating_and_warm_water_are_taken_off_as_the_contract_says() -> None:
    """§ 9 Abs. 2 S. 1 Nr. 1."""
    assert cold_rent(miete=700, heizkosten="84,50", warmwasserkosten="15,50") == 600


def test_what_the_contract_does_not_part_is_taken_off_at_a_flat_rate() -> None:
    """WoGV § 6 Abs. 2 for one resident with 60 m²: 75 + 9 + 41 + 36 + 25 = 186."""
    flat = dict.fromkeys(("heizkosten", "warmwasserkosten", "haushaltsenergie", "garage", "stellplatz"), "pauschal")

    assert cold_rent(miete=786, wohnflaeche=60, **flat) == 600


@pytest.mark.parametrize(("residents", "water", "energy"), [(1, 9, 41), (2, 17, 74), (3, 20, 89), (5, 26, 119)])
def test_flat_rates_grow_with_the_residents(residents: int, water: int, energy: int) -> None:
    """Every resident counts here, a flatmate too."""
    people = [person(), *(person("mitbewohnend") for _ in range(residents - 1))]

    assert cold_rent(*people, miete=500, warmwasserkosten="pauschal", haushaltsenergie="pauschal") == 500 - water - energy


def test_services_beyond_the_dwelling_are_no_rent() -> None:
    """§ 9 Abs. 2 S. 1 Nr. 5."""
    assert cold_rent(miete=700, dienste="99,99") == Decimal("600.01")


def test_more_taken_off_than_paid_leaves_no_rent() -> None:
    assert cold_rent(miete=50, heizkosten=80) == 0


def test_above_the_cap_the_rent_no_longer_counts() -> None:
    """One person, level III in 2025: 456 + 19.20, and the relief of 110.40 on top."""
    results = [wohngeld(home(person(rente=1000), miete=rent)) for rent in ("475,20", 476, 2000)]

    assert {figure(result, beruecksichtigte_miete) for result in results} == {Decimal("585.60")}


@pytest.mark.parametrize(
    ("members", "cap", "climate", "heating"),
    [(1, 456, "19.20", "110.40"), (5, 875, "39.20", "225.40"), (6, 981, "44.00", "253.00"), (12, 1617, "72.80", "418.60")],
)
def test_each_further_member_raises_the_tables(members: int, cap: int, climate: str, heating: str) -> None:
    result = wohngeld(home(person(), *(person("kind") for _ in range(members - 1))))

    assert figure(result, hoechstbetrag) == cap
    assert (figure(result, klimakomponente), figure(result, heizkostenentlastung)) == (Decimal(climate), Decimal(heating))


def test_with_thirteen_who_count_the_tables_stay_at_twelve() -> None:
    result = wohngeld(home(person(), *(person("kind") for _ in range(12))))

    assert (figure(result, hoechstbetrag), figure(result, heizkostenentlastung)) == (1617, Decimal("418.60"))


def test_with_twelve_of_fourteen_who_count_the_tables_are_read_for_all() -> None:
    """§ 11 Abs. 3 S. 3: 875 + 9 * 106 = 1829."""
    result = wohngeld(home(person(**EXCLUDED), person("kind", **EXCLUDED), *(person("kind") for _ in range(12))))

    assert figure(result, hoechstbetrag) == 1829


def test_in_a_mixed_household_the_share_of_those_who_count_is_taken() -> None:
    """BMWSB example 10 (Lübeck, level IV): half of 570, not of 619 + 24.80, and half of 142.60: M = 356.30, 191 euros."""
    retired = person(rente=880, abzuege=["krankenversicherung"])
    result = wohngeld(home(retired, person("ehegatte", **EXCLUDED), mietenstufe="iv", miete=570))

    assert (figure(result, beruecksichtigte_miete), euros(result)) == (Decimal("356.30"), 191)


def test_in_a_mixed_household_the_cap_is_shared_too() -> None:
    """Two of three count: 2 / 3 of 657 + 29.60."""
    result = wohngeld(home(person(), person("ehegatte", **EXCLUDED), person("kind"), miete=2000))

    assert figure(result, miete_ohne_heizkostenentlastung) == Decimal("457.7333333333")


def test_a_part_for_business_only_is_left_out_by_its_area() -> None:
    """§ 11 Abs. 2 Nr. 1: 15 of 60 m²."""
    assert left(wohnflaeche=60, gewerbeflaeche=15) == 675


def test_a_part_let_to_others_is_left_out_by_its_area_or_by_the_higher_fee() -> None:
    """§ 11 Abs. 2 Nr. 2: 20 of 60 m² are 300 euros of 900."""
    assert left(wohnflaeche=60, ueberlassene_flaeche=20, ueberlassung_entgelt=250) == 600
    assert left(wohnflaeche=60, ueberlassene_flaeche=20, ueberlassung_entgelt=350) == 550


def test_a_flatmate_s_head_share_is_left_out_or_her_higher_payment() -> None:
    """§ 11 Abs. 2 Nr. 3: one of three residents."""
    for paid, remains in ((0, 600), (299, 600), (301, 599)):
        assert left(person(), person("kind"), person("mitbewohnend", mitbewohner_entgelt=paid)) == remains


def test_a_flatmate_with_her_own_contract_or_another_home_takes_no_share() -> None:
    own, elsewhere = person("mitbewohnend", eigenes_wohnrecht="ja"), person("mitbewohnend", lebensmittelpunkt="nein")

    assert left(person(), own) == left(person(), elsewhere) == 900


def test_a_relative_without_a_right_to_stay_takes_her_share() -> None:
    """She is no member (§ 5 Abs. 3), so she lives here as somebody else."""
    assert left(person(), person("verwandt", aufenthalt="kein_recht")) == 450


def test_public_money_for_the_rent_and_a_sponsor_s_payment_are_left_out() -> None:
    """§ 11 Abs. 2 Nr. 4 and 5."""
    assert left(wohnkostenfoerderung="120,50", zahlung_nach_68_aufenthg=100) == Decimal("679.50")


def test_the_shares_are_taken_in_the_order_of_the_statute() -> None:
    """Business 900 - 150 = 750, let 750 - 150 = 600 (of the whole area each), half to the flatmate 300, aid 300 - 40 - 60 = 200."""
    told = {"wohnflaeche": 60, "gewerbeflaeche": 10, "ueberlassene_flaeche": 10, "ueberlassung_entgelt": 0}
    result = wohngeld(home(person(), person("mitbewohnend"), miete=900, wohnkostenfoerderung=40, zahlung_nach_68_aufenthg=60, **told))

    assert (figure(result, miete_nach_teilflaechen), figure(result, miete_nach_abzuegen)) == (600, 200)


def test_what_is_left_out_comes_off_the_rent_and_not_off_the_cap() -> None:
    """A rent of 2,000 less half for the flatmate is still above the cap for one of 475.20."""
    result = wohngeld(home(person(), person("mitbewohnend"), miete=2000))

    assert figure(result, miete_ohne_heizkostenentlastung) == Decimal("475.20")


def test_in_a_home_the_cap_always_counts() -> None:
    """§ 9 Abs. 3 S. 2, § 11 Abs. 1 S. 2."""
    assert figure(wohngeld(home(person(rente=1000), wohnform="heim")), beruecksichtigte_miete) == Decimal("585.60")


def test_in_an_own_house_of_more_than_two_dwellings_the_rental_value_counts_and_is_income() -> None:
    """§ 9 Abs. 3 S. 1, § 14 Abs. 2 Nr. 31: Y = 991.50 + 300; M = 300 + 110.40 = 410.40.

    z1 = 0.04 + 0.19686888 + 0.0526932 = 0.28956208; z2 = 373.9694...; 1.15 * 36.4305... = 41.90.
    """
    result = wohngeld(home(person(rente=1000), wohnform="eigenes_mehrfamilienhaus", mietwert=300))

    assert (figure(result, beruecksichtigte_miete), euros(result)) == (Decimal("410.40"), 42)
