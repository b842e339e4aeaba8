"""What of the own could be given to other towns, filled in as far as the town's own rows say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lebenslage.authorities.models import Authority
from lebenslage.quarters.exchange import queries
from lebenslage.quarters.measures.models import Measure
from lebenslage.quarters.models import Batch
from lebenslage.quarters.reports.models import Block

LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something of the own: under which name it is asked for (`measure:…`), its title, and what the form begins with."""

    name: str
    kind: str
    title: str
    begins: dict[str, Any]


def candidates(authority: Authority) -> Sequence[Candidate]:
    """Everything of a town that could be shared. Three queries."""
    return [
        *map(_measure, queries.own_measures(authority)),
        *map(_recipe, queries.own_recipes(authority)),
        *map(_block, queries.own_blocks(authority)),
    ]


def candidate(authority: Authority, name: str) -> Candidate | None:
    """One of them by its name."""
    return next((one for one in candidates(authority) if one.name == name), None)


def _measure(one: Measure) -> Candidate:
    begins = {"aim": one.aim, "target_group": one.target_group, "lessons": one.lessons, "contact": one.department}
    return Candidate(f"measure:{one.pk}", "measure", one.title, begins)


def _recipe(one: Batch) -> Candidate:
    return Candidate(f"recipe:{one.pk}", "recipe", one.title, {"recipe": one.how["recipe"]})


def _block(one: Block) -> Candidate:
    short = one.text[:LONGEST_TITLE] + ("…" if len(one.text) > LONGEST_TITLE else "")
    return Candidate(f"block:{one.pk}", "block", short, {"place": one.place, "text": one.text})
