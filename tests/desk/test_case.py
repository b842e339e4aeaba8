"""The case on one screen: what stands there, what is done with facts and proofs, and what the resident is asked."""

from collections.abc import Callable

import pytest
import typst

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.cases.models import Case, CaseFact, Evidence, Request
from lebenslage.journal.models import Entry
from tests.desk.conftest import NEIGHBOUR, Desk, applied, town

LETTER = typst.compile(b"Mietvertrag: 560 Euro")


@pytest.fixture
def proven(authority: Authority, worker: Desk) -> Case:
    """A case in review with one proof."""
    case = applied(LETTER)
    worker.press(case, "uebernehmen/")
    worker.press(case, "pruefen/")
    return case


def the_proof(case: Case) -> Evidence:
    with acting(authority=case.authority_id):
        return Evidence.objects.get(case=case)


def test_everything_stands_on_one_screen(case: Case, worker: Desk) -> None:
    page = worker.look(f"/amt/fall/{case.id}/")
    for expected in ("Änne Müller", "Am Anger 12a", "560", "§ 19", "im Monat", "Antrag, 02.11.2026", "Zugestellt", "Wohnung"):
        assert expected in page


def test_the_other_rights_of_the_household_stand_beside_the_law(case: Case, worker: Desk) -> None:
    page = worker.look(f"/amt/fall/{case.id}/")

    assert "Andere Rechte dieses Haushalts" in page
    assert "Wer Grundsicherung im Alter bekommt, bekommt im selben Monat kein Wohngeld. (WoGG § 7 Abs. 1 S. 1 Nr. 5" in page


def test_a_reading_leaves_a_line_in_the_journal(case: Case, worker: Desk) -> None:
    def readings() -> int:
        with acting(authority=case.authority_id):
            return Entry.objects.filter(action="open", read=True, subject_id=case.id, actor=worker.staff.user_id).count()

    before = readings()
    worker.look(f"/amt/fall/{case.id}/")
    assert readings() == before + 1


def test_a_fact_is_corrected_with_a_reason_and_its_history_stays(proven: Case, worker: Desk) -> None:
    place = "haushalt-1-miete"
    page = worker.press(proven, f"angabe/{place}/berichtigen/", status=422, **{f"wert-{place}": "580", "grund": ""})
    assert "Bitte schreiben Sie einen Grund" in page
    assert 'value="580"' in page
    worker.press(proven, f"angabe/{place}/berichtigen/", **{f"wert-{place}": "580", "grund": "Laut Mietvertrag."})
    fact = worker.look(f"/amt/fall/{proven.id}/").split(f'id="{place}"')[1].split('id="haushalt-1-mietbestandteile"')[0]
    assert "580,00" in fact
    assert "560" in fact.split("Verlauf (1)")[1]
    assert "Vom Amt (Ada Amt)" in fact
    assert "Laut Mietvertrag." in fact


def test_a_fact_is_accepted_with_one_button(proven: Case, worker: Desk) -> None:
    with acting(authority=proven.authority_id):
        fact = CaseFact.objects.get(case=proven, place="haushalt-1-miete", until=None)
    worker.press(proven, f"angabe/{fact.id}/urteil/", urteil="annehmen")
    with acting(authority=proven.authority_id):
        assert CaseFact.objects.get(pk=fact.pk).state == "accepted"


def test_a_line_opens_where_it_is_to_be_changed_and_no_other(proven: Case, worker: Desk) -> None:
    here = f"/amt/fall/{proven.id}/"
    assert "/berichtigen/" not in worker.look(here)
    page = worker.look(f"{here}?aendern=angaben-1-ort")
    assert page.count("/berichtigen/") == 1
    assert 'name="wert-angaben-1-ort"' in page.split("<details open>")[1].split("</details>")[0]
    worker.look(f"{here}?aendern=nirgends")


def test_ordinary_answers_are_folded_and_counted_and_those_that_tell_are_not(authority: Authority, worker: Desk) -> None:
    case = applied(pflege_zuhause="nein", kindergeld="nein")
    people = worker.look(f"/amt/fall/{case.id}/").split('id="teil-personen"')[1].split("</section>")[0]
    lines, fold = people.split("<details>")
    assert "2 weitere Angaben, alle „nein“ oder „nichts davon“: " in fold
    assert all(f'id="person-1-{id}"' in fold for id in ("pflege_zuhause", "merkmale"))
    assert all(f'id="person-1-{id}"' in lines for id in ("kindergeld", "lebensmittelpunkt"))


