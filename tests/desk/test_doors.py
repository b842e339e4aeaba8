"""Who enters, who sees what, and that nothing typed is lost when two meet, a session ends or a token is old."""

from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Role
from lebenslage.cases.models import Case
from tests.desk.conftest import NEIGHBOUR, Desk, read, town

REASON = {"ergebnis": "refusal", "begruendung": "Die Miete ist nicht belegt.", "schritt": "senden"}
HERE = {"HTTP_ORIGIN": "http://testserver"}


@pytest.mark.parametrize("address", ["", "nachfragen/", "entscheidung/", "entscheidung/vorschlag/"])
def test_a_case_of_another_authority_is_not_there(case: Case, at_desk: Callable[..., Desk], address: str) -> None:
    stranger = at_desk(town(NEIGHBOUR, "Nachbarstadt"), "Nora Nachbar", Role.APPROVER)
    stranger.look(f"/amt/fall/{case.id}/{address}", status=404)


@pytest.mark.parametrize("step", ["uebernehmen/", "nachricht/", "angabe/haushalt-1-miete/berichtigen/"])
def test_nobody_acts_on_a_case_of_another_authority(case: Case, at_desk: Callable[..., Desk], step: str) -> None:
    stranger = at_desk(town(NEIGHBOUR, "Nachbarstadt"), "Nora Nachbar", Role.APPROVER)
    response = stranger.client.post(f"/amt/fall/{case.id}/{step}", {"revision": 0, "text": "Hallo", "grund": "So."})
    assert response.status_code == 404


@pytest.mark.parametrize("role", [Role.PLANNER, Role.ADMINISTRATOR])
def test_other_roles_stay_outside(case: Case, at_desk: Callable[..., Desk], role: str) -> None:
    other = at_desk(case.authority, "Paula Plan", role)
    other.look("/amt/", status=403)
    other.look(f"/amt/fall/{case.id}/", status=403)


def test_a_caseworker_cannot_approve(reviewed: Case, worker: Desk, at_desk: Callable[..., Desk]) -> None:
    worker.press(reviewed, "entscheidung/vorschlag/", ergebnis="grant", begruendung="", schritt="senden")
    at_desk(reviewed.authority, "Carla Kollegin").press(reviewed, "entscheidung/freigeben/", status=403)


def test_the_second_person_reads_what_changed_and_keeps_her_words(reviewed: Case, worker: Desk, approver: Desk) -> None:
    with acting(authority=reviewed.authority_id):
        seen = Case.objects.get(pk=reviewed.pk).revision
    worker.press(reviewed, "nachfragen/", schritt="senden", was="frei", text="Bitte rufen Sie an.", faellig="2026-11-23")
    page = approver.press(reviewed, "entscheidung/vorschlag/", status=409, revision=seen, **REASON)
    assert "Ada Amt" in page
    assert "Die Miete ist nicht belegt." in page
    assert f'name="revision" value="{seen + 1}"' in page


def test_a_session_that_ends_in_a_form_loses_no_word(reviewed: Case, worker: Desk) -> None:
    address = f"/amt/fall/{reviewed.id}/entscheidung/vorschlag/"
    page = read(Client().post(address, {"revision": 3, **REASON}), 401)
    assert "Ihre Anmeldung ist abgelaufen" in page
    assert "Die Miete ist nicht belegt." in page
    page = read(worker.client.post("/amt/noch-einmal/", {"adresse": address, **REASON}, **HERE), 200)
    assert f'action="{address}"' in page
    assert "Die Miete ist nicht belegt." in page


@pytest.mark.parametrize("address", ["/de/antrag/", "https://elsewhere.example/amt/", "/amt/../de/", "/amt/nirgends/"])
def test_words_are_sent_again_to_no_other_place(worker: Desk, address: str) -> None:
    read(worker.client.post("/amt/noch-einmal/", {"adresse": address, "text": "x"}, **HERE), 404)


def test_words_from_another_site_are_not_shown(worker: Desk) -> None:
    other = {"HTTP_ORIGIN": "https://elsewhere.example"}
    read(worker.client.post("/amt/noch-einmal/", {"adresse": "/amt/", "text": "x"}, **other), 404)


def test_no_step_without_the_token_of_the_form(case: Case, at_desk: Callable[..., Desk]) -> None:
    strict = at_desk(case.authority, "Carla Kollegin", enforce_csrf_checks=True)
    response = strict.client.post(f"/amt/fall/{case.id}/uebernehmen/", {"revision": 0})
    assert response.status_code == 403
    with acting(authority=case.authority_id):
        assert Case.objects.get(pk=case.pk).worker is None
