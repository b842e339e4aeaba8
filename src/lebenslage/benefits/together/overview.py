"""Everything a household has a right to, at once: each right alone, what they do to each other, the best lawful combination and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.leefloon import LEEFLOON
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.living import Living, living
from lebenslage.benefits.together.notices import with_leefloon, with_notices
from lebenslage.benefits.together.order import BESIDE_WORK, FIRST, MINIMUM, RELATIONS, Kind, Relation
from lebenslage.benefits.together.ways import Choice
from lebenslage.law.engine import Missing, Result, Status
from lebenslage.law.household import Household

COUNTRIES = {Land.DE: "DE", Land.BE: "BE"}


class Standing(Enum):
    """What becomes of a right beside the others."""

    FIRST = "first"
    CHOSEN = "chosen"
    SET_ASIDE = "set_aside"
    FOLLOWS = "follows"
    BESIDE = "beside"
    NONE = "none"
    OPEN = "open"
    NO_TABLE = "no_table"


@dataclass(frozen=True, slots=True)
class Right:
    """One right: as claimed alone, and in the best combination (cents in the period of its unit; None where it has no sum)."""

    alone: Result
    together: Result
    standing: Standing

    @property
    def id(self) -> str:
        """The id of the benefit."""
        return self.alone.benefit.id

    @property
    def amount(self) -> int | None:
        """What is paid of it in the best combination."""
        paid = self.standing in (Standing.FIRST, Standing.CHOSEN, Standing.FOLLOWS, Standing.BESIDE)
        return self.together.amount if paid else None

    @property
    def told(self) -> Result:
        """The result that says why: with the notices of the best way where it may follow from them, alone where it steps back."""
        follows = self.id not in {*FIRST, *BESIDE_WORK, *MINIMUM}
        return self.together if follows or self.standing is Standing.CHOSEN else self.alone

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The facts that would decide."""
        return self.together.missing or self.alone.missing


@dataclass(frozen=True, slots=True)
class Overview:
    """The answer to everything. `figures` are those of a reform."""

    rights: Mapping[str, Right]
    conflicts: tuple[Relation, ...]
    living: Living
    figures: Mapping[str, Any]

    @property
    def choice(self) -> Choice:
        """The best lawful way, and why."""
        return self.living.choice

    @property
    def monthly(self) -> int | None:
        """What the rights for the cost of living pay a month; None while something is open."""
        return self.living.monthly

    def standing(self, *standings: Standing) -> Sequence[Right]:
        """The rights of these standings, in the order of priority."""
        return [right for right in self.rights.values() if right.standing in standings]


def overview(law: Law, household: Household) -> Overview:
    """Assess a household for everything."""
    ids = [b.id for b in law.benefits.values() if b.country == COUNTRIES[Land(_land(household))]]
    found = living(law, household)
    as_it_is = law.assess(household, *ids)
    others = [id for id in ids if id not in {*FIRST, *BESIDE_WORK, *MINIMUM}]
    noticed = following(law, found, others) if others and not found.open else {}
    rights = {id: _right(as_it_is[id], found, noticed) for id in _ordered(ids)}
    return Overview(rights, tuple(_conflicts(rights)), found, law.figures)


def following(law: Law, found: Living, ids: Sequence[str]) -> Mapping[str, Result]:
    """Rights as they are with the notices of the best way. Only what these do not open may still hang on notices nobody was asked for."""
    first = law.assess(_with_new_notices(law, found, no_others=True), *ids)
    refused = [id for id in ids if first[id].status is Status.NO]
    again = law.assess(_with_new_notices(law, found, no_others=False), *refused) if refused else {}
    return {**first, **again}


def _with_new_notices(law: Law, found: Living, *, no_others: bool) -> Household:
    best, household = found.choice.best, found.start.household
    if _land(household) == Land.BE:
        return with_leefloon(household, law.assess(household, LEEFLOON.id)[LEEFLOON.id])
    granted = [result for result in best.results.values() if result.status is Status.YES] if best is not None else []
    return with_notices(best.household if best is not None else household, granted, no_others=no_others)


def _land(household: Household) -> int:
    given = household.get(land)
    return given if isinstance(given, int) else Land.DE


def _ordered(ids: Sequence[str]) -> Sequence[str]:
    order = (*FIRST, *BESIDE_WORK, *MINIMUM)
    return sorted(ids, key=lambda id: (order.index(id) if id in order else len(order), ids.index(id)))


def _right(as_it_is: Result, found: Living, noticed: Mapping[str, Result]) -> Right:
    id, best = as_it_is.benefit.id, found.choice.best
    if id in found.start.first:
        return Right(found.start.first[id], found.start.first[id], _plain(found.start.first[id], Standing.FIRST))
    if id in noticed:
        return Right(as_it_is, noticed[id], _beside(as_it_is, noticed[id]))
    if id not in {*BESIDE_WORK, *MINIMUM}:
        return Right(as_it_is, as_it_is, _plain(as_it_is, Standing.BESIDE))
    alone = found.beside.results.get(id) or found.minimum.results.get(id) or as_it_is
    together = best.results.get(id, alone) if best is not None else alone
    if alone.status is not Status.YES and together.status is not Status.YES:
        return Right(alone, together, _plain(alone, Standing.NONE))
    if best is None:
        return Right(alone, alone, Standing.OPEN)
    paid = id in best.results and together.status is Status.YES
    return Right(alone, together, Standing.CHOSEN if paid else Standing.SET_ASIDE)


def _beside(alone: Result, noticed: Result) -> Standing:
    """A right that needs a notice: what it is with the notices of the best way in hand."""
    follows = noticed.status is Status.YES and alone.status is not Status.YES
    return Standing.FOLLOWS if follows else _plain(noticed, Standing.BESIDE)


def _plain(result: Result, granted: Standing) -> Standing:
    others = {Status.UNKNOWN: Standing.OPEN, Status.NO: Standing.NONE, Status.NO_TABLE: Standing.NO_TABLE}
    return others.get(result.status, granted)


def _conflicts(rights: Mapping[str, Right]) -> Iterator[Relation]:
    """The relations that matter here: both rights would be due if claimed alone, or one counts in the other."""
    for relation in RELATIONS:
        one, other = rights.get(relation.right), rights.get(relation.other)
        if one is None or other is None:
            continue
        both = one.alone.status is Status.YES and other.alone.status is Status.YES
        counts = relation.kind in (Kind.COUNTS, Kind.REDUCES)
        if (both and not counts) or (counts and one.standing is Standing.FIRST and other.standing is Standing.CHOSEN):
            yield relation
