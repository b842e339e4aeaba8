"""A passkey opens without a password, only for its own key and its own address, and only where the device checked who holds it."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from lebenslage.accounts.models import User
from lebenslage.authorities.models import Staff
from tests.accounts.authenticator import Passkey, asked_for
from tests.accounts.conftest import sign_in

ADD = "/anmelden/passkey/einrichten/"
BEGIN, FINISH = "/anmelden/konto-anlegen/passkey/", "/anmelden/konto-anlegen/passkey/schluessel/"


@pytest.fixture
def client() -> Client:
    """A browser on https, as passkeys need it."""
    return Client(headers={"host": "testserver"}, REMOTE_ADDR="192.0.2.1", **{"wsgi.url_scheme": "https"})


def add(client: Client, passkey: Passkey, page: str = ADD) -> Any:
    """Set up a passkey on a page."""
    credential = passkey.create(asked_for(client.get(page).content))
    return client.post(page, {"name": "Mein Handy", "credential": credential, "passwordless": "on"})


def use(client: Client, passkey: Passkey) -> Any:
    """Sign in with a passkey alone."""
    options = json.loads(client.get("/anmelden/passkey/", headers={"accept": "application/json"}).content)["request_options"]
    return client.post("/anmelden/passkey/", {"credential": passkey.get(options)})


@pytest.fixture
def passkey(client: Client, employed: Callable[..., Staff]) -> Passkey:
    """A passkey of somebody who works here, set up at the first sign-in."""
    employed(codes=False)
    sign_in(client, "amt@example.org")
    passkey = Passkey()
    assert add(client, passkey).url == "/anmelden/ersatzcodes/"
    return passkey


def test_a_passkey_set_up_at_the_first_sign_in_opens_the_desk(client: Client, passkey: Passkey) -> None:
    assert client.get("/amt/").status_code == 200


def test_a_passkey_alone_opens_the_desk(client: Client, passkey: Passkey) -> None:
    client.post("/anmelden/abmelden/")
    assert client.get("/amt/").status_code == 302
    assert use(client, passkey).url == "/amt/"
    assert client.get("/amt/").status_code == 200


def test_a_password_still_asks_for_the_passkey(client: Client, passkey: Passkey) -> None:
    client.post("/anmelden/abmelden/")
    second = sign_in(client, "amt@example.org").url
    page = client.get(second)
    client.post(second, {"credential": passkey.get(asked_for(page.content))})
    assert client.get("/amt/").status_code == 200


@pytest.mark.parametrize(
    "other",
    [{"key": Passkey().key}, {"origin": "https://elsewhere.example"}, {"verifies": False}, {"id": b"another key"}],
    ids=["another key pair", "another address", "nobody checked", "another id"],
)
def test_nothing_that_differs_opens(client: Client, passkey: Passkey, other: dict[str, Any]) -> None:
    client.post("/anmelden/abmelden/")
    assert use(client, replace(passkey, **other)).url == "/anmelden/"
    assert client.get("/amt/").status_code == 302


def test_an_answer_opens_once(client: Client, passkey: Passkey) -> None:
    client.post("/anmelden/abmelden/")
    options = json.loads(client.get("/anmelden/passkey/", headers={"accept": "application/json"}).content)["request_options"]
    answer = passkey.get(options)
    assert client.post("/anmelden/passkey/", {"credential": answer}).url == "/amt/"
    client.post("/anmelden/abmelden/")
    client.get("/anmelden/passkey/", headers={"accept": "application/json"})
    assert client.post("/anmelden/passkey/", {"credential": answer}).url == "/anmelden/"


def test_a_passkey_confirms_before_something_sensitive(client: Client, passkey: Passkey) -> None:
    page = "/anmelden/passkey/bestaetigen/"
    shown = client.get(page, {"next": ADD})
    assert shown.content.decode().count("<h1") == 1
    assert client.post(page, {"credential": passkey.get(asked_for(shown.content)), "next": ADD}).url == ADD


def test_a_passkey_can_be_removed_where_another_way_is_left(client: Client, resident: User) -> None:
    sign_in(client, "person@example.org")
    add(client, Passkey())
    key = resident.authenticator_set.get(type="webauthn").pk
    assert client.get(f"/anmelden/passkey/{key}/entfernen/").status_code == 200
    client.post(f"/anmelden/passkey/{key}/entfernen/")
    assert not resident.authenticator_set.exists()


def test_staff_keep_their_last_passkey(client: Client, passkey: Passkey) -> None:
    key = User.objects.get().authenticator_set.get(type="webauthn").pk
    client.post(f"/anmelden/passkey/{key}/entfernen/")
    assert User.objects.get().authenticator_set.filter(type="webauthn").exists()


def test_a_device_that_checks_nobody_cannot_be_set_up(client: Client, resident: User) -> None:
    sign_in(client, "person@example.org")
    assert add(client, Passkey(verifies=False)).status_code == 200
    assert not resident.authenticator_set.exists()


def test_a_resident_opens_an_account_with_a_passkey_and_no_password(client: Client) -> None:
    assert client.post(BEGIN, {"email": "Neu@example.org"}).url == FINISH
    passkey = Passkey()
    assert add(client, passkey, FINISH).url == "/de/meine/"
    user = User.objects.get(email="neu@example.org")
    assert (user.kind, user.has_usable_password()) == ("resident", False)
    client.post("/anmelden/abmelden/")
    assert use(client, passkey).url == "/de/meine/"


def test_whoever_stops_before_the_passkey_leaves_no_account(client: Client) -> None:
    client.post(BEGIN, {"email": "neu@example.org"})
    client.get(FINISH)
    assert not User.objects.exists()


def test_the_script_of_passkeys_runs_on_their_pages_alone(client: Client, resident: User) -> None:
    assert "connect-src 'self'" in client.get("/anmelden/").headers["Content-Security-Policy"]
    assert "connect-src" not in client.get("/anmelden/konto-anlegen/").headers["Content-Security-Policy"]
    assert "accounts/passkey.js" not in client.get("/anmelden/konto-anlegen/").content.decode()
