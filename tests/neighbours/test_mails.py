"""There is an answer, and nothing else: who is written to, how often, in which language; what comes back, and how it is switched off."""

import re
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core import mail
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.contact.mailing import bounced
from lebenslage.contact.models import Cause, Delivery, News
from lebenslage.contact.wishes import wants_mail, write_no_more
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import now
from lebenslage.neighbours import actions
from lebenslage.neighbours.models import Conversation, Neighbour, Post
from lebenslage.residents.actions import close_vault
from lebenslage.residents.models import Vault
from tests.cases.stories import Town, work
from tests.neighbours.conftest import Enter, Move, address
from tests.neighbours.test_board import BOARD
from tests.neighbours.test_talks import anne, bo, post, writes  # noqa: F401 - fixtures

OFF = "Bitte keine."


def outcomes(neighbour: Neighbour) -> list[tuple[str, str, str]]:
    """What became of the mails to somebody."""
    with acting(vault=neighbour.vault_id):
        return list(Delivery.objects.order_by("queued").values_list("kind", "state", "cause"))


def of(neighbour: Neighbour) -> Vault:
    """Somebody's vault."""
    return Vault.objects.get(pk=neighbour.vault_id)


def test_a_mail_says_that_there_is_an_answer_and_nothing_else(post: Post, anne: Neighbour, bo: Neighbour, town: Town) -> None:  # noqa: F811
    talk = writes(bo, post, "Passt Ihnen Montag?")
    work()
    (message,) = mail.outbox
    written = f"{message.subject} {message.body} {message.extra_headers}"

    assert (message.to, outcomes(anne)) == ([address("Änne")], [("neighbours", "sent", "")])
    for secret in ("Änne", "Bo", "Montag", "Hund", "Erlenbruch", "Anger", "05999004", str(post.id), str(talk.id), str(anne.vault_id)):
        assert secret not in written
    assert re.findall(r"https?://\S+", str(message.body)) == ["http://localhost/de/nachbarn/meine/"]


@pytest.mark.parametrize(
    ("language", "said"), [("de", "neue Antwort"), ("de-einfach", "geantwortet"), ("en", "new answer"), ("nl", "nieuw")]
)
def test_it_speaks_the_language_in_which_she_wrote_last(post: Post, bo: Neighbour, enter: Enter, language: str, said: str) -> None:  # noqa: F811
    enter("Änne").post(f"{BOARD}meine/{post.id}/".replace("/de/", f"/{language}/"), {"step": "renew"})
    writes(bo, post)
    work()

    assert said in f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert f"http://localhost/{language}/nachbarn/meine/" in str(mail.outbox[0].body)


def test_nobody_is_written_to_again_before_she_has_read(post: Post, anne: Neighbour, bo: Neighbour) -> None:  # noqa: F811
    talk = writes(bo, post)
    work()
    writes(bo, post, "Und Dienstag?")
    work()
    assert len(mail.outbox) == 1

    with acting(authority=anne.authority_id, vault=anne.vault_id):
        actions.mark_read(Conversation.objects.get(pk=talk.twin))
    writes(bo, post, "Oder Mittwoch?")
    work()
    assert [message.to for message in mail.outbox] == [[address("Änne")]] * 2


def test_the_answer_to_an_answer_goes_to_the_other_side(post: Post, anne: Neighbour, bo: Neighbour) -> None:  # noqa: F811
    talk = writes(bo, post)
    with acting(authority=anne.authority_id, vault=anne.vault_id):
        actions.write(anne, Conversation.objects.get(pk=talk.twin), "Ja.")
    work()
    assert sorted(message.to[0] for message in mail.outbox) == [address("Änne"), address("Bo")]


def test_who_signs_in_is_led_from_the_mail_to_her_conversations(post: Post, enter: Enter, moves_in: Move) -> None:  # noqa: F811
    assert Client().get("/de/nachbarn/meine/").headers["Location"].startswith("/anmelden/")
    assert enter("Änne").get("/de/nachbarn/meine/").headers["Location"] == f"{BOARD}meine/"


