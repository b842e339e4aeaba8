"""In which order questions stand: the dwelling, the people, what decides early, incomes, payments, and what is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lebenslage.benefits.facts import FACTS, VOCABULARY, antrag, einkommen, ermaessigungen, personen, unterhalt, vlaanderen, wohnen
from lebenslage.benefits.facts.land import land
from lebenslage.benefits.facts.leistungen import leistung
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.portal.questions import opened_by
from lebenslage.residents.answers import FIRST, GEMEINDE, Answers, Place, name_field

PEOPLE: Final = "personen"
PAYMENTS: Final = "zahlungen"
NAME_OF_NEXT: Final = "name"
COUNTRY: Final = Place(land, FIRST).name
DWELLING, WHO, ALL_PEOPLE, EXCLUDING, INCOME, PAID, ALL_PAID, DECIDING, REST_OF_PERSON, REST_OF_HOUSEHOLD, APPLICATION = range(11)

# Asked once for all, before anybody is asked by name: mostly no, and then that is the end of it.
DECIDING_FACTS: Final = (
    ermaessigungen.sozialpass_angebot,
    ermaessigungen.sozialticket_angebot,
    ermaessigungen.zuzahlungen,
    vlaanderen.verblijf_belgie,
    vlaanderen.werkelijk_verblijf,
    vlaanderen.meerderjarig_gelijkgesteld,
    vlaanderen.werkbereid,
    vlaanderen.andere_rechten_eerst,
    vlaanderen.woont_in_antwerpen,
)

type Rank = tuple[int, int, int]


def below(fact: Fact) -> Iterator[Fact]:
    """A question and everything that its answers open, directly or not."""
    yield fact
    for opened in opened_by(fact, FACTS):
        yield from below(opened)


_PLACE_IN_LIST: Final = {fact: number for number, fact in enumerate(FACTS)} | {
    land: -2,
    personen.verhaeltnis: -2,
    personen.geburtsdatum: -1,
    einkommen.abzuege: len(FACTS),
}
_PART: Final[dict[Fact, int]] = (
    {fact: REST_OF_PERSON if fact.entity == PERSON else REST_OF_HOUSEHOLD for fact in FACTS}
    | dict.fromkeys((land, wohnen.mietenstufe, *below(wohnen.wohnform)), DWELLING)
    | dict.fromkeys((personen.verhaeltnis, personen.geburtsdatum), WHO)
    | dict.fromkeys(below(leistung), EXCLUDING)
    | dict.fromkeys(below(einkommen.einkommensarten), INCOME)
    | dict.fromkeys((fact for fact in FACTS if fact.entity == unterhalt.UNTERHALTSZAHLUNG), PAID)
    | dict.fromkeys(DECIDING_FACTS, DECIDING)
    | dict.fromkeys((fact for fact in vars(antrag).values() if isinstance(fact, Fact)), APPLICATION)
)
_BY_NAME: Final = {(entity.name, fact.id): fact for entity, facts in VOCABULARY.facts.items() for fact in facts.values()}


def place_of(name: str, answers: Answers) -> Place | None:
    """The place that a name in an address stands for, where the household has such a row."""
    entity, _, rest = name.partition("-")
    key, _, id = rest.partition("-")
    fact = _BY_NAME.get((entity, id))
    return Place(fact, key) if fact is not None and key in answers.rows[fact.entity] else None


def above(place: Place) -> Place | None:
    """The question on whose answer this one hangs; None where it hangs on none."""
    when = place.fact.asked.when
    return None if when is None else Place(when.fact, FIRST if when.entity == HOUSEHOLD else place.key)


def name_above(name: str, answers: Answers) -> str | None:
    """The same by name."""
    place = place_of(name, answers)
    upper = above(place) if place is not None else None
    return upper.name if upper is not None else None


def is_shown(place: Place, answers: Answers) -> bool:
    """Whether the answers so far lead to this question."""
    if place.fact is personen.verhaeltnis and place.key == answers.rows[PERSON][0]:
        return False
    upper, when = above(place), place.fact.asked.when
    if upper is None or when is None:
        return True
    return is_shown(upper, answers) and any(one in when.names or one == "ja" for one in answers.given.get(upper, ()))


def begins_a_list(place: Place) -> bool:
    """Whether it is the first question about somebody, or about a payment."""
    return place.fact is personen.verhaeltnis or place.fact.entity not in (PERSON, HOUSEHOLD)


def rank(name: str, answers: Answers) -> Rank:
    """Where a question stands among all."""
    fixed: dict[str, Rank] = {GEMEINDE: (DWELLING, 0, -1), PEOPLE: (ALL_PEOPLE, 0, 0), PAYMENTS: (ALL_PAID, 0, 0)}
    place = place_of(name, answers)
    if place is None:
        return fixed.get(name, (WHO, _row(name, answers), -9))
    row = 0 if place.fact.entity == HOUSEHOLD else list(answers.rows[place.fact.entity]).index(place.key)
    return _PART[place.fact], row, _PLACE_IN_LIST[place.fact]


def _row(name: str, answers: Answers) -> int:
    return next((number for number, key in enumerate(answers.rows[PERSON]) if name == name_field(key)), 0)
