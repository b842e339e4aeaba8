"""The interview: which question comes next, which came before, and about how many are left. It reads answers and keeps nothing.

It goes in rounds: the dwelling, the people and Wohngeld first; then, where somebody wants everything checked, one right after the other:
what is for a living, and at last what follows from the notices that she would get of it. What was said once is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lebenslage.benefits.facts import einkommen, personen, wohnen
from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.facts.leistungen import leistung
from lebenslage.benefits.together import order
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.living import living
from lebenslage.benefits.together.overview import following
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.benefits.wohngeld.rules.anspruch import mindestbetrag_erreicht
from lebenslage.kernel.errors import Problem
from lebenslage.law.engine import Benefit, Result, Status
from lebenslage.law.facts import NOBODY
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.pages.fields import NONE_OF_THEM
from lebenslage.portal.assessment import names_of_people
from lebenslage.portal.check.ahead import still_open
from lebenslage.portal.check.order import COUNTRY, PAYMENTS, PEOPLE, Rank, begins_a_list, is_shown, name_above, place_of, rank
from lebenslage.portal.months import read_month
from lebenslage.portal.questions import applied_today, opened_by
from lebenslage.residents.answers import FIRST, GEMEINDE, Answers, Place
from lebenslage.residents.reading import Reading, read

TWICE: Final = 2

# What is usually asked after the dwelling and the people: for each person, and for the household.
BEYOND_A_PERSON: Final = 7
BEYOND_A_HOUSEHOLD: Final = 2
BEYOND_A_RIGHT: Final = 2

# Nobody is asked about these on the way through all rights: they need a plan of her own (to build, to trade).
ON_REQUEST: Final = frozenset({"eigentumsfoerderung", "gewerbesteuer"})
FLANDERS: Final = Land.BE.name.lower()
FOR_A_LIVING: Final = (*order.FIRST, *order.BESIDE_WORK, *order.MINIMUM)


@dataclass(frozen=True, slots=True)
class Notes:
    """What belongs to the interview and not to the household: lists that are complete, questions put off, and if all is checked."""

    people: bool = False
    payments: bool = False
    later: tuple[str, ...] = ()
    everything: bool = False


@dataclass(frozen=True)
class Interview:
    """An interview as far as it has come, in a language."""

    answers: Answers
    notes: Notes
    say: Texts

    @cached_property
    def names(self) -> Sequence[str]:
        """How the people are called on the page."""
        return names_of_people(self.answers, self.say)

    @property
    def in_flanders(self) -> bool:
        """Whether she lives there: then the rights of that country are asked about, and no others."""
        return FLANDERS in self.answers.at(land, FIRST)

    @property
    def for_all_rights(self) -> bool:
        """Whether every right is looked at. Flanders has few, so that nobody is asked first."""
        return self.notes.everything or self.in_flanders

    @cached_property
    def law(self) -> Law | None:
        """The law of the month; None where its figures are not known."""
        try:
            return Law.on(read_month(self.answers.month)).holding(WOHNGELD.id)
        except Problem:
            return None

    @cached_property
    def reading(self) -> Reading | None:
        """The household as far as it can be read."""
        return read(self.answers, self.names, read_month(self.answers.month)) if self.law else None

    def next(self) -> str | None:
        """The next question; what was put off comes back once at the end. None where nothing can change the outcome any more."""
        again: str | None = None
        for names in self._rounds():
            opened = [name for name in names if self.notes.later.count(name) < TWICE and name_above(name, self.answers) not in names]
            fresh = next((name for name in opened if name not in self.notes.later), None)
            if fresh is not None:
                return fresh
            again = again or next(iter(opened), None)
        return again

    def _rounds(self) -> Iterator[Sequence[str]]:
        """The open questions, round by round; a round is looked at only when those before it are done."""
        fresh = any(name not in self.notes.later for name in self._opened)
        yield self._opened if not (fresh and self._decided()) else self._after_decision()
        for right in self.others() if self.for_all_rights else ():
            yield self.open_for(right)

    def first_open(self) -> Sequence[str]:
        """The open questions of the first round that has any, put off or not."""
        return next((names for names in self._rounds() if names), ())

    def others(self) -> Sequence[Benefit]:
        """The rights beside Wohngeld whose figures are known in this month, in the order in which they are asked about."""
        if self.law is None or self.reading is None or self.reading.troubles or self._opening:
            return ()
        country = (Land.BE if self.in_flanders else Land.DE).name
        known = [one for one in self.law.known if one.country == country and one.id not in ON_REQUEST and one is not WOHNGELD]
        return sorted(known, key=lambda one: FOR_A_LIVING.index(one.id) if one.id in FOR_A_LIVING else len(FOR_A_LIVING))

    def open_for(self, right: Benefit) -> Sequence[str]:
        """The open questions in sight about a right, in order."""
        return sorted(dict.fromkeys(self._asked_by_law(right)), key=self.rank)

    @cached_property
    def applied(self) -> Household | None:
        """The household as if it applied today, for all rights."""
        return _alone(applied_today(self.reading.household)) if self.reading is not None else None

    @cached_property
    def _results(self) -> Mapping[str, Result]:
        """Every right: those for a living as if applied for today, the others with the notices of the best way once that is known."""
        if self.law is None or self.applied is None:
            return {}
        ids = [one.id for one in self.others()]
        found, after = living(self.law, self.applied), [id for id in ids if id not in FOR_A_LIVING]
        as_it_is = self.law.assess(self.applied, *ids) if ids else {}
        return {**as_it_is, **following(self.law, found, after)} if after and not found.open else as_it_is

    def _seen_by(self, right: Benefit) -> Household | None:
        """The household as a right sees it; Wohngeld sees it as it is, before anybody applied."""
        if right is WOHNGELD:
            return self.reading.household if self.reading is not None else None
        result = self._results.get(right.id)
        return result.within.household if result is not None and result.status is Status.UNKNOWN else None

    def left(self) -> int:
        """About how many questions are left, without those put off for good."""
        left = sum(self.notes.later.count(name) < TWICE for name in self._opened)
        if self._opening:
            return left + BEYOND_A_PERSON * len(self.answers.rows[PERSON]) + BEYOND_A_HOUSEHOLD
        return left + (self._left_elsewhere() if self.for_all_rights else 0)

    def _left_elsewhere(self) -> int:
        """The open questions of the right that is looked at now, and a few for each right that is open after it."""
        undecided = [right for right in self.others() if self._results[right.id].status is Status.UNKNOWN]
        names = next((names for right in undecided if (names := self.open_for(right))), ())
        return sum(self.notes.later.count(name) < TWICE for name in names) + BEYOND_A_RIGHT * max(0, len(undecided) - 1)

    def open(self) -> Sequence[str]:
        """Every open question in sight, in order. The law is asked once dwelling and people are known."""
        return self._opened

    @cached_property
    def _opened(self) -> Sequence[str]:
        if self.reading is not None and self.reading.troubles:
            return list(dict.fromkeys(trouble.field or PEOPLE for trouble in self.reading.troubles))
        asked_by_law = () if self.in_flanders else self._asked_by_law()
        found = self._opening or dict.fromkeys((*self._asked_of_everybody(), *asked_by_law, *self._lists()))
        return sorted(found, key=self.rank)

    @cached_property
    def _opening(self) -> Sequence[str]:
        opening = [*self._asked_of_everybody(), *([] if self.notes.people else [PEOPLE])]
        return opening if any(name not in self.notes.later for name in opening) else []

    def previous(self, name: str) -> str | None:
        """The answered question before this one."""
        if name == COUNTRY:
            return GEMEINDE
        place = place_of(name, self.answers)
        if place is not None and not place.fact.entity.single and place.key != FIRST and begins_a_list(place):
            return PEOPLE if place.fact.entity == PERSON else PAYMENTS
        here = self.rank(name)
        return max((one for one in self.answered() if self.rank(one) < here), key=self.rank, default=None)

    def answered(self) -> Sequence[str]:
        """Every question that was answered or put off and is still asked, in order."""
        names = [place.name for place in self.answers.given if is_shown(place, self.answers)]
        names += [GEMEINDE] if self.answers.gemeinde else []
        names += [PEOPLE] if self.notes.people else []
        names += [PAYMENTS] if self.notes.payments else []
        put_off = [one for one in self.notes.later if place_of(one, self.answers) or one == GEMEINDE]
        return sorted(dict.fromkeys([*names, *put_off]), key=self.rank)

    def rank(self, name: str) -> Rank:
        """Where a question stands among all."""
        return rank(name, self.answers)

    def _asked_of_everybody(self) -> Iterator[str]:
        if not self.in_flanders:
            yield from self._asked_of_the_dwelling()
        first = self.answers.rows[PERSON][0]
        for key in self.answers.rows[PERSON]:
            facts = (personen.geburtsdatum,) if key == first else (personen.verhaeltnis, personen.geburtsdatum)
            yield from (Place(fact, key).name for fact in facts if not self.answers.at(fact, key))

    def _asked_of_the_dwelling(self) -> Iterator[str]:
        if not self.answers.gemeinde and not self.answers.at(wohnen.mietenstufe, FIRST):
            yield GEMEINDE
        yield from self._with_opened(Place(wohnen.wohnform, FIRST))

    def _with_opened(self, place: Place) -> Iterator[str]:
        given = self.answers.given.get(place, ())
        if not given:
            yield place.name
        for fact, openers in opened_by(place.fact).items():
            if openers & set(given) and is_shown(Place(fact, place.key), self.answers):
                yield from self._with_opened(Place(fact, place.key))

    def _lists(self) -> Iterator[str]:
        if not self.notes.people:
            yield PEOPLE
        if not self.notes.payments and self._has_income():
            yield PAYMENTS

    def _has_income(self) -> bool:
        kinds = (self.answers.at(einkommen.einkommensarten, key) for key in self.answers.rows[PERSON])
        return any(kind and NONE_OF_THEM not in kind for kind in kinds)

    def _asked_by_law(self, right: Benefit = WOHNGELD) -> Iterator[str]:
        household = self._seen_by(right)
        if self.law is not None and household is not None:
            for missing in still_open(self.law, household, right):
                place = Place(missing.fact, self.answers.rows[missing.fact.entity][missing.row])
                yield GEMEINDE if place.fact is wohnen.mietenstufe and not self.answers.gemeinde else place.name

    def _decided(self) -> bool:
        """Whether the outcome stands although questions are open. Looked at only when everybody's exclusions and incomes are known."""
        known = all(self.answers.at(fact, key) for fact in (leistung, einkommen.einkommensarten) for key in self.answers.rows[PERSON])
        if not known or not self.notes.people or self.law is None or self.reading is None:
            return False
        return self.law.assess(self.reading.household, WOHNGELD.id)[WOHNGELD.id].status is not Status.UNKNOWN

    def _after_decision(self) -> Sequence[str]:
        """Payments that were not asked for yet can turn too much income into less."""
        open_lists = list(self._lists())
        if PAYMENTS not in open_lists or self.law is None or self.reading is None:
            return ()
        result = self.law.assess(self.reading.household, WOHNGELD.id)[WOHNGELD.id]
        return [PAYMENTS] if result.status is Status.YES or result.refused_by is mindestbetrag_erreicht else ()


def _alone(household: Household) -> Household:
    """Who lives alone has no parent here: nobody asks her."""
    if household.rows(PERSON) == 1:
        for fact in (personen.elternteil_1, personen.elternteil_2):
            household = household.answered(fact, 0, NOBODY)
    return household