def test_what_is_folded_is_accepted_at_once(authority: Authority, worker: Desk) -> None:
    case = applied(pflege_zuhause="nein")
    worker.press(case, "uebernehmen/")
    worker.press(case, "pruefen/")
    fold = worker.look(f"/amt/fall/{case.id}/").split('id="teil-personen"')[1].split("<details>")[1].split("</section>")[0]
    ids = [one.split('"')[0] for one in fold.split('name="angabe" value="')[1:]]
    worker.press(case, "angaben/annehmen/", angabe=ids, teil="personen")
    with acting(authority=case.authority_id):
        accepted = CaseFact.objects.filter(case=case, state="accepted", by=worker.staff).values_list("place", flat=True)
        assert set(accepted) == {"person-1-pflege_zuhause", "person-1-merkmale"}


def test_what_is_rejected_stands_open_in_its_fold(proven: Case, worker: Desk) -> None:
    with acting(authority=proven.authority_id):
        fact = CaseFact.objects.get(case=proven, place="angaben-1-ort", until=None)
    worker.press(proven, f"angabe/{fact.id}/urteil/", urteil="ablehnen", grund="Den Ort gibt es nicht.")
    page = worker.look(f"/amt/fall/{proven.id}/")
    assert "Den Ort gibt es nicht." in page.split("<details open>")[1].split("</details>")[0]


def test_a_section_is_accepted_at_once(proven: Case, worker: Desk) -> None:
    with acting(authority=proven.authority_id):
        ids = list(CaseFact.objects.filter(case=proven, place__startswith="haushalt-", until=None).values_list("pk", flat=True))
    worker.press(proven, "angaben/annehmen/", angabe=ids, teil="wohnung")
    with acting(authority=proven.authority_id):
        assert not CaseFact.objects.filter(pk__in=ids).exclude(state="accepted").exists()
        assert Entry.objects.filter(action__startswith="judge_fact", subject_id=proven.id).count() == 1


def test_a_proof_that_is_lacking_is_named_where_it_belongs(case: Case, worker: Desk) -> None:
    page = worker.look(f"/amt/fall/{case.id}/")
    home = page.split('id="teil-wohnung"')[1].split('id="teil-personen"')[0]
    assert home.count("Noch kein Nachweis: Mietvertrag") == 1
    assert "für Recht an der Wohnung, Miete" in home
    assert "Noch kein Nachweis: Aufenthaltstitel" not in page
    assert "Mietvertrag" in page.split("Diese Nachweise fehlen noch")[1]


def test_a_rejected_proof_says_why_in_words_for_the_resident(proven: Case, worker: Desk) -> None:
    proof = the_proof(proven)
    address = f"nachweis/{proof.id}/urteil/"
    worker.press(proven, address, status=422, urteil="ablehnen", grund="")
    worker.press(proven, address, urteil="ablehnen", vorschlag="Es fehlen Seiten.", grund="Uns fehlt Seite 2.")
    assert "Es fehlen Seiten. Uns fehlt Seite 2." in worker.look(f"/amt/fall/{proven.id}/")


def test_a_proof_stands_beside_what_it_proves(proven: Case, worker: Desk) -> None:
    page = worker.look(f"/amt/fall/{proven.id}/nachweis/{the_proof(proven).id}/")
    assert 'src="data:image/jpeg;base64,' in page
    assert 'id="haushalt-1-miete"' in page


def test_a_file_of_a_stranger_stays_inert(proven: Case, worker: Desk) -> None:
    response = worker.client.get(f"/amt/fall/{proven.id}/nachweis/{the_proof(proven).id}/datei/")
    assert response.content.startswith(b"%PDF-")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"] == "inline"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Frame-Options"] == "DENY"
    policy = response.headers["Content-Security-Policy"]
    assert "sandbox" in policy.split("; ")
    assert "default-src 'none'" in policy


def test_reading_a_proof_leaves_a_line_in_the_journal(proven: Case, worker: Desk) -> None:
    worker.client.get(f"/amt/fall/{proven.id}/nachweis/{the_proof(proven).id}/datei/")
    with acting(authority=proven.authority_id):
        assert Entry.objects.filter(action="read_proof", read=True, actor=worker.staff.user_id).count() == 1


