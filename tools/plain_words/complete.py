"""Missing strings: every key in all four languages, the same placeholders, nothing left in German by accident, no key that nobody says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from tools.plain_words.guide import LISTS
from tools.plain_words.reading import HOUSE, LANGUAGES, LOADER, PLACEHOLDER, Text
from tools.plain_words.rules import Finding

SHARED: Final = "tools/plain_words/lists/shared_words.yaml"
SOURCES: Final = {".py", ".html", ".typ", ".txt", ".js", ".yaml"}
KINDS: Final = {
    "missing": "Nobody is answered in a language that she did not choose.",
    "placeholders": "A sentence without its amount or day says half.",
    "left-in-german": "A German sentence on a Dutch page is no sentence to its reader.",
    "unused": "A sentence that nobody says is still translated, read and mended.",
    "stale": "A list of exceptions that grows for ever excuses everything.",
}
LETTERS = re.compile(r"[^\W\d_]{3}")
BEFORE, BEHIND = re.compile(r"\b(\w{3,}_)\{"), re.compile(r"\}(_\w{3,})")

type Spoken = Mapping[str, Text]


@cache
def shared() -> Mapping[str, Any]:
    """What may be missing or the same, with reasons."""
    given: Mapping[str, Any] = yaml.load((LISTS / "shared_words.yaml").read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    return given


def listed(name: str, text: Text) -> bool:
    """Whether a list of `shared_words.yaml` has this place."""
    return any(fnmatchcase(text.file, f"*/{one.get('file', '*')}") and fnmatchcase(text.key, one["key"]) for one in shared()[name])


def by_place(texts: Iterable[Text]) -> list[Spoken]:
    """Each place of a room with its text in every language."""
    places: dict[tuple[str, str], dict[str, Text]] = defaultdict(dict)
    for text in texts:
        places[str(Path(text.file).parent), text.key][text.language] = text
    return list(places.values())


def without_german_copies(texts: Iterable[Text]) -> list[Text]:
    """The texts to be judged by their own language: German in the files of other languages is judged once."""
    return [text for text in texts if text.language == "de" or not listed("german_everywhere", text)]


def incomplete(texts: Iterable[Text], house: Path = HOUSE) -> Iterator[Finding]:
    """What is missing, untranslated or never said."""
    places = by_place(texts)
    said = said_in(house)
    for place in places:
        yield from _missing(place)
        yield from _other_placeholders(place)
        yield from _left_in_german(place)
        some = next(iter(place.values()))
        if not said.somewhere(some.key) and not listed("put_together", some):
            yield Finding(some, "", "unused", "nobody says this key: take it out of every language")
    yield from _stale(places)


def _missing(place: Spoken) -> Iterator[Finding]:
    lacking = [language for language in LANGUAGES if language not in place]
    some = next(iter(place.values()))
    spared = listed("german_only", some) or (lacking == ["de"] and listed("beside_german", some))
    if lacking and not spared:
        yield Finding(some, some.words, "missing", f"not in {', '.join(lacking)}")


def _other_placeholders(place: Spoken) -> Iterator[Finding]:
    asked = {language: frozenset(PLACEHOLDER.findall(text.words)) for language, text in place.items()}
    first = next(iter(place.values()))
    if len(set(asked.values())) > 1 and not listed("own_placeholders", first):
        told = "; ".join(f"{language}: {' '.join(sorted(names))}" for language, names in asked.items())
        yield Finding(first, first.words, "placeholders", told)


def _left_in_german(place: Spoken) -> Iterator[Finding]:
    for language in ("en", "nl"):
        if language in place and "de" in place and place[language].words == place["de"].words and _has_words(place[language]):
            yield Finding(place[language], place[language].words, "left-in-german", f"say it in the language, or name it in {SHARED}")


def _has_words(text: Text) -> bool:
    named = text.words in shared()["same"] or listed("german_everywhere", text)
    return not named and LETTERS.search(PLACEHOLDER.sub("", text.words)) is not None


def _stale(places: Iterable[Spoken]) -> Iterator[Finding]:
    kept = {place[language].words for place in places for language in ("en", "nl") if language in place}
    for word in shared()["same"]:
        if word not in kept:
            yield Finding(Text(SHARED, str(word), "", ""), "", "stale", "nothing needs this: take it out")


class Said:
    """The names that the sources of the house say, so that a key nobody says is found.

    A key counts as said when its last part stands somewhere as a word, as the name of a class, or can be put together
    from the pieces of a filled string. That lets some unused keys pass; it never blames one that is used.
    """

    def __init__(self, house: Path) -> None:
        """Read every source of the house once."""
        files = (
            file
            for file in sorted(house.rglob("*"))
            if file.suffix in SOURCES and file.parent.name != "texts" and "vendor" not in file.parts
        )
        source = "\n".join(file.read_text(encoding="utf-8") for file in files)
        self.words = set(re.findall(r"\w+", source))
        self.bare = {word.replace("_", "").lower() for word in self.words}
        self.before = tuple(set(BEFORE.findall(source)))
        self.behind = tuple(set(BEHIND.findall(source)))

    def somewhere(self, key: str) -> bool:
        """Whether the last part of a key, or the part above a number, is said."""
        last = next((part for part in reversed(key.split(".")) if not part.isdigit()), "")
        known = last in self.words or last.replace("_", "").lower() in self.bare
        return known or last.startswith(self.before) or last.endswith(self.behind)


@cache
def said_in(house: Path) -> Said:
    """What a house says, read once."""
    return Said(house)
