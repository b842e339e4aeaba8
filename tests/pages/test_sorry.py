"""Where something fails: a plain page in the reader's language, a way on, and the same page in other languages."""

import pytest
from django.conf import LazySettings
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.test import Client, RequestFactory

from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from lebenslage.pages.views import not_allowed, not_understood, something_broke

FAILURES = [
    (not_understood, SuspiciousOperation(), 400, "not_understood"),
    (not_understood, RequestDataTooBig(), 413, "too_much"),
    (not_allowed, PermissionDenied(), 403, "not_allowed"),
]


@pytest.mark.parametrize(("view", "exception", "status", "what"), FAILURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_is_said_in_the_language_of_the_page(language: str, view: object, exception: Exception, status: int, what: str) -> None:
    response = view(RequestFactory().get(f"/{language}/meine/"), exception)  # type: ignore[operator]
    markup = response.content.decode()

    assert response.status_code == status
    assert f'<h1 class="kern-heading-large">{sentences(language)("pages", what, "title")}</h1>' in markup
    assert f'href="/{language}/"' in markup


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_broken_server_asks_nothing(language: str) -> None:
    response = something_broke(RequestFactory().get(f"/{language}/meine/"))

    assert response.status_code == 500
    assert sentences(language)("pages", "broken", "title") in response.content.decode()


def test_a_failed_page_is_the_same_page_in_other_languages(client: Client) -> None:
    markup = client.get("/de/nirgends/ä b/").content.decode()

    assert 'href="/nl/nirgends/%C3%A4%20b/"' in markup


@pytest.mark.django_db
def test_a_form_beyond_all_measure_is_refused_plainly(client: Client, settings: LazySettings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    response = client.post("/en/weiter/", {"code": "x" * 500})

    assert response.status_code == 413
    assert "That was too much at once" in response.content.decode()


@pytest.mark.parametrize(("header", "title"), [("nl", "Deze pagina bestaat niet"), ("", "Diese Seite gibt es nicht")])
def test_an_address_without_a_language_is_answered_in_that_of_the_browser(client: Client, header: str, title: str) -> None:
    assert title in client.get("/nirgends", headers={"Accept-Language": header}).content.decode()


@pytest.mark.django_db
def test_the_language_changes_and_the_way_back_stays(client: Client) -> None:
    markup = client.get("/de/pruefen/frage/gemeinde/?von=ergebnis&gemeinde=Geheim").content.decode()

    assert 'href="/nl/pruefen/frage/gemeinde/?von=ergebnis"' in markup
    assert "Geheim" not in markup


@pytest.mark.django_db
def test_what_was_typed_and_not_understood_goes_along_to_another_language(client: Client) -> None:
    refused = client.post("/de/pruefen/frage/gemeinde/?von=ergebnis", {"gemeinde": "Atlantis"})
    again = client.post("/nl/pruefen/frage/gemeinde/?von=ergebnis", {"gemeinde": "Atlantis"})

    assert 'form="frage" formaction="/nl/pruefen/frage/gemeinde/?von=ergebnis"' in refused.content.decode()
    assert (refused.status_code, again.status_code) == (422, 422)
    assert 'value="Atlantis"' in again.content.decode()
