"""What two neighbours write stays between them: sealed twice, blocked, reported, deleted."""

import pytest
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.neighbours import actions, queries
from lebenslage.neighbours.models import Conversation, Message, Neighbour, Post, Report
from lebenslage.neighbours.problems import CannotReach, TooManyMessages, WritingStopped
from lebenslage.neighbours.sealed import told_in
from tests.cases.stories import Town
from tests.neighbours.conftest import Enter, Move
from tests.neighbours.test_board import BOARD, put_up


@pytest.fixture
def anne(moves_in: Move) -> Neighbour:
    return moves_in("Änne")


@pytest.fixture
def bo(moves_in: Move) -> Neighbour:
    return moves_in("Bo", "q2")


@pytest.fixture
def post(anne: Neighbour) -> Post:
    return put_up(anne)


def writes(neighbour: Neighbour, post: Post, text: str = "Guten Tag") -> Conversation:
    with acting(authority=neighbour.authority_id, vault=neighbour.vault_id):
        return actions.answer(neighbour, post, text)


def test_an_answer_reaches_the_other_side_and_is_answered_there(post: Post, bo: Neighbour, enter: Enter, town: Town) -> None:
    assert enter("Bo").post(f"{BOARD}beitrag/{post.id}/", {"text": "Passt Ihnen Montag?"}).status_code == 302
    anne = enter("Änne")
    mine = anne.get(f"{BOARD}meine/").content.decode()
    assert "Gespräch mit Bo" in mine
    assert "1 neu" in mine
    with acting(authority=town.authority.id):
        talk = Conversation.objects.get(other=bo.vault_id)
    assert "Passt Ihnen Montag?" in anne.get(f"{BOARD}gespraech/{talk.id}/").content.decode()

    anne.post(f"{BOARD}gespraech/{talk.id}/", {"text": "Ja, um zehn."})

    assert "1 neu" not in anne.get(f"{BOARD}meine/").content.decode()
    assert "Ja, um zehn." in enter("Bo").get(f"{BOARD}gespraech/{talk.twin}/").content.decode()


def test_nobody_opens_the_conversation_of_others(post: Post, bo: Neighbour, moves_in: Move, enter: Enter) -> None:
    talk = writes(bo, post, "Vertraulich")
    moves_in("Cleo")

    for step in ("", "melden/"):
        assert enter("Cleo").get(f"{BOARD}gespraech/{talk.id}/{step}").status_code == 302
    assert enter("Änne").get(f"{BOARD}gespraech/{talk.id}/").status_code == 302
    assert Client().get(f"{BOARD}gespraech/{talk.id}/").headers["Location"].startswith("/anmelden/")


def test_each_copy_is_sealed_under_the_key_of_its_own_side(post: Post, bo: Neighbour, town: Town) -> None:
    writes(bo, post, "Vertraulich")
    with acting(authority=town.authority.id):
        copies = list(Message.objects.order_by("vault"))

    assert {one.vault_id for one in copies} == {post.vault_id, bo.vault_id}
    assert all(b"Vertraulich" not in bytes(one.sealed) for one in copies)


def test_who_is_blocked_cannot_write_in_this_or_in_another_conversation(post: Post, anne: Neighbour, bo: Neighbour, enter: Enter) -> None:
    talk = writes(bo, post)
    enter("Änne").post(f"{BOARD}gespraech/{talk.twin}/abstand/", {"step": "block"})

    with pytest.raises(CannotReach):
        writes(bo, post, "Noch einmal")
    with pytest.raises(CannotReach):
        writes(bo, put_up(anne))
    refused = enter("Bo").post(f"{BOARD}gespraech/{talk.id}/", {"text": "Hallo?"})
    assert refused.status_code == 422
    assert "Hallo?" in refused.content.decode()

    enter("Änne").post(f"{BOARD}gespraech/{talk.twin}/abstand/", {"step": "unblock"})
    writes(bo, post, "Danke")


def test_what_one_side_deletes_is_gone_there_and_stays_with_the_other(post: Post, anne: Neighbour, bo: Neighbour, enter: Enter) -> None:
    talk = writes(bo, post, "Guten Tag")
    enter("Änne").post(f"{BOARD}gespraech/{talk.twin}/abstand/", {"step": "forget"})

    with acting(authority=anne.authority_id, vault=anne.vault_id):
        assert queries.talks(anne) == []
    with acting(authority=bo.authority_id, vault=bo.vault_id):
        assert [one.text for one in queries.said_in(talk)] == ["Guten Tag"]
    with pytest.raises(CannotReach):
        writes(bo, post)


def test_nobody_answers_herself_and_nobody_floods(post: Post, anne: Neighbour, bo: Neighbour, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotReach):
        writes(anne, post)
    monkeypatch.setattr("lebenslage.neighbours.actions.talking.MOST_A_DAY", 2)
    for _ in range(2):
        writes(bo, post)
    with pytest.raises(TooManyMessages):
        writes(bo, post)


def test_who_reports_hands_the_conversation_over_and_nothing_else(post: Post, bo: Neighbour, enter: Enter, town: Town) -> None:
    talk = writes(bo, post, "Geben Sie mir Geld")
    answer = enter("Änne").post(f"{BOARD}gespraech/{talk.twin}/melden/", {"reason": "selling"})

    assert "Danke für den Hinweis" in answer.content.decode()
    with acting(authority=town.authority.id):
        report = Report.objects.get()
        assert report.about == bo.vault_id
        assert b"Geld" not in bytes(report.sealed)
        assert "Geben Sie mir Geld" in told_in(report)["talk"]


def test_a_post_is_reported_without_an_account_and_five_times_at_most(post: Post, town: Town) -> None:
    for _ in range(7):
        assert Client().post(f"{BOARD}beitrag/{post.id}/melden/", {"reason": "unsafe"}).status_code == 200
    with acting(authority=town.authority.id):
        assert Report.objects.count() == 5


def test_who_was_stopped_writes_nothing(post: Post, bo: Neighbour, enter: Enter, town: Town) -> None:
    with acting(authority=town.authority.id):
        Neighbour.objects.filter(pk=bo.pk).update(stopped=post.since)
        bo.refresh_from_db()
    with pytest.raises(WritingStopped):
        writes(bo, post)
    with pytest.raises(WritingStopped):
        put_up(bo)
