"""Families get what a second calculation says; more need is never less benefit; the order of persons changes nothing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.benefits.sgb2 import sgb2_sofortzuschlaege, sgb2_summe
from lebenslage.benefits.sgb2.rules.anspruch import sgb2_hilfebeduerftig
from lebenslage.law.engine import LawOn, Status
from tests.benefits.sgb2 import oracle
from tests.benefits.sgb2.families import ON, Earner, Family, assessed, earners, families

ROUNDING = 4  # a cent for each of several persons, rounded alone
ZUSCHLAG = 2_500


def paid(family: Family) -> int:
    """What a family gets in cents, nothing where there is no claim."""
    return assessed(family.read()).amount or 0


def without_zuschlag(family: Family) -> int:
    """The claims of all, without the Sofortzuschlag."""
    run = LawOn(ON, (), (sgb2_summe,)).conclude(family.read(), sgb2_summe)
    return int(sgb2_summe.value(run, 0))  # type: ignore[arg-type]


@pytest.mark.slow
@given(families())
@settings(max_examples=150, deadline=None)
def test_every_family_gets_what_the_second_calculation_says(family: Family) -> None:
    result = assessed(family.read(), ON, sgb2_summe, sgb2_sofortzuschlaege)
    claims, zuschlag = oracle.claims(family)

    assert result.status is (Status.YES if claims else Status.NO)
    assert result.amount == claims + zuschlag
    if not claims:
        assert result.refused_by is sgb2_hilfebeduerftig


@pytest.mark.slow
@given(families(), st.integers(1, 50_000))
@settings(max_examples=60, deadline=None)
def test_a_higher_rent_is_never_less(family: Family, more: int) -> None:
    assert without_zuschlag(replace(family, rent=family.rent + more)) >= without_zuschlag(family) - ROUNDING


@pytest.mark.slow
@given(families(), st.data())
@settings(max_examples=40, deadline=None)
def test_the_order_of_persons_changes_nothing(family: Family, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(family.adults) + len(family.children))))

    assert paid(replace(family, order=tuple(order))) == paid(family)


@pytest.mark.slow
@given(families(), earners())
@settings(max_examples=60, deadline=None)
def test_a_euro_more_pay_never_loses_more_than_the_children_s_extra(family: Family, who: Earner) -> None:
    before = replace(family, adults=(who, *family.adults[1:]))
    after = replace(family, adults=(Earner(who.gross + 100, who.net + 100), *family.adults[1:]))
    gained = 100 + paid(after) - paid(before)
    cliff = ZUSCHLAG * len(family.children)

    assert gained >= -cliff - ROUNDING - (3_000 if not who.gross else 0)


@pytest.mark.slow
@given(families())
@settings(max_examples=60, deadline=None)
def test_the_whole_need_bounds_the_claims(family: Family) -> None:
    alone = replace(family, adults=tuple(Earner(0, 0) for _ in family.adults))

    assert 0 <= without_zuschlag(family) <= without_zuschlag(alone)
