"""Remarks among colleagues: kept, settled, and seen by nobody of another town."""

from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority, Role
from lebenslage.quarters.exchange import queries
from lebenslage.quarters.exchange.models import Remark

type Enter = Callable[..., Client]
ADDRESS = "/planung/austausch/anmerkungen/"
GIVEN = {"about": "gebiet:03", "text": "Der Spielplatz ist seit Mai gesperrt.", "back": "/planung/karte/"}


def remarks(authority: Authority) -> list[Remark]:
    """What stands at the quarter."""
    with acting(authority=authority.id):
        return list(queries.remarks(authority, "gebiet:03"))


def test_a_remark_is_kept_with_its_writer_and_leads_back(enter: Enter, town: Authority) -> None:
    answer = enter(Role.READER).post(ADDRESS, GIVEN)

    assert answer["Location"] == "/planung/karte/#anmerkungen"
    assert [(one.text, one.by_name, one.done_at) for one in remarks(town)] == [(GIVEN["text"], "Tomke Plan", None)]


def test_a_remark_is_settled_once(enter: Enter, town: Authority) -> None:
    client = enter()
    client.post(ADDRESS, GIVEN)
    [it] = remarks(town)

    for _ in range(2):
        assert client.post(f"{ADDRESS}{it.pk}/erledigt/", {"back": "/planung/karte/"}).status_code == 302

    [settled] = remarks(town)
    assert settled.done_at is not None
    assert settled.done_by_name == "Tomke Plan"


def test_an_empty_remark_is_asked_for_and_nothing_is_kept(enter: Enter, town: Authority) -> None:
    answer = enter().post(ADDRESS, {**GIVEN, "text": " "})

    assert answer.status_code == 422
    assert "Bitte schreiben Sie, was Ihnen aufgefallen ist." in answer.content.decode()
    assert remarks(town) == []


@pytest.mark.parametrize("back", ["https://example.org/planung/", "//example.org/planung/", "/planung//example.org\n", "/amt/"])
def test_no_form_leads_out_of_this_door(enter: Enter, back: str) -> None:
    answer = enter().post(ADDRESS, {**GIVEN, "back": back})

    assert answer["Location"].startswith("/planung/")


def test_another_town_sees_no_remark_and_settles_none(enter: Enter, enter_at: Callable[..., Client], town: Authority) -> None:
    enter().post(ADDRESS, GIVEN)
    [it] = remarks(town)
    other = Authority.objects.create(key="05999009", name="Stadt Anderswo", office="Sozialplanung")

    assert remarks(other) == []
    assert enter_at(other).post(f"{ADDRESS}{it.pk}/erledigt/").status_code == 404
