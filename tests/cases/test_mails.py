"""There is news, and nothing else: who is written to and when; what is tried again, what comes back, how it is switched off."""

import re
import smtplib
from datetime import timedelta
from email import policy

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from lebenslage.accounts.models import User
from lebenslage.accounts.scope import acting
from lebenslage.authorities.queries import place_of
from lebenslage.cases import actions
from lebenslage.cases.models import Case
from lebenslage.contact.bounces import read
from lebenslage.contact.letters import envelope_sender, signed
from lebenslage.contact.mailing import WAITS, bounced, send
from lebenslage.contact.models import Cause, Delivery
from lebenslage.contact.wishes import could_not_reach, wants_mail, write_to_me
from lebenslage.journal.actions import RESIDENT
from lebenslage.residents.actions import answer, attach
from lebenslage.site.commands.bounce import noted
from tests.cases.stories import Story, Town, now, work

ADDRESS = "anne@post.example"
REFUSED = smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"5.1.1 no such user")})
FULL = smtplib.SMTPRecipientsRefused({ADDRESS: (552, b"5.2.2 mailbox full")})
BUSY = smtplib.SMTPRecipientsRefused({ADDRESS: (451, b"4.3.0 later")})
SPAM = smtplib.SMTPDataError(554, b"5.7.1 spam")


def reached(story: Story, address: str = ADDRESS, language: str = "de") -> Story:
    """She gives an address and wants mails."""
    with acting(vault=story.vault.id):
        answer(story.vault, {"angaben-1-email": [address]}, by=RESIDENT)
        write_to_me(story.vault, "Bitte schreiben Sie mir.", language, by=RESIDENT)
    return story


def sent(story: Story, **changed: str) -> Case:
    """She hands in, and the worker has done everything."""
    case = story.submitted(**changed)
    work()
    return case


def deliveries(story: Story) -> list[tuple[str, str, str]]:
    """What became of her mails, by what they are about where the clock of the test stands still."""
    with acting(vault=story.vault.id):
        return list(Delivery.objects.order_by("queued", "kind").values_list("kind", "state", "cause"))


