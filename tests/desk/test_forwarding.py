"""Passing a case on at the desk: search the town, write the reason, read what it means, confirm; and what stands there afterwards."""

from collections.abc import Callable

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.cases.models import Case
from tests.desk.conftest import NEIGHBOUR, Desk, printed, town
from tests.queries_counted import asking

REASON = "Die Wohnung liegt in Weidenau."


@pytest.fixture
def neighbour(authority: Authority) -> Authority:
    return town(NEIGHBOUR, "Weidenau")


def step(worker: Desk, case: Case, name: str, status: int = 200, **typed: str) -> str:
    return worker.press(case, "weiterleiten/", status, schritt=name, **typed)


def test_the_town_is_found_by_the_beginning_of_its_name(case: Case, worker: Desk, neighbour: Authority) -> None:
    page = step(worker, case, "suchen", ort="Weid")

    assert f'id="ziel-{NEIGHBOUR}"' in page


def test_a_town_that_nobody_knows_is_asked_again(case: Case, worker: Desk) -> None:
    page = step(worker, case, "suchen", 422, ort="Entenhausen")

    assert 'href="#ort"' in page
    assert 'value="Entenhausen"' in page


@pytest.mark.parametrize(("typed", "target"), [({"ziel": NEIGHBOUR}, "#grund"), ({"grund": REASON}, "#ort")])
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    case: Case, worker: Desk, neighbour: Authority, typed: dict[str, str], target: str
) -> None:
    page = step(worker, case, "vorschau", 422, ort="Weidenau", **typed)

    assert f'href="{target}"' in page
    assert typed.get("grund", "Weidenau") in page


def test_nothing_happens_before_the_second_click(case: Case, worker: Desk, neighbour: Authority) -> None:
    page = step(worker, case, "vorschau", ort="Weidenau", ziel=NEIGHBOUR, grund=REASON)
    with acting(authority=case.authority_id):
        assert Case.objects.get(pk=case.pk).state == "submitted"
    for said in ("Stadt Weidenau", "Das Datum des Antrags bleibt: 02.11.2026", REASON, "Jetzt weiterleiten"):
        assert said in page


def test_afterwards_the_record_says_where_it_went(case: Case, worker: Desk, neighbour: Authority) -> None:
    step(worker, case, "senden", 302, ort="Weidenau", ziel=NEIGHBOUR, grund=REASON)
    printed()
    page = worker.look(f"/amt/fall/{case.id}/")

    for said in ("weitergeleitet an Stadt Weidenau, dort angekommen am 02.11.2026", "WG-2026-00001", REASON):
        assert said in page
    assert 'action="/amt/fall/' not in page.split("action-bar")[1]
    assert "Nachricht schreiben" not in page


def test_the_right_office_reads_from_where_it_came(case: Case, worker: Desk, neighbour: Authority, at_desk: Callable[..., Desk]) -> None:
    there = at_desk(neighbour, "Nora Nebenan")
    step(worker, case, "senden", 302, ort="Weidenau", ziel=NEIGHBOUR, grund=REASON)
    printed()
    with acting(authority=neighbour.id):
        arrived = Case.objects.get()
    page = there.look(f"/amt/fall/{arrived.id}/")

    for said in ("Weitergeleitet von Stadt Erlenbruch", REASON, "Änne Müller", "An das zuständige Amt weitergeleitet"):
        assert said in page
    there.look(f"/amt/fall/{case.id}/", 404)


def test_without_a_connected_office_the_letter_lies_with_the_papers(case: Case, worker: Desk) -> None:
    page = step(worker, case, "vorschau", ort="Köln", ziel="05315000", grund=REASON)
    assert "versiegelten Brief" in page
    step(worker, case, "senden", 302, ort="Köln", ziel="05315000", grund=REASON)
    printed()
    page = worker.look(f"/amt/fall/{case.id}/")

    assert "Brief an das zuständige Amt" in page
    assert "Der Brief für die Post liegt bei den Schriftstücken" in page


def test_the_confirmation_asks_few_questions(case: Case, worker: Desk, neighbour: Authority) -> None:
    with asking() as asked:
        step(worker, case, "vorschau", ort="Weidenau", ziel=NEIGHBOUR, grund=REASON)

    assert asked.count <= 22
