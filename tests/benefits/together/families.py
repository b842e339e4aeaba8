"""Families of whom everything is known that decides between Wohngeld, Kinderzuschlag and a minimum income."""

from typing import Any

from lebenslage.law.household import Household
from tests.law.plain import Answers, Document, home, person, read

KNOWN: Answers = {"erwerbsfaehigkeit": "erwerbsfaehig", "schwanger": "nein", "verheiratet": "nein"}
PLACE: Answers = {"warmwasser_dezentral": "nein", "heizkosten_gesondert": 0}


def adult(relation: str = "antragstellend", **told: Any) -> Answers:
    """An adult who can work; her net pay is told beside the gross."""
    paid = {"werbungskosten": "pauschal", "gewerkschaftsbeitrag": 0} if "bruttolohn" in told else {}
    return person(relation, **{**KNOWN, **paid, **told})


def child(**told: Any) -> Answers:
    """A child of the first two persons, or of the first alone."""
    return person("kind", **{**KNOWN, "elternteil_1": "P1", **told})


def family(*people: Answers, **told: Any) -> Document:
    """A rented home."""
    return home(*people, **{**PLACE, "miete": 900, **told})


def household(*people: Answers, **told: Any) -> Household:
    """The same, read."""
    return read(family(*people, **told))
