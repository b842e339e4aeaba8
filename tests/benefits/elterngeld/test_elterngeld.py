"""Elterngeld: the share, the month of life, the months of each parent, what is set off (BEEG §§ 1 to 4c)."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.benefits.elterngeld import ELTERNGELD
from lebenslage.benefits.elterngeld.hoehe import eg_prozentsatz
from lebenslage.benefits.elterngeld.kind import eg_lebensmonat, eg_monat_ab, eg_monat_bis, month_of_life_begins
from lebenslage.benefits.facts import VOCABULARY
from lebenslage.kernel.dates import month_of
from lebenslage.law.engine import LawOn, Result, Status

ON = date(2025, 6, 1)
BORN = date(2025, 5, 10)
PARENT = {
    "verhaeltnis": "antragstellend", "aufenthalt": "deutsch", "geburtsdatum": "1992-01-01", "elterngeld_bezug": "basis", "wochenstunden": 0,
    "zve_vor_geburt": "gering", "netto_vor_geburt": 1500, "netto_im_bezug": 0, "mutterschaftsgeld_bis": "keines",
    "elterngeld_monate_geplant": 12, "einkommensarten": [],
}  # fmt: skip
SPOUSE = {**PARENT, "verhaeltnis": "ehegatte", "getrennt_lebend": "nein"}
CHILD = {"verhaeltnis": "kind", "lebensmittelpunkt": "ja", "betreuung": "nicht_geteilt", "merkmale": []}


def assessed(*others: dict[str, Any], born: date = BORN, on: date = ON, home: dict[str, Any] | None = None, **parent: Any) -> Result:
    """Elterngeld of a parent for a child, with others in the household."""
    people = {"P": {**PARENT, **parent}, "K": {**CHILD, "geburtsdatum": str(born)}, **{f"X{n}": one for n, one in enumerate(others)}}
    household = VOCABULARY.read({"haushalt": {"antragsdatum": str(on), **(home or {})}, "personen": people})
    return LawOn(on, (ELTERNGELD,)).assess(household)["elterngeld"]


def share(net: Fraction) -> Fraction:
    """§ 2 Abs. 1 and 2 a second time, in fractions of a whole."""
    if net < 1000:
        return min(Fraction(1), Fraction(67, 100) + Fraction(int((1000 - net) / 2), 1000))
    return max(Fraction(65, 100), Fraction(67, 100) - Fraction(int(max(Fraction(0), net - 1200) / 2), 1000))


@given(st.integers(0, 400_000))
def test_the_share_falls_by_full_steps_of_two_euros(cents: int) -> None:
    found = assessed(netto_vor_geburt=f"{cents // 100}.{cents % 100:02d}").value(eg_prozentsatz)

    assert isinstance(found, int)
    assert Fraction(found, 10**10) == share(Fraction(cents, 100))


@given(st.integers(0, 400_000))
def test_the_amount_is_the_share_between_minimum_and_maximum_to_the_nearest_cent(cents: int) -> None:
    net = Fraction(cents, 100)
    exact = min(Fraction(1800), max(Fraction(300), net * share(net)))

    assert assessed(netto_vor_geburt=f"{cents // 100}.{cents % 100:02d}").amount == int(exact * 100 + Fraction(1, 2))


@pytest.mark.slow
@given(st.integers(0, 300_000), st.integers(1, 300_000))
def test_plus_is_never_more_than_half_of_basis_without_earnings(before: int, now: int) -> None:
    net = f"{before // 100}.{before % 100:02d}"
    basis = assessed(netto_vor_geburt=net).amount or 0
    plus = assessed(netto_vor_geburt=net, netto_im_bezug=f"{now // 100}.{now % 100:02d}", elterngeld_bezug="plus").amount or 0

    assert 15_000 <= plus <= (basis + 1) // 2


@given(st.dates(date(2021, 9, 1), date(2026, 1, 31)), st.integers(0, 30))
def test_months_of_life_follow_each_other_without_a_gap(born: date, number: int) -> None:
    month = month_of(born.toordinal()) + number
    first, following = (month_of_life_begins(born.toordinal(), m) for m in (month, month + 1))

    assert 28 <= following - first <= 31


def test_the_month_of_life_that_begins_in_the_calendar_month_is_assessed() -> None:
    found = assessed()
    days = [date.fromordinal(int(found.value(rule))) for rule in (eg_monat_ab, eg_monat_bis)]  # type: ignore[arg-type]

    assert (found.value(eg_lebensmonat), *days) == (2, date(2025, 6, 10), date(2025, 7, 9))


@pytest.mark.parametrize(
    ("born", "income", "status"),
    [
        (date(2025, 4, 1), 175_000, Status.YES), (date(2025, 4, 1), 175_001, Status.NO), (date(2025, 3, 31), 200_000, Status.YES),
        (date(2025, 3, 31), 200_001, Status.NO), (date(2024, 3, 31), 250_000, Status.YES), (date(2024, 3, 31), 250_001, Status.NO),
    ],
)  # fmt: skip
def test_the_limit_of_income_goes_by_the_day_of_birth(born: date, income: int, status: Status) -> None:
    assert assessed(born=born, on=date(born.year, born.month, 1) + timedelta(days=31), zve_vor_geburt=income).status is status


def test_figures_of_one_source_are_named_only_where_they_decide() -> None:
    old = assessed(born=date(2024, 3, 1), on=date(2024, 4, 1))

    assert {figure.id for figure, _ in old.to_check} == {
        "eg_einkommensgrenze_paar_geburt_vor_april_2024", "eg_einkommensgrenze_allein_geburt_vor_april_2024",
    }  # fmt: skip
    assert assessed().to_check == ()


def test_both_at_once_is_free_for_births_before_april_2024_and_for_twins() -> None:
    twin = {**CHILD, "geburtsdatum": str(BORN)}

    assert assessed(SPOUSE, home={"basis_schon_gleichzeitig": "ja"}).status is Status.NO
    assert assessed(SPOUSE, twin, home={"basis_schon_gleichzeitig": "ja"}).status is Status.YES
    assert assessed(SPOUSE, born=date(2024, 3, 20), on=date(2024, 5, 1)).status is Status.YES


def test_one_month_alone_is_not_enough() -> None:
    """§ 4 Abs. 4 S. 2."""
    assert assessed(elterngeld_monate_geplant=1).status is Status.NO


def test_a_month_with_maternity_benefits_is_one_of_basis() -> None:
    told: dict[str, Any] = {"mutterschaftsgeld_bis": "2025-07-05", "mutterschaftsgeld_je_tag": 13}

    assert assessed(elterngeld_bezug="plus", **told).amount == assessed(elterngeld_bezug="basis", **told).amount


def test_an_unmarried_partner_is_a_parent_only_where_the_child_says_so() -> None:
    partner = {"verhaeltnis": "partner", "geburtsdatum": "1990-01-01", "elterngeld_bezug": "keiner", "zve_vor_geburt": "gering"}
    people = {"P": PARENT, "V": partner, "K": {**CHILD, "geburtsdatum": str(BORN), "elternteil_1": "V", "elternteil_2": "niemand"}}
    household = VOCABULARY.read({"haushalt": {"antragsdatum": str(ON)}, "personen": people})
    refused = LawOn(ON, (ELTERNGELD,)).assess(household)["elterngeld"].refused_by

    assert refused is not None
    assert refused.id == "elterngeld_gewuenscht"


def test_an_estimate_of_the_income_before_is_called_one() -> None:
    told = {"brutto_vor_geburt": 2500, "minijob_vor_geburt": 0, "gewinn_vor_geburt": 0, "steuern_vor_geburt": 250}
    guess: dict[str, Any] = {**told, "netto_vor_geburt": "schaetzen", "pflichtversicherung_vor_geburt": ["rentenversicherung"]}

    assert [hint.id for hint in assessed(**guess).hints] == ["eg_netto_belegt"]
    assert assessed().hints == ()
