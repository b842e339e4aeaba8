"""A resident may have an account, needs none, and learns from no page who else has one."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from lebenslage.accounts.actions import make_user
from lebenslage.accounts.models import Kind, User
from lebenslage.authorities.models import Staff
from lebenslage.site import settings as site_settings
from tests.accounts.conftest import PASSWORD, sign_in

RESET = "/anmelden/passwort/vergessen/"
SIGN_UP = "/anmelden/konto-anlegen/"


def test_an_account_opens_at_once_without_waiting_for_a_mail(client: Client) -> None:
    answer = client.post(SIGN_UP, {"email": "Neu@Example.org", "password1": PASSWORD})
    assert answer.url == "/de/meine/"
    user = User.objects.get()
    assert (user.email, user.kind, user.check_password(PASSWORD)) == ("neu@example.org", Kind.RESIDENT, True)


def test_nobody_becomes_staff_by_signing_up(client: Client) -> None:
    client.post(SIGN_UP, {"email": "neu@example.org", "password1": PASSWORD, "kind": "staff"})
    assert User.objects.get().kind == Kind.RESIDENT


def test_a_password_is_kept_as_a_slow_digest() -> None:
    assert site_settings.PASSWORD_HASHERS[0].endswith("ScryptPasswordHasher")


@pytest.mark.parametrize("password", ["kurz", "password123", "neu@example.org", "1234567890"])
def test_a_password_that_is_easily_guessed_is_refused(client: Client, password: str) -> None:
    assert client.post(SIGN_UP, {"email": "neu@example.org", "password1": password}).status_code == 200
    assert not User.objects.exists()


def test_signing_in_says_the_same_whether_or_not_there_is_an_account(client: Client, resident: User) -> None:
    pages = [sign_in(client, email, "falsches Passwort").content.decode() for email in ("person@example.org", "keine@example.org")]
    hidden = [re.sub(r"person|keine|csrfmiddlewaretoken\" value=\"\w+", "", page) for page in pages]
    assert hidden[0] == hidden[1]


def test_a_forgotten_password_says_the_same_whether_or_not_there_is_an_account(client: Client, resident: User) -> None:
    answers = [client.post(RESET, {"email": email}).url for email in ("person@example.org", "keine@example.org")]
    assert answers == ["/anmelden/passwort/vergessen/gesendet/"] * 2
    assert [message.to for message in mail.outbox] == [["person@example.org"], ["keine@example.org"]]


def test_the_link_in_the_mail_sets_a_new_password_once(client: Client, resident: User) -> None:
    client.post(RESET, {"email": "person@example.org"})
    found = re.search(r"http://testserver(/anmelden/passwort/neu/\S+)", mail.outbox[0].body)
    assert found is not None
    page = client.get(found[1]).url
    assert client.post(page, {"password1": "ein neuer Satz", "password2": "ein neuer Satz"}).url == "/anmelden/passwort/neu/"
    assert sign_in(client, "person@example.org", "ein neuer Satz").url == "/de/meine/"
    assert "gilt nicht mehr" in Client().get(found[1], follow=True).content.decode()


def test_a_new_password_does_not_replace_the_second_step(client: Client, employed: Callable[..., Staff]) -> None:
    employed()
    client.post(RESET, {"email": "amt@example.org"})
    found = re.search(r"http://testserver(/anmelden/passwort/neu/\S+)", mail.outbox[0].body)
    assert found is not None
    client.post(client.get(found[1]).url, {"password1": "ein neuer Satz", "password2": "ein neuer Satz"})
    assert sign_in(client, "amt@example.org", "ein neuer Satz").url == "/anmelden/zweiter-schritt/"


def test_a_mail_holds_a_link_and_no_person(client: Client) -> None:
    make_user("vera.schmidt@example.org", PASSWORD, Kind.RESIDENT)
    client.post(RESET, {"email": "vera.schmidt@example.org"})
    assert "vera" not in (mail.outbox[0].subject + mail.outbox[0].body).lower()


def test_a_mail_speaks_the_language_of_the_page(client: Client, resident: User) -> None:
    client.post(f"{RESET}?sprache=nl", {"email": "person@example.org"})
    assert mail.outbox[0].subject == "Nieuw wachtwoord"


def test_passwords_cannot_be_guessed_in_a_row(client: Client, resident: User) -> None:
    for _ in range(5):
        sign_in(client, "person@example.org", "falsches Passwort")
    assert sign_in(client, "person@example.org").status_code == 200
    assert sign_in(Client(REMOTE_ADDR="198.51.100.7"), "person@example.org").status_code == 200


def test_another_address_is_not_slowed_down(client: Client, resident: User) -> None:
    make_user("andere@example.org", PASSWORD, Kind.RESIDENT)
    for _ in range(6):
        sign_in(client, "person@example.org", "falsches Passwort")
    assert sign_in(Client(REMOTE_ADDR="198.51.100.7"), "andere@example.org").status_code == 302


def test_many_accounts_from_one_place_are_slowed_down(client: Client) -> None:
    answers = [client.post(SIGN_UP, {"email": f"n{n}@example.org", "password1": "kurz"}) for n in range(11)]
    assert answers[-1].status_code == 429
    assert "Bitte warten Sie" in answers[-1].content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(client: Client, resident: User, elsewhere: str) -> None:
    assert sign_in(client, "person@example.org", next=elsewhere).url == "/de/meine/"


def test_signing_in_leads_back_to_where_it_was_asked_for(client: Client, resident: User) -> None:
    assert sign_in(client, "person@example.org", next="/nl/wohngeld/").url == "/nl/wohngeld/"


def test_the_first_page_speaks_the_language_that_was_chosen(client: Client, resident: User) -> None:
    client.get("/anmelden/?sprache=en")
    assert sign_in(client, "person@example.org").url == "/en/meine/"
