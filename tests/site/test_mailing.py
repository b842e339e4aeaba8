"""Who runs the installation hears once a day how many mails did not arrive; she switches hers on and off in her dossier."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.http import HttpResponse
from django.test import Client

from lebenslage.accounts.models import User
from lebenslage.accounts.scope import acting
from lebenslage.contact.mailing import bounced
from lebenslage.contact.models import Cause, Delivery, Digest
from lebenslage.contact.wishes import wants_mail, write_to_me
from lebenslage.journal.actions import RESIDENT
from lebenslage.residents.access import remember
from lebenslage.residents.actions import answer, attach
from lebenslage.site.mailing import tell_operator
from tests.cases.stories import Days, Story, open_town, work
from tests.queries_counted import asking

ADDRESS = "anne@post.example"
PAGE = "/en/meine/post/"


@pytest.fixture
def days(db: None) -> Iterator[Days]:
    with Days() as calendar:
        yield calendar


@pytest.fixture
def story(days: Days) -> Story:
    return Story(open_town("05999004", "Erlenbruch"), days)


@pytest.fixture
def browser(story: Story, client: Client) -> Client:
    """The browser that remembers her vault."""
    response = HttpResponse()
    remember(response, story.vault)
    client.cookies.update(response.cookies)
    return client


def came_back(story: Story) -> None:
    """A mail to her came back."""
    with acting(vault=story.vault.id):
        answer(story.vault, {"angaben-1-email": [ADDRESS]}, by=RESIDENT)
        write_to_me(story.vault, "Bitte schreiben Sie mir.", "en", by=RESIDENT)
    story.submitted(email=ADDRESS)
    work()
    with acting(vault=story.vault.id):
        bounced(Delivery.objects.get().token, Cause.NO_SUCH_MAILBOX)


def test_the_operator_is_told_once_by_number_and_cause_alone(
    story: Story, settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.OPERATORS = ["technik@stadt.example"]
    came_back(story)
    story.days.go_by(1)
    assert (tell_operator(), tell_operator()) == (True, False)
    told = mail.outbox[-1]

    assert (told.to, told.body.splitlines()) == (
        ["technik@stadt.example"],
        ["1 mails of 2026-11-02 did not arrive.", "    1  the mailbox does not exist"],
    )
    assert "1 mails of 2026-11-02" in caplog.text
    for secret in (ADDRESS, "Müller", "Erlenbruch"):
        assert secret not in told.body + caplog.text


def test_where_everything_arrived_nobody_is_told(story: Story, settings: LazySettings) -> None:
    settings.OPERATORS = ["technik@stadt.example"]
    assert not tell_operator()
    assert (mail.outbox, Digest.objects.count()) == ([], 1)


def test_a_digest_that_could_not_be_sent_is_sent_the_next_time(
    story: Story, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.OPERATORS = ["technik@stadt.example"]
    came_back(story)
    story.days.go_by(1)
    with monkeypatch.context() as away:
        away.setattr(EmailBackend, "send_messages", refuse)
        with pytest.raises(OSError, match="away"):
            tell_operator()

    assert tell_operator()


def refuse(*_: object) -> int:
    """A mail server that is not there."""
    raise OSError("away")


def test_she_switches_them_on_with_her_address_and_off_again(story: Story, browser: Client) -> None:
    assert browser.post(PAGE, {"adresse": ADDRESS, "an": "ja"}).status_code == 302
    assert ADDRESS in browser.get(PAGE).content.decode()
    assert wants(story)
    browser.post(PAGE, {"aus": "ja"})
    assert not wants(story)


def wants(story: Story) -> bool:
    with acting(vault=story.vault.id):
        return wants_mail(story.vault)


def test_an_address_with_a_mistake_stays_to_be_mended(story: Story, browser: Client) -> None:
    answered = browser.post(PAGE, {"adresse": "anne.post.example", "an": "ja"})
    page = answered.content.decode()

    assert (answered.status_code, wants(story)) == (422, False)
    assert 'value="anne.post.example"' in page
    assert 'href="#adresse"' in page


def test_with_an_account_they_are_on_until_she_says_no(story: Story, client: Client) -> None:
    user = User.objects.create(email="konto@post.example")
    with acting(vault=story.vault.id):
        attach(story.vault, user, by=RESIDENT)
    client.force_login(user)
    assert "konto@post.example" in client.get(PAGE).content.decode()
    client.post(PAGE, {"aus": "ja"})
    with acting(vault=story.vault.id):
        story.vault.refresh_from_db()
        assert not wants_mail(story.vault)


def test_at_her_next_visit_she_reads_that_she_was_not_reached(story: Story, browser: Client) -> None:
    came_back(story)
    with asking() as asked:
        page = browser.get(PAGE).content.decode()

    assert "We could not reach you by e-mail." in page
    assert asked.count <= 12
