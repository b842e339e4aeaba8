"""What a household has to live on: what it earns, what else comes in, and the best lawful combination of rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from lebenslage.benefits.facts import einkommen, netto
from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.nettoeinkommen import erwerbseinkommen_netto
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.priority import bg_members, coverage, open_need
from lebenslage.benefits.together.ways import Choice, Start, Way, WayId, beside_work, chosen, minimum, started
from lebenslage.law.curves import Look, Varied
from lebenslage.law.engine import Missing, Result, Status
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON, UNKNOWN

# What comes in each month besides earnings and the rights that are assessed.
OTHER_INCOME: Final = (
    einkommen.rente,
    einkommen.andere_rente,
    einkommen.versorgungsbezuege,
    einkommen.unfallrente,
    einkommen.lohnersatz,
    einkommen.unterhalt,
    einkommen.ehegattenunterhalt,
    einkommen.ausbildungsfoerderung,
)
# Income that an assessed right replaces where that right is due.
REPLACED: Final = {"unterhaltsvorschuss": einkommen.unterhaltsvorschuss, "elterngeld": einkommen.elterngeld}
# What a wage that is varied leaves open: the net pay follows from it.
FOLLOWS: Final = {einkommen.bruttolohn: (netto.nettolohn, netto.SCHAETZEN)}


@dataclass(frozen=True, slots=True)
class Living:
    """The rights for the cost of living: those that come first, the two ways, and the choice between them."""

    start: Start
    beside: Way
    minimum: Way
    choice: Choice

    @property
    def ways(self) -> tuple[Way, Way]:
        """Both ways, whichever is chosen."""
        return self.beside, self.minimum

    @property
    def open(self) -> bool:
        """Whether a right that comes first, or the best way, is not known yet."""
        first = any(result.status is Status.UNKNOWN for result in self.start.first.values())
        return first or (self.choice.best is None and bool(self.beside.open or self.minimum.open))

    @property
    def monthly(self) -> int | None:
        """What these rights pay a month together; None while something is open."""
        if self.open:
            return None
        first = sum(result.amount or 0 for result in self.start.first.values() if result.status is Status.YES)
        return first + (self.choice.best.total if self.choice.best is not None else 0)

    def results(self) -> Iterator[Result]:
        """The results that count: first, then those of the best way, or of both where it is open."""
        yield from self.start.first.values()
        ways = (self.choice.best,) if self.choice.best is not None else (self.beside, self.minimum)
        for way in ways:
            yield from way.results.values()


def living(law: Law, household: Household) -> Living:
    """Assess the rights for the cost of living, together. The order between them is German law; elsewhere there is nothing to choose."""
    if household.get(land) == Land.BE:
        empty = (Way(WayId.BESIDE_WORK, household, {}), Way(WayId.MINIMUM, household, {}))
        return Living(Start(household, {}), *empty, Choice(None, None, (), duty=False))
    start = started(law, household)
    beside, least = beside_work(law, start), minimum(law, start, bg_members(law))
    return Living(start, beside, least, chosen(beside, least, coverage(law, start, beside, least), open_need(least)))


def varied(law: Law, household: Household, fact: Fact, row: int) -> Varied:
    """One answer, ready to be varied, with everything the household has to live on."""

    def look(changed: Household) -> Look:
        found = living(law, changed)
        results = {result.benefit.id: result for result in found.results()}
        earned, missing = _earned(law, found.start)
        return Look(
            {id: result.status for id, result in results.items()},
            {id: result.amount or 0 for id, result in results.items()},
            None if earned is None or found.monthly is None else earned + found.monthly,
            tuple(dict.fromkeys((*missing, *chain.from_iterable(result.missing for result in results.values())))),
        )

    if fact in FOLLOWS and household.get(FOLLOWS[fact][0], row) is not UNKNOWN:
        household = household.answered(FOLLOWS[fact][0], row, FOLLOWS[fact][1])
    return Varied(household, fact, row, look)


def _earned(law: Law, start: Start) -> tuple[int | None, list[Missing]]:
    """Net earnings and other income of all persons; None, with what is missing, where that is not known."""
    run = law.conclude(start.household, erwerbseinkommen_netto)
    total, missing = 0, []
    facts = (*OTHER_INCOME, *(fact for id, fact in REPLACED.items() if not _paid(start, id)))
    for row in range(run.rows(PERSON)):
        for source in (erwerbseinkommen_netto, *facts):
            value = source.value(run, row)
            if not isinstance(value, int):
                missing += [Missing(fact, at) for fact, at in source.blockers(run, row) if isinstance(fact, Fact)]
            total += max(value, 0) if isinstance(value, int) else 0
    return (None if missing else total), missing


def _paid(start: Start, right: str) -> bool:
    return right in start.first and start.first[right].status is Status.YES
