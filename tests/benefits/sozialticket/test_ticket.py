"""Who may have the social ticket, and what is saved with it."""

from datetime import date

import pytest

from lebenslage.law.engine import Status
from tests.benefits.families import WOHNGELD, Answers, adult, asked, assessed, child, drawing, refusal

RIGHT = "sozialticket"
OFFERED: Answers = {"sozialticket_angebot": "ja"}
RIDER: Answers = {**drawing("grundsicherungsgeld", leistung_ab="2024-01-01"), "ticket_gewuenscht": "ja"}


@pytest.mark.parametrize("on", [date(2024, 5, 1), date(2025, 5, 1), date(2026, 5, 1)])
def test_in_each_year_the_state_wide_ticket_saves_ten_euros(on: date) -> None:
    assert assessed(RIGHT, {"Anna": adult(**RIDER)}, on=on, **OFFERED).amount == 1_000


def test_each_person_saves_who_wants_a_ticket() -> None:
    people = {"Anna": adult(**RIDER), "Ben": child(**RIDER), "Cem": child(**{**RIDER, "ticket_gewuenscht": "nein"})}

    assert assessed(RIGHT, people, **OFFERED).amount == 2_000


@pytest.mark.parametrize(("own", "ordinary", "cents"), [("39", "landesweit", 2_400), ("35.50", "71.90", 3_640), ("70", "63", 0)])
def test_a_towns_own_price_goes_before(own: str, ordinary: str, cents: int) -> None:
    assert assessed(RIGHT, {"Anna": adult(**RIDER)}, **OFFERED, sozialticket_preis=own, normalticket_preis=ordinary).amount == cents


def test_kinderzuschlag_opens_it_by_local_rule_only() -> None:
    days: Answers = {"kinderzuschlag_bescheid_ab": "2026-05-01", "kinderzuschlag_bescheid_bis": "2026-10-31"}
    people = {"Anna": adult("kinderzuschlag", ticket_gewuenscht="ja")}

    assert refusal(assessed(RIGHT, people, **OFFERED, **days)) == "sozialticket_berechtigt"
    assert assessed(RIGHT, people, **OFFERED, **days, sozialticket_nachweise=["kinderzuschlag"]).status is Status.YES


def test_who_is_not_in_the_notice_gets_none() -> None:
    people = {"Anna": adult("wohngeld", ticket_gewuenscht="ja"), "Ben": child(ticket_gewuenscht="ja")}

    assert assessed(RIGHT, people, **OFFERED, **WOHNGELD).amount == 1_000


def test_the_wish_is_asked_of_those_who_may_have_one() -> None:
    assert asked(RIGHT, {"Anna": adult(**drawing("grundsicherungsgeld"))}, **OFFERED) == "ticket_gewuenscht"
