"""The whole way through all three doors, without a browser: a resident, two people in the office, a planner - and one number."""

from collections.abc import Callable
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.authorities.actions import StreetRange, set_streets
from lebenslage.authorities.models import Authority, Role
from lebenslage.bridge.actions import push
from lebenslage.cases.models import Case, Notice
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.quarters.models import Area
from tests.cases.stories import PICTURE
from tests.desk.conftest import Days, Desk, applied, confirm_figures, printed
from tests.portal.walks import PENSIONER, Walker

HERE = {**PENSIONER, "gemeinde": "Erlenbruch", "haushalt-1-miete": "560"}
NAME = {"angaben-1-vorname": "Änne", "angaben-1-nachname": "Müller"}
ADDRESS = {"angaben-1-strasse": "Am Anger", "angaben-1-hausnummer": "12a", "angaben-1-plz": "50000", "angaben-1-ort": "Erlenbruch"}
NOVEMBER = date(2026, 11, 1)


def proof() -> SimpleUploadedFile:
    """A picture of a rent contract."""
    return SimpleUploadedFile("vertrag.png", PICTURE, content_type="image/png")


def sent(resident: Walker, town: Authority) -> Case:
    """From the first question to the sent page; the case as it reaches the town."""
    resident.answer(HERE)
    resident.go("antrag/", {})
    resident.go("antrag/angaben/name/", NAME)
    resident.go("antrag/angaben/anschrift/", ADDRESS)
    resident.go("antrag/nachweise/mietvertrag/haushalt/", {"datei": proof()})
    resident.go("antrag/absenden/", {"antrag": resident.go("antrag/pruefen/").held["antrag"][0]})
    with acting(authority=town.id):
        return Case._base_manager.get()


def test_from_the_first_question_to_the_read_notice(authority: Authority, worker: Desk, approver: Desk) -> None:
    resident = Walker(Client())
    case = sent(resident, authority)

    worker.press(case, "uebernehmen/")
    worker.press(case, "pruefen/")
    worker.press(case, "nachfragen/", was="frei", text="Bitte die letzte Seite.", faellig="2026-11-23", schritt="senden")
    asked = resident.go(f"meine/{case.pk}/")
    resident.go(next(link for link in asked.links if "/antwort/" in link), {"text": "Hier ist sie.", "datei": proof()})
    assert "Hier ist sie." in worker.look(f"/amt/fall/{case.id}/")
    confirm_figures(worker, case)
    worker.press(case, "entscheidung/vorschlag/", ergebnis="grant", begruendung="", schritt="senden")
    approver.press(case, "entscheidung/freigeben/")
    printed()
    worker.press(case, "versand/", versand="post", am="2026-11-02")
    notice = resident.go(f"meine/{case.pk}/bescheid/")

    assert "181,00 € im Monat" in notice.text
    assert "bis zum 7. Dezember 2026" in notice.text
    with acting(authority=authority.id):
        assert Notice._base_manager.get().read is not None


def test_the_number_reaches_the_planner_once(authority: Authority, at_desk: Callable[..., Desk], days: Days) -> None:
    set_streets(authority, [StreetRange("Am Anger", "anger")], by=SYSTEM)
    Area.objects.create(authority=authority, key="anger", name="Am Anger", residents=4000)
    for number in range(7):
        applied(nachname=f"Nummer{number}")
    days.pass_by(30)
    push(authority, NOVEMBER, by=SYSTEM, at=now())
    planner = at_desk(authority, "Pia Plan", Role.PLANNER)
    before = seen(planner)

    days.pass_by(-20)
    applied(nachname="Nachzüglerin")
    days.pass_by(21)
    push(authority, NOVEMBER, by=SYSTEM, at=now())

    assert "gab es 7 Anträge" in before
    assert seen(planner) == before


def seen(planner: Desk) -> str:
    """The planner's page without its frame."""
    return planner.look("/planung/antraege/?monat=2026-11").partition("<main")[2]