def test_she_switches_them_off_and_on_and_mails_about_applications_stay(post: Post, anne: Neighbour, bo: Neighbour, enter: Enter) -> None:  # noqa: F811
    client = enter("Änne")
    assert address("Änne") in client.get(f"{BOARD}meine/mails/").content.decode()
    client.post(f"{BOARD}meine/mails/", {"aus": "ja"})
    writes(bo, post)
    work()
    with acting(vault=anne.vault_id):
        assert (wants_mail(of(anne), News.NEIGHBOURS), wants_mail(of(anne)), mail.outbox) == (False, True, [])

    client.post(f"{BOARD}meine/mails/", {"an": "ja"})
    with acting(vault=anne.vault_id):
        assert wants_mail(of(anne), News.NEIGHBOURS)
        write_no_more(of(anne), OFF, by=RESIDENT)
        assert (wants_mail(of(anne), News.NEIGHBOURS), wants_mail(of(anne))) == (True, False)


def test_the_mail_program_switches_these_mails_off_and_no_others(post: Post, anne: Neighbour, bo: Neighbour) -> None:  # noqa: F811
    writes(bo, post)
    work()
    link = str(mail.outbox[0].extra_headers["List-Unsubscribe"]).strip("<>").removeprefix("http://localhost")

    assert Client().get(link).status_code == 200
    assert Client(enforce_csrf_checks=True).post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Client().post(f"{link}x").status_code == 404
    with acting(vault=anne.vault_id):
        assert (wants_mail(of(anne), News.NEIGHBOURS), wants_mail(of(anne))) == (False, True)


def test_an_address_from_which_a_mail_came_back_is_not_written_to_again(post: Post, anne: Neighbour, bo: Neighbour, enter: Enter) -> None:  # noqa: F811
    talk = writes(bo, post)
    work()
    with acting(vault=anne.vault_id):
        token = Delivery.objects.get().token
    assert bounced(token, Cause.NO_SUCH_MAILBOX)
    page = enter("Änne")
    page.get(f"{BOARD}gespraech/{talk.twin}/")
    writes(bo, post, "Noch da?")
    work()

    assert (len(mail.outbox), outcomes(anne)[1]) == (1, ("neighbours", "not_written", "unreachable"))
    assert "nicht erreichen" in page.get(f"{BOARD}meine/mails/").content.decode()


def test_who_is_blocked_lets_no_mail_go_out(post: Post, bo: Neighbour, enter: Enter) -> None:  # noqa: F811
    talk = writes(bo, post)
    work()
    enter("Änne").post(f"{BOARD}gespraech/{talk.twin}/abstand/", {"step": "block"})
    assert enter("Bo").post(f"{BOARD}gespraech/{talk.id}/", {"text": "Hallo?"}).status_code == 422
    work()
    assert len(mail.outbox) == 1


def test_nothing_of_the_mails_stays_with_who_leaves_and_nothing_holds_her_vault(post: Post, anne: Neighbour, bo: Neighbour) -> None:  # noqa: F811
    writes(bo, post)
    work()
    with acting(authority=anne.authority_id, vault=anne.vault_id):
        actions.leave(anne)
    assert outcomes(anne) == []

    with acting(authority=bo.authority_id, vault=bo.vault_id):
        other = actions.put_up(bo, actions.Wording("request", "tools", "Leiter gesucht", "Für einen Tag."))
    with acting(vault=anne.vault_id):
        again = actions.join(anne.authority, of(anne), name="Änne", area="q1")
    writes(again, other)
    with acting(vault=bo.vault_id):
        assert close_vault(of(bo), by=RESIDENT)


def test_what_became_of_mails_is_forgotten_after_half_a_year(post: Post, anne: Neighbour, bo: Neighbour) -> None:  # noqa: F811
    writes(bo, post)
    work()
    actions.sweep(now() + timedelta(days=181))
    assert len(outcomes(anne)) == 1
    actions.sweep(now() + timedelta(days=183))
    assert outcomes(anne) == []


def test_where_mails_cannot_leave_it_is_said(anne: Neighbour, enter: Enter, settings: LazySettings) -> None:  # noqa: F811
    client = enter("Änne")
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.filebased.EmailBackend"}}
    assert "verschickt noch keine E-Mails" in client.get(f"{BOARD}meine/mails/").content.decode()
