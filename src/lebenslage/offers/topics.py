"""What help is about: our own short list of topics, and the languages in which people are helped. Names stand in `texts/`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TAXONOMY: Final = "lebenslage-topics"
TOPICS: Final = (
    "rat", "geld", "essen", "wohnen", "arbeit", "sprache", "familie", "jugend", "gesundheit", "pflege", "behinderung",
    "ankommen", "treffen", "bewegung", "schutz",
)  # fmt: skip
"""Advice, money, food, housing, work, language courses, families, young people, health, care, disability, arriving, meeting,
sport and culture, protection."""

SPOKEN: Final[Mapping[str, str]] = {
    "de": "Deutsch",
    "en": "English",
    "nl": "Nederlands",
    "tr": "Türkçe",
    "ar": "العربية",
    "uk": "Українська",
    "ru": "Русский",
    "fa": "فارسی",
    "ku": "Kurdî",
    "pl": "Polski",
    "ro": "Română",
    "bg": "Български",
    "sq": "Shqip",
    "sr": "Srpski",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "gsg": "Deutsche Gebärdensprache",
}
"""Each language as those call it who speak it."""


def language_named(code: str) -> str:
    """A language as it calls itself; its code where it is not one of ours."""
    return SPOKEN.get(code, code)
