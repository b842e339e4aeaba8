"""What follows from a notice by itself: the household as if the notices of the rights it has were in its hands."""

from __future__ import annotations

from collections.abc import Iterable

from lebenslage.benefits.facts import bescheide as notices
from lebenslage.benefits.facts import vlaanderen
from lebenslage.benefits.facts.bescheide import Bescheid
from lebenslage.benefits.facts.vlaanderen import VtGrond
from lebenslage.benefits.together.claims import RECEIVED_AS, receiving
from lebenslage.benefits.wohngeld.rules.haushalt import beruecksichtigt
from lebenslage.law.engine import Result, Status
from lebenslage.law.facts import LAST_DAY, Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON, UNKNOWN

DAYS = {
    "wohngeld": (notices.wohngeld_bescheid_ab, notices.wohngeld_bescheid_bis),
    "kinderzuschlag": (notices.kinderzuschlag_bescheid_ab, notices.kinderzuschlag_bescheid_bis),
}
KINDS = {"wohngeld": Bescheid.WOHNGELD, "kinderzuschlag": Bescheid.KINDERZUSCHLAG}


def with_notices(household: Household, granted: Iterable[Result], *, no_others: bool = True) -> Household:
    """The household with the notices of these rights, valid in the month of the law.

    `no_others`: who was not asked for other notices holds none; else that stays open for those whom no new notice names.
    """
    held = {row: _now(household, notices.bescheide, row) for row in range(household.rows(PERSON))}
    for result in granted:
        id = result.benefit.id
        if id in RECEIVED_AS:
            household = receiving(household, [result], (), result.within.law.ordinal)
        if id in KINDS:
            household = _dated(household, id, result)
            held.update({row: bits | KINDS[id] for row, bits in held.items() if _named(result, row)})
    for row, bits in held.items():
        if bits or no_others:
            household = household.answered(notices.bescheide, row, bits)
    return household


def with_leefloon(household: Household, result: Result) -> Household:
    """The household with the decision on leefloon in its hands, once it said which benefits it has: others follow from the first day."""
    held = household.get(vlaanderen.vt_grond)
    if result.status is not Status.YES or held is UNKNOWN or not isinstance(held, int) or held & VtGrond.LEEFLOON:
        return household
    household = household.answered(vlaanderen.vt_grond, 0, held | VtGrond.LEEFLOON)
    return household.answered(vlaanderen.leefloon_sinds, 0, result.within.law.ordinal)


def _named(result: Result, row: int) -> bool:
    """Whether a notice names a person: Wohngeld the members that count, Kinderzuschlag the whole family."""
    return result.benefit.id != "wohngeld" or result.value(beruecksichtigt, row) is True


def _dated(household: Household, id: str, result: Result) -> Household:
    first, last = result.within.law.ordinal, LAST_DAY
    for fact, day in zip(DAYS[id], (first, last), strict=True):
        household = household.answered(fact, 0, day)
    return household


def _now(household: Household, fact: Fact, row: int) -> int:
    given = household.get(fact, row)
    return given if given is not UNKNOWN and isinstance(given, int) else 0
