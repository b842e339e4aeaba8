"""The desk opens to staff who took both steps, and to nobody else."""

from collections.abc import Callable

from django.test import Client

from lebenslage.authorities.models import Staff
from tests.accounts.conftest import code, sign_in

Employed = Callable[..., Staff]
SECOND = "/anmelden/zweiter-schritt/"


def test_a_password_alone_leads_to_the_second_step_and_not_to_the_desk(client: Client, employed: Employed) -> None:
    employed()
    assert sign_in(client, "amt@example.org").url == SECOND
    assert client.get("/amt/").url == "/anmelden/?next=/amt/"


def test_a_code_opens_the_desk_in_the_name_of_the_authority(client: Client, employed: Employed) -> None:
    staff = employed()
    sign_in(client, "amt@example.org")
    assert client.post(SECOND, {"code": code()}).url == "/amt/"
    assert client.get("/amt/").content.decode() == f"Ada Amt {staff.authority_id}"


def test_a_wrong_code_opens_nothing(client: Client, employed: Employed) -> None:
    employed()
    sign_in(client, "amt@example.org")
    answer = client.post(SECOND, {"code": "000000" if code() != "000000" else "111111"})
    assert 'aria-invalid="true"' in answer.content.decode()
    assert client.get("/amt/").status_code == 302
