"""Every SGB II case of the shared collection comes out: sums within the tolerance that the case names, allowances exactly."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from lebenslage.benefits.sgb2 import (
    sgb2_anrechenbares_einkommen,
    sgb2_anspruch,
    sgb2_bedarf,
    sgb2_erwerbstaetigenfreibetrag,
    sgb2_mehrbedarf,
    sgb2_sofortzuschlaege,
    sgb2_summe,
)
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_vermoegensgrenze
from lebenslage.law.engine import LawOn
from lebenslage.law.household import Household
from lebenslage.law.rules import Rule
from tests.benefits.sgb2.families import GROWN, Answers, adult, assessed, child, household, partner, wages

pytestmark = pytest.mark.shared


@pytest.fixture
def cases(shared_dir: Path) -> Mapping[str, Any]:
    """The cases by id."""
    found = [yaml.safe_load(path.read_text(encoding="utf8")) for path in sorted((shared_dir / "law/cases").glob("s-sgb2-*.yaml"))]
    return {case["id"]: case for case in found}


def near(case: Mapping[str, Any], cents: object, euros: float) -> bool:
    """Whether a result lies within the tolerance of the case."""
    return isinstance(cents, int) and abs(cents - 100 * euros) <= 100 * case["tolerance_eur"] + 0.5


def read(case: Mapping[str, Any]) -> Household:
    """The household of a case: adults with pay, children by age, the warm rent."""
    given, on = case["input"], date.fromisoformat(case["legal_date"])
    adults = [_adult(n, who, on) for n, who in enumerate(given["adults"])]
    children = [child(geburtsdatum=f"{on.year - age}-01-01", **(GROWN if age >= 15 else {})) for age in given.get("children", ())]
    return household(*adults, *children, miete=given["kdu_warm_month"], antragsdatum=case["legal_date"])


def _adult(place: int, who: Mapping[str, Any], on: date) -> Answers:
    base = {**(adult() if place == 0 else partner()), "geburtsdatum": f"{on.year - who.get('age', 40)}-01-01"}
    return {**base, **wages(who["gross"], who["net"])} if who.get("gross") else base


def concluded(house: Household, on: date, rule: Rule) -> list[object]:
    """A rule's values on all its rows."""
    run = LawOn(on, (), (rule,)).conclude(house, rule)
    return [rule.value(run, row) for row in range(house.rows(rule.entity))]


def test_single(cases: Mapping[str, Any]) -> None:
    case = cases["s-sgb2-single-no-income"]

    assert assessed(read(case)).amount == 100 * case["expected"]["benefit_month"]


def test_couple_with_child(cases: Mapping[str, Any]) -> None:
    case = cases["s-sgb2-couple-child-2025"]
    on, said = date.fromisoformat(case["legal_date"]), case["expected"]
    house = read(case)

    assert concluded(house, on, sgb2_anrechenbares_einkommen)[0] == 100 * said["countable_earnings"]
    assert near(case, concluded(house, on, sgb2_bedarf)[0], said["need_adult"])
    for cents, euros in zip(concluded(house, on, sgb2_anspruch), said["benefit_persons_statute"], strict=True):
        assert near(case, cents, euros)
    assert near(case, assessed(house, on).amount, said["total_incl_sofortzuschlag"])


def test_lone_parent(cases: Mapping[str, Any]) -> None:
    case = cases["s-sgb2-singleparent2-2024"]
    on, said = date.fromisoformat(case["legal_date"]), case["expected"]
    house = read(case)

    assert near(case, concluded(house, on, sgb2_mehrbedarf)[0], said["mehrbedarf_alleinerziehend"])
    assert near(case, concluded(house, on, sgb2_summe)[0], said["benefit_without_sofortzuschlag"])
    assert concluded(house, on, sgb2_sofortzuschlaege) == [100 * said["sofortzuschlag"]]
    assert near(case, assessed(house, on).amount, said["benefit_incl_sofortzuschlag"])


def test_allowances_on_pay(cases: Mapping[str, Any]) -> None:
    case = cases["s-sgb2-freibetrag"]
    for row, euros in zip(case["input"]["rows"], case["expected"]["freibetrag"], strict=True):
        people = [adult(**wages(row["gross"], row["gross"])), *([child()] if row["minor_child"] else [])]

        assert concluded(household(*people), date.fromisoformat(case["legal_date"]), sgb2_erwerbstaetigenfreibetrag)[0] == 100 * euros


def test_allowances_for_assets(cases: Mapping[str, Any]) -> None:
    case = cases["s-sgb2-assets-reform"]
    on = date.fromisoformat(case["legal_date"])
    for row, euros in zip(case["input"]["rows"], case["expected"]["allowance"], strict=True):
        first = {"leistungsbezug_seit": f"{row['first_claim_month']}-01"} if "first_claim_month" in row else {}
        people = [_of_age(n, age, on) for n, age in enumerate(row["ages"])]
        house = household(*people, bewilligung_beginn=str(row["period_start"]), **first)

        assert concluded(house, on, sgb2_vermoegensgrenze) == [100 * euros]


def _of_age(place: int, age: int, on: date) -> Answers:
    born = {"geburtsdatum": f"{on.year - age}-01-10"}
    if age < 18:
        return child(**born)
    return adult(**born) if place == 0 else partner(**born)