def servers_say(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """No mail is taken."""

    def refuse(*_: object) -> int:
        raise error

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


def test_who_wants_none_gets_none(story: Story) -> None:
    sent(story, email=ADDRESS)

    assert (mail.outbox, deliveries(story)) == ([], [])


def test_a_mail_says_there_is_news_and_nothing_else(story: Story) -> None:
    case = sent(reached(story))
    (message,) = mail.outbox
    written = f"{message.subject} {message.body}"

    assert (message.to, deliveries(story)) == ([ADDRESS], [("receipt", "sent", "")])
    for secret in ("Änne", "Müller", "Wohngeld", case.number, str(case.id), "Erlenbruch", ADDRESS):
        assert secret not in written
    assert re.findall(r"https?://\S+", message.body) == ["http://localhost/de/"]


@pytest.mark.parametrize(("language", "said"), [("de", "Neues"), ("de-einfach", "etwas Neues"), ("en", "news"), ("nl", "nieuws")])
def test_it_speaks_her_language(story: Story, language: str, said: str) -> None:
    draft = reached(story).drafted()
    with acting(vault=story.vault.id):
        actions.submit(draft, by=RESIDENT, on=story.days.moment.date(), language=language)
    work()

    assert said in mail.outbox[0].subject + mail.outbox[0].body
    assert f"http://localhost/{language}/" in mail.outbox[0].body


def test_she_hears_of_a_question_a_message_a_notice_and_a_forwarding(story: Story, town: Town, neighbour: Town) -> None:
    decision = reached(story).proposed()
    work()
    with acting(authority=town.authority.id):
        actions.message(now(decision.case), "Guten Tag.", by=town.worker)
    work()
    story.approve_and_print(decision)
    work()
    other = sent(Story(town, story.days, story.vault))
    with acting(authority=town.authority.id):
        actions.forward(other, place_of("05999008"), by=town.worker, reason="Dort.", revision=now(other).revision)
    work()

    assert [kind for kind, _, _ in deliveries(story)] == ["forwarded", "message", "notice", "receipt", "receipt"]


def test_a_question_is_told(story: Story) -> None:
    request = story.asked()
    work()
    reached(story)
    with acting(authority=story.town.authority.id):
        case, due = now(request.case), request.due
        actions.ask(case, by=story.town.worker, text="Und die Heizung?", due=due, revision=case.revision)
    work()

    assert deliveries(story) == [("request", "sent", "")]


def test_one_mail_waits_at_a_time(story: Story, town: Town) -> None:
    case = reached(story).submitted()
    with acting(authority=town.authority.id):
        for text in ("Eins.", "Zwei."):
            actions.message(case, text, by=town.worker)
    work()

    assert len(mail.outbox) == 1


def test_with_an_account_its_address_is_written_to(story: Story) -> None:
    user = User.objects.create(email="konto@post.example")
    with acting(vault=story.vault.id):
        story.vault = attach(story.vault, user, by=RESIDENT)
    sent(story)

    assert [message.to for message in mail.outbox] == [["konto@post.example"]]


def test_running_twice_sends_once(story: Story, town: Town) -> None:
    reached(story).submitted()
    with acting(authority=town.authority.id):
        id = Delivery.objects.get().id
        send(id)
        send(id)

    assert len(mail.outbox) == 1


def test_a_server_that_is_away_is_asked_again_later_and_not_for_ever(story: Story, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    reached(story).submitted()
    servers_say(monkeypatch, BUSY)
    with acting(authority=town.authority.id):
        id = Delivery.objects.get().id
        waits = [send(id) for _ in range(len(WAITS) + 1)]

    assert waits == [*WAITS, None]
    assert sum(WAITS, timedelta()) > timedelta(1)
    assert deliveries(story) == [("receipt", "failed", "server_away")]


def test_the_worker_comes_back_to_it(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    reached(story).submitted()
    with monkeypatch.context() as away:
        servers_say(away, OSError("nobody there"))
        work()
    assert (deliveries(story), mail.outbox) == ([("receipt", "queued", "")], [])
    later = DBTaskResult.objects.get(run_after__gt=timezone.now(), run_after__lt=timezone.now() + timedelta(hours=1))
    later.task.func(*later.args_kwargs["args"], **later.args_kwargs["kwargs"])
    assert deliveries(story) == [("receipt", "sent", "")]


@pytest.mark.parametrize(
    ("error", "cause"), [(REFUSED, Cause.NO_SUCH_MAILBOX), (FULL, Cause.MAILBOX_FULL), (SPAM, Cause.REFUSED), (ValueError(), Cause.REFUSED)]
)
def test_what_a_server_refuses_for_good_is_not_tried_again(
    story: Story, monkeypatch: pytest.MonkeyPatch, error: Exception, cause: str
) -> None:
    reached(story).submitted()
    servers_say(monkeypatch, error)
    work()

    assert deliveries(story) == [("receipt", "failed", cause)]


def test_without_a_mail_server_nothing_is_sent_and_it_is_said(story: Story, settings: LazySettings) -> None:
    reached(story).submitted()
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.filebased.EmailBackend", "OPTIONS": {"file_path": "nowhere"}}}
    work()

    assert deliveries(story) == [("receipt", "not_written", "not_configured")]


def report(story: Story, status: str = "5.1.1", action: str = "failed") -> bytes:
    """What a mail server sends back (RFC 3464)."""
    (message,) = mail.outbox
    return f"""From: MAILER-DAEMON@post.example
To: {message.from_email}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="xx"

--xx
Content-Type: text/plain

I am sorry.

--xx
Content-Type: message/delivery-status

Reporting-MTA: dns; post.example

Final-Recipient: rfc822; {ADDRESS}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such user

--xx--
""".encode()


def test_the_envelope_brings_a_token_back_and_the_letter_does_not_show_it(story: Story) -> None:
    sent(reached(story))
    (message,) = mail.outbox
    with acting(vault=story.vault.id):
        token = Delivery.objects.get().token

    assert message.from_email == envelope_sender(token) == f"lebenslage+{token}@localhost"
    assert message.message()["From"] == "lebenslage@localhost"
    assert token not in f"{message.subject} {message.body}"


def test_a_bounce_is_noted_and_the_address_left_alone(story: Story, town: Town) -> None:
    case = sent(reached(story))
    assert noted(report(story)) == "Noted: the mail did not arrive."
    assert deliveries(story) == [("receipt", "bounced", "no_such_mailbox")]
    assert story.seen(case).unreached
    with acting(authority=town.authority.id):
        actions.message(case, "Guten Tag.", by=town.worker)
    work()

    assert len(mail.outbox) == 1
    assert deliveries(story)[0] == ("message", "not_written", "unreachable")
    assert story.seen(case).unreached


def test_with_another_address_she_is_reached_again(story: Story, town: Town) -> None:
    case = sent(reached(story))
    noted(report(story))
    reached(story, "neu@post.example")
    assert not story.seen(case).unreached
    with acting(authority=town.authority.id):
        actions.message(case, "Guten Tag.", by=town.worker)
    work()

    assert [message.to for message in mail.outbox] == [[ADDRESS], ["neu@post.example"]]


def test_a_server_that_still_tries_is_no_bounce(story: Story) -> None:
    sent(reached(story))

    assert noted(report(story, "4.4.1", "delayed")).startswith("Nothing to do")
    assert deliveries(story) == [("receipt", "sent", "")]


def test_somebody_elses_bounce_is_left_alone(story: Story) -> None:
    sent(reached(story))
    (message,) = mail.outbox
    strange = report(story).replace(message.from_email.encode(), f"lebenslage+{'0' * 32}@localhost".encode())

    assert noted(strange) == "Nothing to do: this is none of our mails."
    assert not bounced("", Cause.REFUSED)


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"Subject: Re: Es gibt Neues\n\nDanke!"])
def test_what_is_no_report_is_none(raw: bytes) -> None:
    assert read(raw).cause is None


def test_the_address_stands_nowhere_in_plain(story: Story, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    sent(reached(story))
    noted(report(story))
    with acting(vault=story.vault.id):
        row = Delivery.objects.get()

    assert ADDRESS.encode() not in bytes(row.sealed_address) + bytes(row.address_digest)
    assert ADDRESS not in caplog.text


def test_the_mail_program_switches_them_off(story: Story, client: Client) -> None:
    sent(reached(story))
    header = mail.outbox[0].message()
    address = header["List-Unsubscribe"].strip("<>").removeprefix("http://localhost")
    assert header["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    asked = client.get(address)
    assert (asked.status_code, wants(story)) == (200, True)

    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not wants(story)


def test_the_address_to_switch_off_stays_in_one_piece_on_its_way(story: Story) -> None:
    sent(reached(story))
    lines = mail.outbox[0].message(policy=policy.SMTP).as_bytes().splitlines()
    (header,) = (line for line in lines if line.startswith(b"List-Unsubscribe:"))

    assert header.startswith(b"List-Unsubscribe: <http://localhost/de/post/abbestellen/")
    assert header.endswith(b"/>")


def test_nobody_makes_such_an_address_up(story: Story, client: Client) -> None:
    sent(reached(story))

    assert client.post("/de/post/abbestellen/abc:def/").status_code == 404
    assert client.post(f"/de/post/abbestellen/{signed('0' * 32)}/").status_code == 404
    assert wants(story)


def wants(story: Story) -> bool:
    with acting(vault=story.vault.id):
        return wants_mail(story.vault)


def test_nothing_to_tell_before_anything_was_sent(story: Story) -> None:
    with acting(vault=story.vault.id):
        assert not could_not_reach(story.vault)
