"""What an answer that is still open could change: between which outcomes it decides, where it alone is open; else why we ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lebenslage.benefits.facts import antrag
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.journal.clock import today
from lebenslage.law.engine import LawOn, Status
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN
from lebenslage.law.texts import Texts
from lebenslage.portal.check.interview import Interview
from lebenslage.portal.check.order import place_of
from lebenslage.residents.answers import Place


def could_change(name: str, interview: Interview, say: Texts) -> str:
    """What an open answer could change, in a sentence."""
    place = place_of(name, interview.answers)
    if place is None:
        return say("check", "why_of", name) if say.has("check", "why_of", name) else ""
    amounts = _amounts(place, interview) if list(interview.open()) == [name] else ()
    if not amounts or min(amounts) == max(amounts):
        return say("facts", place.fact.id, "why")
    unit = WOHNGELD.unit
    way = "nothing_or" if min(amounts) == 0 else "between"
    return say("check", "could_change", way, least=say.value(min(amounts), unit), most=say.value(max(amounts), unit))


def _amounts(place: Place, interview: Interview) -> Sequence[int]:
    """What is due for each of the answers that are tried; nothing where one of them leads to a further question."""
    if interview.law is None or interview.reading is None:
        return ()
    household, row = interview.reading.household, list(interview.answers.rows[place.fact.entity]).index(place.key)
    if household.get(antrag.antragsdatum) is UNKNOWN:
        household = household.answered(antrag.antragsdatum, 0, today().toordinal())
    due = [_due(interview.law, household.answered(place.fact, row, value)) for value in _tried(place.fact)]
    return [amount for amount in due if amount is not None] if None not in due else ()


def _due(law: LawOn, household: Household) -> int | None:
    result = law.assess(household, WOHNGELD.id)[WOHNGELD.id]
    return None if result.status is Status.UNKNOWN else (result.amount or 0) if result.status is Status.YES else 0


def _tried(fact: Fact) -> Iterator[int]:
    """Every choice of a fact; of numbers the least and the greatest."""
    if fact.choices is not None and not fact.several:
        yield from fact.members.values()
    elif fact.several:
        yield from (0, *fact.members.values())
    elif fact.unit is not None and fact.unit.kind in ("flag", "money", "percent", "count", "area"):
        yield from (fact.bounds.least, fact.bounds.greatest)
