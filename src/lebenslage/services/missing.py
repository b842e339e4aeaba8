"""Which sentences a service still lacks: nothing is published that somebody could not read."""

from __future__ import annotations

from collections.abc import Iterator

from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from lebenslage.services.definition import Definition

type Path = tuple[str, ...]


def missing_texts(definition: Definition) -> list[str]:
    """The paths that a language lacks, such as `nl: evidence.mietvertrag.why`."""
    needed = list(_needed(definition))
    return [f"{language}: {'.'.join(path)}" for language in LANGUAGES for path in needed if not sentences(language).has(*path)]


def _needed(definition: Definition) -> Iterator[Path]:
    yield from (("benefits", definition.id, part) for part in ("name", "about", "where"))
    yield from (("facts", fact.id, part) for fact in definition.facts for part in ("label", "question", "why"))
    yield from (("particulars", one.id, "label") for one in definition.particulars)
    yield from (("proofs", kind.id) for kind in definition.evidence)
    yield from (("evidence", kind.id, part) for kind in definition.evidence for part in ("why", "alternatives"))
