"""Income, assets, and what partners give: SGB XII §§ 43, 82, 82a and 90."""

from datetime import date

import pytest

from lebenslage.benefits.grundsicherung import GRUNDSICHERUNG
from lebenslage.benefits.grundsicherung.rules.einkommen import (
    sgb12_einkommen_ehrenamt,
    sgb12_einkommen_elterngeld,
    sgb12_einkommen_erwerb,
    sgb12_einkommen_kapital,
    sgb12_einkommen_renten,
)
from lebenslage.benefits.grundsicherung.rules.einsatz import sgb12_einkommen
from lebenslage.law.engine import LawOn
from tests.benefits.grundsicherung.homes import (
    ON,
    Answers,
    able,
    assessed,
    child,
    euros,
    old,
    pension,
    refusal,
    spouse,
    unable,
    values,
    wages,
)


@pytest.mark.parametrize(("gross", "counted"), [(100, 6480), (938, 65140), (939, 65230), (2000, 171330)])
def test_thirty_percent_of_pay_stay_free_up_to_half_of_stage_1(gross: int, counted: int) -> None:
    """§ 82 Abs. 3: net here equals gross; 5.20 for tools; the limit of 281.50 is reached at 938.33."""
    assert values(sgb12_einkommen_erwerb, old(**wages(gross, gross))) == [counted]


def test_pay_beside_school_is_free_up_to_the_mini_job_limit() -> None:
    """§ 82 Abs. 1 S. 2 Nr. 7: 603 of 700; 30 % of 97 and 5.20 off the rest."""
    pupil = child(geburtsdatum="2009-01-01", erwerbsfaehigkeit="erwerbsfaehig", bildungsort="allgemeinbildende_schule", **wages(700, 700))

    assert values(sgb12_einkommen_erwerb, old(), pupil)[1] == 9700 - 2910 - 520


def test_the_way_to_work_by_car_counts_for_forty_kilometres() -> None:
    """VO zu § 82 § 3 Abs. 6: 40 x 5.20."""
    near, far = (values(sgb12_einkommen_erwerb, old(**wages(600, 600), arbeitsweg_mit_auto=way))[0] for way in (0, 90))

    assert isinstance(near, int)
    assert isinstance(far, int)
    assert near - far == 20800


@pytest.mark.parametrize(("gross", "counted"), [(80, 0), (100, 0), (200, 7000), (705, 42350), (1500, 121850)])
def test_a_basic_pension_leaves_100_and_thirty_percent(gross: int, counted: int) -> None:
    """§ 82a; the limit of 281.50 is reached at 705."""
    assert values(sgb12_einkommen_renten, old(merkmale=["grundrentenzeiten"], **pension(gross))) == [counted]


def test_capital_income_has_26_euros_free_under_chapter_4_alone() -> None:
    """§ 43 Abs. 2: (146 - 26) / 12."""
    earning = {"einkommensarten": ["kapital"], "kapitalertraege": 146}

    assert values(sgb12_einkommen_kapital, old(**earning)) == [1000]
    assert values(sgb12_einkommen_kapital, unable("voll_erwerbsgemindert_auf_zeit", **earning)) == [1217]


def test_parental_benefit_is_free_as_far_as_was_earned_before() -> None:
    """BEEG § 10 Abs. 5."""
    told: Answers = {"einkommensarten": ["elterngeld"], "elterngeld": 400, "elterngeld_kinder": 1, "elterngeld_plus": "nein"}

    assert values(sgb12_einkommen_elterngeld, unable(**told, erwerb_vor_geburt=1000)) == [10000]
    assert values(sgb12_einkommen_elterngeld, unable(**told, erwerb_vor_geburt=0)) == [40000]


def test_pocket_money_of_a_voluntary_service() -> None:
    """§ 82 Abs. 2 S. 2."""
    assert values(sgb12_einkommen_ehrenamt, old(freiwilligendienst="ja", taschengeld_freiwilligendienst=400)) == [15000]


