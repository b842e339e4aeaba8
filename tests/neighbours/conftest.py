"""A town with two quarters, a connector in one of them, and neighbours who have accounts."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from lebenslage.accounts.actions import make_user
from lebenslage.accounts.models import Kind
from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Staff
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.neighbours import actions
from lebenslage.neighbours.actions.connecting import Office
from lebenslage.neighbours.models import Connector, Neighbour
from lebenslage.residents.models import Vault
from tests.accounts.conftest import PASSWORD, sign_in
from tests.cases.stories import Days, Town, open_town

WALK = actions.Wording("offer", "pets", "Ich gehe mit Ihrem Hund", "Abends ab 18 Uhr, gern auch am Wochenende.")
type Move = Callable[..., Neighbour]
type Enter = Callable[[str], Client]


@pytest.fixture
def days(db: None) -> Iterator[Days]:
    with Days() as calendar:
        yield calendar


@pytest.fixture
def town(days: Days) -> Town:
    """Erlenbruch; Frau Kaya connects the neighbours of the first quarter, and what is put up stands at once."""
    town = open_town("05999004", "Erlenbruch")
    actions.name_quarters(town.authority, {"q1": "Anger", "q2": "Hafen"})
    connect(town.worker, "q1")
    actions.open_board(town.authority, check_first=False, by=SYSTEM)
    return town


def connect(staff: Staff, *areas: str) -> Connector:
    """Let somebody connect the neighbours of quarters."""
    office = Office("Quartiersbüro, Am Anger 1", "dienstags 10 bis 12 Uhr", "0200 1234")
    return actions.appoint(staff, areas=list(areas), office=office, trained_on=date(2026, 5, 4), by=SYSTEM)


def address(name: str) -> str:
    """The mail address with which somebody of this name signs in."""
    return f"{name.lower().replace('ä', 'ae')}@example.org"


@pytest.fixture
def moves_in(town: Town) -> Move:
    """Somebody with an account takes part."""

    def moved(name: str, area: str = "q1") -> Neighbour:
        user = make_user(address(name), PASSWORD, Kind.RESIDENT)
        vault = Vault.objects.create(user=user, since=now(), last_used=now())
        with acting(authority=town.authority.id, vault=vault.id):
            return actions.join(town.authority, vault, name=name, area=area)

    return moved


@pytest.fixture
def enter() -> Enter:
    """Sign in as a neighbour."""

    def entered(name: str) -> Client:
        cache.clear()
        client = Client()
        sign_in(client, address(name))
        return client

    return entered
