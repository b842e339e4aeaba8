"""Which facts need no look at first: an ordinary *no* or *nothing of it*, and what stands on the left of the screen already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lebenslage.benefits.facts import personen, wohnen
from lebenslage.benefits.facts.einkommen import abzuege, einkommensarten
from lebenslage.cases.queries import CaseFile, FactLine
from lebenslage.residents.answers import MONTH

KNOWN: Final = frozenset({"person", "konto"})  # sections of which nothing is computed, and which stand on the left
NOTHING: Final = frozenset({"nein", "keine", "nicht_geteilt"})  # as it is typed
# A *no* to these changes the outcome as often as a *yes*: it is looked at like any other answer.
TELLING: Final = frozenset(
    {personen.lebensmittelpunkt.id, personen.kindergeld.id, wohnen.mietbestandteile.id, einkommensarten.id, abzuege.id}
)


def foldable(section: str, lines: Sequence[FactLine]) -> Sequence[FactLine]:
    """What is folded of a section: all of it where it is known, else the ordinary answers; one alone takes no less room folded."""
    found = [line for line in lines if section in KNOWN or is_ordinary(line)]
    return found if len(found) > 1 else ()


def is_ordinary(line: FactLine) -> bool:
    """Whether it is an ordinary *no* or *nothing of it*."""
    return len(line.typed) == 1 and line.typed[0] in NOTHING and line.fact not in TELLING


def stands_out(file: CaseFile, line: FactLine) -> bool:
    """Whether somebody should see it though it is ordinary: rejected, corrected, or in the way of an outcome."""
    in_the_way = {trouble.field for trouble in file.assessed.troubles}
    return line.state == "rejected" or bool(line.history) or line.place in in_the_way


def is_said_elsewhere(file: CaseFile, line: FactLine) -> bool:
    """The month of the first check says nothing where it is the month of the application."""
    return line.place == MONTH and file.assessed.day is not None and list(line.typed) == [f"{file.assessed.day:%Y-%m}"]
