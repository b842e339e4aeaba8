"""The verhoogde tegemoetkoming: by itself after three months of leefloon, else by income, with a limit that may have to be asked."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.benefits.verhoogde_tegemoetkoming.rules import vt_automatisch, vt_grens
from lebenslage.law.engine import Result, Status


def asked(on: date, members: int = 1, **told: Any) -> Result:
    """The right of a family in Belgium."""
    names = {f"P{n}": {"verhaeltnis": "kind" if n else "antragstellend"} for n in range(members)}
    return Law.on(on).assess(VOCABULARY.read({"haushalt": {"land": "be", **told}, "personen": names}))["verhoogde_tegemoetkoming"]


@pytest.mark.parametrize(
    ("since", "automatic"), [("2026-01-01", True), ("2026-01-02", False), ("2025-12-31", True), ("2026-02-01", False), ("2020-05-05", True)]
)
def test_leefloon_gives_it_after_three_full_months(since: str, automatic: bool) -> None:
    result = asked(date(2026, 4, 1), vt_grond=["leefloon"], leefloon_sinds=since)

    assert bool(result.value(vt_automatisch)) is automatic


@pytest.mark.parametrize(
    ("on", "members", "limit"),
    [(date(2023, 5, 1), 1, 23_303_84), (date(2024, 5, 1), 1, 25_630_67), (date(2024, 5, 1), 4, 39_865_49)],
)
def test_the_limit_grows_with_the_family(on: date, members: int, limit: int) -> None:
    assert asked(on, members, vt_grond=[], vt_groep="geen", vt_jaarinkomen=0).value(vt_grens) == limit


@pytest.mark.parametrize(("income", "status"), [("25630.67", Status.YES), ("25630.68", Status.NO)])
def test_exactly_the_limit_is_allowed(income: str, status: Status) -> None:
    assert asked(date(2024, 5, 1), vt_grond=[], vt_groep="geen", vt_jaarinkomen=income).status is status


def test_a_limit_that_was_not_found_is_asked_and_never_carried_forward() -> None:
    result = asked(date(2026, 5, 1), vt_grond=[], vt_groep="geen", vt_jaarinkomen=1000)

    assert result.status is Status.UNKNOWN
    assert [m.fact.id for m in result.missing] == ["vt_grens_ziekenfonds"]


def test_with_another_benefit_no_income_is_asked() -> None:
    result = asked(date(2026, 5, 1), vt_grond=["igo"])

    assert result.status is Status.YES
    assert result.missing == ()
