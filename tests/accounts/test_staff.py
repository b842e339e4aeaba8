"""The desk opens to staff who took both steps, and to nobody else."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from lebenslage.accounts import access
from lebenslage.accounts.actions import set_totp
from lebenslage.accounts.models import User
from lebenslage.accounts.scope import NOBODY, current
from lebenslage.authorities.models import Role, Staff
from tests.accounts.conftest import SECRET, code, sign_in

Employed = Callable[..., Staff]
SECOND, ACCOUNT, APP = "/anmelden/zweiter-schritt/", "/anmelden/konto/", "/anmelden/app/einrichten/"


def enter(client: Client, step: int = 0) -> Any:
    """Take both steps."""
    sign_in(client, "amt@example.org")
    return client.post(SECOND, {"code": code(step)})


def test_a_password_alone_leads_to_the_second_step_and_not_to_the_desk(client: Client, employed: Employed) -> None:
    employed()
    assert sign_in(client, "amt@example.org").url == SECOND
    assert client.get("/amt/").url == "/anmelden/?next=/amt/"


def test_a_code_opens_the_desk_in_the_name_of_the_authority(client: Client, employed: Employed) -> None:
    staff = employed()
    assert enter(client).url == "/amt/"
    assert client.get("/amt/").content.decode() == f"Ada Amt {staff.authority_id}"
    assert current() == NOBODY


def test_a_page_that_is_drawn_late_is_drawn_in_the_name_of_the_authority(client: Client, employed: Employed) -> None:
    staff = employed()
    enter(client)
    assert client.get("/spaet/").content.decode() == str(staff.authority_id)


def test_a_wrong_code_opens_nothing(client: Client, employed: Employed) -> None:
    employed()
    sign_in(client, "amt@example.org")
    answer = client.post(SECOND, {"code": "000000" if code() != "000000" else "111111"})
    assert 'aria-invalid="true"' in answer.content.decode()
    assert client.get("/amt/").status_code == 302


def test_a_code_opens_once_even_in_the_minute_in_which_it_is_right(client: Client, employed: Employed) -> None:
    employed()
    assert enter(client).url == "/amt/"
    client.post("/anmelden/abmelden/")
    assert enter(client).status_code == 200
    assert client.get("/amt/").status_code == 302


def test_a_clock_may_be_half_a_minute_slow_and_no_more(client: Client, employed: Employed) -> None:
    employed()
    assert enter(client, -2).status_code == 200
    assert enter(client, -1).url == "/amt/"


def test_codes_cannot_be_guessed_in_a_row(client: Client, employed: Employed) -> None:
    employed()
    sign_in(client, "amt@example.org")
    for _ in range(5):
        client.post(SECOND, {"code": "abcdef"})
    assert client.post(SECOND, {"code": code()}).status_code == 200
    assert client.get("/amt/").status_code == 302


def test_a_recovery_code_opens_once(client: Client, employed: Employed) -> None:
    staff = employed()
    spare = staff.user.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
    for status in (200, 302):
        sign_in(client, "amt@example.org")
        client.post(SECOND, {"code": spare})
        assert client.get("/amt/").status_code == status
        client.post("/anmelden/abmelden/")


@pytest.mark.django_db(transaction=True)
def test_the_first_sign_in_leads_to_setting_up_a_second_step(client: Client, employed: Employed) -> None:
    employed(codes=False)
    sign_in(client, "amt@example.org")
    assert client.get("/amt/").url == f"{ACCOUNT}?next=/amt/"
    secret = client.get(APP).context["form"].secret
    assert client.post(APP, {"code": code(secret=secret)}).url == "/anmelden/ersatzcodes/"
    assert len(client.get("/anmelden/ersatzcodes/").context["unused_codes"]) == 10
    assert client.get("/amt/").status_code == 200


def test_a_session_from_before_the_second_step_was_set_up_does_not_open(client: Client, employed: Employed) -> None:
    staff = employed(codes=False)
    sign_in(client, "amt@example.org")
    set_totp(staff.user, SECRET)
    assert client.get("/amt/").url == "/anmelden/zweiter-schritt/bestaetigen/?next=/amt/"
    assert client.post("/anmelden/zweiter-schritt/bestaetigen/", {"code": code(), "next": "/amt/"}).url == "/amt/"
    assert client.get("/amt/").status_code == 200


def test_staff_keep_their_last_second_step(client: Client, employed: Employed) -> None:
    staff = employed()
    enter(client)
    client.post("/anmelden/app/entfernen/")
    assert staff.user.authenticator_set.filter(type="totp").exists()


@pytest.mark.parametrize(
    ("role", "desk", "planning"),
    [(Role.CASEWORKER, 200, 403), (Role.APPROVER, 200, 403), (Role.PLANNER, 403, 200), (Role.ADMINISTRATOR, 403, 403)],
)
def test_each_door_opens_to_its_roles(client: Client, employed: Employed, role: str, desk: int, planning: int) -> None:
    employed(role)
    enter(client)
    assert (client.get("/amt/").status_code, client.get("/planung/").status_code) == (desk, planning)


def test_planners_begin_on_their_own_page(client: Client, employed: Employed) -> None:
    employed(Role.PLANNER)
    assert enter(client).url == "/planung/"


def test_residents_and_former_staff_see_a_closed_door(client: Client, employed: Employed, resident: User) -> None:
    sign_in(client, "person@example.org")
    assert client.get("/amt/").status_code == 403
    client.post("/anmelden/abmelden/")
    employed(active=False)
    enter(client)
    assert "keinen Zutritt" in client.get("/amt/").content.decode()


def test_an_account_that_is_closed_ends_at_once(client: Client, employed: Employed) -> None:
    staff = employed()
    enter(client)
    User.objects.filter(pk=staff.user_id).update(is_active=False)
    assert client.get("/amt/").url == "/anmelden/?next=/amt/"


def test_a_shift_ends_after_eight_hours_however_busy(client: Client, employed: Employed, monkeypatch: pytest.MonkeyPatch) -> None:
    employed()
    enter(client)
    monkeypatch.setattr(access, "LONGEST_SHIFT", timedelta(seconds=-1))
    assert client.get("/amt/").url == "/anmelden/?next=/amt/"
    monkeypatch.undo()
    assert client.get("/amt/").status_code == 302


def test_a_session_ends_with_the_browser_and_no_script_reads_it(client: Client, employed: Employed) -> None:
    employed()
    enter(client)
    cookie = client.cookies["lebenslage-session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["expires"]) == (True, "Lax", "", "")
    assert settings.SESSION_COOKIE_SECURE == settings.HTTPS


def test_signing_out_closes_the_desk(client: Client, employed: Employed) -> None:
    employed()
    enter(client)
    assert client.get("/anmelden/abmelden/").status_code == 200
    assert client.get("/amt/").status_code == 200
    assert client.post("/anmelden/abmelden/").url == reverse(settings.START_PAGE, args=["de"])
    assert client.get("/amt/").status_code == 302
