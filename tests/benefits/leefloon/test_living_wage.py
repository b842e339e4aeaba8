"""The leefloon: categories, means of a year, the exemption for wages and its three years within six."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.leefloon.rules.gezin import Categorie, lf_categorie
from lebenslage.benefits.leefloon.rules.middelen import lf_bestaansmiddelen, lf_spi_loopt, lf_uit_kapitaal, lf_uit_onroerend
from lebenslage.benefits.together import Law
from lebenslage.law.engine import Result, Status

ON = date(2026, 4, 1)
FLANDERS = {
    "land": "be", "werkelijk_verblijf": "ja", "verblijf_belgie": "belg", "werkbereid": "bereid", "andere_rechten_eerst": "ja",
    "antragsdatum": "2026-04-01",
}  # fmt: skip
NOTHING = {"nettoloon_belgie": 0, "uitkering_belgie": 0, "andere_middelen": 0, "roerend_kapitaal": 0, "ki_bebouwd": 0, "ki_onbebouwd": 0}


def adult(relation: str = "antragstellend", **told: Any) -> dict[str, Any]:
    """A grown-up without means, except what is told."""
    return {"verhaeltnis": relation, "geburtsdatum": "1990-03-01", **NOTHING, **told}


def asked(*people: dict[str, Any], on: date = ON, **told: Any) -> Result:
    """The leefloon of these people in Flanders."""
    names = {f"P{n}": one for n, one in enumerate(people, 1)}
    return Law.on(on).assess(VOCABULARY.read({"haushalt": {**FLANDERS, **told}, "personen": names}))["leefloon"]


CHILD = {"verhaeltnis": "kind", "geburtsdatum": "2018-05-01"}
FRIEND = {"verhaeltnis": "mitbewohnend", "geburtsdatum": "1990-01-01"}


@pytest.mark.parametrize(
    ("others", "told", "category"),
    [
        ([], {}, Categorie.ALLEENSTAAND),
        ([CHILD], {}, Categorie.GEZINSLAST),
        ([FRIEND], {"deelt_huishouden": "ja"}, Categorie.SAMENWONEND),
        ([FRIEND], {"deelt_huishouden": "nein"}, Categorie.ALLEENSTAAND),
        ([adult("partner")], {}, Categorie.SAMENWONEND),
        ([adult("partner"), CHILD], {}, Categorie.GEZINSLAST),
    ],
)
def test_the_category_follows_who_shares_roof_and_household(
    others: list[dict[str, Any]], told: dict[str, Any], category: Categorie
) -> None:
    assert asked(adult(), *others, **told).value(lf_categorie) == category


@pytest.mark.parametrize(("savings", "counted"), [(6200, 0), (6201, 6), (12_500, 378_00), (12_501, 378_10), (25_000, 1628_00)])
def test_savings_count_in_two_steps(savings: int, counted: int) -> None:
    assert asked(adult(roerend_kapitaal=savings)).value(lf_uit_kapitaal) == counted


def test_a_house_counts_above_an_exemption_that_grows_with_children() -> None:
    assert asked(adult(ki_bebouwd=876), CHILD).value(lf_uit_onroerend) == 3_00
    assert asked(adult(ki_bebouwd=876)).value(lf_uit_onroerend) == 378_00


@pytest.mark.parametrize(
    ("since", "used", "runs"),
    [("2026-04-01", 0, True), ("2021-01-01", 35, True), ("2021-01-01", 36, False), ("2020-05-01", 0, True), ("2020-04-01", 0, False)],
)
def test_wages_are_spared_for_three_years_within_six(since: str, used: int, runs: bool) -> None:
    told: dict[str, Any] = {"vrijstellingsgrond": "werk_of_opleiding", "vrijstelling_sinds": since, "vrijstelling_maanden": used}

    assert bool(asked(adult(nettoloon_belgie=700), **told).value(lf_spi_loopt)) is runs


def test_one_cent_below_the_amount_leaves_the_general_exemption() -> None:
    assert asked(adult(uitkering_belgie="1340.46")).amount == 2084
    assert asked(adult(uitkering_belgie="1340.47")).status is Status.NO


def test_a_parent_counts_only_where_the_office_says_so() -> None:
    child = adult(elternteil_1="P2", elternteil_2="niemand", geburtsdatum="2004-01-01")
    mother = adult("verwandt", uitkering_belgie=1500, elternteil_1="niemand", elternteil_2="niemand", geburtsdatum="1975-01-01")

    assert asked(child, mother, deelt_huishouden="ja").value(lf_bestaansmiddelen) == 0
    assert asked(child, mother, deelt_huishouden="ja", familie_telt_mee="ja").value(lf_bestaansmiddelen) == 18_000_00 - 10_723_75


def test_who_lives_in_germany_is_asked_nothing_of_it() -> None:
    result = Law.on(ON).assess(VOCABULARY.read({"haushalt": {}, "personen": {"Anna": {"verhaeltnis": "antragstellend"}}}))["leefloon"]

    assert result.status is Status.NO
    assert result.missing == ()


def test_a_month_before_its_figures_is_refused() -> None:
    assert asked(adult(), on=date(2023, 10, 1)).status is Status.NO_TABLE
