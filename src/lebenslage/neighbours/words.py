"""Words that everybody may read tell nobody where somebody lives or how to reach her past the platform."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lebenslage.kernel.errors import Problem
from lebenslage.kernel.typed import quoted
from lebenslage.neighbours.problems import LinkInPublic, MailInPublic, PhoneInPublic, StreetInPublic

MAIL: Final = re.compile(r"\S+\s?(?:@|\(at\)|\[at\])\s?\S+\.\S+", re.IGNORECASE)
LINK: Final = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:de|com|org|net|eu|nl|be|info|app|io|me|ly|chat)\b(?:/\S*)?", re.IGNORECASE)
# Six digits and more, however they are parted; a day such as 24.12.2026 and a span of hours such as 10.30-12.00 are none.
DAYS_AND_HOURS: Final = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\b\d{1,2}[.:]\d{2}\b")
PHONE: Final = re.compile(r"\+?\d(?:[\s/().–-]{0,3}\d){5,}")
STREET: Final = re.compile(
    r"\b\w*(?:straße|strasse|str\.|weg|gasse|allee|platz|ufer|damm|ring|straat|laan|plein|street|road)\s+\d{1,4}\s?[a-z]?\b", re.IGNORECASE
)
FORBIDDEN: Final[Mapping[type[Problem], re.Pattern[str]]] = {
    MailInPublic: MAIL,
    LinkInPublic: LINK,
    PhoneInPublic: PHONE,
    StreetInPublic: STREET,
}


def refuse_contact(text: str) -> None:
    """Raises MailInPublic, LinkInPublic, PhoneInPublic, StreetInPublic, each with what was found."""
    for problem, pattern in FORBIDDEN.items():
        found = pattern.search(DAYS_AND_HOURS.sub(" ", text) if problem is PhoneInPublic else text)
        if found:
            raise problem(given=quoted(found[0]))
