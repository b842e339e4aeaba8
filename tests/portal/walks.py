"""The ways residents take through the questions, as the test client takes them: each answer is sent, each redirect followed."""

from collections.abc import Mapping

from django.test import Client

from tests.portal.conftest import Seen

QUESTION = "/pruefen/frage/"

PENSIONER: Mapping[str, str | list[str]] = {
    "gemeinde": "Duisburg",
    "haushalt-1-wohnform": "miete",
    "haushalt-1-miete": "335",
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

# A child of hers, of whom nothing special is to be said.
CHILD: Mapping[str, str] = {
    "person-2-verhaeltnis": "kind",
    "person-2-leistung": "keine",
    "person-2-einkommensarten": "keine",
    "person-2-lebensmittelpunkt": "ja",
    "person-2-aufenthalt": "deutsch",
    "person-2-merkmale": "keine",
    "person-2-vermoegen": "0",
    "person-2-betreuung": "nicht_geteilt",
    "person-2-kindergeld": "ja",
}


class Walker:
    """Somebody who answers one question after the other."""

    def __init__(self, client: Client, language: str = "de") -> None:
        """Begin at the first question."""
        self.client, self.language = client, language
        self.asked: list[str] = []
        self.at = ""

    def go(self, address: str, sent: Mapping[str, object] | None = None) -> Seen:
        """Open an address below the language, or send a form there; follow to where it leads."""
        full = address if address.startswith(f"/{self.language}/") else f"/{self.language}/{address}"
        answer = self.client.get(full, follow=True) if sent is None else self.client.post(full, dict(sent), follow=True)
        self.at = answer.redirect_chain[-1][0] if answer.redirect_chain else full
        return Seen(answer.status_code, answer.content.decode() if not answer.streaming else "")

    @property
    def question(self) -> str:
        """The question that is open, or nothing."""
        return self.at.split(QUESTION)[1].split("/")[0] if QUESTION in self.at else ""

    def answer(self, answers: Mapping[str, str | list[str]], *, until: str = "") -> Seen:
        """Answer what is asked for as long as there is an answer."""
        seen = self.go("pruefen/")
        while self.question in answers and self.question != until:
            name = self.question
            assert self.asked.count(name) < 3, f"{name} comes again and again"
            self.asked.append(name)
            seen = self.go(self.at, {name: answers[name]})
        return seen
