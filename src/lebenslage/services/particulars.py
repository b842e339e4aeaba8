"""Reading particulars: what is asked beside the facts, each checked by its kind and handed back as it is written on letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from lebenslage.kernel.errors import Problem
from lebenslage.services.definition import Particular
from lebenslage.services.problems import NotAHouseNumber, NotAMail, NotAName, NotAnIban, NotAPhone, NotAPostcode, NotReachable

LETTER: Final = re.compile(r"[^\W\d_]")
PATTERNS: Final[Mapping[str, tuple[re.Pattern[str], type[Problem]]]] = {
    "name": (LETTER, NotAName),
    "street": (LETTER, NotAName),
    "town": (LETTER, NotAName),
    "number": (re.compile(r"^\d"), NotAHouseNumber),
    "postcode": (re.compile(r"^\d{5}$"), NotAPostcode),
    "phone": (re.compile(r"^\+?(?:[ /().-]*\d){5,16}$"), NotAPhone),
    "reach": (re.compile(r"\w\W*\w"), NotReachable),
    "mark": (re.compile(r"\S"), NotReachable),
    "mail": (re.compile(r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$"), NotAMail),
}


def read(one: Particular, typed: str) -> str:
    """What was typed, as it is written on letters. Raises NotAName, NotAPostcode, NotAHouseNumber, NotAPhone, NotAMail, NotAnIban."""
    return _OTHER.get(one.kind, _matched)(one.kind, " ".join(typed.split()))


def _matched(kind: str, text: str) -> str:
    pattern, problem = PATTERNS[kind]
    if not pattern.search(text):
        raise problem(given=text[:40])
    return text


def _iban(kind: str, text: str) -> str:
    try:
        return IBAN(text, validate_bban=True).formatted
    except SchwiftyException as error:
        raise NotAnIban(given="") from error


_OTHER: Final[Mapping[str, Callable[[str, str], str]]] = {"iban": _iban}
