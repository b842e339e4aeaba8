"""Code and birth date open a vault together; guessing is slow, and nobody learns which of the two was wrong."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from lebenslage.accounts.models import User
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import at
from lebenslage.residents.actions import answer, attach, open_vault, set_code
from lebenslage.residents.models import Vault
from lebenslage.residents.problems import AccountTaken, BirthDateDiffers, BirthDateMissing, CodeUnknown, TooManyTries
from lebenslage.residents.queries import resume

BORN, OTHER = date(1950, 11, 3), date(1950, 11, 4)
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.fixture
def code(vault: Vault) -> str:
    """The code of a vault whose resident was born on 3 November 1950."""
    answer(vault, {"person-1-geburtsdatum": ["3-11-1950"]}, by=RESIDENT)
    return set_code(vault, birth_date=BORN)


def test_a_code_has_twelve_letters_that_nobody_confuses(code: str) -> None:
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", code)


def test_code_and_birth_date_open_the_vault(vault: Vault, code: str) -> None:
    assert resume(code, BORN) == vault
    assert resume(f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} ", BORN) == vault


def test_the_database_does_not_know_the_code(vault: Vault, code: str) -> None:
    vault.refresh_from_db()

    assert len(bytes(vault.code_digest or b"")) == 32
    assert code.replace("-", "").encode() not in bytes(vault.code_digest or b"")


def test_a_wrong_code_and_a_wrong_birth_date_sound_the_same(code: str) -> None:
    with pytest.raises(CodeUnknown) as wrong_date:
        resume(code, OTHER)
    with pytest.raises(CodeUnknown) as wrong_code:
        resume("0000-0000-0000", BORN)

    assert str(wrong_date.value) == str(wrong_code.value)


def test_five_wrong_birth_dates_lock_the_code_for_a_quarter_of_an_hour(vault: Vault, code: str) -> None:
    with at(NOON):
        for _ in range(5):
            with pytest.raises(CodeUnknown):
                resume(code, OTHER)
        with pytest.raises(TooManyTries):
            resume(code, BORN)
    with at(NOON + timedelta(minutes=14)), pytest.raises(TooManyTries):
        resume(code, BORN)
    with at(NOON + timedelta(minutes=16)):
        assert resume(code, BORN) == vault


def test_the_right_birth_date_forgives_the_wrong_ones(vault: Vault, code: str) -> None:
    for _ in range(4):
        with pytest.raises(CodeUnknown):
            resume(code, OTHER)
    resume(code, BORN)
    with pytest.raises(CodeUnknown):
        resume(code, OTHER)

    assert resume(code, BORN) == vault


def test_a_new_code_ends_the_former_one(vault: Vault, code: str) -> None:
    newer = set_code(vault, birth_date=BORN)

    assert resume(newer, BORN) == vault
    with pytest.raises(CodeUnknown):
        resume(code, BORN)


def test_a_code_needs_the_birth_date_of_who_applies(vault: Vault) -> None:
    with pytest.raises(BirthDateMissing):
        set_code(vault, birth_date=BORN)
    answer(vault, {"person-1-geburtsdatum": ["3.11.1950"]}, by=RESIDENT)
    with pytest.raises(BirthDateDiffers):
        set_code(vault, birth_date=OTHER)


def test_a_saved_vault_is_kept_for_ninety_days(vault: Vault, code: str) -> None:
    vault.refresh_from_db()

    assert vault.expires == vault.last_used + timedelta(days=90)


def test_an_account_opens_its_vault_and_ends_the_code(vault: Vault, code: str) -> None:
    attach(vault, User.objects.create_user("a@example.org"), by=RESIDENT)

    vault.refresh_from_db()
    assert (vault.user.email, vault.expires) == ("a@example.org", None)  # type: ignore[union-attr]
    with pytest.raises(CodeUnknown):
        resume(code, BORN)


def test_an_account_holds_one_vault(vault: Vault) -> None:
    user = User.objects.create_user("a@example.org")
    attach(vault, user, by=RESIDENT)

    with pytest.raises(AccountTaken):
        attach(open_vault(), user, by=RESIDENT)
