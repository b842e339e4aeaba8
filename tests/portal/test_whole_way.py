"""The whole way: from the first question to the sent page, and on to the notice that was read."""

import re
from copy import deepcopy
from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.cases import actions
from lebenslage.cases.models import Case, Notice
from lebenslage.files.models import DataKey
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import today
from lebenslage.residents.access import COOKIE
from lebenslage.residents.models import KnownFact, Vault
from lebenslage.services.actions import publish
from tests.cases.stories import Days, Town, confirmed, open_town, work
from tests.kept import Kept
from tests.portal.walks import PENSIONER, Walker

HERE = {**PENSIONER, "gemeinde": "Erlenbruch", "haushalt-1-miete": "560"}
NAME = {"angaben-1-vorname": "Änne", "angaben-1-nachname": "Müller"}
ADDRESS = {"angaben-1-strasse": "Am Anger", "angaben-1-hausnummer": "12a", "angaben-1-plz": "50000", "angaben-1-ort": "Erlenbruch"}


@pytest.fixture
def town(db: None) -> Town:
    """A connected town."""
    with Days():
        publish("wohngeld", by=SYSTEM)
        return open_town("05999004", "Erlenbruch")


_walked = Kept(DataKey, Vault, KnownFact)


@pytest.fixture
def walker(client: Client, town: Town) -> Walker:
    """Somebody who answered every question."""
    walker = Walker(client)
    if _walked.fits():
        client.cookies, walker.asked, walker.at = deepcopy(_walked.told)
        with acting(vault=vault_of(client)):
            _walked.put_back()
    else:
        walker.answer(HERE)
        with acting(vault=vault_of(client)):
            _walked.keep((deepcopy(client.cookies), list(walker.asked), walker.at))
    return walker


def vault_of(client: Client) -> UUID:
    """The vault that her browser remembers."""
    return UUID(client.cookies[COOKIE].value.partition(":")[0])


def applied(walker: Walker) -> Case:
    """Begin the application, say who one is, and send it."""
    walker.go("antrag/", {})
    walker.go("antrag/angaben/name/", NAME)
    walker.go("antrag/angaben/anschrift/", ADDRESS)
    seen = walker.go("antrag/pruefen/")
    walker.go("antrag/absenden/", {"antrag": seen.held["antrag"][0]})
    return case_at(walker.at)


def case_at(address: str) -> Case:
    """The case of an address such as the sent page, as the office of the one connected town has it."""
    with acting(authority=Authority.objects.get(connected_since__isnull=False).pk):
        return Case._base_manager.get(pk=address.rstrip("/").split("/")[-1])


PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)
PROOF = "antrag/nachweise/mietvertrag/haushalt/"


def picture(name: str = "vertrag.png", content: bytes = PNG) -> dict[str, object]:
    """A form with a file."""
    return {"datei": SimpleUploadedFile(name, content)}


def office(town: Town, case: Case) -> Case:
    """The case as a caseworker has it under review."""
    case = actions.take(case, by=town.worker, revision=Case.objects.get(pk=case.pk).revision)
    return actions.review(case, by=town.worker, revision=case.revision)


def decided(town: Town, case: Case) -> None:
    """The office grants, prints and posts."""
    with acting(authority=town.authority.id):
        case = confirmed(Case.objects.get(pk=case.pk), town.worker)
        decision = actions.propose(case, by=town.worker, outcome="grant", reasons="", revision=case.revision)
        actions.approve(decision, by=town.approver, revision=Case.objects.get(pk=case.pk).revision)
    work()
    with acting(authority=town.authority.id):
        actions.record_dispatch(Notice.objects.get(case=case), by=town.worker, dispatch="post", posted=today())


