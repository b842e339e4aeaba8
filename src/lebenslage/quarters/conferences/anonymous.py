"""Minutes as everybody may read them: functions in place of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

TITLES: Final = r"(?:(?:Frau|Herrn?|Dr\.|Prof\.)\s+)*"
LEFT_OVER: Final = re.compile(r"\b(?:(?:Frau|Herrn?|Dr\.|Prof\.)\s+)+[A-ZÄÖÜ][\w-]+")
MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE: Final = re.compile(r"(?<![\w.])(?:\+|0)\d[\d /-]{5,}\d")
SHORTEST: Final = 3
GONE: Final = "[…]"


@dataclass(frozen=True, slots=True)
class Person:
    """A name, and the function that is said in its place."""

    name: str
    function: str


def without_names(text: str, people: Iterable[Person]) -> str:
    """The text with every name of these people, alone or with title and first name, replaced; mail addresses and telephone numbers too."""
    for person in people:
        text = _without(text, person)
    return PHONE.sub(GONE, MAIL.sub(GONE, text))


def names_left(texts: Iterable[str]) -> Sequence[str]:
    """What still looks like a name: a title with a word behind it."""
    return sorted({found.group() for text in texts for found in LEFT_OVER.finditer(text)})


def _without(text: str, person: Person) -> str:
    words = [word for word in person.name.split() if not word.endswith(".")]
    if not words or len(words[-1]) < SHORTEST:
        return text
    first = "".join(rf"(?:{re.escape(word)}\s+)?" for word in words[:-1])
    return re.sub(rf"\b{TITLES}{first}{re.escape(words[-1])}s?\b", lambda _: person.function, text)
