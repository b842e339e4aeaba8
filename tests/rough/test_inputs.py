"""The table of rough inputs on every form of a resident: understood and shown, or asked back; never lost, never a broken page."""

import pytest
from django.test import Client
from django.urls import reverse

from lebenslage.benefits.facts import FACTS
from lebenslage.cases.models import Request
from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from tests.rough import forms
from tests.rough.forms import Form
from tests.rough.pages import Page, faults, page_of
from tests.rough.reading import READERS, SHOWN, read
from tests.rough.rows import KINDS, Row, rows

SAY = sentences("de")
pytestmark = pytest.mark.usefixtures("november")
LABELS = {fact.id: SAY.label(fact) for fact in FACTS}
OPENED = (200, 302)


def label(field: str) -> str:
    """The name of the question that a field asks."""
    return LABELS.get(field.rpartition("-")[2], LABELS.get(field, ""))


def failed(form: Form, *, accepted: int | None = None) -> list[str]:
    """What is wrong with a form, for each input of each of its fields. `accepted`: try that many good inputs, and after the others."""
    wrong = []
    for field, kind in form.kinds.items():
        fitting = [row for row in rows(kind) if row.only in ("", form.name)]
        bad, good = [row for row in fitting if row.says], [row for row in fitting if not row.says]
        for row in [*bad, *good[:accepted]]:
            wrong += [f"{field} {row.typed[:60]!r}: {fault}" for fault in _faults(form.send(field, row.typed), form, field, row)]
    return wrong


def _faults(page: Page, form: Form, field: str, row: Row) -> list[str]:
    if row.says:
        return faults(page, field, row.sentence(label(field)), row.shown(form.kinds[field]))
    if form.name == "resume" and field != "code":
        return [] if f"{field}-error" not in page.by_id else ["a readable birth date is refused"]
    return [] if page.status in OPENED and f"{field}-error" not in page.by_id else [f"{page.status}: {page.text[:200]}"]


@pytest.mark.parametrize("open_form", [forms.stateless, forms.household_file, forms.check, forms.next_person, forms.resume, forms.formless])
def test_rough_input_on_the_forms_for_everybody(open_form: object, client: Client) -> None:
    form: Form = open_form(client)  # type: ignore[operator]

    assert failed(form, accepted=2 if form.name == "one more person" else None) == []


@pytest.mark.parametrize("page", list(forms.PARTICULARS))
def test_rough_input_in_the_application(page: str, applicant: Client) -> None:
    assert failed(forms.particulars(applicant, page)) == []


@pytest.mark.parametrize("page", ["anmelden", "registrieren"])
def test_rough_input_at_the_door_of_an_account(page: str, client: Client) -> None:
    address = reverse({"anmelden": "account_login", "registrieren": "account_signup"}[page])
    for row in rows("mail"):
        answer = client.post(address, {"email": row.typed, "login": row.typed, "password": "\0", "password1": row.typed, "password2": "x"})

        assert answer.status_code in (200, 422, 429), row.typed


def test_rough_words_to_the_office(asked: tuple[Client, Request]) -> None:
    client, request = asked

    assert failed(Form("message", client, f"/de/meine/{request.case_id}/nachricht/", {"text": "words"})) == []


def test_rough_words_in_an_answer(asked: tuple[Client, Request]) -> None:
    client, request = asked

    form = Form("answer", client, f"/de/meine/{request.case_id}/antwort/{request.pk}/", {"text": "words"})

    assert failed(form, accepted=1) == []


def test_fields_that_a_form_does_not_have_are_left_alone(asked: tuple[Client, Request]) -> None:
    client, request = asked

    page = Form("withdraw", client, f"/de/meine/{request.case_id}/zuruecknehmen/", {}).send("text", "\0" * 10_000)

    assert page.status == 302


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_table_is_said_in_every_language(language: str) -> None:
    problems = {type(problem): problem for kind in READERS for row in rows(kind) if (problem := read(kind, row.typed)[1])}

    told = {sentences(language).problem(problem) for problem in problems.values()}

    assert len(told) == len(problems) > 15
    assert language == "de" or not told & {SAY.problem(problem) for problem in problems.values()}


@pytest.mark.parametrize("kind", SHOWN)
def test_what_is_understood_is_what_the_table_says(kind: str) -> None:
    good = [row for row in rows(kind) if row.read is not None]

    assert [(row.typed, read(kind, row.typed)[0]) for row in good] == [(row.typed, row.read) for row in good]


def test_the_table_has_two_hundred_rows() -> None:
    assert sum(len(rows(kind)) for kind in KINDS) >= 200


def test_a_name_of_the_server_that_is_none_is_answered_with_a_plain_page(client: Client) -> None:
    page = page_of(client.get("/de/pruefen/", headers={"host": "a..b:\u0660"}))

    assert page.status == 400
    assert "Zur Startseite" in page.text


@pytest.mark.parametrize("address", ["/de/pruefen/frage/gemeinde/", "/de/wohngeld/", "/de/weiter/", "/de/formlos/"])
def test_bytes_that_are_no_letters_break_no_page(address: str, client: Client) -> None:
    fields = b"gemeinde=%FF%FE%00&name=%ED%A0%80&code=%80&geburtsdatum=%C3&zeilen-person=%FF&monat=%FF&schritt=dazu+%FF&ort=%FF&kontakt=%C3"

    page = page_of(client.post(address, fields, content_type="application/x-www-form-urlencoded"))

    assert page.status in (302, 422)
