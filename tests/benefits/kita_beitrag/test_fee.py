"""Who is freed from day-care fees: SGB VIII § 90 Abs. 4, KiBiz NRW § 50 Abs. 1."""

from datetime import date

import pytest

from lebenslage.benefits.kita_beitrag.rules import kita_frei_im_land
from lebenslage.benefits.together import Law
from tests.benefits.families import KINDERZUSCHLAG, WOHNGELD, Answers, adult, asked, assessed, child, drawing, refusal

RIGHT = "kita_beitrag"
HOME: Answers = {"wohnform": "miete", "miete": 600, "mietbestandteile": [], "wohnbesonderheiten": []}
KITA: Answers = {"geburtsdatum": "2024-02-01", "bildungsort": "kita", "kita_beitrag": 185}


@pytest.mark.parametrize(("notice", "days"), [("wohngeld", WOHNGELD), ("kinderzuschlag", KINDERZUSCHLAG)])
def test_wohngeld_and_kinderzuschlag_of_the_parents_free(notice: str, days: Answers) -> None:
    assert assessed(RIGHT, {"Anna": adult(notice), "Ben": child(notice, **KITA)}, **days).amount == 18_500


@pytest.mark.parametrize("benefit", ["grundsicherungsgeld", "grundsicherung_im_alter", "hilfe_zum_lebensunterhalt", "asylbewerberleistung"])
def test_a_benefit_of_parent_or_child_alone_frees(benefit: str) -> None:
    parent = {"Anna": adult(**drawing(benefit)), "Ben": child(**KITA)}
    only_child = {"Anna": adult(), "Ben": child(**drawing(benefit), **KITA)}

    assert [assessed(RIGHT, people).amount for people in (parent, only_child)] == [18_500, 18_500]


@pytest.mark.parametrize(
    ("born", "on", "free"),
    [
        ("2022-09-30", date(2026, 8, 1), True), ("2022-10-01", date(2026, 8, 1), True), ("2022-10-02", date(2026, 8, 1), False),
        ("2022-09-30", date(2026, 7, 1), False), ("2021-09-30", date(2026, 7, 1), True), ("2021-09-30", date(2026, 1, 1), True),
    ],
)  # fmt: skip
def test_the_last_two_years_are_free_in_nrw(born: str, on: date, free: bool) -> None:
    result = assessed(RIGHT, {"Anna": adult(), "Ben": child(**{**KITA, "geburtsdatum": born})}, on=on)

    assert result.value(kita_frei_im_land, 1) is free


def test_who_is_born_on_the_first_of_october_hangs_on_a_reading() -> None:
    other = Law.on(date(2026, 8, 1)).reformed({"kita_freiheit_geboren_am_1_oktober": 0})
    people = {"Anna": adult("wohngeld"), "Ben": child("wohngeld", **{**KITA, "geburtsdatum": "2022-10-01"})}

    assert refusal(assessed(RIGHT, people, on=date(2026, 8, 1), **WOHNGELD)) == "kita_beitrag_faellig"
    assert assessed(RIGHT, people, law=other, **WOHNGELD).amount == 18_500


@pytest.mark.parametrize(("net", "refused"), [("1867.20", ""), ("1867.21", "kita_beitrag_unzumutbar")])
def test_without_such_a_benefit_the_limit_of_income_decides(net: str, refused: str) -> None:
    """2 * 563 + rent 600 + 395 for the child = 2,121; net wage less 5.20, and Kindergeld 259."""
    anna = adult(einkommensarten=["lohn"], bruttolohn=3000, nettolohn=net)
    ben = child(**KITA, elternteil_1="Anna", elternteil_2="niemand", einkommensarten=[])

    assert refusal(assessed(RIGHT, {"Anna": anna, "Ben": ben}, **HOME)) == refused


def test_income_and_rent_are_not_asked_where_a_benefit_frees() -> None:
    assert asked(RIGHT, {"Anna": adult("wohngeld"), "Ben": child("wohngeld", **KITA)}, **WOHNGELD) == ""


def test_the_fee_of_a_free_year_is_not_asked() -> None:
    ben = child("wohngeld", geburtsdatum="2021-02-01", bildungsort="kita")

    assert asked(RIGHT, {"Anna": adult("wohngeld"), "Ben": ben}, **WOHNGELD) == ""