def test_kindergeld_of_a_grown_up_child_counts_where_it_is() -> None:
    grown = child(geburtsdatum="1996-01-01", erwerbsfaehigkeit="voll_erwerbsgemindert_dauernd", lage_des_kindes="behinderung")

    assert values(sgb12_einkommen, old(), {**grown, "kindergeld_weitergeleitet": "nein"}) == [25900, 0]
    assert values(sgb12_einkommen, old(), {**grown, "kindergeld_weitergeleitet": "ja"}) == [0, 25900]


def test_a_partner_gives_only_what_she_does_not_need() -> None:
    """§ 43 Abs. 1 S. 2: need 746 each."""
    assert euros("grundsicherung", old(), spouse(old(), **pension(746))) == 746
    assert euros("grundsicherung", old(), spouse(old(), **pension(800))) == 692
    assert refusal(assessed("grundsicherung", old(), spouse(old(), **pension(1492)))) == "grundsicherung_einkommen_reicht_nicht"


def test_the_parents_of_an_applicant_are_a_couple_of_their_own() -> None:
    """160 for housing each: 666 for a parent; her surplus of 334 is for him, not for the grown-up applicant with 723."""
    mother, father = old(verhaeltnis="verwandt", **pension(1000)), old(verhaeltnis="verwandt")

    assert euros("grundsicherung", unable(elternteil_1="P2", elternteil_2="P3"), mother, father) == 723 + 332


def test_a_child_that_lives_elsewhere_takes_nothing_of_a_surplus() -> None:
    away = child(betreuung="weniger_als_ein_drittel", lebensmittelpunkt="nein")

    assert euros("grundsicherung", old(**pension(800)), spouse(old()), away) == 746 - 54


def test_a_surplus_is_shared_in_proportion_to_what_is_lacking() -> None:
    """He lacks 666, the child 550 - 259 = 291; her surplus of 100 splits into 69.59 and 30.41."""
    family = (old(**pension(766)), spouse(old()), child())

    assert assessed("grundsicherung", *family).amount == 66600 - 6959
    assert assessed("hilfe_zum_lebensunterhalt", *family).amount == 29100 - 3041 + 2500


def test_means_of_parents_do_not_count_for_a_grown_up_child() -> None:
    rich = able(geburtsdatum="1968-01-01", vermoegen=500_000, **wages(9000, 5000))
    grown = unable(verhaeltnis="kind", geburtsdatum="1996-01-01", betreuung="nicht_geteilt", wohnvertrag="anteil_nach_koepfen")

    assert euros("grundsicherung", rich, grown) == 563 + 240


def test_relatives_above_100000_only_bring_a_hint() -> None:
    """§ 94 Abs. 1a."""
    told = assessed("grundsicherung", old(), angehoerige_ueber_100000="ja")

    assert told.amount == 104300
    assert [hint.id for hint in told.hints] == ["grundsicherung_ohne_rueckgriff"]


def test_the_other_reading_for_mixed_couples_gives_what_another_calculator_says() -> None:
    """GETTSIM 1.3.1, gemischte_bg_überschuss_sgb_ii: 530 euros with the surplus of SGB II of 11 euros, July 2023."""
    on = date(2023, 7, 1)
    wife = able(geburtsdatum="1968-01-01", **wages(1100, 1100))
    husband = spouse(old(geburtsdatum="1956-01-01", merkmale=["grundrentenzeiten"], **pension(400)))
    told: Answers = {"miete": 500, "heizkosten_gesondert": 100, "antragsdatum": "2023-07-01"}
    law = LawOn(on, (GRUNDSICHERUNG,))

    assert assessed("grundsicherung", wife, husband, law=law, **told).amount == 44820
    assert assessed("grundsicherung", wife, husband, law=law.reformed({"sgb12_partner_nach_sgb2": 1}), **told).amount == 53000


@pytest.mark.parametrize(("mine", "hers", "fine"), [(10_000, 10_000, True), (20_000, 0, True), ("20000.01", 0, False)])
def test_a_couple_keeps_its_small_sums_together(mine: object, hers: object, fine: bool) -> None:
    result = assessed("grundsicherung", old(vermoegen=mine), spouse(old(), vermoegen=hers), on=ON)

    assert (refusal(result) == "") is fine
