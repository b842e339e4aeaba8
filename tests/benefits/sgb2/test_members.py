"""Who belongs to the community, who leaves it, and who has a claim in it."""

from datetime import date

import pytest

from lebenslage.benefits.sgb2 import sgb2_anspruch, sgb2_bg_mitglied, sgb2_regelbedarf, sgb2_zahlbetrag
from lebenslage.law.engine import LawOn, Status
from lebenslage.law.household import Household
from lebenslage.law.rules import Rule
from tests.benefits.sgb2.families import GROWN, ON, Answers, adult, assessed, child, household, partner, wages

NOBODY = {"elternteil_1": "niemand", "elternteil_2": "niemand"}


def each(house: Household, rule: Rule, on: date = ON) -> list[object]:
    """A rule's value for each person."""
    run = LawOn(on, (), (rule,)).conclude(house, rule)
    return [rule.value(run, row) for row in range(house.rows(rule.entity))]


def relative(**told: object) -> Answers:
    """A relative of the applicant."""
    return adult(verhaeltnis="verwandt", **{**NOBODY, **told})


def test_a_married_child_is_on_her_own() -> None:
    house = household(adult(), child(geburtsdatum="2004-01-01", verheiratet="ja", kindergeld="nein", **GROWN))

    assert each(house, sgb2_bg_mitglied) == [True, False]


def test_a_daughter_with_a_baby_forms_a_community_of_her_own() -> None:
    daughter = child(geburtsdatum="2005-01-01", verheiratet="nein", kindergeld="nein", **NOBODY, **GROWN)
    house = household(adult(**NOBODY), daughter, relative(geburtsdatum="2025-06-01", elternteil_1="P1"))

    assert each(house, sgb2_bg_mitglied) == [True, False, False]


def test_parents_and_sisters_of_a_young_applicant_belong() -> None:
    applicant = adult(geburtsdatum="2005-01-01", elternteil_1="P1", elternteil_2="niemand", verheiratet="nein", kindergeld="ja")
    sister = relative(geburtsdatum="2015-01-01", elternteil_1="P1", kindergeld="ja")
    house = household(applicant, relative(), sister)

    assert each(house, sgb2_bg_mitglied) == [True, True, True]
    assert each(house, sgb2_regelbedarf) == [45_100, 56_300, 39_000]


def test_from_25_an_applicant_at_her_parents_is_on_her_own() -> None:
    applicant = adult(geburtsdatum="2001-03-01", elternteil_1="P1", elternteil_2="niemand")

    assert each(household(applicant, relative()), sgb2_bg_mitglied) == [True, False]


def test_a_child_mostly_with_the_other_parent_is_no_head_here() -> None:
    house = household(adult(), child(betreuung="weniger_als_ein_drittel", kindergeld="nein"))

    assert assessed(house).amount == 56_300 + 60_000


def test_a_separated_spouse_does_not_belong() -> None:
    house = household(adult(), partner(verhaeltnis="ehegatte", getrennt_lebend="ja"))

    assert each(house, sgb2_bg_mitglied) == [True, False]


def test_a_grown_up_child_who_works_leaves() -> None:
    worker = child(geburtsdatum="2004-01-01", verheiratet="nein", kindergeld="nein", bildungsort="keiner", **{**GROWN, **wages(2000, 1500)})

    assert each(household(adult(), worker), sgb2_bg_mitglied) == [True, False]


