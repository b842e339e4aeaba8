"""Contributions beside published calculators (as GETTSIM's test cases record them); borders of mini- and midi-job, ceilings, children."""

import pytest

from lebenslage.benefits.nettoeinkommen.rules.beitraege import (
    arbeitslosenbeitrag,
    beitragspflichtig,
    krankenbeitrag,
    pflegebeitrag,
    rentenbeitrag,
    sozialversicherungsbeitraege,
)
from lebenslage.kernel.fixed import CENT
from tests.benefits.nettoeinkommen.worker import concluded

FOUR = (rentenbeitrag, arbeitslosenbeitrag, krankenbeitrag, pflegebeitrag)
PARENT = {"hat_kinder": "ja", "kinder_unter_25": 1}

# steuertipps.de (brutto-netto), ihre-vorsorge.de and smart-rechner.de (midi-job): pension, unemployment, health, care, in cents
PUBLISHED = [
    (2023, 7, 3000, {"hat_kinder": "ja", "kinder_unter_25": 2}, (27900, 3900, 24300, 4350)),
    (2023, 7, 4000, {"hat_kinder": "ja", "kinder_unter_25": 5}, (37200, 5200, 32400, 2800)),
    (2023, 7, 4000, {}, (37200, 5200, 32400, 9200)),
    (2023, 7, 1000, PARENT, (6032, 843, 5254, 1103)),
    (2023, 7, 1000, {}, (6032, 843, 5254, 1638)),
    (2024, 1, 6000, {"hat_kinder": "ja", "kinder_unter_25": 2}, (55800, 7800, 42177, 7504)),
    (2024, 1, 3000, {"hat_kinder": "ja", "kinder_unter_25": 2}, (27900, 3900, 24450, 4350)),
    (2025, 1, 950, {}, (5075, 709, 4666, 1472)),
    (2025, 1, 950, PARENT, (5075, 709, 4666, 982)),
    (2026, 1, 6000, {}, (55800, 7800, 50859, 13950)),
    (2026, 1, 9000, {}, (78585, 10985, 50859, 13950)),
]
A_CENT = 1


@pytest.mark.parametrize(("year", "month", "wage", "family", "cents"), PUBLISHED)
def test_published_contributions(year: int, month: int, wage: int, family: dict[str, object], cents: tuple[int, ...]) -> None:
    """To a cent: the calculators round health and additional rate, or share and surcharge, in one sum."""
    found = concluded(year, *FOUR, month=month, bruttolohn=wage, **family)

    assert all(abs(ours // CENT - theirs) <= A_CENT for ours, theirs in zip(found, cents, strict=True))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("wage", "cents"), [(603, 0), (603.01, 1 * CENT + 43 * CENT // 100), (2000, 200000 * CENT), (2000.01, 200001 * CENT)]
)
def test_the_borders_of_mini_job_and_midi_job(wage: float, cents: int) -> None:
    (found,) = concluded(2026, beitragspflichtig, bruttolohn=wage)

    assert found == pytest.approx(cents, abs=CENT // 100)


def test_up_to_the_limit_nothing_is_taken_off() -> None:
    assert concluded(2026, sozialversicherungsbeitraege, bruttolohn=603) == [0]


def test_the_childless_pay_from_the_month_after_their_23rd_birthday() -> None:
    before = concluded(2026, pflegebeitrag, bruttolohn=3000, month=3, geburtsdatum="2003-03-02")
    after = concluded(2026, pflegebeitrag, bruttolohn=3000, month=4, geburtsdatum="2003-03-02")

    assert (before, after) == ([5400 * CENT], [7200 * CENT])


def test_who_is_born_on_the_first_is_23_the_month_before() -> None:
    assert concluded(2026, pflegebeitrag, bruttolohn=3000, month=3, geburtsdatum="2003-03-01") == [7200 * CENT]


def test_civil_servants_pay_their_premium_only() -> None:
    found = concluded(2026, *FOUR, bruttolohn=3500, beschaeftigung="beamtet", krankenversicherung="privat", privatbeitrag=280)

    assert found == [0, 0, 28000 * CENT, 0]


def test_trainees_up_to_325_euros_pay_nothing_and_above_it_the_full_share() -> None:
    low = concluded(2026, sozialversicherungsbeitraege, bruttolohn=325, beschaeftigung="ausbildung")
    high = concluded(2026, rentenbeitrag, bruttolohn=800, beschaeftigung="ausbildung")

    assert (low, high) == ([0], [7440 * CENT])


def test_students_who_work_pay_for_their_pension_only() -> None:
    assert concluded(2026, *FOUR, bruttolohn=2500, beschaeftigung="werkstudium") == [23250 * CENT, 0, 0, 0]
