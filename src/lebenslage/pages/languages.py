"""The languages of the pages: their names, their place in the address, and which one a visitor's browser asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lebenslage.law.texts import LANGUAGES

DEFAULT: Final = "de"


@dataclass(frozen=True, slots=True)
class Language:
    """A language as it is called by those who read it, and as a screen reader knows it."""

    code: str
    name: str
    lang: str
    hreflang: str


SPOKEN: Final = {
    "de": Language("de", "Deutsch", "de", "de"),
    "de-einfach": Language("de-einfach", "Einfache Sprache", "de", "de-simple"),
    "en": Language("en", "English", "en", "en"),
    "nl": Language("nl", "Nederlands", "nl", "nl"),
}


class LanguageConverter:
    """The first part of an address: the language."""

    regex = "|".join(sorted(LANGUAGES, key=len, reverse=True))

    def to_python(self, value: str) -> str:
        """Take it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


def asked_for(header: str) -> str:
    """The language that an Accept-Language header prefers among ours; German where it names none of them."""
    wanted = sorted(_weighed(header), key=lambda pair: -pair[1])
    return next((code for code, weight in wanted if weight > 0 and code in SPOKEN), DEFAULT)


def _weighed(header: str) -> Iterator[tuple[str, float]]:
    for part in header[:500].split(","):
        tag, _, rest = part.partition(";")
        weight = rest.strip().removeprefix("q=") or "1"
        if weight.replace(".", "", 1).isdigit():
            yield tag.strip().lower().split("-")[0], float(weight)
