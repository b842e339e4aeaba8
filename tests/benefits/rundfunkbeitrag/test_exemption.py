"""Who is freed from the broadcasting fee, and from when: RBStV § 4."""

from datetime import date

import pytest

from lebenslage.benefits.rundfunkbeitrag.rules import rundfunk_beginn
from lebenslage.law.engine import Status
from tests.benefits.families import KINDERZUSCHLAG, WOHNGELD, Answers, adult, asked, assessed, child, drawing, refusal

RIGHT = "rundfunkbeitrag"
NOTHING: Answers = {"merkmale": [], "behindertenhilfe": []}
TOLD: Answers = {"antragsdatum": "2026-05-10", "sozialleistung_abgelehnt": "nein"}


@pytest.mark.parametrize(
    "benefit",
    ["grundsicherungsgeld", "grundsicherung_im_alter", "hilfe_zum_lebensunterhalt", "asylbewerberleistung", "soziale_entschaedigung"],
)
def test_basic_income_support_of_any_kind_frees(benefit: str) -> None:
    assert assessed(RIGHT, {"Anna": adult(**drawing(benefit))}, antragsdatum="2026-05-10").amount == 1_836


@pytest.mark.parametrize(("notice", "days"), [("wohngeld", WOHNGELD), ("kinderzuschlag", KINDERZUSCHLAG)])
def test_wohngeld_and_kinderzuschlag_do_not(notice: str, days: Answers) -> None:
    assert refusal(assessed(RIGHT, {"Anna": adult(notice, **NOTHING)}, **TOLD, **days)) == "rundfunk_grund"


def test_the_mark_rf_leaves_a_third() -> None:
    card: Answers = {"merkmale": ["schwerbehindert"], "merkzeichen": ["rf"], "behindertenhilfe": []}

    assert assessed(RIGHT, {"Anna": adult(**card)}, **TOLD).amount == 1_836 - 612


@pytest.mark.parametrize(("above", "status"), [("0.01", Status.YES), ("18.35", Status.YES), ("18.36", Status.NO), ("40", Status.NO)])
def test_hardship_is_less_than_the_fee_above_the_need(above: str, status: Status) -> None:
    told: Answers = {**TOLD, "sozialleistung_abgelehnt": "ja", "einkommen_ueber_bedarf": above}

    assert assessed(RIGHT, {"Anna": adult(**NOTHING)}, **told).status is status


@pytest.mark.parametrize(("since", "begins"), [("2026-04-15", (2026, 4)), ("2023-05-01", (2023, 5)), ("2023-04-30", (2023, 5))])
def test_it_begins_with_the_notice_at_most_three_years_back(since: str, begins: tuple[int, int]) -> None:
    result = assessed(RIGHT, {"Anna": adult(**drawing("grundsicherung_im_alter", leistung_ab=since))}, antragsdatum="2026-05-10")

    assert result.value(rundfunk_beginn) == date(*begins, 1).toordinal()


def test_a_flatmate_goes_on_paying() -> None:
    people = {"Anna": adult(**drawing("grundsicherungsgeld")), "Kim": {"verhaeltnis": "mitbewohnend", "geburtsdatum": "1990-01-01"}}
    result = assessed(RIGHT, people, antragsdatum="2026-05-10")

    assert [hint.id for hint in result.hints] == ["rundfunk_alle_erfasst"]


def test_a_child_alone_frees_nobody_else() -> None:
    people = {"Anna": adult(**NOTHING), "Ben": child(**drawing("hilfe_zum_lebensunterhalt"), geburtsdatum="2004-01-01")}

    assert refusal(assessed(RIGHT, people, **TOLD)) == "rundfunk_grund"


def test_hardship_is_not_asked_of_somebody_who_is_freed() -> None:
    assert asked(RIGHT, {"Anna": adult(**drawing("grundsicherungsgeld"))}) == ""
