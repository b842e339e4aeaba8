"""Names of places as people type them: "Koeln", "koln", "muelheim an der ruhr", "Halle Westfalen" all find what they mean."""

import re
import unicodedata
from functools import lru_cache

TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
STREET = re.compile(r"str(asse)?$")
NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def folded(name: str) -> str:
    """Small letters only, an umlaut as two letters."""
    return _plain(name.casefold().translate(TWO_LETTERS))


def folded_short(name: str) -> str:
    """Small letters only, an umlaut without its dots: as typed on a foreign keyboard."""
    return _plain(name.casefold())


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return NOT_A_LETTER.sub(" ", bare).strip()


@lru_cache(maxsize=4096)
def spellings(name: str) -> frozenset[str]:
    """Every way of typing a name that means it exactly: with and without umlauts, with and without what stands in brackets."""
    without_brackets = name.partition("(")[0]
    return frozenset(fold(form) for fold in (folded, folded_short) for form in (name, without_brackets))


def folded_street(name: str) -> str:
    """A street in small letters without gaps: "Haupt-Straße", "Hauptstrasse" and "Hauptstr." are one street."""
    return STREET.sub("str", folded(name).replace(" ", ""))
