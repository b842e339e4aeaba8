"""The whole house under the rules: exemptions with their reasons, shares of passives, and stale exemptions found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import Final

import yaml
from tools.plain_words.complete import incomplete, without_german_copies
from tools.plain_words.guide import LISTS, guide, statutory_terms
from tools.plain_words.reading import LANGUAGES, LOADER, Text
from tools.plain_words.rules import RULES, Finding, passives

EXEMPTIONS: Final = "tools/plain_words/lists/exemptions.yaml"
TERMS: Final = "tools/plain_words/lists/terms.yaml"


@dataclass(frozen=True, slots=True)
class Exemption:
    """A text that some rules spare: which, and why."""

    file: str
    key: str
    rules: tuple[str, ...]
    reason: str

    def spares(self, found: Finding) -> bool:
        """Whether it is meant."""
        return found.rule in self.rules and fnmatchcase(found.text.file, f"*/{self.file}") and fnmatchcase(found.text.key, self.key)


@cache
def exemptions() -> tuple[Exemption, ...]:
    """The marked list. Each names its rules and its reason: none spares everything."""
    given = yaml.load((LISTS / "exemptions.yaml").read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    return tuple(Exemption(one["file"], one["key"], tuple(one["rules"]), one["reason"]) for one in given)


def judged(texts: Iterable[Text]) -> tuple[list[Finding], set[Exemption]]:
    """What is not plain in these texts, and the exemptions that spared something."""
    findings, used = [], set()
    for text in texts:
        for found in (found for rule in RULES for found in rule.findings(text)):
            sparing = next((one for one in exemptions() if one.spares(found)), None)
            if sparing:
                used.add(sparing)
            else:
                findings.append(found)
    return findings, used


def whole_house(texts: Sequence[Text]) -> list[Finding]:
    """What is missing or not plain anywhere, too many passives, and what the lists spare though nothing needs it."""
    own = without_german_copies(texts)
    findings, used = judged(own)
    stale = [one for one in exemptions() if one not in used]
    said = " ".join(text.words.replace("\u00ad", "") for text in texts)
    findings += [_in_lists(EXEMPTIONS, f"{one.file}: {one.key}", "nothing needs this exemption: take it out") for one in stale]
    findings += [_in_lists(TERMS, term, "no text uses this name: take it out") for term in statutory_terms() if term not in said]
    return [*findings, *incomplete(texts), *_too_passive(own)]


def _in_lists(file: str, key: str, better: str) -> Finding:
    return Finding(Text(file, key, "", ""), "", "stale", better)


def passive_shares(texts: Iterable[Text]) -> dict[str, float]:
    """Passives in a hundred sentences, by language."""
    sentences, found = Counter[str](), Counter[str]()
    for text in texts:
        sentences[text.language] += len(text.sentences)
        found[text.language] += len(passives(text, guide(text.language)))
    return {language: 100 * found[language] / sentences[language] for language in LANGUAGES if sentences[language]}


def _too_passive(texts: Sequence[Text]) -> Iterator[Finding]:
    for language, share in passive_shares(texts).items():
        most = guide(language).number("share_of_passives") or 0
        if share > most:
            text = Text("src/lebenslage", f"all texts in {language}", language, "")
            yield Finding(text, "", "passive", f"{share:.1f} in a hundred sentences, at most {most}: say who does it")
