"""Who is left for chapter 3, and what they get: SGB XII §§ 19, 21, 27, 39 and 145."""

from typing import Any

import pytest

from lebenslage.benefits.grundsicherung.rules.berechtigte import grundsicherung_berechtigt
from lebenslage.benefits.hilfe_zum_lebensunterhalt.anspruch import hlu_beginn, hlu_hilfe_wird_vermutet, hlu_sofortzuschlag
from lebenslage.benefits.hilfe_zum_lebensunterhalt.berechtigte import hlu_berechtigt
from tests.benefits.grundsicherung.homes import Answers, able, assessed, child, euros, old, pension, refusal, spouse, unable, values, wages

HLU = "hilfe_zum_lebensunterhalt"
FOR_A_TIME = "voll_erwerbsgemindert_auf_zeit"


def of_chapter(*people: Answers, **told: Any) -> str:
    """For each person: 4, 3, or - for neither."""
    fourth, third = values(grundsicherung_berechtigt, *people, **told), values(hlu_berechtigt, *people, **told)
    return "".join("4" if a else "3" if b else "-" for a, b in zip(fourth, third, strict=True))


@pytest.mark.parametrize(
    ("people", "chapters"),
    [
        ((unable(FOR_A_TIME),), "3"),
        ((unable(),), "4"),
        ((old(),), "4"),
        ((able(),), "-"),
        ((old(), spouse(unable(FOR_A_TIME))), "43"),
        ((able(), spouse(unable(FOR_A_TIME))), "--"),
        ((able(), spouse(old())), "-4"),
        ((old(), child()), "43"),
        ((able(), child()), "--"),
        ((old(), child(geburtsdatum="2010-01-01", erwerbsfaehigkeit="erwerbsfaehig")), "4-"),
        ((unable(FOR_A_TIME), child(geburtsdatum="2010-01-01", erwerbsfaehigkeit="erwerbsfaehig")), "--"),
        ((unable(FOR_A_TIME), child(geburtsdatum="2010-01-01", erwerbsfaehigkeit="erwerbsfaehig", **wages(1200, 950))), "3-"),
        ((old(), child(verhaeltnis="verwandt")), "43"),
        ((old(), able(verhaeltnis="verwandt"), child(verhaeltnis="verwandt", elternteil_1="P2")), "4--"),
        ((able(**pension(500), geburtsdatum="1962-05-01"),), "3"),
        ((old(), child(verhaeltnis="pflegekind")), "4-"),
    ],
)  # fmt: skip
def test_each_person_has_one_law(people: tuple[Answers, ...], chapters: str) -> None:
    assert of_chapter(*people) == chapters


def test_who_is_under_sgb_2_is_told_so() -> None:
    assert refusal(assessed(HLU, able())) == "hlu_jemand_berechtigt"


def test_a_couple_uses_its_means_together() -> None:
    """§ 27 Abs. 2 S. 2: need 1492, pensions of 900 and 300."""
    couple = (unable(FOR_A_TIME, **pension(900)), spouse(unable(FOR_A_TIME), **pension(300)))

    assert euros(HLU, *couple) == 1492 - 1200


def test_a_pregnant_minor_does_not_live_on_her_parents_means() -> None:
    """§ 19 Abs. 4: stage 4, 17 %, a third of 480."""
    father, mother = old(**pension(2000)), spouse(old())
    daughter = child(geburtsdatum="2011-06-01", kindergeld="nein", schwanger="ja", entbindungstermin="2026-06-01")

    assert assessed(HLU, father, mother, daughter).amount == 47100 + 8007 + 16000 + 2500


@pytest.mark.parametrize(
    ("told", "presumed"),
    [({}, True), ({"pflegegrad": "eins"}, False), ({"behindertenhilfe": ["eingliederungshilfe"]}, False), ({"schwanger": "ja"}, False)],
)
def test_help_from_people_in_the_home_is_presumed(told: dict[str, object], presumed: bool) -> None:
    """§ 39 S. 1 and 3."""
    told = {**told, "entbindungstermin": "2026-06-01"} if "schwanger" in told else told

    assert values(hlu_hilfe_wird_vermutet, unable(FOR_A_TIME, **told), able(verhaeltnis="mitbewohnend"))[0] is presumed


@pytest.mark.parametrize(("maintenance", "supplement"), [(0, 2500), (300, 2500), (629, 2500), (630, 0)])
def test_the_supplement_stays_where_only_kindergeld_ends_the_claim(maintenance: int, supplement: int) -> None:
    """§ 145 Abs. 1 S. 2 Nr. 2: need 630."""
    kept = child(einkommensarten=["unterhalt"], unterhalt=maintenance) if maintenance else child()

    assert values(hlu_sofortzuschlag, old(), kept)[1] == supplement


@pytest.mark.parametrize(("gross", "supplement"), [(1200, 2500), (1500, 2500), (1501, 0), (6000, 0)])
def test_the_supplement_ends_where_the_parent_could_do_without_kindergeld(gross: int, supplement: int) -> None:
    """§ 27 Abs. 2 S. 3, § 145 Abs. 1 S. 2 Nr. 2: 563 + 12 % + 240 for the father, 390 + 240 for the child: without Kindergeld 1500.56."""
    father = unable(FOR_A_TIME, **pension(gross, 0, "erwerbsminderung"))

    assert values(hlu_sofortzuschlag, father, child())[1] == supplement


def test_it_begins_when_the_office_learns_of_the_need() -> None:
    """§ 18: without an application."""
    told_: tuple[Answers, ...] = ({"not_bekannt_am": "2026-03-02"}, {})
    known, filed = (values(hlu_beginn, unable(FOR_A_TIME), **told)[0] for told in told_)

    assert isinstance(known, int)
    assert isinstance(filed, int)
    assert filed - known == 8
