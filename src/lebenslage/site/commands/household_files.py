"""Reading a household for a month: the facts, and the municipality by name or key."""

from collections.abc import Mapping
from datetime import date

from lebenslage.authorities.register import lookup_gemeinde_on
from lebenslage.benefits.facts import VOCABULARY
from lebenslage.law.household import Household, Lookup


def lookups(day: date) -> Mapping[str, Lookup]:
    """Keys of a household file that stand for facts: `gemeinde` for the rent level."""
    return {"gemeinde": lookup_gemeinde_on(day)}


def read_household(document: object, day: date) -> Household:
    """The household of a parsed document. Raises problems that name person, fact and remedy."""
    return VOCABULARY.read(document, lookups(day))
