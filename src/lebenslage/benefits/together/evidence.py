"""Which papers an office will ask for: what proves the answers that a right read, as far as they came to something."""

from __future__ import annotations

from collections.abc import Sequence

from lebenslage.benefits.facts.einkommen import abzuege
from lebenslage.law.engine import Result
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import UNKNOWN

PROVED_BESIDE = frozenset({abzuege})  # the paper that proves an income shows what goes off it


def papers_for(result: Result) -> Sequence[str]:
    """The kinds of papers, each once. An answer that is nothing, none or the ordinary case needs no paper."""
    given = result.within.household.given
    read = (fact for fact in given if fact in result.run.read and fact not in PROVED_BESIDE)
    kinds = dict.fromkeys(fact.asked.evidence for fact in read if _says_something(fact, given[fact]))
    return [kind for kind in kinds if kind]


def _says_something(fact: Fact, values: Sequence[object]) -> bool:
    return any(value is not UNKNOWN and value not in {0, fact.asked.assumed} for value in values)
