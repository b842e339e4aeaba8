"""The Eigentumsfoerderung: a pre-check for those who plan a home, by the same income as the housing certificate."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.law.engine import Result, Status
from tests.benefits.families import looking_for_a_home as adult

ON = date(2025, 6, 1)
PLAN = {"wohneigentum_geplant": "ja", "kauf_oder_bau_begonnen": "nein", "antragsdatum": "2025-06-01"}


CHILD = adult("kind", geburtsdatum="2018-05-01")


def asked(*people: dict[str, Any], **told: Any) -> Result:
    """The help for an own home of these people."""
    names = {f"P{n}": one for n, one in enumerate(people, 1)}
    return Law.on(ON).assess(VOCABULARY.read({"haushalt": {**PLAN, **told}, "personen": names}))["eigentumsfoerderung"]


def test_who_plans_nothing_is_asked_nothing() -> None:
    result = Law.on(ON).assess(VOCABULARY.read({"haushalt": {}, "personen": {"Anna": {"verhaeltnis": "antragstellend"}}}))

    assert result["eigentumsfoerderung"].status is Status.NO
    assert result["eigentumsfoerderung"].missing == ()


@pytest.mark.parametrize(("degree", "status"), [(40, Status.NO), (50, Status.YES), (100, Status.YES)])
def test_without_a_child_a_disability_of_fifty_opens_it(degree: int, status: Status) -> None:
    assert asked(adult(merkmale=["schwerbehindert"], grad_der_behinderung=degree)).status is status


@pytest.mark.parametrize(("profit", "status"), [(44_894, Status.YES), (44_895, Status.NO)])
def test_group_b_ends_at_forty_per_cent_above_the_limit(profit: int, status: Status) -> None:
    """Two members, one a child: 29,210 * 1.4 + 4,000 = 44,894."""
    parent = adult(einkommensarten=["selbststaendig"], gewinn_selbststaendig=profit)

    assert asked(parent, CHILD).status is status


def test_what_is_signed_comes_too_late() -> None:
    result = asked(adult(), CHILD, kauf_oder_bau_begonnen="ja")

    assert result.refused_by is not None
    assert result.refused_by.id == "ef_noch_nicht_begonnen"
