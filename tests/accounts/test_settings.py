"""Settings that would open a door are found before anything starts; a mail address that cannot be read is said in a sentence."""

from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured

from lebenslage.accounts.actions import set_totp
from lebenslage.accounts.models import User
from lebenslage.accounts.seals import seal, unseal
from lebenslage.site import environment
from tests.accounts.conftest import SECRET

FOLDER = Path("mail")


def test_no_code_opens_every_account(settings: Any) -> None:
    assert run_checks(tags=[Tags.security]) == []
    settings.MFA_TOTP_INSECURE_BYPASS_CODE = "123456"
    assert [found.id for found in run_checks(tags=[Tags.security])] == ["accounts.C001"]


def test_the_secret_of_the_codes_is_sealed_in_the_database(resident: User) -> None:
    set_totp(resident, SECRET)
    kept = Authenticator.objects.get(user=resident, type="totp")
    assert SECRET not in str(kept.data)
    assert unseal(kept.data["secret"]) == SECRET


def test_a_new_key_of_the_installation_still_opens_what_the_former_sealed(settings: Any) -> None:
    sealed, former = seal("a secret"), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another key " * 5, [former]
    assert unseal(sealed) == "a secret"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        unseal(sealed)


def test_mails_are_files_where_nothing_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEBENSLAGE_MAIL_URL", raising=False)
    mailer = environment.mailers("LEBENSLAGE_MAIL_URL", FOLDER)["default"]
    assert mailer == {"BACKEND": "django.core.mail.backends.filebased.EmailBackend", "OPTIONS": {"file_path": FOLDER}}


def test_a_mail_server_is_read_from_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEBENSLAGE_MAIL_URL", "smtp+tls://amt%40example.org:geh%3Aeim@mail.example.org:587")
    options = environment.mailers("LEBENSLAGE_MAIL_URL", FOLDER)["default"]["OPTIONS"]
    assert (options["host"], options["port"], options["username"], options["password"]) == (
        "mail.example.org",
        587,
        "amt@example.org",
        "geh:eim",
    )
    assert (options["use_tls"], options["use_ssl"]) == (True, False)


@pytest.mark.parametrize("address", ["mail.example.org", "http://mail.example.org", "smtp://"])
def test_a_mail_address_that_cannot_be_read_is_said_with_an_example(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("LEBENSLAGE_MAIL_URL", address)
    with pytest.raises(ImproperlyConfigured, match="LEBENSLAGE_MAIL_URL cannot be read: please write"):
        environment.mailers("LEBENSLAGE_MAIL_URL", FOLDER)
