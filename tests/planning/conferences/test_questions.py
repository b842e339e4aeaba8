"""No page of a conference, or of measures, asks the database more than twenty times, however many quarters or measures there are."""

import pytest

from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.measures.actions import keep_measure, keep_money
from lebenslage.quarters.measures.changes import Amount, Said
from tests.planning.conferences.conftest import Meet
from tests.queries_counted import asking

MOST = 20
PAGES = ["", "vorbereitung/", "mitschrift/", "eingeladen/", "niederschrift.pdf", "einladung/"]
ROOMS = [
    "/planung/konferenzen/",
    "/planung/konferenzen/nachhalten/",
    "/planung/geld/",
    "/planung/geld/massnahmen/",
    "/planung/geld/wirkung/",
]


@pytest.fixture
def busy(meet: Meet) -> Meet:
    """Six measures with money in the quarters of the conference."""
    for number in range(6):
        said = Said(f"Maßnahme {number}", areas=["10", "24"], status="running", indicators=["child_poverty"])
        keep_money(keep_measure(meet.conference.authority, said, by=SYSTEM), [Amount(2026, 100_000, None)], by=SYSTEM)
    return meet


def test_pages_of_a_conference_ask_little(busy: Meet) -> None:
    assert {page: count for page in PAGES if (count := asked(busy, f"{busy.address}{page}")) > MOST} == {}


def test_lists_ask_little(busy: Meet) -> None:
    assert {page: count for page in ROOMS if (count := asked(busy, page)) > MOST} == {}


def asked(busy: Meet, address: str) -> int:
    """How often a page asks."""
    with asking() as found:
        assert busy.client.get(address).status_code == 200
    return found.count
