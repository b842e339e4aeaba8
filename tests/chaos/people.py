"""Residents who apply and an office that decides, through the pages alone, while servers die around them."""

import itertools
import re
import threading
from dataclasses import dataclass, field
from uuid import UUID

from tests.chaos.visitor import Answer, Visitor

QUESTION = re.compile(r"/de/pruefen/frage/([\w-]+)/")
SENT = re.compile(r"/de/antrag/gesendet/([\w-]+)/")
CASE = re.compile(r"/amt/fall/([\w-]{36})/")
REVISION = re.compile(r'name="revision" value="(\d+)"')
FIGURE = re.compile(r'name="zahl" value="([^"]+)"')
MOST_STEPS, MOST_FIGURES = 60, 12

SAID = {
    "gemeinde": "Erlenbruch",
    "haushalt-1-wohnform": "miete",
    "haushalt-1-miete": "560",
    "haushalt-1-mietbestandteile": "keine",
    "person-1-geburtsdatum": "14.3.1950",
    "personen": "nein",
    "person-1-leistung": "keine",
    "person-1-einkommensarten": "rente",
    "person-1-rente": "1.300,00",
    "person-1-abzuege": "krankenversicherung",
    "zahlungen": "nein",
    "person-1-lebensmittelpunkt": "ja",
    "person-1-aufenthalt": "deutsch",
    "person-1-merkmale": "keine",
    "person-1-vermoegen": "3000",
    "haushalt-1-todesfall": "nein",
    "haushalt-1-wohnbesonderheiten": "keine",
}
WHO = {"angaben-1-vorname": "Änne", "angaben-1-nachname": "Müller"}
WHERE = {"angaben-1-strasse": "Am Anger", "angaben-1-hausnummer": "12a", "angaben-1-plz": "50000", "angaben-1-ort": "Erlenbruch"}


class Person(threading.Thread):
    """Goes on doing the same until told to stop; what goes wrong is kept for the test to say."""

    def __init__(self, port: int, stop: threading.Event) -> None:
        """Sit down at a browser of a server."""
        super().__init__(daemon=True)
        self.port, self.stop = port, stop
        self.trouble: BaseException | None = None

    def run(self) -> None:
        try:
            while not self.stop.is_set():
                self.once()
        except BaseException as error:  # noqa: BLE001 - a thread hands its error to the test
            self.trouble = error

    def once(self) -> None:
        """What this person does."""


@dataclass
class Kept:
    """What the server said it had taken."""

    vault: UUID
    places: list[str] = field(default_factory=list)
    cases: set[UUID] = field(default_factory=set)


class Resident(Person):
    """Answers every question, applies, and sends the form twice, because nobody knows whether it went through."""

    def __init__(self, port: int, stop: threading.Event) -> None:
        """Nothing was acknowledged yet."""
        super().__init__(port, stop)
        self.kept: list[Kept] = []

    def once(self) -> None:
        """One application of one person with a browser of her own."""
        visitor = Visitor(self.port)
        at = visitor.get("/de/pruefen/").location
        for _ in range(MOST_STEPS):
            asked = QUESTION.match(at)
            if asked is None or asked[1] not in SAID:
                break
            at = self._said(visitor, asked[1])
        self._applied(visitor)

    def _said(self, visitor: Visitor, name: str) -> str:
        answer = visitor.post(f"/de/pruefen/frage/{name}/", {name: SAID[name]})
        assert answer.status == 302, (name, answer.status, answer.text[:500])
        if not self.kept or self.kept[-1].vault != vault_of(visitor):
            self.kept.append(Kept(vault_of(visitor)))
        self.kept[-1].places.append(name)
        return answer.location

    def _applied(self, visitor: Visitor) -> None:
        visitor.post("/de/antrag/", {})
        for page, typed in (("name", WHO), ("anschrift", WHERE)):
            visitor.post(f"/de/antrag/angaben/{page}/", typed)
        draft = visitor.get("/de/antrag/pruefen/").held("antrag")
        answers = [visitor.post("/de/antrag/absenden/", {"antrag": draft}) for _ in range(2)]
        self.kept[-1].cases.update(_case_of(answer) for answer in answers)


def vault_of(visitor: Visitor) -> UUID:
    """The vault that the browser's cookie names."""
    return UUID(visitor.cookies["lebenslage-vault"].strip('"').split(":")[0])


def _case_of(answer: Answer) -> UUID:
    sent = SENT.match(answer.location)
    assert sent, (answer.status, answer.location, answer.text[:500])
    return UUID(sent[1])


class Office(Person):
    """Two people who decide whatever lies on the list, one proposing, the other approving."""

    def __init__(self, port: int, stop: threading.Event, worker: dict[str, str], approver: dict[str, str]) -> None:
        """Both are signed in."""
        super().__init__(port, stop)
        self.worker, self.approver = (Visitor(port, {**Visitor(port).cookies, **cookies}) for cookies in (worker, approver))
        self.approved: set[UUID] = set()

    def once(self) -> None:
        """Decide the cases of the first page of the team's list."""
        for state in ("submitted", "received", "in_review", "proposed"):
            listed = dict.fromkeys(CASE.findall(self.worker.get(f"/amt/?ansicht=team&stand={state}").text))
            for case in itertools.islice(listed, 5):
                self._decided(f"/amt/fall/{case}/", UUID(case))
        self.stop.wait(0.2)

    def _decided(self, here: str, case: UUID) -> None:
        for step in ("uebernehmen/", "pruefen/"):
            self._press(self.worker, here, step)
        for _ in range(MOST_FIGURES):
            figure = FIGURE.search(self.worker.get(here).text)
            if figure is None:
                break
            self._press(self.worker, here, "zahl/", zahl=figure[1])
        self._press(self.worker, here, "entscheidung/vorschlag/", ergebnis="grant", begruendung="", schritt="senden")
        if self._press(self.approver, here, "entscheidung/freigeben/").status == 302:
            self.approved.add(case)

    def _press(self, visitor: Visitor, here: str, step: str, **typed: str) -> Answer:
        seen = REVISION.search(visitor.get(here).text)
        return visitor.post(here + step, {"revision": seen[1] if seen else "0", **typed})
