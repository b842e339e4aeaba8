"""Connectors look after their quarters; what they read is recorded. Planners come nowhere near."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from lebenslage.accounts.actions import set_totp
from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Role, Staff
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.models import Entry
from lebenslage.neighbours import actions
from lebenslage.neighbours.models import Board, Connector, Neighbour, Post, PostState
from lebenslage.neighbours.problems import NobodyToConnect, NotYourQuarter
from tests.accounts.conftest import PASSWORD, SECRET, code, sign_in
from tests.cases.stories import Town
from tests.neighbours.conftest import WALK, Move, connect
from tests.neighbours.test_board import BOARD, put_up

DESK = "/amt/nachbarn/"
type EnterDesk = Callable[[Staff], Client]


@pytest.fixture
def works(db: None) -> EnterDesk:
    """Sign in as staff, with both steps."""

    def entered(staff: Staff) -> Client:
        cache.clear()
        client = Client()
        staff.user.set_password(PASSWORD)
        staff.user.save()
        set_totp(staff.user, SECRET)
        sign_in(client, staff.user.email)
        client.post("/anmelden/zweiter-schritt/", {"code": code()})
        return client

    return entered


@pytest.fixture
def waiting(town: Town, moves_in: Move) -> Post:
    """A post that waits to be read."""
    Board.objects.update(check_first=True)
    return put_up(moves_in("Änne"))


def test_the_list_names_no_words_and_each_post_that_is_opened_is_recorded(waiting: Post, town: Town, works: EnterDesk) -> None:
    client = works(town.worker)
    page = client.get(DESK).content.decode()
    assert f"Nummer {waiting.number}" in page
    assert "Ich gehe mit Ihrem Hund" not in page

    assert "Ich gehe mit Ihrem Hund" in client.get(f"{DESK}beitrag/{waiting.id}/").content.decode()
    with acting(authority=town.authority.id):
        assert Entry.objects.get(action="read_post", read=True).actor == town.worker.user_id

    client.post(f"{DESK}beitrag/{waiting.id}/", {"step": "release"})
    assert "Ich gehe mit Ihrem Hund" in Client().get(BOARD).content.decode()


def test_a_post_that_is_taken_down_says_why_to_its_owner(waiting: Post, town: Town, works: EnterDesk) -> None:
    works(town.worker).post(f"{DESK}beitrag/{waiting.id}/", {"step": "hide", "reason": "selling"})

    with acting(authority=town.authority.id):
        post = Post.objects.get(pk=waiting.pk)
    assert (post.state, post.reason) == (PostState.HIDDEN, "selling")


def test_another_quarter_is_not_hers(town: Town, moves_in: Move, works: EnterDesk) -> None:
    post = put_up(moves_in("Cleo", "q2"))

    assert works(town.worker).get(f"{DESK}beitrag/{post.id}/").status_code == 404
    with acting(authority=town.authority.id), pytest.raises(NotYourQuarter):
        actions.hide(Connector.objects.get(), post, reason="rude", by=SYSTEM)


@pytest.mark.parametrize("who", ["colleague", "planner", "approver"])
@pytest.mark.parametrize("page", ["", "neu/", "einrichten/"])
def test_who_is_no_connector_comes_nowhere(waiting: Post, town: Town, works: EnterDesk, who: str, page: str) -> None:
    assert works(getattr(town, who)).get(f"{DESK}{page}").status_code == 403


def test_a_planner_is_never_a_connector(town: Town) -> None:
    with pytest.raises(NobodyToConnect):
        connect(town.planner, "q1")
    assert Role.PLANNER not in actions.connecting.MEETS_RESIDENTS


def test_a_connector_puts_something_up_for_somebody_offline(town: Town, works: EnterDesk) -> None:
    client = works(town.worker)
    filled = {"side": "request", "kind": "company", "title": "Wer trinkt Tee mit mir?", "text": "Gern am Nachmittag."}
    form = {**filled, "name": "Frau H.", "way": "0200 99 88 77", "area": "q1"}
    assert client.post(f"{DESK}neu/", {**form, "area": "q2"}).status_code == 422
    assert client.post(f"{DESK}neu/", form).status_code == 302

    with acting(authority=town.authority.id):
        post = Post.objects.get()
    public = Client().get(f"{BOARD}beitrag/{post.id}/").content.decode()
    assert "Wer trinkt Tee mit mir?" in public
    assert "0200 1234" in public
    assert "0200 99 88 77" not in public
    assert "0200 99 88 77" in client.get(f"{DESK}beitrag/{post.id}/").content.decode()


def test_a_report_leads_to_a_stop_that_takes_every_post_down(town: Town, moves_in: Move, works: EnterDesk) -> None:
    post = put_up(moves_in("Änne"))
    Client().post(f"{BOARD}beitrag/{post.id}/melden/", {"reason": "rude", "words": "Das war böse."})
    client = works(town.worker)
    address = client.get(DESK).content.decode().partition(f'href="{DESK}meldung/')[2].partition('"')[0]
    assert "Das war böse." in client.get(f"{DESK}meldung/{address}").content.decode()

    client.post(f"{DESK}meldung/{address}", {"step": "stop"})

    with acting(authority=town.authority.id):
        assert Post.objects.get().state == PostState.HIDDEN
        assert Neighbour.objects.get().stopped is not None
        assert Entry.objects.filter(action="read_report", read=True).exists()


def test_an_administrator_names_a_connector_and_opens_the_board(town: Town, works: EnterDesk) -> None:
    Board.objects.all().delete()
    form = {"staff": str(town.colleague.pk), "areas": ["q2"], "place": "Bürgerhaus", "hours": "montags 9 bis 11 Uhr", "phone": "0200 5678"}
    client = works(town.administrator)
    assert client.get(f"{DESK}einrichten/").status_code == 200
    assert client.post(f"{DESK}einrichten/", {**form, "areas": []}).status_code == 422
    assert client.post(f"{DESK}einrichten/", form).status_code == 302

    assert Connector.objects.get(staff=town.colleague).areas == ["q2"]
    assert not Board.objects.get().check_first


def test_a_board_needs_somebody_who_looks_after_it(town: Town) -> None:
    Connector.objects.all().delete()
    with pytest.raises(NobodyToConnect):
        actions.open_board(town.authority, check_first=True, by=SYSTEM)


def test_the_rules_for_public_words_hold_for_connectors_too(town: Town) -> None:
    connector = Connector.objects.get()
    with acting(authority=town.authority.id):
        post = actions.put_up_for(connector, "q1", WALK, name="Frau H.", way="0200 99", by=SYSTEM)
        assert post.vault_id is None
        assert post.state == PostState.LIVE


def test_the_work_list_leads_connectors_to_their_quarters_and_nobody_else(town: Town, works: EnterDesk) -> None:
    assert f'href="{DESK}"' in works(town.worker).get("/amt/").content.decode()
    assert f'href="{DESK}"' not in works(town.approver).get("/amt/").content.decode()
