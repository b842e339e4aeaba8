"""What makes a household impossible, whatever the law says of it."""

from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.law.facts import NOBODY
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON, UNKNOWN
from lebenslage.law.problems import Contradiction, NoHead, OlderThanParent, OwnParent, TwoHeads


def one_head(household: Household) -> None:
    """Exactly one person applies. Raises TwoHeads; NoHead where every person's place is known and nobody applies."""
    places = [household.get(personen.verhaeltnis, row) for row in range(household.rows(PERSON))]
    heads = [row for row, place in enumerate(places) if place is not UNKNOWN and place == Verhaeltnis.ANTRAGSTELLEND]
    names = household.names[PERSON]
    if len(heads) > 1:
        raise TwoHeads(person=names[heads[0]], other=names[heads[1]])
    if not heads and UNKNOWN not in places:
        raise NoHead


def children_younger(household: Household) -> None:
    """A child is younger than its parents. Raises OwnParent, OlderThanParent."""
    names = household.names[PERSON]
    for row in range(household.rows(PERSON)):
        born = household.get(personen.geburtsdatum, row)
        for fact in (personen.elternteil_1, personen.elternteil_2):
            parent = household.get(fact, row)
            if not isinstance(parent, int) or parent == NOBODY:
                continue
            if parent == row:
                raise OwnParent(person=names[row])
            parent_born = household.get(personen.geburtsdatum, parent)
            if isinstance(born, int) and isinstance(parent_born, int) and born <= parent_born:
                raise OlderThanParent(person=names[row], other=names[parent])


def answers_agree(household: Household) -> None:
    """An amount belongs to a kind that was chosen: two answers that disagree are not guessed at. Raises Contradiction."""
    for fact, values in household.given.items():
        when = fact.asked.when
        if when is None or when.fact.entity != fact.entity:
            continue
        for row, value in enumerate(values):
            condition = household.get(when.fact, row)
            if isinstance(value, int) and value and isinstance(condition, int) and not when.holds(condition):
                person = "" if fact.entity.single else household.names[fact.entity][row]
                raise Contradiction(fact=fact, person=person, other=when.fact, choice=when.names)


CHECKS = (one_head, children_younger, answers_agree)
