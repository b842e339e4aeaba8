"""The matrix of the planners' door: each address is tried by each role, and by nobody."""

from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority, Role
from tests.planning.doors import patterns

ADDRESSES = sorted({address for address, _ in patterns("planung/")})
REMARKS = "/planung/austausch/anmerkungen/"
TAKEN, SHOWN, NOT_HERE = range(300, 400), range(200, 300), {404, 405}


def statuses(client: Client, method: str) -> dict[str, int]:
    """What each address answers."""
    return {address: getattr(client, method)(address).status_code for address in ADDRESSES}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.APPROVER, Role.ADMINISTRATOR])
def test_no_other_office_comes_in(ahornstedt: Authority, enter_at: Callable[..., Client], role: str, method: str) -> None:
    answers = statuses(enter_at(ahornstedt, role), method)

    assert {address: status for address, status in answers.items() if status not in {403, 405}} == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_signed_in_is_asked_to(ahornstedt: Authority, client: Client, method: str) -> None:
    for address in ADDRESSES:
        answer = getattr(client, method)(address)
        assert answer.status_code == 405 or answer.headers.get("Location", "").startswith("/anmelden/"), address


def test_a_reader_sees_remarks_and_changes_nothing_else(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    reader = enter_at(ahornstedt, Role.READER)

    changing = {address for address, status in statuses(reader, "post").items() if status not in {403, 404, 405}}
    assert changing <= {REMARKS}
    assert reader.get("/planung/").status_code == 200


def test_a_planner_finds_every_page(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    answers = statuses(enter_at(ahornstedt), "get")

    wrong = {address: status for address, status in answers.items() if status not in {*SHOWN, *TAKEN, *NOT_HERE}}
    assert wrong == {}