def test_a_question_suggests_its_text_is_previewed_and_sent(proven: Case, worker: Desk) -> None:
    here = f"/amt/fall/{proven.id}/nachfragen/"
    page = worker.look(f"{here}?was=angabe&angabe=person-1-rente")
    assert "Für Ihren Antrag brauchen wir noch eine Angabe" in page
    assert 'value="2026-11-23"' in page
    typed = {
        "was": "nachweis",
        "art": "rentenbescheid",
        "text": "Bitte schicken Sie den Bescheid.",
        "faellig": "2026-11-23",
        "hinweis": "ja",
    }
    page = worker.press(proven, "nachfragen/", status=200, schritt="vorschau", **typed)
    assert "Bitte antworten Sie bis zum 23.11.2026. Wir brauchen Ihre Antwort" in page
    worker.press(proven, "nachfragen/", schritt="senden", **typed)
    assert "Die Frist ruht seit 02.11.2026" in worker.look(f"/amt/fall/{proven.id}/")
    with acting(authority=proven.authority_id):
        assert Request.objects.get(case=proven).evidence_kind == "rentenbescheid"


def test_a_question_without_time_to_answer_is_not_sent(proven: Case, worker: Desk) -> None:
    page = worker.press(proven, "nachfragen/", status=422, schritt="senden", was="frei", text="Wie geht es?", faellig="2026-11-02")
    assert "Bitte lassen Sie Zeit für die Antwort" in page
    assert "Wie geht es?" in page


def test_a_question_is_taken_back_and_the_clock_goes_on(proven: Case, worker: Desk) -> None:
    here = f"/amt/fall/{proven.id}/"
    worker.press(proven, "nachfragen/", schritt="senden", was="frei", text="Wie geht es?", faellig="2026-11-23")
    with acting(authority=proven.authority_id):
        request = Request.objects.get(case=proven)
    address = f"nachfragen/{request.id}/zuruecknehmen/"
    assert f'action="{here}{address}"' in worker.look(here)
    worker.press(proven, address)
    page = worker.look(here)
    assert "Zurückgenommen am 02.11.2026" in page
    assert address not in page
    assert "Die Frist ruht" not in page
    worker.press(proven, address, status=422)


def test_a_case_is_handed_to_a_named_colleague(proven: Case, worker: Desk, approver: Desk) -> None:
    assert "Bela Büro" in worker.look(f"/amt/fall/{proven.id}/").split('id="an"')[1].split("</select>")[0]
    worker.press(proven, "weitergeben/", status=422, an="")
    worker.press(proven, "weitergeben/", an=str(approver.staff.id))
    assert proven.number in approver.look("/amt/")


def test_a_case_is_handed_to_nobody_elsewhere(proven: Case, worker: Desk, at_desk: Callable[..., Desk]) -> None:
    stranger = at_desk(town(NEIGHBOUR, "Nachbarstadt"), "Nora Nachbar")
    worker.press(proven, "weitergeben/", status=404, an=str(stranger.staff.id))


def test_a_message_is_written_and_read(proven: Case, worker: Desk) -> None:
    worker.press(proven, "nachricht/", text="Guten Tag, wir prüfen Ihren Antrag.")
    assert "Guten Tag, wir prüfen Ihren Antrag." in worker.look(f"/amt/fall/{proven.id}/")


def test_what_the_role_or_the_state_forbids_is_not_offered(case: Case, worker: Desk) -> None:
    bar = worker.look(f"/amt/fall/{case.id}/").split('class="action-bar"')[1]
    assert "Übernehmen" in bar
    for forbidden in ("Entscheidung vorschlagen", "Freigabe prüfen", "Fall abschließen", "Versand eintragen"):
        assert forbidden not in bar


def test_a_proof_is_found_readable_before_it_is_judged(proven: Case, worker: Desk) -> None:
    proof = the_proof(proven)
    address = f"/amt/fall/{proven.id}/nachweis/{proof.id}/"
    assert "Lesbar, Prüfung folgt" in worker.look(address)
    worker.press(proven, f"nachweis/{proof.id}/urteil/", urteil="lesbar")

    assert the_proof(proven).state == "readable"
    page = worker.look(address)
    assert "Lesbar, Prüfung folgt" not in page
    assert "Ablehnen mit Grund" in page
