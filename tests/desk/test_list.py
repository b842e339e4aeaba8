"""The work list: views, reasons, search, order, pages, and the list as a file without names."""

import pytest

from lebenslage.authorities.models import Authority
from lebenslage.cases.models import Case
from tests.desk.conftest import Days, Desk, applied
from tests.queries_counted import asking

MOST_QUERIES_LIST, MOST_QUERIES_CASE = 10, 20


def test_a_new_application_stands_in_the_team_and_is_taken_from_there(case: Case, worker: Desk) -> None:
    assert "Sie haben gerade keinen Fall" in worker.look("/amt/")
    page = worker.look("/amt/?ansicht=team")
    assert case.number in page
    assert "Heute neu eingegangen" in page
    assert f"/amt/fall/{case.id}/uebernehmen/" in page
    worker.press(case, "uebernehmen/", revision=0)
    assert case.number in worker.look("/amt/")


def test_reasons_are_words(case: Case, worker: Desk, days: Days) -> None:
    worker.press(case, "uebernehmen/")
    days.pass_by(40)
    assert "Frist in 2 Tagen" in worker.look("/amt/?ansicht=deadlines")
    days.pass_by(3)
    assert "Frist seit gestern vorbei" in worker.look("/amt/?ansicht=deadlines")


@pytest.mark.parametrize("search", ["Müll", "mull", "änn", "00001"])
def test_a_name_or_a_number_finds(case: Case, worker: Desk, search: str) -> None:
    assert case.number in worker.look(f"/amt/?ansicht=team&suche={search}")


def test_nothing_found_says_what_helps(case: Case, worker: Desk) -> None:
    page = worker.look("/amt/?ansicht=team&suche=Zzz")
    assert "Kein Fall passt dazu" in page
    assert case.number not in page


def test_the_state_filters(case: Case, worker: Desk) -> None:
    assert case.number in worker.look("/amt/?ansicht=team&stand=submitted")
    assert case.number not in worker.look("/amt/?ansicht=team&stand=waiting")


@pytest.mark.parametrize("address", ["?ansicht=nirgends&sortierung=--&seite=abc&stand=x", "?seite=999999", "?suche=%00", "?sortierung=-"])
def test_a_strange_address_shows_the_usual_list(worker: Desk, address: str) -> None:
    worker.look(f"/amt/{address}")


def test_the_order_turns(authority: Authority, worker: Desk) -> None:
    first, second = applied(), applied(vorname="Zoe")
    page = worker.look("/amt/?ansicht=team&sortierung=number")
    assert page.index(first.number) < page.index(second.number)
    page = worker.look("/amt/?ansicht=team&sortierung=-number")
    assert page.index(second.number) < page.index(first.number)


def test_the_file_of_the_list_names_nobody(case: Case, worker: Desk) -> None:
    text = worker.look("/amt/liste.csv?ansicht=team")
    assert f"{case.number};Eingegangen;02.11.2026;" in text
    assert "Müller" not in text


@pytest.mark.parametrize("role", ["worker", "approver"])
def test_pages_need_few_queries(reviewed: Case, role: str, request: pytest.FixtureRequest) -> None:
    desk: Desk = request.getfixturevalue(role)
    for _ in range(3):
        applied()
    assert queries_of(desk, "/amt/?ansicht=team") <= MOST_QUERIES_LIST
    assert queries_of(desk, f"/amt/fall/{reviewed.id}/") <= MOST_QUERIES_CASE


def queries_of(desk: Desk, address: str) -> int:
    """How many questions a page asks the database; where a transaction begins and ends is none."""
    with asking() as asked:
        desk.look(address)
    return asked.count
