"""Who may have the municipality's pass: a notice it accepts, or an income within its factor."""

from datetime import date

import pytest

from lebenslage.benefits.sozialpass.rules import sozialpass_ende
from lebenslage.law.engine import Status
from tests.benefits.families import KINDERZUSCHLAG, WOHNGELD, Answers, adult, asked, assessed, child, drawing, refusal

RIGHT = "sozialpass"
OFFERED: Answers = {"sozialpass_angebot": "ja"}
NOBODY: dict[str, Answers] = {"Anna": adult()}
HOME: Answers = {
    "wohnform": "miete", "miete": 430, "mietbestandteile": [], "wohnbesonderheiten": [], "heizkosten_gesondert": 70,
    "warmwasser_dezentral": "nein",
}  # fmt: skip


@pytest.mark.parametrize("benefit", ["grundsicherungsgeld", "grundsicherung_im_alter", "hilfe_zum_lebensunterhalt", "asylbewerberleistung"])
def test_basic_income_support_opens_the_ordinary_pass(benefit: str) -> None:
    assert assessed(RIGHT, {"Anna": adult(**drawing(benefit))}, **OFFERED).status is Status.YES


@pytest.mark.parametrize(("notice", "days"), [("wohngeld", WOHNGELD), ("kinderzuschlag", KINDERZUSCHLAG)])
def test_so_do_wohngeld_and_kinderzuschlag(notice: str, days: Answers) -> None:
    assert assessed(RIGHT, {"Anna": adult(notice), "Ben": child(notice)}, **OFFERED, **days).status is Status.YES


def test_what_the_municipality_does_not_accept_opens_nothing() -> None:
    told: Answers = {**OFFERED, **WOHNGELD, "sozialpass_nachweise": ["grundsicherungsgeld"]}

    assert refusal(assessed(RIGHT, {"Anna": adult("wohngeld")}, **told)) == "sozialpass_berechtigt"


@pytest.mark.parametrize(
    ("accepted", "last"),
    [(["wohngeld"], date(2026, 12, 31)), (["kinderzuschlag"], date(2026, 10, 31)), (["wohngeld", "kinderzuschlag"], date(2026, 12, 31))],
)
def test_a_notice_that_is_not_on_the_list_prolongs_nothing(accepted: list[str], last: date) -> None:
    people = {"Anna": adult("wohngeld", "kinderzuschlag"), "Ben": child("wohngeld", "kinderzuschlag")}
    result = assessed(RIGHT, people, **OFFERED, **WOHNGELD, **KINDERZUSCHLAG, sozialpass_nachweise=accepted)

    assert date.fromordinal(int(result.value(sozialpass_ende))) == last


def test_the_ordinary_list_is_marked_as_assumed() -> None:
    result = assessed(RIGHT, {"Anna": adult(**drawing("grundsicherungsgeld"))}, **OFFERED)

    assert "sozialpass_nachweise" in {missing.fact.id for missing in result.assumed}


@pytest.mark.parametrize(("benefit", "status"), [("1411.90", Status.YES), ("1411.91", Status.NO)])
def test_with_a_factor_the_income_may_reach_it(benefit: str, status: Status) -> None:
    """Need 563 + 500 = 1,063; 130 % are 1,381.90; 30 euros for insurance come off the income."""
    anna = adult(einkommensarten=["lohnersatz"], lohnersatz=benefit, erwerbsfaehigkeit="erwerbsfaehig", schwanger="nein")

    assert assessed(RIGHT, {"Anna": anna}, **OFFERED, **HOME, sozialpass_einkommensfaktor=130).status is status


def test_income_is_not_asked_where_a_notice_is_enough_or_no_factor_holds() -> None:
    assert asked(RIGHT, {"Anna": adult(**drawing("grundsicherungsgeld"))}, **OFFERED, sozialpass_einkommensfaktor=130) == ""
    assert asked(RIGHT, NOBODY, **OFFERED) == ""


def test_without_an_offer_there_is_no_pass() -> None:
    assert refusal(assessed(RIGHT, {"Anna": adult(**drawing("grundsicherungsgeld"))}, sozialpass_angebot="nein")) == "sozialpass_angeboten"
