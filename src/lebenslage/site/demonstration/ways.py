"""What becomes of an application: ways through the office, each a few steps of the real actions on later days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from lebenslage.site.demonstration.office import (
    Office,
    accept,
    approve,
    ask,
    hear,
    post,
    propose,
    resume,
    review,
    send_back,
    take,
    withdraw,
    work_off,
)
from lebenslage.site.demonstration.proofs import picture

LATER: Final = 21
MORE_PAPER: Final = "Bitte schicken Sie uns die letzte Seite Ihres Mietvertrags. Wir brauchen sie, um die Miete zu bestätigen."
LATE_PAPER: Final = "Bitte schicken Sie uns einen Nachweis über Ihr Einkommen. Ohne ihn müssen wir den Antrag ablehnen (§ 66 SGB I)."
TOO_DEAR: Final = "Die Miete liegt über dem Höchstbetrag nach § 12 WoGG. Wir können sie nur bis zu diesem Betrag berücksichtigen."
NOT_ENTITLED: Final = "Nach Ihren Angaben besteht kein Anspruch. Welche Angabe entscheidet, steht in der Berechnung."
NO_PROOF: Final = "Sie haben den angeforderten Nachweis auch nach unserer schriftlichen Erinnerung nicht vorgelegt."
LOOK_AGAIN: Final = "Bitte prüfen Sie noch einmal die Wohnfläche."


def submitted(office: Office) -> None:
    """It lies there since it came."""


def received(office: Office) -> None:
    """Somebody has taken it."""
    take(office, after=1)


def in_review(office: Office) -> None:
    """Somebody is looking through it."""
    received(office)
    review(office, after=2)
    accept(office, after=2, most=2)


def reviewed(office: Office) -> None:
    """Everything in it has been looked at."""
    received(office)
    review(office, after=3)
    accept(office, after=4)


def waiting(office: Office) -> None:
    """The office has asked and waits."""
    in_review(office)
    ask(office, MORE_PAPER, "mietvertrag", after=3, days=LATER)


def waiting_overdue(office: Office) -> None:
    """The office has asked, and the day has passed."""
    in_review(office)
    ask(office, LATE_PAPER, "lohnabrechnung", after=4, days=14)


def answered(office: Office) -> None:
    """The office has asked, and she has answered."""
    waiting(office)
    hear(office, "Hier ist die Seite.", picture("Mietvertrag, letzte Seite", office.person.name), after=6)


def proposed(office: Office) -> None:
    """One person has decided, another has not looked yet."""
    reviewed(office)
    propose(office, "grant", "", after=6)


def returned(office: Office) -> None:
    """The second person has sent it back."""
    proposed(office)
    send_back(office, LOOK_AGAIN, after=7)


def approved(office: Office) -> None:
    """Two people have decided; the notice waits for the printer."""
    proposed(office)
    approve(office, after=8)


def printed(office: Office) -> None:
    """The notice is printed and not posted yet."""
    approved(office)
    work_off(office, after=8)


def granted(office: Office) -> None:
    """The whole way to a notice in the post."""
    printed(office)
    post(office, after=9)


def granted_asked(office: Office) -> None:
    """The whole way, with a question in between."""
    answered(office)
    accept(office, after=7)
    propose(office, "grant", "", after=8)
    approve(office, after=9)
    work_off(office, after=9)
    post(office, after=10)


def partial(office: Office) -> None:
    """Granted, but not as much as was hoped."""
    reviewed(office)
    propose(office, "partial", TOO_DEAR, after=6)
    _out(office, after=8)


def refused(office: Office) -> None:
    """No right, and the notice says which fact decided."""
    reviewed(office)
    propose(office, "refusal", NOT_ENTITLED, after=6)
    _out(office, after=8)


def refused_cooperation(office: Office) -> None:
    """Refused after a written warning, because a proof never came (§ 66 SGB I)."""
    waiting_overdue(office)
    resume(office, after=20)
    propose(office, "refusal", NO_PROOF, after=21)
    _out(office, after=22)


def withdrawn(office: Office) -> None:
    """She does not want it any more."""
    received(office)
    withdraw(office, after=3)


def _out(office: Office, *, after: int) -> None:
    approve(office, after=after)
    work_off(office, after=after)
    post(office, after=after + 1)


WAYS: Final[Mapping[str, Callable[[Office], None]]] = {
    "submitted": submitted,
    "received": received,
    "in_review": in_review,
    "waiting": waiting,
    "waiting_overdue": waiting_overdue,
    "answered": answered,
    "proposed": proposed,
    "returned": returned,
    "approved": approved,
    "printed": printed,
    "granted": granted,
    "granted_asked": granted_asked,
    "partial": partial,
    "refused_income": refused,
    "refused_benefit": refused,
    "refused_cooperation": refused_cooperation,
    "withdrawn": withdrawn,
}
DRAFT: Final = "draft"