@pytest.mark.parametrize(
    ("told", "gate"),
    [
        ({"unterbringung": "haft"}, "sgb2_jemand_nicht_ausgenommen"),
        ({"unterbringung": "stationaere_einrichtung"}, "sgb2_jemand_nicht_ausgenommen"),
        ({"erreichbar": "nein"}, "sgb2_jemand_nicht_ausgenommen"),
        ({"leistung": "soziale_entschaedigung"}, "sgb2_jemand_nicht_ausgenommen"),
        ({"aufenthalt": "duldung"}, "sgb2_jemand_mit_aufenthalt"),
        ({"aufenthalt": "titel_zur_suche", "fuenf_jahre_gemeldet": "nein"}, "sgb2_jemand_mit_aufenthalt"),
        ({"erwerbsfaehigkeit": "voll_erwerbsgemindert_dauernd"}, "sgb2_jemand_erwerbsfaehig"),
        ({"geburtsdatum": "1950-01-01"}, "sgb2_jemand_im_alter"),
        ({"vermoegen": 50_000}, "sgb2_vermoegen_im_freibetrag"),
    ],
)
def test_what_stands_against_a_claim_is_named(told: Answers, gate: str) -> None:
    result = assessed(household(adult(**told)))

    assert result.status is Status.NO
    assert result.refused_by is not None
    assert result.refused_by.id == gate


@pytest.mark.parametrize("where", ["krankenhaus_unter_sechs_monate", "einrichtung_mit_arbeit"])
def test_a_short_stay_in_hospital_and_work_outside_keep_the_claim(where: str) -> None:
    assert assessed(household(adult(unterbringung=where))).status is Status.YES


@pytest.mark.parametrize(
    ("told", "claim"),
    [
        ({"ausbildungsart": "berufsausbildung", "bafoeg": "nicht_beantragt"}, True),
        ({"ausbildungsart": "schule", "bafoeg": "erhalten"}, True),
        ({"ausbildungsart": "schule", "bafoeg": "wegen_wohnung_der_eltern_oder_alter_ausgeschlossen"}, True),
        ({"ausbildungsart": "abendschule", "bafoeg": "wegen_wohnung_der_eltern_oder_alter_ausgeschlossen"}, True),
        ({"ausbildungsart": "schule", "bafoeg": "nicht_beantragt"}, False),
        ({"ausbildungsart": "studium", "bafoeg": "erhalten"}, False),
        ({"ausbildungsart": "berufsausbildung_im_wohnheim", "bafoeg": "erhalten"}, False),
    ],
)
def test_training_takes_the_claim_away_only_where_bafoeg_stands_in(told: Answers, claim: bool) -> None:
    assert (assessed(household(adult(merkmale=["ausbildung"], **told))).status is Status.YES) == claim


def test_a_student_at_her_parents_with_bafoeg_keeps_her_claim() -> None:
    student = child(
        geburtsdatum="2005-01-01", verheiratet="nein", ausbildungsart="studium", bafoeg="erhalten", **{**GROWN, "merkmale": ["ausbildung"]}
    )

    assert each(household(adult(), student), sgb2_anspruch)[1] == 45_100 + 30_000 - 22_900


def test_the_sum_is_that_of_the_persons() -> None:
    house = household(adult(**wages(700, 620)), partner(), child(), child(geburtsdatum="2022-01-01"))

    assert assessed(house).amount == sum(each(house, sgb2_zahlbetrag))  # type: ignore[arg-type]


@pytest.mark.parametrize(("pension", "presumed"), [(1_456, False), (1_457, True)])
def test_help_of_a_well_off_relative_is_presumed_as_a_hint_only(pension: int, presumed: bool) -> None:
    aunt = relative(geburtsdatum="1950-01-01", einkommensarten=["andere_rente"], andere_rente=pension, renten_abzuege=0)
    result = assessed(household(adult(**NOBODY), aunt))

    assert result.amount == 56_300 + 30_000
    assert ("sgb2_keine_haushaltsgemeinschaft" in [hint.id for hint in result.hints]) == presumed


def test_a_child_in_two_homes_counts_whole_and_a_hint_says_so() -> None:
    result = assessed(household(adult(), child(betreuung="mindestens_ein_drittel")))

    assert result.value(sgb2_bg_mitglied, 1)
    assert [hint.id for hint in result.hints] == ["sgb2_keine_geteilte_betreuung"]
