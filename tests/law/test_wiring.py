"""A rule that is wired wrongly is refused when it is defined, before any household meets it."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from typing import Any

import pytest

from lebenslage.benefits.wohngeld.statute import WOGG
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, FixedEuroPerMonth, Flag
from lebenslage.law.facts import Bounds, Fact, chosen, flag, money
from lebenslage.law.household import Vocabulary
from lebenslage.law.inputs import any_of, count_of, number_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity
from lebenslage.law.rules import HALF_UP_TO_EURO, Rule, rule

PET = Entity("tier", "tiere")


class Colour(IntEnum):
    """Something to choose from."""

    RED = 0
    BLUE = 1


class Size(IntEnum):
    """Something else to choose from."""

    SMALL = 0
    LARGE = 1


rent = money("rent", HOUSEHOLD, CentPerMonth, proof="lease")
wage = money("wage", PERSON, CentPerMonth, proof="payslip")
colour = chosen("colour", PERSON, Colour)
old = flag("old", PERSON)
tame = flag("tame", PET)


def defined(function: Callable[..., Any], of_entity: Entity = HOUSEHOLD, **more: Any) -> Rule:
    """Make a function a rule, the way a decorator does."""
    return rule(of_entity, cites=WOGG("§ 1"), since="2023-01-01", **more)(function)


def test_a_monthly_sum_is_not_taken_for_a_yearly_one() -> None:
    def yearly(amount: CentPerYear = of(rent)) -> CentPerYear:
        return amount

    with pytest.raises(TypeError, match=r"yearly\(amount\) expects .*cent/year.* the wire carries .*cent/month"):
        defined(yearly)


def test_a_choice_is_not_taken_for_another_choice() -> None:
    def large(size: Size = of(colour)) -> Flag:
        return size == Size.LARGE

    with pytest.raises(TypeError, match=r"large\(size\)"):
        defined(large, PERSON)


def test_a_parameter_without_a_wire_is_refused() -> None:
    def half(amount: CentPerMonth = 0) -> CentPerMonth:
        return amount // 2

    with pytest.raises(TypeError, match=r"half\(amount\) is not wired"):
        defined(half)


def test_a_household_does_not_read_a_person_s_value_without_saying_how_to_combine_it() -> None:
    def income(amount: CentPerMonth = of(wage)) -> CentPerMonth:
        return amount

    with pytest.raises(TypeError, match="use sum_of, count_of, any_of, greatest_of or least_of"):
        defined(income)


def test_a_person_combines_nothing_over_the_household() -> None:
    def income(amount: CentPerMonth = sum_of(wage)) -> CentPerMonth:
        return amount

    with pytest.raises(TypeError, match="do so in a rule of the household"):
        defined(income, PERSON)


def test_a_sum_over_persons_is_not_narrowed_by_a_flag_of_something_else() -> None:
    def income(amount: CentPerMonth = sum_of(wage, where=tame)) -> CentPerMonth:
        return amount

    with pytest.raises(TypeError, match="not of the same entity"):
        defined(income)


def test_a_condition_of_another_entity_is_refused() -> None:
    def income(amount: CentPerMonth = of(wage, when=tame)) -> CentPerMonth:
        return amount

    with pytest.raises(TypeError, match="tame has a value per tier"):
        defined(income, PERSON)


def test_what_is_rounded_must_be_what_the_rounding_takes() -> None:
    def amount(paid: CentPerMonth = of(rent)) -> CentPerMonth:
        return paid

    with pytest.raises(TypeError, match="its rounding takes"):
        defined(amount, rounding=HALF_UP_TO_EURO)


def test_a_rounded_rule_carries_the_unit_after_the_rounding() -> None:
    def amount(paid: CentPerMonth = of(rent)) -> FixedEuroPerMonth:
        return paid * 10**8

    assert defined(amount, rounding=HALF_UP_TO_EURO).unit == rent.unit


def test_counts_and_flags_carry_their_own_units() -> None:
    def many(people: Count = number_of(PERSON), elders: Count = count_of(old), some: Flag = any_of(old)) -> Flag:
        return some and elders == people

    assert defined(many).unit == old.unit


def test_a_later_version_takes_the_place_of_the_first_from_its_day() -> None:
    def share(amount: CentPerMonth = of(rent)) -> CentPerMonth:
        return amount // 2

    def share_2025(amount: CentPerMonth = of(rent)) -> CentPerMonth:
        return amount // 3

    first = defined(share, until="2024-12-31")
    again = rule(HOUSEHOLD, cites=WOGG("§ 2"), since="2025-01-01", replaces=first)(share_2025)

    assert again is first
    assert [first.on(day).function for day in (date(2024, 12, 31), date(2025, 1, 1))] == [share, share_2025]


def test_a_later_version_ends_the_one_before_on_the_eve() -> None:
    def share(amount: CentPerMonth = of(rent)) -> CentPerMonth:
        return amount // 2

    first = defined(share)
    rule(HOUSEHOLD, cites=WOGG("§ 2"), since="2025-01-01", replaces=first)(share)

    assert [(str(version.since), str(version.until)) for version in first.versions] == [
        ("2023-01-01", "2024-12-31"),
        ("2025-01-01", "9999-12-31"),
    ]


def test_two_versions_of_the_same_day_are_refused() -> None:
    def share(amount: CentPerMonth = of(rent)) -> CentPerMonth:
        return amount // 2

    first = defined(share, until="2025-06-30")

    with pytest.raises(TypeError, match="share holds until 2025-06-30, its next version since 2025-01-01"):
        rule(HOUSEHOLD, cites=WOGG("§ 2"), since="2025-01-01", replaces=first)(share)


def test_before_its_first_version_a_rule_does_not_exist() -> None:
    def share(amount: CentPerMonth = of(rent)) -> CentPerMonth:
        return amount // 2

    with pytest.raises(LookupError, match="share has no version for 2022-12-31"):
        defined(share).on(date(2022, 12, 31))


def test_two_facts_of_one_name_are_refused() -> None:
    twin = Fact("rent", HOUSEHOLD, CentPerYear, bounds=Bounds(0, 1))

    with pytest.raises(ValueError, match="two facts are named rent"):
        Vocabulary([rent, twin], ())
