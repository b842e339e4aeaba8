"""Whether there is a claim at all: §§ 3, 20 and 21 WoGG, and the hint of WoGVwV 15.01."""

from typing import Any

import pytest

from lebenslage.benefits.wohngeld.rules.anspruch import lebensunterhalt_plausibel
from lebenslage.law.engine import Status
from tests.law.plain import Answers, home, person, wohngeld


def refusal(*people: Answers, **told: Any) -> str:
    """The condition that refuses, or nothing where there is a claim."""
    result = wohngeld(home(*people, **told))
    assert (result.status is Status.NO) == (result.refused_by is not None)
    return result.refused_by.id if result.refused_by else ""


@pytest.mark.parametrize("form", ["miete", "heim", "eigenes_mehrfamilienhaus", "eigentum"])
def test_tenants_residents_of_homes_and_owners_are_entitled(form: str) -> None:
    assert refusal(person(rente=800), wohnform=form) == ""


def test_without_a_right_to_the_dwelling_there_is_no_claim() -> None:
    assert refusal(person(rente=800), wohnform="ohne_eigenes_recht") == "wohngeldberechtigt"


def test_the_applicant_must_live_there() -> None:
    assert refusal(person(rente=800, lebensmittelpunkt="nein")) == "wohngeldberechtigt"


@pytest.mark.parametrize(
    "right",
    ["deutsch", "freizuegigkeit", "aufenthaltstitel", "duldung", "abkommen", "gestattung", "heimatlos", "befreit"],
)
def test_these_rights_to_stay_open_wohngeld(right: str) -> None:
    """§ 3 Abs. 5 S. 1."""
    assert refusal(person(rente=800, aufenthalt=right)) == ""


@pytest.mark.parametrize("right", ["von_sozialrecht_ausgenommen", "titel_zur_suche", "kein_recht"])
def test_these_do_not(right: str) -> None:
    """§ 3 Abs. 5 S. 2 and 3."""
    assert refusal(person(rente=800, aufenthalt=right)) == "wohngeldberechtigt"


STUDENT = {"merkmale": ["ausbildung"], "ausbildung_nur_darlehen": "nein", "ausbildungsfoerderung": 600}


def test_where_all_members_could_get_training_support_there_is_no_claim() -> None:
    """§ 20 Abs. 2 S. 1: a flatmate who is no student is no member either."""
    assert refusal(person(**STUDENT), person("partner", **STUDENT)) == "nicht_nur_auszubildende"
    assert refusal(person(**STUDENT), person("mitbewohnend")) == "nicht_nur_auszubildende"


def test_one_member_who_could_not_opens_the_claim() -> None:
    assert refusal(person(**STUDENT), person("kind")) == ""


def test_support_as_a_loan_only_opens_it_too() -> None:
    """§ 20 Abs. 2 S. 3."""
    assert refusal(person(**{**STUDENT, "ausbildung_nur_darlehen": "ja"})) == ""


@pytest.mark.parametrize(("assets", "reason"), [("60.000", ""), ("60.000,01", "vermoegen_unschaedlich")])
def test_assets_of_just_the_limit_are_allowed(assets: str, reason: str) -> None:
    """§ 21 Nr. 3, WoGVwV 21.37."""
    assert refusal(person(rente=800, vermoegen=assets)) == reason


@pytest.mark.parametrize(("assets", "reason"), [(60_000, ""), ("60.000,01", "vermoegen_unschaedlich")])
def test_each_further_member_allows_30000_more(assets: int | str, reason: str) -> None:
    """Two members: 90,000, of which the other has 30,000."""
    assert refusal(person(rente=800, vermoegen=assets), person("partner", vermoegen=30_000)) == reason


def test_assets_of_those_who_do_not_count_are_not_counted() -> None:
    granted = {"leistung_stand": "bewilligt", "leistung_ab": "1.1.2025", "leistung_bis": "offen"}
    excluded = person("partner", vermoegen=500_000, leistung="asylbewerberleistung", **granted)

    assert refusal(person(rente=800), excluded) == refusal(person(rente=800), person("mitbewohnend", vermoegen=500_000)) == ""


@pytest.mark.parametrize(("monthly", "reason", "cents"), [(1509, "", 10_00), (1510, "mindestbetrag_erreicht", 0)])
def test_below_ten_euros_there_is_no_claim(monthly: int, reason: str, cents: int) -> None:
    """§ 21 Nr. 1. M = 585.60, so z1 = 0.32091232 + 0.0000408 Y.

    Y = 1509: z1 = 0.38247952, z2 = 577.1615..., 1.15 * 8.4384... = 9.70.
    Y = 1510: z1 = 0.38252032, z2 = 577.6056..., 1.15 * 7.9943... = 9.19.
    """
    result = wohngeld(home(person(lohnersatz=monthly)))

    assert (refusal(person(lohnersatz=monthly)), result.amount) == (reason, cents)


@pytest.mark.parametrize(("pension", "plausible"), [(300, False), (500, True)])
def test_where_income_hardly_covers_a_living_the_office_asks_and_excludes_nobody(pension: int, plausible: bool) -> None:
    """80 % of 563 + 585.60 are 918.88: 291.50 + 520 of Wohngeld are less, 491.50 + 481 are more."""
    result = wohngeld(home(person(rente=pension)))

    assert result.status is Status.YES
    assert (lebensunterhalt_plausibel not in result.hints) is plausible


def test_a_refusal_gives_no_hints_and_no_amount() -> None:
    result = wohngeld(home(person(vermoegen=100_000)))

    assert (result.amount, result.hints, result.missing) == (0, (), ())