def test_from_the_first_question_to_the_sent_page(walker: Walker) -> None:
    case = applied(walker)
    work()

    seen = walker.go(walker.at)

    assert "Ihr Antrag ist angekommen 1. November 2026," in seen.text
    assert case.number in seen.text
    receipt = walker.client.get(next(link for link in seen.links if "/papier/" in link))
    assert receipt.headers["Content-Type"] == "application/pdf"
    assert receipt.content.startswith(b"%PDF")


def test_from_the_sent_page_to_the_notice_that_was_read(walker: Walker, town: Town) -> None:
    case = applied(walker)
    with acting(authority=town.authority.id):
        case = office(town, case)
        actions.ask(case, by=town.worker, text="Bitte den Mietvertrag.", due=today() + timedelta(14), revision=case.revision)
    seen = walker.go(f"meine/{case.pk}/")
    assert "Wir haben eine Frage an Sie." in seen.text

    answered = walker.go(next(link for link in seen.links if "/antwort/" in link), {"text": "Hier ist er.", **picture()})
    assert "Hier ist er." in answered.text
    decided(town, case)
    assert "Ihr Antrag ist bewilligt." in walker.go(f"meine/{case.pk}/").text

    notice = walker.go(f"meine/{case.pk}/bescheid/")

    assert "Ihr Wohngeld ist bewilligt 181,00 € im Monat" in notice.text
    assert "Sie können sich bis zum" in notice.text
    with acting(authority=town.authority.id):
        assert Notice.objects.get(case=case).read is not None


def test_the_task_list_says_what_is_done_and_lets_nothing_block(walker: Walker) -> None:
    seen = walker.go("antrag/", {})

    assert walker.at == "/de/antrag/"
    assert "Ihr Name Offen" in seen.text
    assert "Ihre Wohnung Erledigt" in seen.text
    assert "Kann folgen" in seen.text


def test_without_a_name_nothing_is_sent(walker: Walker) -> None:
    walker.go("antrag/", {})

    seen = walker.go("antrag/pruefen/")

    assert "antrag" not in seen.held
    assert "Zum Absenden brauchen wir Ihren Namen" in seen.text


def test_a_second_click_on_send_leads_to_the_same_page(walker: Walker) -> None:
    case = applied(walker)

    walker.go("antrag/absenden/", {"antrag": str(case.draft_id)})

    assert walker.at == f"/de/antrag/gesendet/{case.pk}/"
    with acting(authority=case.authority_id):
        assert Case._base_manager.count() == 1


@pytest.mark.parametrize("address", ["antrag/", "antrag/pruefen/", "antrag/angaben/name/", "antrag/nachweise/"])
def test_back_after_sending_leads_to_the_sent_page(walker: Walker, address: str) -> None:
    case = applied(walker)

    walker.go(address)

    assert walker.at == f"/de/antrag/gesendet/{case.pk}/"


def test_a_wrong_postcode_is_said_at_its_field_and_kept(walker: Walker) -> None:
    walker.go("antrag/", {})

    seen = walker.go("antrag/angaben/anschrift/", {**ADDRESS, "angaben-1-plz": "5000"})

    assert seen.status == 422
    assert seen.held["angaben-1-plz"] == ["5000"]
    assert "#angaben-1-plz" in seen.links


def test_a_proof_is_brought_taken_back_and_kept_after_all(walker: Walker) -> None:
    walker.go("antrag/", {})
    seen = walker.go(PROOF, picture())
    assert "vertrag.pdf" in seen.text
    remove = re.search(r'action="(\S+/entfernen/)"', seen.markup)
    assert remove is not None

    gone = walker.go(remove[1], {})
    assert "vertrag.pdf" not in gone.text

    assert "vertrag.pdf" in walker.go(remove[1].replace("entfernen", "zurueckholen"), {}).text


@pytest.mark.parametrize(("content", "said"), [(b"MZ\x90\x00", "PDF, JPEG"), (b"%PDF-1.7 broken", ""), (b"", "")])
def test_a_file_that_is_no_proof_is_refused_with_a_sentence(walker: Walker, content: bytes, said: str) -> None:
    walker.go("antrag/", {})

    seen = walker.go(PROOF, picture("datei.pdf", content))

    assert seen.status == 422
    assert said in seen.text
    assert "#datei" in seen.links


