"""Reading a household for a month: the facts, and the municipality by name or key; from a file, or from standard input."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from lebenslage.authorities.register import lookup_gemeinde_on
from lebenslage.benefits.facts import VOCABULARY
from lebenslage.kernel.errors import UnreadableFile
from lebenslage.law.household import Household, Lookup, load_document

STANDARD_INPUT: Final = "-"


def lookups(day: date) -> Mapping[str, Lookup]:
    """Keys of a household file that stand for facts: `gemeinde` for the rent level."""
    return {"gemeinde": lookup_gemeinde_on(day)}


def read_household(document: object, day: date) -> Household:
    """The household of a parsed document. Raises problems that name person, fact and remedy."""
    return VOCABULARY.read(document, lookups(day))


def document_at(path: Path) -> object:
    """The document in a file, or on standard input for `-`. Raises UnreadableFile."""
    if str(path) != STANDARD_INPUT:
        return load_document(path)
    try:
        return load_document(sys.stdin.buffer.read().decode("utf8"))
    except UnicodeDecodeError as error:
        raise UnreadableFile(file=STANDARD_INPUT, reason=type(error).__name__) from error
    except UnreadableFile as problem:
        raise UnreadableFile(file=STANDARD_INPUT, reason=problem.details["reason"]) from problem
