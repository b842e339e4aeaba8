"""What is plain in one language: the limits, the words to avoid and the patterns of `lists/`, ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from tools.plain_words.reading import LOADER

LISTS: Final = Path(__file__).with_name("lists")
ADDED: Final = ("words", "abbreviations")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words and phrases to avoid, each with what to write instead."""

    better: Mapping[str, str]
    pattern: re.Pattern[str]

    def found_in(self, sentence: str) -> Iterator[tuple[str, str]]:
        """What is to be avoided in a sentence, with the better words."""
        for match in self.pattern.finditer(sentence):
            said = " ".join(match[0].split())
            entry = next(entry for entry in self.better if re.fullmatch(_as_pattern(entry), said, re.IGNORECASE))
            yield said, self.better[entry]


@dataclass(frozen=True, slots=True)
class Guide:
    """The lists of one language; one that is `based_on` another holds what counts there too."""

    language: str
    given: Mapping[str, Any]

    def number(self, name: str) -> int | None:
        """A limit, where this language has one."""
        limit = self.given.get(name)
        return None if limit is None else int(limit)

    def text(self, name: str) -> str:
        """A sentence of advice, or nothing."""
        return str(self.given.get(name, ""))

    def entries(self, name: str) -> frozenset[str]:
        """A list of words."""
        return frozenset(map(str, self.given.get(name, ())))

    def pattern(self, name: str) -> re.Pattern[str] | None:
        """A regular expression, where this language has one."""
        return _compiled(str(self.given[name])) if name in self.given else None

    def phrases(self, name: str) -> Phrases:
        """Words with better words."""
        return _phrases(self.language, name)


@cache
def guide(language: str) -> Guide:
    """The guide of a language, from its file."""
    given = yaml.load((LISTS / f"{language}.yaml").read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    below = guide(given["based_on"]).given if "based_on" in given else {}
    added = {name: {**below.get(name, {}), **given.get(name, {})} for name in ADDED}
    return Guide(language, {**below, **given, **added})


@cache
def statutory_terms() -> Mapping[str, str]:
    """The names that a law or an office gives to a thing, with the reason why they stay."""
    terms: dict[str, str] = yaml.load((LISTS / "terms.yaml").read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    return terms


@cache
def _phrases(language: str, name: str) -> Phrases:
    better = {str(entry): str(instead) for entry, instead in guide(language).given[name].items()}
    longest_first = "|".join(_as_pattern(entry) for entry in sorted(better, key=len, reverse=True))
    return Phrases(better, re.compile(rf"(?<![\w@.-])(?:{longest_first})(?![\w-])", re.IGNORECASE))


def _as_pattern(entry: str) -> str:
    return re.escape(entry).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