def test_a_file_elsewhere_is_not_taken(walker: Walker) -> None:
    walker.go("antrag/", {})

    assert walker.go("antrag/angaben/name/", {**NAME, **picture()}).status == 200


def test_a_code_is_shown_once_and_opens_everything_with_the_birth_date(walker: Walker) -> None:
    case = applied(walker)
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", walker.go("antrag/speichern/", {}).text)
    assert code is not None
    other = Walker(Client())
    assert other.go("weiter/", {"code": code[0], "geburtsdatum": "1.1.1950"}).status == 422

    seen = other.go("weiter/", {"code": code[0].lower(), "geburtsdatum": "14.3.1950"})

    assert case.number in seen.text


def test_stopping_leaves_nothing_open_in_the_browser(walker: Walker) -> None:
    applied(walker)
    walker.go("antrag/beenden/", {})

    walker.go("meine/")

    assert walker.at.startswith("/de/weiter/")


def test_the_case_of_somebody_else_does_not_exist(walker: Walker, client: Client) -> None:
    case = applied(walker)
    stranger = Walker(Client())
    stranger.answer(PENSIONER, until="haushalt-1-miete")

    for page in ("", "bescheid/", "nachricht/", "zuruecknehmen/", "nachweise/"):
        assert stranger.go(f"meine/{case.pk}/{page}").status == 404
    assert stranger.go(f"antrag/gesendet/{case.pk}/").status == 404


def test_withdrawing_names_the_consequence_first(walker: Walker) -> None:
    case = applied(walker)
    assert "nicht rückgängig" in walker.go(f"meine/{case.pk}/zuruecknehmen/").text

    assert "Sie haben Ihren Antrag zurückgenommen." in walker.go(f"meine/{case.pk}/zuruecknehmen/", {}).text


def test_proofs_can_follow_and_messages_go_to_the_office(walker: Walker) -> None:
    case = applied(walker)

    assert "vertrag.pdf" in walker.go(f"meine/{case.pk}/nachweise/", {"nachweis": "mietvertrag/", **picture()}).text
    assert "Bitte eilig." in walker.go(f"meine/{case.pk}/nachricht/", {"text": "Bitte eilig."}).text


@pytest.mark.parametrize("language", ["de", "de-einfach", "en", "nl"])
def test_every_page_speaks_every_language_and_carries_the_safe_headers(walker: Walker, town: Town, language: str) -> None:
    case = applied(walker)
    with acting(authority=town.authority.id):
        office(town, case)
    decided(town, case)
    pages = ["", "pruefen/ergebnis/", "weiter/", "meine/", "antrag/speichern/", f"antrag/gesendet/{case.pk}/", "formlos/"]
    pages += [f"meine/{case.pk}/{page}" for page in ("", "bescheid/", "nachricht/", "nachweise/")]

    for page in pages:
        response = walker.client.get(f"/{language}/{page}")
        markup = response.content.decode()
        assert response.status_code == 200, page
        assert markup.count("<h1") == 1, page
        assert markup.count("<script") == markup.count('<script src="/static/pages/aloud.js" defer></script>') == 1
        assert response.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_an_account_opens_the_vault_from_then_on(walker: Walker) -> None:
    case = applied(walker)
    address = next(link for link in walker.go("antrag/speichern/").links if link.startswith("/anmelden/konto-anlegen/"))

    sent = {"email": "aenne@example.org", "password1": "Zwetschge-und-Quark-7", "next": "/de/antrag/konto/"}
    walker.client.post(address, sent, follow=True)

    elsewhere = Client()
    elsewhere.post("/anmelden/", {"login": "aenne@example.org", "password": "Zwetschge-und-Quark-7"})
    assert case.number in Walker(elsewhere).go("meine/").text
