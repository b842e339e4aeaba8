"""Benefits for asylum seekers: AsylbLG §§ 1 to 3a, 7 and 16."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.asylblg import ASYLBLG
from lebenslage.benefits.asylblg.rules.analog import asylblg_analog
from lebenslage.benefits.asylblg.rules.einsatz import asylblg_freibetrag_erwerb
from lebenslage.benefits.asylblg.rules.grundleistung import asylblg_stufe
from lebenslage.benefits.aufenthaltsrecht import asylblg_berechtigt
from lebenslage.law.engine import LawOn
from tests.benefits.grundsicherung.homes import ON, Answers, able, assessed, child, euros, refusal, spouse, values, wages

SHARED: Answers = {"wohnform": "ohne_eigenes_recht", "unterkunft": "gemeinschaftsunterkunft", "sachleistungen": []}


def seeking(**told: Any) -> Answers:
    """An applicant in the asylum procedure."""
    return able(aufenthalt="gestattung", **told)


def young(age: int, **told: Any) -> Answers:
    """Her child of some age, whose birthday was in January."""
    grown = {"erwerbsfaehigkeit": "erwerbsfaehig"} if age >= 15 else {}
    return child(aufenthalt="gestattung", kindergeld="nein", geburtsdatum=f"{2026 - age}-01-10", **grown, **told)


@pytest.mark.parametrize(
    ("told", "under"),
    [
        ({"aufenthalt": "gestattung"}, True),
        ({"aufenthalt": "duldung", "aufenthaltstitel": "sonstiger"}, True),
        ({"aufenthalt": "kein_recht", "asyllage": "folgeantrag"}, True),
        ({"aufenthalt": "kein_recht", "asyllage": "keine"}, False),
        ({"aufenthalt": "deutsch"}, False),
        ({"aufenthaltserlaubnis": "krieg_im_heimatland"}, True),
        ({"aufenthaltserlaubnis": "andere"}, False),
        ({"aufenthaltserlaubnis": "ausreise_unmoeglich", "abschiebung_ausgesetzt_am": "2024-09-02"}, True),
        ({"aufenthaltserlaubnis": "ausreise_unmoeglich", "abschiebung_ausgesetzt_am": "2024-09-01"}, False),
        ({"aufenthaltserlaubnis": "massenzustrom", "schutztitel_erteilt_am": "2022-04-01"}, False),
        ({"aufenthaltserlaubnis": "massenzustrom", "schutztitel_erteilt_am": "2022-04-01", "erkennungsdienstlich_erfasst": "nein"}, True),
        ({"aufenthaltserlaubnis": "massenzustrom", "schutztitel_erteilt_am": "2025-06-01"}, False),
    ],
)  # fmt: skip
def test_who_falls_under_the_law(told: dict[str, Any], under: bool) -> None:
    """§ 1 Abs. 1; March 2026."""
    title = {"aufenthalt": "aufenthaltstitel", "aufenthaltstitel": "humanitaer"} if "aufenthaltserlaubnis" in told else {}

    assert values(asylblg_berechtigt, able(**title, **told)) == [under]


def test_a_child_without_papers_follows_its_mother() -> None:
    """§ 1 Abs. 1 Nr. 6."""
    baby = child(aufenthalt="kein_recht", asyllage="keine", kindergeld="nein", elternteil_1="P1", geburtsdatum="2025-12-01")

    assert values(asylblg_berechtigt, seeking(), baby) == [True, True]
    assert values(asylblg_berechtigt, able(), baby) == [False, False]


def test_the_planned_change_for_protection_titles_is_a_switch() -> None:
    on = date(2026, 8, 1)
    title = {"aufenthalt": "aufenthaltstitel", "aufenthaltstitel": "humanitaer", "aufenthaltserlaubnis": "massenzustrom"}
    newcomer = able(**title, schutztitel_erteilt_am="2025-06-01")
    law = LawOn(on, (ASYLBLG,))

    assert refusal(assessed("asylblg", newcomer, law=law)) == "asylblg_jemand_berechtigt"
    assert refusal(assessed("asylblg", newcomer, law=law.reformed({"asylblg_schutztitel_ab_april_2025": 1}))) == ""


@pytest.mark.parametrize(("age", "stage"), [(5, 6), (6, 5), (13, 5), (14, 4), (17, 4), (18, 3), (24, 3), (25, 1)])
def test_the_stage_of_somebody_with_a_parent_in_a_flat(age: int, stage: int) -> None:
    """§ 3a Abs. 1."""
    assert values(asylblg_stufe, seeking(), young(age, elternteil_1="P1"))[1] == stage


@pytest.mark.parametrize(("age", "stage"), [(13, 5), (16, 1), (20, 2), (40, 2)])
def test_the_stage_in_shared_accommodation(age: int, stage: int) -> None:
    assert values(asylblg_stufe, seeking(), young(age, elternteil_1="P1"), **SHARED | {"miete": 0})[1] == stage


def test_stage_1_for_people_alone_in_shared_accommodation_is_a_switch() -> None:
    """§ 3a Abs. 1 Nr. 2 b against BVerfG 1 BvL 3/21."""
    law = LawOn(ON, (ASYLBLG,))
    alone = seeking(wohnraum_entgelt=0)
    told = {**SHARED, "miete": 0}
    reading = {"asylblg_sammelunterkunft_allein_stufe_1_grundleistung": 1}

    assert assessed("asylblg", alone, law=law, **told).amount == 40900
    assert assessed("asylblg", alone, law=law.reformed(reading), **told).amount == 45500


@pytest.mark.parametrize(("since", "analogous"), [("2023-03-01", True), ("2023-03-02", False), ("2015-01-01", True)])
def test_after_36_months_the_rates_of_social_assistance_hold(since: str, analogous: bool) -> None:
    """§ 2 Abs. 1; 1 March 2026."""
    assert values(asylblg_analog, seeking(in_deutschland_seit=since)) == [analogous]
    assert values(asylblg_analog, seeking(in_deutschland_seit=since, aufenthalt_missbraeuchlich_verlaengert="ja")) == [False]


def test_minor_children_follow_a_parent_and_grown_up_ones_do_not() -> None:
    """§ 2 Abs. 3."""
    mother = seeking(in_deutschland_seit="2020-01-01")

    assert values(asylblg_analog, mother, young(2), young(19, elternteil_1="P1")) == [True, True, False]


@pytest.mark.parametrize(("gross", "free"), [(400, 10000), (910, 22750), (2000, 22750)])
def test_a_quarter_of_pay_is_free_up_to_half_of_the_stage(gross: int, free: int) -> None:
    """§ 7 Abs. 3: stage 1 has 455 euros."""
    assert values(asylblg_freibetrag_erwerb, seeking(**wages(gross, gross))) == [free]


def test_a_family_may_keep_200_euros_each() -> None:
    """§ 7 Abs. 5."""
    family = (seeking(vermoegen=600), spouse(seeking()), young(5))

    assert refusal(assessed("asylblg", *family)) == ""
    assert refusal(assessed("asylblg", seeking(vermoegen="600.01"), *family[1:])) == "asylblg_vermoegen_reicht_nicht"


def test_a_married_couple_of_two_laws_uses_its_means_for_each_other() -> None:
    """She is German with pay of 1500: need 746, surplus 1500 - 5.20 - 281.50 - 746 = 467.30; he 409 + 240."""
    wife, husband = able(**wages(1500, 1500)), spouse(seeking())

    assert euros("asylblg", wife, husband) == pytest.approx(649 - 467.30)


def test_nobody_in_asylum_benefits_gets_social_assistance() -> None:
    """AsylbLG § 9 Abs. 1, SGB XII § 23 Abs. 2."""
    aged = seeking(geburtsdatum="1950-01-01")

    assert refusal(assessed("grundsicherung", aged)) == "grundsicherung_jemand_berechtigt"
    assert refusal(assessed("hilfe_zum_lebensunterhalt", aged)) == "hlu_jemand_berechtigt"
    assert euros("asylblg", aged) == 455 + 480


def test_a_cut_benefit_is_not_computed() -> None:
    """§ 1a."""
    both = assessed("asylblg", seeking(), spouse(seeking(), anspruch_eingeschraenkt="ja"))

    assert both.amount == 40900 + 24000
    assert "asylblg_niemand_gekuerzt" in [hint.id for hint in both.hints]
