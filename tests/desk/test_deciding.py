"""The whole way of a decision, by two people, as they see it."""

import io

import pikepdf
from django.http import HttpResponse

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.cases.models import Case, Decision
from tests.desk.conftest import Days, Desk, applied, confirm_figures, printed


def test_two_people_decide_and_the_notice_goes_out(case: Case, worker: Desk, approver: Desk, days: Days) -> None:
    here = f"/amt/fall/{case.id}/"
    assert "Übernehmen" in worker.look(here)
    worker.press(case, "uebernehmen/")
    worker.press(case, "pruefen/")
    confirm_figures(worker, case)
    assert "Entscheidung vorschlagen" in worker.look(here)
    worker.press(case, "entscheidung/vorschlag/", ergebnis="grant", begruendung="", schritt="senden")
    assert "eine zweite Person" in worker.look(here)
    assert "Seit dem Vorschlag hat sich keine Angabe geändert" in approver.look(f"{here}entscheidung/")
    approver.press(case, "entscheidung/freigeben/")
    assert "wird gerade gedruckt" in approver.look(here)
    printed()
    assert "Wie geht der Bescheid hinaus?" in worker.look(here)
    worker.press(case, "versand/", versand="post", am="2026-11-02")
    page = worker.look(here)
    assert "06.11.2026" in page.split("Gilt als bekannt gegeben am")[1][:80]
    assert "07.12.2026" in page.split("Widerspruch möglich bis")[1][:80]
    assert "Der Widerspruch ist einen Monat lang möglich (VwGO §§ 68 bis 70" in page
    assert "Fall abschließen" not in page
    days.pass_by(40)
    worker.press(case, "abschliessen/")
    assert "Abgeschlossen" in worker.look(here)


def test_who_proposed_cannot_approve(reviewed: Case, approver: Desk) -> None:
    approver.press(reviewed, "entscheidung/vorschlag/", ergebnis="grant", begruendung="", schritt="senden")
    page = approver.look(f"/amt/fall/{reviewed.id}/entscheidung/")
    assert "Freigeben kann sie nur eine zweite Person" in page
    assert "entscheidung/freigeben/" not in page
    approver.press(reviewed, "entscheidung/freigeben/", status=403)


def test_a_proposal_comes_back_with_its_reason(reviewed: Case, worker: Desk, approver: Desk) -> None:
    worker.press(reviewed, "entscheidung/vorschlag/", ergebnis="grant", begruendung="", schritt="senden")
    approver.press(reviewed, "entscheidung/zurueckgeben/", grund="Bitte die Wohnfläche prüfen.")
    page = worker.look(f"/amt/fall/{reviewed.id}/")
    assert "Bitte die Wohnfläche prüfen." in page
    assert "Entscheidung vorschlagen" in page


def test_a_refusal_needs_its_reasons(reviewed: Case, worker: Desk) -> None:
    page = worker.press(reviewed, "entscheidung/vorschlag/", status=422, ergebnis="refusal", begruendung="", schritt="senden")
    assert "Bitte begründen Sie die Entscheidung" in page
    assert 'href="#begruendung"' in page


def test_the_preview_shows_the_notice_and_keeps_nothing(reviewed: Case, worker: Desk) -> None:
    page = worker.press(reviewed, "entscheidung/vorschlag/", status=200, ergebnis="grant", begruendung="", schritt="vorschau")
    assert 'src="data:image/jpeg;base64,' in page
    with acting(authority=worker.staff.authority_id):
        assert not Decision.objects.filter(case=reviewed).exists()
        assert Case.objects.get(pk=reviewed.pk).state == "in_review"


def test_the_draft_is_a_tagged_pdf_for_who_cannot_see_pictures(reviewed: Case, worker: Desk, approver: Desk) -> None:
    typed = {"revision": 0, "ergebnis": "grant", "begruendung": "", "schritt": "pdf"}
    with acting(authority=worker.staff.authority_id):
        typed["revision"] = Case.objects.get(pk=reviewed.pk).revision
    here = f"/amt/fall/{reviewed.id}/entscheidung/"
    assert is_tagged(worker.client.post(f"{here}vorschlag/", typed))
    with acting(authority=worker.staff.authority_id):
        assert not Decision.objects.filter(case=reviewed).exists()
    approver.look(f"{here}entwurf.pdf", status=404)
    worker.press(reviewed, "entscheidung/vorschlag/", ergebnis="grant", begruendung="", schritt="senden")
    assert f"{here}entwurf.pdf" in approver.look(here)
    assert is_tagged(approver.client.get(f"{here}entwurf.pdf"))


def is_tagged(response: HttpResponse) -> bool:
    """Whether a PDF says to a screen reader what it is."""
    assert response.headers["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(response.content)) as paper:
        return bool(paper.Root.MarkInfo.Marked)


def test_why_there_is_no_notice_yet_is_said_by_name(authority: Authority, worker: Desk) -> None:
    case = applied(vermoegen="")
    worker.press(case, "uebernehmen/")
    worker.press(case, "pruefen/")
    page = worker.press(case, "entscheidung/vorschlag/", status=422, ergebnis="grant", begruendung="", schritt="senden")
    assert "Person 1: Vermögen" in page


def test_figures_to_confirm_are_said_by_name(authority: Authority, worker: Desk) -> None:
    case = applied(einkommensarten="zuwendung", zuwendungen="9000")
    worker.press(case, "uebernehmen/")
    worker.press(case, "pruefen/")
    page = worker.press(case, "entscheidung/vorschlag/", status=422, ergebnis="grant", begruendung="", schritt="senden")
    sentence = page.split("bestätigen Sie zuerst: ")[1].split("</p>")[0]
    assert "_" not in sentence
    assert sentence.strip()


def test_a_figure_nobody_checked_blocks_until_somebody_stands_for_it(authority: Authority, worker: Desk) -> None:
    case = applied(einkommensarten="zuwendung", zuwendungen="9000")
    worker.press(case, "uebernehmen/")
    worker.press(case, "pruefen/")
    page = worker.look(f"/amt/fall/{case.id}/entscheidung/vorschlag/")
    assert "Diese Zahl prüfen:" in page
    worker.press(case, "entscheidung/vorschlag/", status=422, ergebnis="grant", begruendung="", schritt="senden")
    confirm_figures(worker, case)
    assert "Geprüft von Ada Amt am 02.11.2026" in worker.look(f"/amt/fall/{case.id}/")
    assert "Diese Zahl prüfen:" not in worker.look(f"/amt/fall/{case.id}/entscheidung/vorschlag/")
