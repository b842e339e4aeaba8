"""When Wohngeld begins and ends: §§ 22 Abs. 4 and 25 WoGG."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.wohngeld.rules.zeitraum import antragszeitpunkt, beginn, ende
from lebenslage.law.rules import Rule
from tests.law.plain import home, person, wohngeld


def day(rule: Rule, **told: Any) -> str:
    """A day of the period of a household that says this of its application."""
    return date.fromordinal(int(wohngeld(home(person(rente=1000), **told)).value(rule))).isoformat()  # type: ignore[arg-type]


def begins(applied: str, **told: Any) -> str:
    """The first day of the period."""
    return day(beginn, antragsdatum=applied, **told)


@pytest.mark.parametrize("applied", ["1.7.2025", "14.7.2025", "31.7.2025"])
def test_the_period_begins_with_the_month_of_the_application(applied: str) -> None:
    """§ 25 Abs. 2 S. 1."""
    assert begins(applied) == "2025-07-01"


def test_it_begins_later_where_the_conditions_are_met_later() -> None:
    """§ 25 Abs. 2 S. 2: moves in on 15 September."""
    assert begins("14.7.2025", voraussetzungen_ab="15.9.2025") == "2025-09-01"
    assert begins("14.7.2025", voraussetzungen_ab="sofort") == "2025-07-01"


def test_it_lasts_twelve_months_as_a_rule() -> None:
    """§ 25 Abs. 1 S. 1."""
    assert day(ende, antragsdatum="14.7.2025") == "2026-06-30"


@pytest.mark.parametrize(("months", "last"), [(1, "2025-07-31"), (6, "2025-12-31"), (8, "2026-02-28"), (24, "2027-06-30")])
def test_the_office_may_shorten_or_lengthen_it(months: int, last: str) -> None:
    """§ 25 Abs. 1 S. 2."""
    assert day(ende, antragsdatum="14.7.2025", dauer_monate=months) == last


def test_a_renewal_begins_after_the_running_period() -> None:
    assert begins("20.8.2025", laufender_bescheid_bis="30.9.2025") == "2025-10-01"


def test_a_renewal_filed_after_the_end_begins_with_its_own_month() -> None:
    assert begins("3.11.2025", laufender_bescheid_bis="30.9.2025") == "2025-11-01"


@pytest.mark.parametrize(("applied", "counts_as"), [("5.4.2025", "2025-08-01"), ("1.8.2025", "2025-08-01"), ("20.8.2025", "2025-08-20")])
def test_a_renewal_filed_too_early_counts_as_filed_in_the_second_month_before_the_end(applied: str, counts_as: str) -> None:
    """§ 22 Abs. 4: the period ends on 30 September."""
    assert day(antragszeitpunkt, antragsdatum=applied, laufender_bescheid_bis="30.9.2025") == counts_as


REFUSED = {"ablehnung_ab": "1.3.2025", "ablehnung_bekannt_am": "20.6.2025"}


@pytest.mark.parametrize(("applied", "first"), [("25.6.2025", "2025-03-01"), ("31.7.2025", "2025-03-01"), ("1.8.2025", "2025-08-01")])
def test_after_a_refusal_it_goes_back_if_filed_by_the_end_of_the_next_month(applied: str, first: str) -> None:
    """§ 25 Abs. 3: learnt of it in June, so until the end of July."""
    assert begins(applied, **REFUSED) == first


def test_a_refusal_in_mid_month_goes_back_to_the_first() -> None:
    assert begins("25.6.2025", **{**REFUSED, "ablehnung_ab": "12.3.2025"}) == "2025-03-01"


def test_where_a_notice_had_become_void_it_goes_back_no_further() -> None:
    """§ 25 Abs. 4: refused from March, the Wohngeld notice void from May."""
    assert begins("25.6.2025", **REFUSED, bescheid_unwirksam_ab="1.5.2025") == "2025-05-01"


def test_a_refusal_for_a_later_month_does_not_put_off_the_beginning() -> None:
    assert begins("25.6.2025", **{**REFUSED, "ablehnung_ab": "1.9.2025"}) == "2025-06-01"


RAISED = {"mieterhoehung_ab": "1.4.2025", "mieterhoehung_bekannt_am": "10.6.2025"}


@pytest.mark.parametrize(("applied", "first"), [("30.6.2025", "2025-04-01"), ("31.7.2025", "2025-04-01"), ("1.8.2025", "2025-08-01")])
def test_after_a_raise_of_the_rent_for_the_past_it_goes_back(applied: str, first: str) -> None:
    """§ 25 Abs. 5, § 27 Abs. 1 S. 2."""
    assert begins(applied, **RAISED) == first


def test_after_a_raise_it_goes_back_to_the_running_period_at_most() -> None:
    assert begins("30.6.2025", **RAISED, laufender_bescheid_ab="1.5.2025") == "2025-05-01"


def test_a_raise_does_not_need_a_day_of_learning_where_there_was_none() -> None:
    assert wohngeld(home(person(rente=1000), mieterhoehung_ab="keine", ablehnung_ab="keine")).missing == ()


def test_over_the_turn_of_the_year_months_go_on() -> None:
    assert begins("3.1.2026", ablehnung_ab="15.11.2025", ablehnung_bekannt_am="31.12.2025") == "2025-11-01"
    assert day(ende, antragsdatum="31.12.2024") == "2025-11-30"
