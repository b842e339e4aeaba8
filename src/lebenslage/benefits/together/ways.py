"""The lawful ways to make a living from rights: beside work with Wohngeld and Kinderzuschlag, or a minimum income; and which one, and why.

SGB II § 12a, BKGG § 6a, WoGG §§ 7 and 8, SGB XII §§ 2, 19 and 21. The amounts are those of the benefits themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from lebenslage.benefits.together.claims import claimed, receiving, rows_where, whose, without_minimum
from lebenslage.benefits.together.order import BESIDE_WORK, FIRST, MINIMUM
from lebenslage.kernel.units import CentPerMonth, unit_of
from lebenslage.law.engine import LawOn, Result, Status
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import Rule
from lebenslage.law.texts import Texts

MONTHLY: Final = unit_of(CentPerMonth)
MONTHS_OF_DUTY = 3  # SGB II § 12a S. 2 Nr. 2
GAP = 100_00  # BKGG § 6a Abs. 1a Nr. 1


class WayId(Enum):
    """Two ways exclude each other for the same person in the same month."""

    BESIDE_WORK = "beside_work"
    MINIMUM = "minimum"


@dataclass(frozen=True, slots=True)
class Way:
    """Rights that can be had together, beside those that come first. `amounts` are cents a month by right."""

    id: WayId
    household: Household = field(repr=False)
    results: Mapping[str, Result] = field(repr=False)

    @property
    def amounts(self) -> Mapping[str, int]:
        """What each right of this way pays."""
        return {id: result.amount or 0 for id, result in self.results.items() if result.status is Status.YES}

    @property
    def total(self) -> int:
        """What the way pays a month."""
        return sum(self.amounts.values())

    @property
    def open(self) -> Sequence[Result]:
        """Rights of which it is not known yet whether they are due."""
        return [result for result in self.results.values() if result.status is Status.UNKNOWN]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a way is chosen: a sentence with amounts in cents a month. `beside` are the rights without a minimum income."""

    id: str
    amounts: Mapping[str, int]
    beside: tuple[str, ...] = ()

    def told(self, words: Texts) -> str:
        """The sentence, with its amounts and rights."""
        amounts = {name: words.value(cents, MONTHLY) for name, cents in self.amounts.items()}
        names = f" {words('together', 'and')} ".join(words("benefits", id, "name") for id in self.beside)
        return words("together", "reasons", self.id, rights=names, **amounts)


@dataclass(frozen=True, slots=True)
class Coverage:
    """For this month and the next ones that are known: whether Wohngeld and Kinderzuschlag cover what SGB II would pay for need."""

    months: tuple[bool, ...]

    @property
    def now(self) -> bool:
        """Whether they do in the month that is asked for."""
        return self.months[:1] == (True,)

    @property
    def lasting(self) -> bool:
        """Whether they do in every month that is known, of three."""
        return bool(self.months) and all(self.months)

    @property
    def foreseen(self) -> bool:
        """Whether the figures of all three months are known."""
        return len(self.months) == MONTHS_OF_DUTY


@dataclass(frozen=True, slots=True)
class Choice:
    """The way that is best among the lawful ones; None while that is not known. `other` is what it was weighed against."""

    best: Way | None
    other: Way | None
    reasons: tuple[Reason, ...]
    duty: bool


@dataclass(frozen=True, slots=True)
class Start:
    """The household with the rights that come first, claimed."""

    household: Household = field(repr=False)
    first: Mapping[str, Result] = field(repr=False)


def started(law: LawOn, household: Household) -> Start:
    """Claim what comes before everything else, one after the other; nobody receives a benefit for the cost of living."""
    household, first = without_minimum(household), dict[str, Result]()
    for id in _known(law, FIRST):
        first[id] = law.assess(household, id)[id]
        household = claimed(household, first[id])
    return Start(household, first)


def beside_work(law: LawOn, start: Start) -> Way:
    """Wohngeld and Kinderzuschlag, without a minimum income. Neither counts the other as income."""
    ids = _known(law, BESIDE_WORK)
    return Way(WayId.BESIDE_WORK, start.household, law.assess(start.household, *ids) if ids else {})


def minimum(law: LawOn, start: Start, considered: Rule | None) -> Way:
    """A minimum income, person by person, with Wohngeld for those whom it leaves out. `considered`: whose income counts in it."""
    ids = _known(law, MINIMUM)
    results = dict(law.assess(start.household, *ids)) if ids else {}
    granted = [result for result in results.values() if result.status is Status.YES]
    if not granted or "wohngeld" not in _known(law, BESIDE_WORK):
        return Way(WayId.MINIMUM, start.household, results)
    rows = rows_where(law, start.household, considered) if "sgb2" in {one.benefit.id for one in granted} else ()
    household = receiving(start.household, granted, rows, law.in_force.ordinal)
    if set(range(household.rows(PERSON))) - {row for one in granted for row in whose(one)} - set(rows):
        results["wohngeld"] = law.assess(household, "wohngeld")["wohngeld"]
    return Way(WayId.MINIMUM, household, results)


def chosen(beside: Way, least: Way, covered: Coverage, need: int) -> Choice:
    """Weigh the two ways. `need` is what SGB II would pay in cents a month, without what is paid on top of the need."""
    if beside.open or least.open:
        return Choice(None, None, (), duty=False)
    if not least.amounts or not beside.amounts:
        return _only(next((way for way in (beside, least) if way.amounts), None))
    sums = {"beside": beside.total, "minimum": least.total, "gap": max(need - beside.total, 0)}
    sums["difference"] = abs(least.total - beside.total)
    rights = tuple(beside.amounts)
    if covered.now and covered.lasting:
        return Choice(beside, least, (Reason("duty" if covered.foreseen else "unforeseen", sums, rights),), duty=True)
    if covered.now:
        better, other = (beside, least) if beside.total >= least.total else (least, beside)
        return Choice(better, other, (Reason("duty_short", sums, rights),), duty=False)
    if beside.total >= least.total:
        return Choice(beside, least, (Reason("more_beside_work", sums, rights), Reason("waiver", sums, rights)), duty=False)
    return Choice(least, beside, (Reason("not_covered", sums, rights), *_gap_rule(beside, sums)), duty=False)


def _only(way: Way | None) -> Choice:
    """Where one way pays nothing, the other is taken; where none does, there is nothing to choose."""
    reasons = () if way is None else (Reason(f"only_{way.id.value}", {}, tuple(way.amounts)),)
    return Choice(way, None, reasons, duty=False)


def _gap_rule(beside: Way, sums: Mapping[str, int]) -> tuple[Reason, ...]:
    """Who does not want SGB II may still have Kinderzuschlag with a gap of at most 100 euros."""
    possible = "kinderzuschlag" in beside.amounts and 0 < sums["gap"] <= GAP
    return (Reason("gap", sums),) if possible else ()


def _known(law: LawOn, ids: Sequence[str]) -> tuple[str, ...]:
    known = {benefit.id for benefit in law.known}
    return tuple(id for id in ids if id in known)
