"""Reading particulars: what is asked beside the facts, each checked by its kind and handed back as it is written on letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from lebenslage.kernel.errors import Problem
from lebenslage.kernel.typed import as_figures, as_words, quoted
from lebenslage.services.definition import Particular
from lebenslage.services.problems import (
    NotAHouseNumber,
    NotAMail,
    NotAName,
    NotAnIban,
    NotAPhone,
    NotAPostcode,
    NotAStreet,
    NotATown,
    NotReachable,
)

LETTER: Final = re.compile(r"[^\W\d_]")
PATTERNS: Final[Mapping[str, tuple[re.Pattern[str], type[Problem]]]] = {
    "name": (LETTER, NotAName),
    "street": (LETTER, NotAStreet),
    "town": (LETTER, NotATown),
    "number": (re.compile(r"^\d"), NotAHouseNumber),
    "postcode": (re.compile(r"^\d{5}$"), NotAPostcode),
    "phone": (re.compile(r"^\+?(?:[ /().-]*\d){5,16}$"), NotAPhone),
    "reach": (re.compile(r"\w\W*\w"), NotReachable),
    "mark": (re.compile(r"\S"), NotReachable),
}
FIGURES: Final = frozenset({"number", "postcode", "phone", "iban"})
PICTURES: Final = frozenset({"So", "Sk", "Sm", "Co"})
LAND: Final = re.compile(r"(?i)^de?[- ]*")


def read(one: Particular, typed: str) -> str:
    """What was typed, as it is written on letters. Raises NotAName, NotAStreet, NotATown and the like: one for each kind."""
    text = as_figures(typed) if one.kind in FIGURES else as_words(typed)
    return _OTHER.get(one.kind, _matched)(one.kind, text)


def _matched(kind: str, text: str) -> str:
    pattern, problem = PATTERNS[kind]
    if not pattern.search(text):
        raise problem(given=quoted(text))
    return text


def _name(kind: str, text: str) -> str:
    """Letters of any writing, with what stands between them. Pictures and other signs stand on no identity card."""
    if any(unicodedata.category(sign) in PICTURES for sign in text):
        raise NotAName(given=quoted(text))
    return _matched(kind, text)


def _postcode(kind: str, text: str) -> str:
    return _matched(kind, LAND.sub("", text).replace(" ", ""))


def _mail(kind: str, text: str) -> str:
    try:
        validate_email(text)
    except ValidationError as error:
        raise NotAMail(given=quoted(text)) from error
    return text


def _iban(kind: str, text: str) -> str:
    try:
        return IBAN(text, validate_bban=True).formatted
    except SchwiftyException as error:
        raise NotAnIban(given="") from error


_OTHER: Final[Mapping[str, Callable[[str, str], str]]] = {"iban": _iban, "name": _name, "postcode": _postcode, "mail": _mail}
