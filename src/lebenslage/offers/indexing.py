"""What a search looks at: every word of an entry, folded, with its topic in all languages. Written when an entry is kept.

Words that no Latin letters write stand there as they are: who types Arabic or Ukrainian finds what is written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lebenslage.authorities.spelling import folded, folded_short
from lebenslage.law.texts import LANGUAGES
from lebenslage.offers.models import Service
from lebenslage.offers.topics import TOPICS
from lebenslage.pages.frame import sentences

WORD: Final = re.compile(r"\w+")


def searchable(service: Service) -> str:
    """The text that a search looks through: with and without the dots of umlauts."""
    words = " ".join(one for one in _words(service) if one)
    return " ".join(("", folded(words), folded_short(words), *in_other_letters(words), ""))


def in_other_letters(text: str) -> list[str]:
    """The words of which nothing is left in Latin letters."""
    return [word for word in WORD.findall(text.casefold()) if not folded(word)]


def _words(service: Service) -> Iterator[str]:
    yield from (service.name, service.description, service.audience, service.eligibility)
    for texts in service.translations.values():
        if isinstance(texts, dict):
            yield from (str(text) for text in texts.values())
    if service.organization is not None:
        yield service.organization.name
    if service.topic in TOPICS:
        for language in LANGUAGES:
            yield from (sentences(language)("offers", "topics", service.topic), sentences(language)("offers", "topic_words", service.topic))
