"""Changes in a running period: § 27 WoGG, each threshold just reached and just passed."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.together import Law
from lebenslage.benefits.wohngeld.rules.aenderung import (
    aenderung_wirkt_ab,
    mitteilungspflichtig,
    neubewilligung_auf_antrag,
    neuentscheidung_von_amts_wegen,
)
from lebenslage.law.rules import Rule
from tests.law.plain import ON, Answers, Document, home, person, read

# The household now: a pension of 1,000, so Y = 991.50 and 1,000 less 8.50 a month before deductions; rent 400, Wohngeld 218.
NOTICE: Answers = {
    "bescheid_mitglieder": 1, "bescheid_ausgeschlossene": 0, "bescheid_miete_ohne_heizung": 400, "bescheid_bruttokaltmiete": 400,
    "bescheid_gesamteinkommen": "991,50", "bescheid_einnahmen": "991,50", "bescheid_wohngeld": 218, "aenderung_dauerhaft": "ja",
    "aenderung_am": "1.7.2025", "aenderung_durch_auszug": "nein",
}  # fmt: skip


def concluded(rule: Rule, document: Document) -> int:
    """What a rule on changes says of a household."""
    run = Law.on(ON).conclude(read(document), rule)
    value = rule.value(run, 0)
    assert isinstance(value, int)
    return value


def now(*people: Answers, rent: int | str = 400, **notice: Any) -> Document:
    """A household as it is now, and what its notice says."""
    return home(*(people or [person(rente=1000)]), miete=rent, **{**NOTICE, **notice})


def raised(*people: Answers, **told: Any) -> bool:
    """Whether Wohngeld is granted anew on application."""
    return bool(concluded(neubewilligung_auf_antrag, now(*people, **told)))


def lowered(*people: Answers, **told: Any) -> bool:
    """Whether the office decides anew by itself."""
    return bool(concluded(neuentscheidung_von_amts_wegen, now(*people, **told)))


def reported(*people: Answers, **told: Any) -> bool:
    """Whether the change must be reported at once."""
    return bool(concluded(mitteilungspflichtig, now(*people, **told)))


def test_without_a_change_nothing_happens() -> None:
    assert not raised()
    assert not lowered()
    assert not reported()


@pytest.mark.parametrize(("rent", "granted"), [("440,00", False), ("440,01", True)])
def test_rent_up_by_more_than_ten_percent_raises_wohngeld_on_application(rent: str, granted: bool) -> None:
    """§ 27 Abs. 1 S. 1 Nr. 2."""
    assert raised(rent=rent) is granted


def test_the_heating_relief_is_no_part_of_the_compared_rent() -> None:
    """400 -> 445 is 11 %; with the relief of 110.40 in both it would be 8.8 %."""
    assert raised(rent=445)


@pytest.mark.parametrize(("before", "granted"), [("1.101,66", False), ("1.101,67", True)])
def test_income_down_by_more_than_ten_percent_raises_it(before: str, granted: bool) -> None:
    """Nr. 3: 991.50 is 90 % of 1101.666...; it is now less than 90 % of 1101.67."""
    assert raised(bescheid_gesamteinkommen=before, bescheid_wohngeld=150) is granted


def test_one_more_member_raises_it() -> None:
    """Nr. 1."""
    assert raised(person(rente=1000), person("kind"))


def test_a_change_that_brings_no_more_wohngeld_is_not_granted_anew() -> None:
    """`and Wohngeld rises by it`: the notice already says as much as the new calculation."""
    assert not raised(rent=500, bescheid_wohngeld=261)


@pytest.mark.parametrize(("before", "decided"), [("470,58", False), ("470,59", True)])
def test_rent_down_by_more_than_fifteen_percent_lowers_wohngeld(before: str, decided: bool) -> None:
    """§ 27 Abs. 2 S. 1 Nr. 2: 400 is 85 % of 470.588..."""
    assert lowered(bescheid_miete_ohne_heizung=before, bescheid_wohngeld=260) is decided


@pytest.mark.parametrize(("before", "decided"), [("862,18", False), ("862,17", True)])
def test_income_up_by_more_than_fifteen_percent_lowers_it(before: str, decided: bool) -> None:
    """Nr. 3: 991.50 is 115 % of 862.173..."""
    assert lowered(bescheid_gesamteinkommen=before, bescheid_wohngeld=260) is decided


def test_fewer_members_lower_it_unless_nobody_is_left() -> None:
    """Nr. 1: at least one member who counts."""
    gone = {"leistung": "grundsicherung_im_alter", "leistung_stand": "bewilligt", "leistung_ab": "1.1.2025", "leistung_bis": "offen"}

    assert lowered(bescheid_mitglieder=2, bescheid_wohngeld=400)
    assert not lowered(person(**gone), bescheid_mitglieder=2, bescheid_wohngeld=400)


def test_a_death_changes_the_number_only_after_twelve_months() -> None:
    """§ 27 Abs. 2 S. 1 Nr. 1 with § 6 Abs. 2."""
    died = {"todesfall": "ja", "todesfall_wirkung": "zaehlt_weiter", "bescheid_mitglieder": 2, "bescheid_wohngeld": 500}

    assert not lowered(todestag="1.7.2024", **died)
    assert lowered(todestag="30.6.2024", **died)


def test_what_passes_soon_or_lowers_nothing_is_not_decided_anew() -> None:
    assert not lowered(bescheid_mitglieder=2, bescheid_wohngeld=400, aenderung_dauerhaft="nein")
    assert not lowered(bescheid_mitglieder=2, bescheid_wohngeld=100)


@pytest.mark.parametrize(("before", "duty"), [("470,58", False), ("470,59", True)])
def test_rent_down_by_more_than_fifteen_percent_is_reported(before: str, duty: bool) -> None:
    """§ 27 Abs. 3 S. 1 Nr. 2: the whole rent of § 9, not only the part that counts."""
    assert reported(bescheid_bruttokaltmiete=before) is duty


def test_a_raise_above_the_cap_is_compared_whole() -> None:
    """From 600 to 500: both above the cap of 475.20, but 16.7 % less; from 580 it is 13.8 %."""
    assert reported(rent=500, bescheid_bruttokaltmiete=600)
    assert not reported(rent=500, bescheid_bruttokaltmiete=580)


@pytest.mark.parametrize(("before", "duty"), [("862,18", False), ("862,17", True)])
def test_receipts_up_by_more_than_fifteen_percent_are_reported(before: str, duty: bool) -> None:
    """Nr. 3: before § 16 and before allowances, so the contributions do not matter."""
    paying = person(rente=1000, abzuege=["krankenversicherung"], grad_der_behinderung=100, pflege_zuhause="nein")

    assert reported(paying, bescheid_einnahmen=before) is duty


def test_one_more_excluded_member_is_reported() -> None:
    """Nr. 1."""
    excluded = person("partner", leistung="grundsicherungsgeld", leistung_stand="beantragt", leistung_ab="1.7.2025", leistung_bis="offen")

    assert reported(person(rente=1000), excluded, rent=800)
    assert not reported(person(rente=1000), excluded, rent=800, bescheid_ausgeschlossene=1)


@pytest.mark.parametrize(
    ("changed", "moved_out", "first"),
    [
        ("1.7.2025", "nein", date(2025, 7, 1)),
        ("2.7.2025", "nein", date(2025, 8, 1)),
        ("30.6.2025", "ja", date(2025, 7, 1)),
        ("1.7.2025", "ja", date(2025, 8, 1)),
        ("31.12.2025", "nein", date(2026, 1, 1)),
    ],
)
def test_a_change_takes_effect_from_the_first_or_the_next_first(changed: str, moved_out: str, first: date) -> None:
    """§ 27 Abs. 2 S. 2 and 3: after moving out the day after is the day of the change."""
    document = now(aenderung_am=changed, aenderung_durch_auszug=moved_out)

    assert date.fromordinal(concluded(aenderung_wirkt_ab, document)) == first
