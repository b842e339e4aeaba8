"""The needs: SGB XII §§ 28, 30, 35, 42a and 42b."""

from typing import Any

import pytest

from lebenslage.benefits.grundsicherung.rules.mehrbedarf import (
    sgb12_alleinerziehend_prozent,
    sgb12_mehrbedarf_gehbehinderung,
    sgb12_mehrbedarf_warmwasser,
    sgb12_mehrbedarfe_begrenzt,
)
from lebenslage.benefits.grundsicherung.rules.stufe import sgb12_regelbedarfsstufe
from lebenslage.benefits.grundsicherung.rules.unterkunft import sgb12_unterkunft
from lebenslage.law.engine import LawOn
from tests.benefits.grundsicherung.homes import ON, Answers, able, child, household, old, spouse, unable, values

CARD: Answers = {"merkmale": ["schwerbehindert"], "grad_der_behinderung": 80, "merkzeichen": ["g"]}


def test_a_grown_up_child_at_home_has_stage_1() -> None:
    """Anlage zu § 28: not stage 3 as in SGB II."""
    assert values(sgb12_regelbedarfsstufe, able(), child(geburtsdatum="2000-01-01", erwerbsfaehigkeit="erwerbsfaehig")) == [1, 1]


@pytest.mark.parametrize(("born", "stage"), [("2020-03-01", 5), ("2020-03-02", 6), ("2012-03-01", 4), ("2012-03-02", 5), ("2008-03-02", 4)])
def test_a_childs_stage_changes_with_the_birthday(born: str, stage: int) -> None:
    assert values(sgb12_regelbedarfsstufe, old(), child(geburtsdatum=born))[1] == stage


def test_two_parents_of_the_applicant_are_a_couple() -> None:
    mother, father = old(verhaeltnis="verwandt"), old(verhaeltnis="verwandt")

    assert values(sgb12_regelbedarfsstufe, unable(elternteil_1="P2", elternteil_2="P3"), mother, father) == [1, 2, 2]


def test_mark_g_counts_for_old_people_and_for_those_unable_to_work() -> None:
    """§ 30 Abs. 1; below the age limit not beside the need for education (§ 42b Abs. 3 S. 3)."""
    assert values(sgb12_mehrbedarf_gehbehinderung, old(**CARD)) == [9571]
    assert values(sgb12_mehrbedarf_gehbehinderung, unable(**CARD)) == [9571]
    assert values(sgb12_mehrbedarf_gehbehinderung, able(**CARD)) == [0]
    assert values(sgb12_mehrbedarf_gehbehinderung, unable(**CARD, behindertenhilfe=["schule_oder_studium"])) == [0]


def test_additional_needs_stop_at_the_standard_need() -> None:
    """§ 30 Abs. 6."""
    assert values(sgb12_mehrbedarfe_begrenzt, old(**CARD, ernaehrung_mehrbedarf=500)) == [56300]


def test_hot_water_by_stage_and_none_in_an_institution() -> None:
    """§ 30 Abs. 7."""
    family = (old(), spouse(old()), child(geburtsdatum="2011-01-01"), child(), child(geburtsdatum="2022-01-01"))
    in_a_home: Answers = {"wohnform": "heim", "unterkunft": "stationaere_einrichtung", "warmmiete_einpersonenhaushalt": 500}

    assert values(sgb12_mehrbedarf_warmwasser, *family, warmwasser_dezentral="ja") == [1164, 1164, 659, 468, 286]
    assert values(sgb12_mehrbedarf_warmwasser, old(), warmwasser_dezentral="ja", **{**_without_rent(), **in_a_home}) == [0]


def _without_rent() -> Answers:
    return {"miete": 0, "mietbestandteile": []}


@pytest.mark.parametrize(
    ("ages", "percent"),
    [
        ((6,), 36),
        ((7,), 12),
        ((15, 15), 36),
        ((16, 15), 24),
        ((8, 9, 10), 36),
        ((3, 8, 10, 12), 48),
        ((8, 9, 10, 11, 12, 13), 60),
        ((17,), 12),
    ],
)
def test_the_share_of_a_lone_parent(ages: tuple[int, ...], percent: int) -> None:
    """§ 30 Abs. 3: 12 % a child only where 36 % do not apply; four and more children by child."""
    children = [child(geburtsdatum=f"{2026 - age}-02-01", erwerbsfaehigkeit="erwerbsfaehig") for age in ages]

    assert values(sgb12_alleinerziehend_prozent, old(), *children) == [percent]


def test_the_other_reading_for_four_children_is_a_switch() -> None:
    ages = (3, 8, 10, 12)
    house = household(old(), *(child(geburtsdatum=f"{2026 - age}-02-01") for age in ages))
    law = LawOn(ON, (), (sgb12_alleinerziehend_prozent,)).reformed({"sgb12_alleinerziehend_ab_vier_je_kind": 0})

    assert sgb12_alleinerziehend_prozent.value(law.conclude(house, sgb12_alleinerziehend_prozent), 0) == 36


def housing(contract: str, **told: Any) -> object:
    """Housing and heating of a grown-up daughter at her mother's."""
    grown = unable(
        verhaeltnis="kind", geburtsdatum="1996-01-01", betreuung="nicht_geteilt", wohnvertrag=contract, eigene_unterkunftskosten=0
    )
    daughter = {**grown, **{key: told.pop(key) for key in ("eigene_unterkunftskosten",) if key in told}}
    if contract != "bestimmter_betrag":
        del daughter["eigene_unterkunftskosten"]
    return values(sgb12_unterkunft, able(geburtsdatum="1968-01-01"), daughter, **told)[1]


def test_housing_with_relatives_is_the_difference_of_two_limits() -> None:
    """§ 42a Abs. 3: 600 - 480 and the same part of the heating of 80."""
    limits = {"angemessene_unterkunft": 600, "angemessen_eine_person_weniger": 480}

    assert housing("ohne_vertrag_bei_verwandten", **limits) == 13600
    assert housing("ohne_vertrag_bei_verwandten", **limits, verwandte_ohne_mittel="ja") == 24000
    assert housing("mietpartei", **limits) == 24000


def test_a_contract_for_a_part_counts_up_to_the_limit_for_one() -> None:
    """§ 42a Abs. 4 S. 2 and 3: at first the actual cost."""
    later = {"leistungsbezug_seit": "2024-01-01"}

    assert housing("bestimmter_betrag", eigene_unterkunftskosten=450, angemessen_eine_person=400) == 45000
    assert housing("bestimmter_betrag", eigene_unterkunftskosten=450, angemessen_eine_person=400, **later) == 40000
