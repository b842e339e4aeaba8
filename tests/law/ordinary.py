"""Families of whom everything is known: what is told, and the ordinary answer to every other question of the law."""

from collections.abc import Iterator
from typing import Any

from lebenslage.benefits.facts import VOCABULARY, netto, vlaanderen
from lebenslage.benefits.facts.familie import Familienstand
from lebenslage.benefits.facts.personen import Verhaeltnis, verhaeltnis
from lebenslage.law.facts import NOBODY, Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON, UNKNOWN
from tests.law.plain import Answers, home, person, read

YOUNG = (Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)
ORDINARY = {
    "steuerklasse": netto.Steuerklasse.I,
    "gesetzlich_versichert": 1,
    "sozialpass_angebot": 1,
    "sozialticket_angebot": 1,
    "ticket_gewuenscht": 1,
    "mutterschaftsgeld_bis": 1,
    "werkelijk_verblijf": 1,
    "andere_rechten_eerst": 1,
    "woont_in_antwerpen": 1,
    "aufenthalt_noch_ein_jahr": 1,
    "kansenprijs_zwembeurt": vlaanderen.GEBRUIKELIJK,
    "kansenprijs_museum": vlaanderen.GEBRUIKELIJK,
    "kansenprijs_huiswerkhulp": vlaanderen.GEBRUIKELIJK,
}
WAGE: Answers = {"bruttolohn": 0, "werbungskosten": "pauschal", "gewerkschaftsbeitrag": 0, "nettolohn": "schaetzen"}


def family(*people: Answers, **told: Any) -> Household:
    """A rented home of these people, with an answer to every question."""
    return completed(read(home(*people, **{"miete": 700, **told})))


def adult(relation: str = "antragstellend", **told: Any) -> Answers:
    """An adult who could work."""
    return person(relation, **told)


def child(birth: str = "1.2.2015", **told: Any) -> Answers:
    """A child of the first person."""
    return person("kind", **{"elternteil_1": "P1", "geburtsdatum": birth, **told})


def children(household: Household) -> int:
    """How many children live here."""
    return sum(household.get(verhaeltnis, row) in YOUNG for row in range(household.rows(PERSON)))


def completed(household: Household) -> Household:
    """The household with the ordinary answer to whatever is asked and was not told."""
    for facts in VOCABULARY.facts.values():
        for fact in facts.values():
            if fact.asked.assumed is None:
                for row in _open_rows(household, fact):
                    household = household.answered(fact, row, _ordinary(household, fact, row))
    return household


def _open_rows(household: Household, fact: Fact) -> Iterator[int]:
    for row in range(household.rows(fact.entity)):
        if household.get(fact, row) is UNKNOWN and _asked(household, fact, row):
            yield row


def _asked(household: Household, fact: Fact, row: int) -> bool:
    when = fact.asked.when
    if when is None:
        return True
    given = household.get(when.fact, 0 if when.entity.single else row)
    value = given if isinstance(given, int) else when.fact.asked.assumed or 0
    return when.holds(value) and _asked(household, when.fact, row)


def _ordinary(household: Household, fact: Fact, row: int) -> int:
    relations = [household.get(verhaeltnis, n) for n in range(household.rows(PERSON))]
    if fact.unit is not None and fact.unit.kind == "person":
        return NOBODY
    if fact.id == "familienstand":
        return Familienstand.VERHEIRATET if Verhaeltnis.EHEGATTE in relations and relations[row] not in YOUNG else Familienstand.LEDIG
    if fact.id == "hat_kinder":
        return int(relations[row] not in YOUNG and any(relation in YOUNG for relation in relations))
    if fact.id == "kinder_unter_25":
        return sum(relation in YOUNG for relation in relations)
    return ORDINARY.get(fact.id, max(fact.bounds.least, 0))
