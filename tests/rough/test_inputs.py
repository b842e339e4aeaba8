"""The table of rough inputs on every form of a resident: understood and shown, or asked back; never lost, never a broken page."""

from collections.abc import Iterator, Mapping, Sequence

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lebenslage.benefits.facts import FACTS
from lebenslage.cases.models import Request
from lebenslage.kernel.typed import as_words
from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from tests.rough import forms
from tests.rough.forms import Form
from tests.rough.pages import Page, faults, page_of
from tests.rough.reading import READERS, SHOWN, read
from tests.rough.rows import KINDS, Row, rows

SAY = sentences("de")
pytestmark = pytest.mark.usefixtures("november")
LABELS = {fact.id: SAY.label(fact) for fact in FACTS} | {
    field: SAY("particulars", field.rpartition("-")[2], "label") for page in forms.PARTICULARS.values() for field in page
}
OPENED = (200, 302)


def label(field: str) -> str:
    """The name of the question that a field asks."""
    return LABELS.get(field, LABELS.get(field.rpartition("-")[2], ""))


def failed(form: Form, *, accepted: int | None = None) -> list[str]:
    """What is wrong with a form, for each input of each of its fields. `accepted`: try that many good inputs, and after the others."""
    wrong = []
    for filled in _filled(form, accepted):
        page = form.send({field: row.typed for field, row in filled.items()})
        well = not any(row.says for row in filled.values())
        for field, row in filled.items():
            wrong += [f"{field} {row.typed[:60]!r}: {fault}" for fault in _faults(page, form, field, row, well=well)]
    return wrong


def _filled(form: Form, accepted: int | None) -> Iterator[Mapping[str, Row]]:
    """The form filled in, again and again: one field at a time, or all that are read together."""
    columns = {field: _fitting(form, field, accepted) for field in form.kinds}
    together = {field: columns.pop(field) for field in form.together}
    for number in range(max(map(len, together.values()), default=0)):
        yield {field: column[number] for field, column in together.items() if number < len(column)}
    for field, column in columns.items():
        yield from ({field: row} for row in column)


def _fitting(form: Form, field: str, accepted: int | None) -> Sequence[Row]:
    fitting = [row for row in rows(form.kinds[field]) if row.only in ("", form.name)]
    if field in forms.OPTIONAL:
        fitting = [row for row in fitting if as_words(row.typed)]
    bad, good = [row for row in fitting if row.says], [row for row in fitting if not row.says]
    return [*bad, *good[:accepted]]


def _faults(page: Page, form: Form, field: str, row: Row, *, well: bool) -> list[str]:
    if row.says:
        return faults(page, field, row.sentence(label(field)), row.shown(form.kinds[field]))
    if f"{field}-error" in page.by_id:
        return [f"refused: {page.text[:200]}"]
    expected = OPENED if well and form.name != "resume" else (*OPENED, 422)
    return [] if page.status in expected else [f"{page.status}: {page.text[:200]}"]


@pytest.mark.parametrize("open_form", [forms.stateless, forms.household_file, forms.check, forms.next_person, forms.resume, forms.formless])
def test_rough_input_on_the_forms_for_everybody(open_form: object, client: Client) -> None:
    form: Form = open_form(client)  # type: ignore[operator]

    assert failed(form, accepted=2 if form.name == "one more person" else None) == []


@pytest.mark.parametrize("page", list(forms.PARTICULARS))
def test_rough_input_in_the_application(page: str, applicant: Client) -> None:
    assert failed(forms.particulars(applicant, page)) == []


@pytest.mark.parametrize(("page", "name"), [("account_login", "login"), ("account_signup", "email")])
def test_rough_input_at_the_door_of_an_account(page: str, name: str, client: Client) -> None:
    field = f"id_{name}"
    for row in (row for row in rows("mail") if row.says):
        told = page_of(client.post(reverse(page), {name: row.typed, "password": "x", "password1": "x"}))
        at = told.by_id[field]

        assert told.status == 200, row.typed
        assert f"#{field}" in told.summary, row.typed
        assert told.by_id["fehler"]["role"] == "alert"
        assert at["aria-invalid"] == "true"
        assert f"{field}-error" in at["aria-describedby"].split()
        assert at.get("value", "") == row.shown("mail"), row.typed


@pytest.mark.parametrize("page", ["account_login", "account_signup"])
def test_a_mail_address_that_may_be_one_is_not_refused_for_its_looks(page: str, client: Client) -> None:
    for row in (row for row in rows("mail") if not row.says):
        answer = page_of(client.post(reverse(page), {"email": row.typed, "login": row.typed, "password": "\0", "password1": "x"}))

        assert not {"#id_email", "#id_login"} & set(answer.summary), row.typed


def test_rough_words_to_the_office(asked: tuple[Client, Request]) -> None:
    client, request = asked

    assert failed(Form("message", client, f"/de/meine/{request.case_id}/nachricht/", {"text": "words"})) == []


def test_rough_words_in_an_answer(asked: tuple[Client, Request]) -> None:
    client, request = asked

    form = Form("answer", client, f"/de/meine/{request.case_id}/antwort/{request.pk}/", {"text": "words"})

    assert failed(form, accepted=1) == []


@pytest.mark.parametrize(
    "content", [b"\0" * 100, bytes(range(256)) * 40, b"%PDF-1.7", b"a: [", b"x" * 10_000_000, "{personen: {Zoë: {}}".encode("utf-16")]
)
def test_a_file_that_is_no_household_is_told_so(content: bytes, client: Client) -> None:
    upload = SimpleUploadedFile("haushalt.yaml", content)

    page = page_of(client.post("/de/wohngeld/datei/", {"datei": upload, "monat": "2026-11"}))

    assert page.status == 422
    assert page.summary == ["#datei"]
    assert "datei-error" in page.by_id


def test_fields_that_a_form_does_not_have_are_left_alone(asked: tuple[Client, Request]) -> None:
    client, request = asked

    page = Form("withdraw", client, f"/de/meine/{request.case_id}/zuruecknehmen/", {}).send({"text": "\0" * 10_000})

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


def test_rough_input_as_the_address_for_mails(applicant: Client) -> None:
    assert failed(forms.mail(applicant)) == []
