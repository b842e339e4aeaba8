"""The first page: does the money arrive where it is needed? In words, with how sure that is, and with what is missing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.planning.money.arrival import arrival
from lebenslage.planning.money.need import need_of, needs
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.measures.actions import keep_measure, keep_money
from lebenslage.quarters.measures.changes import Amount, Said
from lebenslage.quarters.measures.models import Measure
from lebenslage.quarters.measures.spending import Spending
from tests.portal.conftest import Seen

type EnterAt = Callable[..., Client]


def see(client: Client, address: str) -> Seen:
    answer = client.get(address)
    assert answer.status_code == 200
    return Seen(answer.status_code, answer.content.decode())


def test_without_money_the_page_teaches_the_next_step(ahornstedt: Authority, enter_at: EnterAt) -> None:
    page = see(enter_at(ahornstedt), "/planung/geld/")

    assert "Noch ist kein Geld erfasst" in page.text
    assert "Geld einlesen" in page.text


def test_the_answer_agrees_with_the_tour_of_the_atlas(youth_work: Measure, enter_at: EnterAt) -> None:
    page = see(enter_at(youth_work.authority), "/planung/geld/?bedarf=child_poverty")

    assert "Das ist nicht zu erkennen" in page.text
    assert "Konzentrationsindex 0,0" in page.text
    assert "Schäferei" in page.text


def test_town_wide_money_is_shown_apart(youth_work: Measure, enter_at: EnterAt) -> None:
    card = keep_measure(youth_work.authority, Said("Familienkarte"), by=SYSTEM)
    keep_money(card, [Amount(2026, 12_000_000, None)], by=SYSTEM)

    page = see(enter_at(youth_work.authority), "/planung/geld/")

    assert "120.000 € (13 % des Geldes)" in page.text


def test_an_unknown_amount_is_said_and_never_zero(youth_work: Measure, enter_at: EnterAt) -> None:
    keep_money(youth_work, [Amount(2026, None, 500, source="eu", area="03")], by=SYSTEM)

    assert "Nicht bekannte Beträge: 1" in see(enter_at(youth_work.authority), "/planung/geld/?jahr=2026").text


@pytest.mark.parametrize(("given", "said"), [("need", "with_need"), ("away", "away"), ("same", "unclear")])
def test_it_says_yes_no_or_that_it_cannot_be_told(ahornstedt: Authority, given: str, said: str) -> None:
    areas = edition(ahornstedt)
    assert areas is not None
    need = need_of(ahornstedt, areas, next(one for one in needs(ahornstedt) if one.key == "child_poverty"), 2026)
    assert need is not None
    by_area = {}
    for key, rate, people in zip(areas.keys, need.need, need.people, strict=True):
        weight = {"need": rate or 0, "away": 60 - (rate or 0), "same": 20}[given]
        by_area[key] = int(100 * weight * (people or 0))

    found = arrival(Spending(by_area), need)

    assert found is not None
    assert found.answer == said
    assert sum(one.over or 0 for one in found.quarters) == 0


def test_without_money_there_is_nothing_to_compare(ahornstedt: Authority) -> None:
    areas = edition(ahornstedt)
    assert areas is not None
    need = need_of(ahornstedt, areas, next(one for one in needs(ahornstedt) if one.key == "child_poverty"), 2026)
    assert need is not None

    assert arrival(Spending({}), need) is None
    assert arrival(Spending({areas.keys[0]: 100}), replace(need, need=[5.0] * len(areas.keys))) is None
