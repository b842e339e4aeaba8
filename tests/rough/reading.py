"""What the readers make of a text, told in German as a page tells it."""

from collections.abc import Callable, Mapping
from typing import Final

from lebenslage.authorities.queries import find
from lebenslage.benefits.facts import personen, wohnen
from lebenslage.kernel.errors import Problem
from lebenslage.kernel.typed import as_words
from lebenslage.law.facts import Fact
from lebenslage.law.values import read_value
from lebenslage.pages.frame import sentences
from lebenslage.portal.files import answers_in
from lebenslage.portal.months import read_month
from lebenslage.residents.answers import LONGEST_TEXT, cleaned
from lebenslage.residents.reading import read_day_of, short_enough
from lebenslage.services import particulars
from lebenslage.services.definition import Particular

SAY: Final = sentences("de")


def _value(fact: Fact) -> Callable[[str], str]:
    return lambda typed: SAY.value(read_value(fact, "".join(cleaned([typed])), ""), fact.unit).removesuffix("\u00a0€ im Monat")


def _particular(kind: str) -> Callable[[str], str]:
    one = Particular(id="x", kind=kind)  # type: ignore[arg-type]
    return lambda typed: particulars.read(one, short_enough("".join(cleaned([typed])))) if typed else ""


READERS: Final[Mapping[str, Callable[[str], str]]] = {
    "amount": _value(wohnen.miete),
    "number": _value(wohnen.wohnflaeche),
    "day": lambda typed: SAY.day(read_day_of(personen.geburtsdatum, typed)),
    "nickname": lambda typed: short_enough("".join(cleaned([typed]))),
    "name": _particular("name"),
    "street": _particular("street"),
    "place": _particular("town"),
    "reach": _particular("reach"),
    "house_number": _particular("number"),
    "postcode": _particular("postcode"),
    "phone": _particular("phone"),
    "mail": _particular("mail"),
    "iban": _particular("iban"),
    "words": lambda typed: short_enough(as_words(typed, lines=True), LONGEST_TEXT),
    "month": lambda typed: f"{read_month(typed):%Y-%m}",
    "town": lambda typed: find("".join(cleaned([typed]))).name,
    "household": lambda typed: " ".join(answers_in(typed, "2026-11").names.values()),
}
SHOWN: Final = [kind for kind in READERS if kind not in ("town", "words")]


def read(kind: str, typed: str) -> tuple[str, Problem | None]:
    """What is understood, or the problem."""
    try:
        return READERS[kind](typed), None
    except Problem as problem:
        return "", problem
