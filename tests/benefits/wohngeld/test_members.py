"""Who is a member and who counts: §§ 5 and 6 WoGG."""

from datetime import date

import pytest

from lebenslage.benefits.wohngeld.rules.haushalt import haushaltsgroesse, haushaltsmitglied, zu_beruecksichtigende
from tests.law.plain import ON, Document, home, person, wohngeld


def counted(document: Document, on: date = ON) -> int:
    """How many members count."""
    return int(wohngeld(document, on).value(zu_beruecksichtigende))  # type: ignore[arg-type]


def belong(*people: dict[str, object]) -> list[bool]:
    """Which of these people, who live with an applicant, are members."""
    result = wohngeld(home(person(), *people))
    return [bool(result.value(haushaltsmitglied, row)) for row in range(1, len(people) + 1)]


@pytest.mark.parametrize("relation", ["ehegatte", "partner", "kind", "verwandt", "pflegekind", "pflegeeltern"])
def test_family_in_the_widest_sense_is_a_member(relation: str) -> None:
    assert belong(person(relation)) == [True]


def test_a_flatmate_is_no_member() -> None:
    assert belong(person("mitbewohnend")) == [False]


def test_a_spouse_who_lives_apart_under_one_roof_is_no_member() -> None:
    assert belong(person("ehegatte", getrennt_lebend="ja")) == [False]


def test_who_has_the_centre_of_life_elsewhere_is_no_member() -> None:
    assert belong(person("kind", lebensmittelpunkt="nein"), person("verwandt", lebensmittelpunkt="nein")) == [False, False]


@pytest.mark.parametrize(("right", "member"), [("duldung", True), ("gestattung", True), ("titel_zur_suche", False), ("kein_recht", False)])
def test_a_foreign_member_needs_a_right_to_stay(right: str, member: bool) -> None:
    """§ 5 Abs. 3 with § 3 Abs. 5."""
    assert belong(person("partner", aufenthalt=right)) == [member]


def test_a_child_cared_for_from_a_third_of_the_time_belongs_to_both_homes() -> None:
    """§ 5 Abs. 4 S. 1 and 2; the centre of life is not asked then."""
    assert belong(person("kind", betreuung="mindestens_ein_drittel", lebensmittelpunkt="nein")) == [True]


def test_one_child_cared_for_less_than_a_third_is_no_member() -> None:
    assert belong(person("kind", betreuung="weniger_als_ein_drittel")) == [False]


def test_of_two_children_cared_for_less_than_a_third_the_youngest_is_a_member() -> None:
    """§ 5 Abs. 4 S. 3."""
    children = [person("kind", betreuung="weniger_als_ein_drittel", geburtsdatum=f"3.4.{year}") for year in (2012, 2016, 2014)]

    assert belong(*children) == [False, True, False]


def test_a_child_with_half_the_care_is_not_one_of_these_children() -> None:
    """Of two children one is shared equally: the other stands alone and does not count."""
    half = person("kind", betreuung="mindestens_ein_drittel", geburtsdatum="3.4.2018")
    less = person("kind", betreuung="weniger_als_ein_drittel", geburtsdatum="3.4.2012")

    assert belong(half, less) == [True, False]


def test_foster_children_are_shared_like_own_ones() -> None:
    """§ 5 Abs. 4 S. 4."""
    assert belong(*(person("pflegekind", betreuung="weniger_als_ein_drittel", geburtsdatum=f"3.4.{y}") for y in (2012, 2016))) == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("month", "members"),
    [(date(2024, 2, 1), 1), (date(2024, 3, 1), 2), (date(2025, 3, 1), 2), (date(2025, 4, 1), 1)],
    ids=["before the death", "month of death", "twelfth month after", "thirteenth month after"],
)
def test_the_dead_count_for_twelve_months_after_the_month_of_death(month: date, members: int) -> None:
    """§ 6 Abs. 2 S. 1: died on 31 March 2024, so until the end of March 2025."""
    assert counted(home(todesfall="ja", todestag="31.3.2024", todesfall_wirkung="zaehlt_weiter"), month) == members


@pytest.mark.parametrize("since", ["wohnung_aufgegeben", "zahl_wieder_erreicht", "kosten_in_leistung"])
def test_the_dead_stop_counting_when_the_flat_the_number_or_the_costs_change(since: str) -> None:
    """§ 6 Abs. 2 S. 2 Nr. 1 to 3."""
    assert counted(home(todesfall="ja", todestag="1.6.2025", todesfall_wirkung=since)) == 1


def test_the_dead_keep_the_cap_of_the_larger_household() -> None:
    result = wohngeld(home(person(), todesfall="ja", todestag="1.6.2025", todesfall_wirkung="zaehlt_weiter"))

    assert result.value(haushaltsgroesse) == 2


def test_the_dead_alone_are_no_household() -> None:
    excluded = person(leistung="asylbewerberleistung", leistung_stand="bewilligt", leistung_ab="1.1.2025", leistung_bis="offen")

    assert counted(home(excluded, todesfall="ja", todestag="1.6.2025", todesfall_wirkung="zaehlt_weiter")) == 0
