"""Who is excluded by another benefit, from which month to which, and when that is undone: §§ 7 and 8 WoGG."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.wohngeld.rules.anspruch import jemand_zu_beruecksichtigen
from lebenslage.benefits.wohngeld.rules.haushalt import ausgeschlossen, zu_beruecksichtigende
from lebenslage.law.engine import Status
from tests.law.plain import ON, Answers, home, person, wohngeld

GRANTED: Answers = {"leistung_stand": "bewilligt", "leistung_ab": "1.1.2025", "leistung_bis": "offen"}
EXCLUDING = [
    "grundsicherungsgeld",
    "auszubildende_sgb2",
    "grundsicherung_im_alter",
    "hilfe_zum_lebensunterhalt",
    "soziale_entschaedigung",
    "asylbewerberleistung",
]


def is_excluded(on: date = ON, **told: Any) -> bool:
    """Whether a person with such a benefit is excluded, beside a spouse without any."""
    result = wohngeld(home(person(**{**GRANTED, **told}), person("ehegatte")), on)
    return bool(result.value(ausgeschlossen, 0))


@pytest.mark.parametrize("benefit", EXCLUDING)
def test_who_receives_a_benefit_for_her_living_is_excluded(benefit: str) -> None:
    assert is_excluded(leistung=benefit)


@pytest.mark.parametrize(("with_costs", "excluded"), [("ja", True), ("nein", False)])
def test_verletztengeld_excludes_only_with_housing_costs_in_it(with_costs: str, excluded: bool) -> None:
    """§ 7 Abs. 1 S. 2."""
    assert is_excluded(leistung="verletztengeld", leistung_mit_unterkunft=with_costs) is excluded


def test_jugendhilfe_excludes_only_where_everybody_lives_on_it() -> None:
    """§ 7 Abs. 1 S. 1 Nr. 9."""
    young = {"leistung": "jugendhilfe", "leistung_mit_unterkunft": "ja", **GRANTED}
    alone, together = wohngeld(home(person(**young))), wohngeld(home(person(**young), person("ehegatte")))

    assert (alone.value(ausgeschlossen, 0), together.value(ausgeschlossen, 0)) == (True, False)


@pytest.mark.parametrize("end", ["nur_darlehen", "abgelehnt_oder_zurueckgenommen", "entfallen_oder_erstattet", "verzichtet"])
def test_what_is_a_loan_or_was_undone_excludes_nobody(end: str) -> None:
    """§ 7 Abs. 1 S. 3 Nr. 1, § 8 Abs. 1 S. 3 and Abs. 2."""
    assert not is_excluded(leistung="grundsicherungsgeld", leistung_stand=end)


def test_already_the_application_excludes() -> None:
    """§ 8 Abs. 1 S. 1."""
    assert is_excluded(leistung="grundsicherungsgeld", leistung_stand="beantragt")


@pytest.mark.parametrize(("benefit", "excluded"), [("hilfe_zum_lebensunterhalt", False), ("asylbewerberleistung", True)])
def test_where_wohngeld_avoids_the_need_only_numbers_1_to_7_give_way(benefit: str, excluded: bool) -> None:
    """§ 7 Abs. 1 S. 3 Nr. 2."""
    assert is_excluded(leistung=benefit, wohngeld_statt_leistung="ja") is excluded


@pytest.mark.parametrize(
    ("begins", "first"),
    [("1.6.2025", date(2025, 6, 1)), ("2.6.2025", date(2025, 7, 1)), ("30.6.2025", date(2025, 7, 1))],
)
def test_exclusion_begins_with_the_first_month_covered_from_its_first_day(begins: str, first: date) -> None:
    """§ 8 Abs. 1 S. 2 Nr. 1 and 2."""
    before = date(first.year, first.month - 1, 1)

    assert is_excluded(first, leistung="grundsicherungsgeld", leistung_ab=begins)
    assert not is_excluded(before, leistung="grundsicherungsgeld", leistung_ab=begins)


@pytest.mark.parametrize(
    ("ends", "last"),
    [("31.8.2025", date(2025, 8, 1)), ("30.8.2025", date(2025, 7, 1)), ("1.9.2025", date(2025, 8, 1))],
)
def test_exclusion_ends_with_the_last_month_covered_to_its_last_day(ends: str, last: date) -> None:
    """§ 8 Abs. 1 S. 2 Nr. 3."""
    after = date(last.year, last.month + 1, 1)

    assert is_excluded(last, leistung="grundsicherungsgeld", leistung_bis=ends)
    assert not is_excluded(after, leistung="grundsicherungsgeld", leistung_bis=ends)


def test_who_was_counted_for_the_benefit_of_another_member_is_excluded_too() -> None:
    """§ 7 Abs. 2."""
    receiver = person(leistung="grundsicherungsgeld", **GRANTED)
    result = wohngeld(home(receiver, person("ehegatte", bei_leistung_beruecksichtigt="ja"), person("kind")))

    assert [result.value(ausgeschlossen, row) for row in range(3)] == [True, True, False]


def test_it_is_not_asked_whose_means_were_counted_where_nobody_is_excluded() -> None:
    spouse = {key: answer for key, answer in person("ehegatte").items() if key != "bei_leistung_beruecksichtigt"}

    assert wohngeld(home(person(), spouse)).status is not Status.UNKNOWN


def test_an_excluded_person_applies_for_the_others() -> None:
    """§ 3 Abs. 4."""
    result = wohngeld(home(person(leistung="grundsicherungsgeld", **GRANTED), person("kind", unterhalt=400), miete=500))

    assert (result.status, result.value(zu_beruecksichtigende)) == (Status.YES, 1)


def test_where_everybody_is_excluded_there_is_no_claim() -> None:
    """§ 21 Nr. 2."""
    result = wohngeld(home(*(person(relation, leistung="grundsicherungsgeld", **GRANTED) for relation in ("antragstellend", "kind"))))

    assert (result.status, result.refused_by) == (Status.NO, jemand_zu_beruecksichtigen)
