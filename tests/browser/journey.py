"""The whole way, as the people take it: a resident asks, applies and is asked back; two caseworkers decide; she reads her notice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache

from tests.browser.hands import Hands

PASSWORD = "only-for-tests-1"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
QUESTION = "/pruefen/frage/"
MOST_QUESTIONS = 60
LINK = "main a[href*='{}']"
BUTTON = "main form[action*='{}'] button"

ANSWERS: Mapping[str, str] = {
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
PAGES_ABOUT_HER: Mapping[str, Mapping[str, str]] = {
    "name": {"angaben-1-vorname": "Änne", "angaben-1-nachname": "Müller-Lüdenscheidt"},
    "anschrift": {
        "angaben-1-strasse": "Am Anger",
        "angaben-1-hausnummer": "12a",
        "angaben-1-plz": "50000",
        "angaben-1-ort": "Erlenbruch",
    },
}


def code() -> str:
    """The one-time code of this moment; a code that was used before is forgotten, for nobody waits half a minute in a test."""
    cache.clear()
    _, now, _ = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(SECRET, now))


class Resident:
    """What she does, page by page."""

    def __init__(self, hands: Hands, town: str, language: str = "de") -> None:
        """She lives in `town` and reads a language."""
        self.hands, self.town, self.home = hands, town, f"/{language}/"

    def ask(self) -> None:
        """From the start page to what she is due."""
        self.hands.open(self.home, "start")
        self.hands.press(LINK.format("/pruefen/"), "first-question")
        given = {**ANSWERS, "gemeinde": self.town}
        for _ in range(MOST_QUESTIONS):
            if QUESTION not in self.hands.page.url:
                return
            name = self.hands.page.url.split(QUESTION)[1].strip("/")
            self.hands.answer(name, given[name])
            self.hands.go_on(f"after-{name}")
        raise AssertionError("the questions have no end")

    def apply(self, proof: Path) -> None:
        """From the result to the sent page, with one proof; she stops on the way and comes back by her code."""
        self.hands.go_on("task-list")
        for page, answers in PAGES_ABOUT_HER.items():
            self.hands.press(LINK.format(f"/angaben/{page}/"), f"about-{page}")
            for name, given in answers.items():
                self.hands.answer(name, given)
            self.hands.go_on(f"said-{page}")
            self.hands.open(f"{self.home}antrag/", f"task-list-after-{page}")
        self.bring(proof)

    def bring(self, proof: Path) -> None:
        """Her rent contract."""
        self.hands.press(LINK.format("/nachweise/"), "proofs")
        self.hands.press(LINK.format("/nachweise/mietvertrag/"), "proof")
        self.hands.upload(proof)
        self.hands.go_on("proof-uploaded")

    def stop(self) -> str:
        """Save and stop: the code she takes home."""
        self.hands.open(f"{self.home}antrag/speichern/", "save")
        self.hands.go_on("code")
        return self.hands.page.locator(".code").first.inner_text().strip()

    def come_back(self, code: str) -> None:
        """By code and birth date, on any device."""
        self.hands.open(f"{self.home}weiter/", "resume")
        self.hands.type("input[name=code]", code)
        self.hands.type("input[name=geburtsdatum]", "14.3.1950")
        self.hands.go_on("resumed")

    def send(self) -> str:
        """Check and send. The address of her application."""
        self.hands.open(f"{self.home}antrag/pruefen/", "check-answers")
        self.hands.press("main form[action*='/absenden/'] button.kern-btn--primary", "sent")
        return f"{self.home}meine/{self.hands.page.url.rstrip('/').split('/')[-1]}/"

    def answer_the_office(self, address: str, proof: Path) -> None:
        """She answers what the office asked."""
        self.hands.open(address, "asked")
        self.hands.press(LINK.format("/antwort/"), "answer")
        self.hands.type("textarea", "Hier ist die letzte Seite.")
        self.hands.upload(proof)
        self.hands.go_on("answered")

    def read(self, address: str) -> str:
        """The notice."""
        self.hands.open(address, "decided")
        self.hands.press(LINK.format("/bescheid/"), "notice")
        return self.hands.page.locator("main").inner_text().replace("\u00a0", " ")


class Caseworker:
    """What somebody in the office does."""

    def __init__(self, hands: Hands, mail: str, password: str, code: Callable[[], str]) -> None:
        """She signs in with a password and a one-time code."""
        self.hands, self.mail, self.password, self.code = hands, mail, password, code

    def sign_in(self, door: str = "/amt/") -> None:
        """Two steps."""
        self.hands.open(door, f"{self.mail.split('@')[0]}-sign-in")
        self.hands.type("input[type=email]", self.mail)
        self.hands.type("input[type=password]", self.password)
        self.hands.press("main button.kern-btn--primary", "second-step")
        self.hands.type("input[name=code]", self.code())
        self.hands.press("main button.kern-btn--primary", "door")

    def find(self, name: str) -> None:
        """A case by the name of its applicant."""
        self.hands.open("/amt/?ansicht=team", "work-list")
        self.hands.type("input[name=suche]", name)
        self.hands.press("main form button", "found")
        self.hands.press("main table a[href*='/fall/']", "case")

    def look_through(self) -> None:
        """Take it, begin the review, accept the proof."""
        self.hands.press(BUTTON.format("/uebernehmen/"), "taken")
        self.hands.press(BUTTON.format("/pruefen/"), "in-review")
        self.accept_the_proof()

    def accept_the_proof(self) -> None:
        """Look at it and accept it."""
        self.hands.press(LINK.format("/nachweis/"), "proof-at-the-desk")
        self.hands.press("main form[action*='/urteil/'] button[value=annehmen]", "accepted")

    def ask_back(self, text: str) -> None:
        """Ask the resident for something."""
        self.hands.press(LINK.format("/nachfragen/"), "ask-back")
        self.hands.choose("was", "frei")
        self.hands.type("textarea[name=text]", text)
        self.hands.press("main button[value=vorschau]", "ask-back-preview")
        self.hands.press("main button[value=senden]", "asked-back")

    def propose(self) -> None:
        """Propose what the law says."""
        while self.hands.page.locator("main form[action*='/zahl/'] button").count():
            self.hands.press(BUTTON.format("/zahl/"), "figure-confirmed")
        self.hands.press(LINK.format("/entscheidung/vorschlag/"), "proposal")
        self.hands.choose("ergebnis", "grant")
        self.hands.press("main button[value=vorschau]", "proposal-preview")
        self.hands.press("main button[value=senden]", "proposed")

    def approve(self) -> None:
        """The second person."""
        self.hands.press("main a[href$='/entscheidung/']", "decision")
        self.hands.press(BUTTON.format("/freigeben/"), "approved")

    def post(self) -> None:
        """The notice goes into the post today."""
        self.hands.page.reload()
        self.hands.choose("versand", "post")
        self.hands.press("main form[action*='/versand/'] button", "posted")
