"""The amount (§ 19 WoGG, Anlagen 2 and 3) equals a second calculation with `decimal`, and moves the way the statute means it to."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lebenslage.benefits.facts import einkommen, wohnen
from lebenslage.benefits.facts.wohnen import Wohnform
from lebenslage.benefits.together import Law
from lebenslage.benefits.wohngeld.rules import freibetraege, haushalt, hoehe, miete
from lebenslage.kernel.fixed import ONE
from lebenslage.law.engine import Result
from lebenslage.law.household import Household
from tests.benefits.wohngeld import oracle
from tests.law.households import households
from tests.law.plain import euros, figure, home, person, wohngeld

YEARS = st.sampled_from([date(2023, 1, 1), date(2024, 12, 1), date(2025, 1, 1), date(2026, 12, 1)])
CENT = Decimal("0.01")
rule_of_twelve = hoehe.wohngeld_bis_zwoelf.versions[0]


def amount_of(household: Household, on: date) -> Decimal:
    """The amount of a household in euros, whether or not there is a claim."""
    run = Law.on(on).conclude(household, hoehe.wohngeld_betrag)
    return Decimal(int(hoehe.wohngeld_betrag.value(run, 0))).scaleb(-2)  # type: ignore[arg-type]


def assessed(household: Household, on: date) -> Result:
    """Wohngeld of a household."""
    return Law.on(on).assess(household, "wohngeld")["wohngeld"]


@pytest.mark.slow
@given(households(), YEARS)
@settings(max_examples=200)
def test_every_household_gets_what_the_second_calculation_says(household: Household, on: date) -> None:
    result = assessed(household, on)
    members = int(result.value(haushalt.zu_beruecksichtigende))  # type: ignore[arg-type]
    assume(members)
    rent, income = figure(result, miete.beruecksichtigte_miete), figure(result, freibetraege.gesamteinkommen)

    assert figure(result, hoehe.wohngeld_betrag) == oracle.amount(members, rent, min(income, Decimal(100_000)), on.year)


@given(households(), YEARS)
@settings(max_examples=100)
def test_every_household_s_rent_counts_as_the_second_calculation_says(household: Household, on: date) -> None:
    result = assessed(household, on)
    members, everybody = (int(result.value(r)) for r in (haushalt.zu_beruecksichtigende, haushalt.haushaltsgroesse))  # type: ignore[arg-type]
    assume(everybody and household.get(wohnen.wohnform) in (Wohnform.MIETE, Wohnform.EIGENTUM))
    level = wohnen.Mietenstufe(int(household.get(wohnen.mietenstufe))).name  # type: ignore[arg-type]
    expected = oracle.counted_rent(figure(result, miete.miete_nach_abzuegen), members, everybody, level, on.year)

    assert figure(result, miete.beruecksichtigte_miete) == pytest.approx(expected, abs=Decimal("1e-9"))


@given(st.integers(1, 12), st.integers(0, 2_000_00), st.integers(0, 9_000_00), st.sampled_from([2023, 2025]))
def test_the_formula_alone_equals_the_second_calculation(members: int, rent: int, income: int, year: int) -> None:
    figures = Law.on(date(year, 1, 1)).in_force.figures
    a, b, c, factor = (figures[wire] for wire in rule_of_twelve.inputs[3:])
    m = max(Decimal(rent) * CENT, Decimal(oracle.LEAST_M[year][members - 1]))
    y = max(Decimal(income) * CENT, Decimal(oracle.LEAST_Y[year][members - 1]))
    unrounded = rule_of_twelve.function(int(m * ONE), int(y * ONE), members, a, b, c, factor)

    assert max(0, (unrounded + ONE // 2) // ONE) == oracle.amount(members, m, y, year)


@given(households(), st.integers(0, 200_00))
@settings(max_examples=60)
def test_more_rent_is_never_less_wohngeld(household: Household, more: int) -> None:
    assume(household.get(wohnen.wohnform) == Wohnform.MIETE)
    rent = int(household.get(wohnen.miete))  # type: ignore[arg-type]

    assert amount_of(household.answered(wohnen.miete, 0, rent + more), date(2025, 7, 1)) >= amount_of(household, date(2025, 7, 1))


@given(households(), st.integers(0, 500_00))
@settings(max_examples=60)
def test_more_income_is_never_more_wohngeld(household: Household, more: int) -> None:
    kinds = int(household.get(einkommen.einkommensarten))  # type: ignore[arg-type]
    told = household.answered(einkommen.einkommensarten, 0, kinds | einkommen.Einkommensart.LOHNERSATZ)
    before = household.get(einkommen.lohnersatz) if kinds & einkommen.Einkommensart.LOHNERSATZ else 0
    less, greater = (told.answered(einkommen.lohnersatz, 0, int(before) + each) for each in (0, more))  # type: ignore[arg-type]

    assert amount_of(greater, date(2025, 7, 1)) <= amount_of(less, date(2025, 7, 1))


def test_a_pensioner_by_hand() -> None:
    """Y = (12,000 - 102) / 12 = 991.50; M = 456 + 19.20 + 110.40 = 585.60.

    z1 = 0.04 + 0.28091232 + 0.0404532 = 0.36136552; z2 = 358.2939...; z3 = 227.3060...; 1.15 * z3 = 261.40.
    """
    assert euros(wohngeld(home(person(rente=1000), miete=500))) == 261


def test_the_same_pensioner_in_2024_by_the_older_tables() -> None:
    """M = 438 + 19.20 + 110.40 = 567.60; z1 = 0.04 + 0.28328916 + 0.0458073 = 0.36909646; z2 = 365.9591...; 1.15 * 201.6408 = 231.89."""
    assert euros(wohngeld(home(person(rente=1000), miete=500), date(2024, 12, 1))) == 232


def test_without_any_income_the_least_values_are_taken() -> None:
    """Y = 396 instead of 0. M = 50 + 110.40 = 160.40; z1 = 0.13310068; 1.15 * (160.40 - 52.7078...) = 123.85."""
    result = wohngeld(home(person(), miete=50))

    assert (figure(result, hoehe.y_der_formel), figure(result, hoehe.m_der_formel)) == (396, Decimal("160.40"))
    assert euros(result) == 124


def test_the_least_value_of_the_rent_works_where_most_members_are_excluded() -> None:
    """One of four counts: M = 10 / 4 + 197.80 / 4 = 51.95, so 54. z1 = 0.04 + 0.0259038 + 0.0161568; 1.15 * (54 - 32.4959...) = 24.73."""
    excluded = {"leistung": "grundsicherungsgeld", "leistung_stand": "bewilligt", "leistung_ab": "1.1.2025", "leistung_bis": "offen"}
    family = [person(**excluded), person("ehegatte", **excluded), person("kind", **excluded), person("kind")]
    result = wohngeld(home(*family, miete=10))

    assert (figure(result, miete.beruecksichtigte_miete), figure(result, hoehe.m_der_formel)) == (Decimal("51.95"), 54)
    assert euros(result) == 25


def crowd(size: int, rent: int, pension: int) -> Result:
    """A couple with so many children that they are `size`, living on one pension."""
    return wohngeld(home(person(rente=pension), person("ehegatte"), *(person("kind") for _ in range(size - 2)), miete=rent))


def test_from_the_thirteenth_member_on_65_euros_each_are_added() -> None:
    """Cap at twelve: 875 + 7 * 106 = 1617, climate 72.80, heating 418.60: M = 2108.40. Y = (36,000 - 102) / 12 = 2991.50.

    z1 = -0.12 + 0.23339988 + 0.06611215 = 0.17951203; z2 = 537.0102...; 1.15 * 1571.3897... = 1807.10.
    """
    assert [euros(crowd(size, 1700, 3000)) for size in (12, 13, 14)] == [1807, 1807 + 65, 1807 + 130]


def test_the_addition_ends_at_the_rent_that_counts() -> None:
    """M = 1000 + 418.60, Y at least 2943: z1 = -0.12 + 0.15703902 + 0.0650403 = 0.10207932; 1.15 * (1418.60 - 300.4194...) = 1285.91."""
    assert [crowd(size, 1000, 0).amount for size in (12, 14, 15)] == [1286_00, 1286_00 + 130_00, 1418_60]


def test_the_limit_of_the_addition_takes_nothing_from_the_amount_for_twelve() -> None:
    """M = 20 + 418.60 = 438.60. z1 = -0.12 + 0.04855302 + 0.06611215 = -0.00533483; z2 = -15.9591...; 1.15 * 454.5591... = 522.74."""
    assert [euros(crowd(size, 20, 3000)) for size in (12, 13)] == [523, 523]
