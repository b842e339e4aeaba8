"""What must hold of every household: order does not matter, more need never gives less, a cent more income never loses more than a cent."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.law.engine import LawOn
from lebenslage.law.household import Household
from tests.benefits.grundsicherung.homes import ON, RIGHTS, Answers, child, household, old, pension, spouse, unable

pytestmark = pytest.mark.slow

LAW = LawOn(ON, RIGHTS)
FOR_A_TIME = "voll_erwerbsgemindert_auf_zeit"
ROUNDING = 3


def amount(cents: int) -> str:
    """Cents as people write them."""
    return f"{cents // 100}.{cents % 100:02d}"


def people() -> st.SearchStrategy[tuple[Answers, ...]]:
    """An applicant, perhaps a spouse, up to three children under 15; pensions and maintenance drawn."""
    cents = st.integers(0, 200_000).map(amount)
    grown = st.one_of(
        cents.map(lambda sum_: old(**pension(sum_))),
        cents.map(lambda sum_: unable(**pension(sum_, 0, "erwerbsminderung"))),
        cents.map(lambda sum_: unable(FOR_A_TIME, **pension(sum_, 0, "erwerbsminderung"))),
    )
    young = st.builds(_young, st.integers(0, 14), st.integers(0, 90_000).map(amount))
    return st.builds(
        lambda first, second, children: (first, *map(spouse, second), *children),
        grown,
        st.lists(grown, max_size=1),
        st.lists(young, max_size=3),
    )


def _young(age: int, maintenance: str) -> Answers:
    return child(geburtsdatum=f"{2026 - age}-02-01", einkommensarten=["unterhalt"], unterhalt=maintenance)


def paid(house: Household) -> int:
    """Both chapters together, in cents."""
    return sum(result.amount or 0 for result in LAW.assess(house).values())


def by_name(house: Household) -> dict[str, dict[str, object]]:
    """What each person gets, by right and name."""
    results = LAW.assess(house)
    each = {right.id: right.each for right in RIGHTS if right.each}
    names = house.names[next(rule.entity for rule in each.values())]
    return {id: {name: results[id].value(rule, row) for row, name in enumerate(names)} for id, rule in each.items()}


@settings(max_examples=60, deadline=None)
@given(people(), st.randoms(use_true_random=False))
def test_the_order_of_persons_changes_nothing(family: tuple[Answers, ...], draw: Any) -> None:
    named = [(f"P{n}", each) for n, each in enumerate(family, 1)]
    mixed = draw.sample(named, len(named))
    plain = household(*family)
    other = plain.__class__(**_reordered(plain, [name for name, _ in mixed]))

    assert by_name(other) == by_name(plain)


def _reordered(house: Household, order: list[str]) -> dict[str, Any]:
    """The parts of a household with the persons in another order; nobody points to anybody here."""
    entity = next(e for e, names in house.names.items() if set(names) == set(order))
    places = [list(house.names[entity]).index(name) for name in order]
    given_ = {fact: [values[n] for n in places] if fact.entity == entity else values for fact, values in house.given.items()}
    return {"names": {**house.names, entity: order}, "given": given_}


@settings(max_examples=60, deadline=None)
@given(people(), st.integers(0, 150_000), st.integers(1, 30_000))
def test_more_rent_never_gives_less(family: tuple[Answers, ...], rent: int, more: int) -> None:
    assert paid(household(*family, miete=amount(rent + more))) >= paid(household(*family, miete=amount(rent))) - ROUNDING


@settings(max_examples=60, deadline=None)
@given(people(), st.integers(0, 150_000), st.integers(1, 30_000))
def test_more_pension_never_costs_more_than_it_is(family: tuple[Answers, ...], first: int, more: int) -> None:
    """But for the 25 euros a child that end with the claim (§ 145)."""
    supplements = 2500 * sum(1 for each in family if each["verhaeltnis"] == "kind")
    before, after = (paid(household({**family[0], "rente": amount(sum_)}, *family[1:])) for sum_ in (first, first + more))

    assert before + supplements + ROUNDING >= after >= before - more - supplements - ROUNDING
