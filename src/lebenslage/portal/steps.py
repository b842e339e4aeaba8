"""The small steps on the way: a person or a payment more or less. They are buttons of the form and work without JavaScript."""

from __future__ import annotations

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.portal.problems import TooManyInHousehold
from lebenslage.residents.answers import MOST_ROWS, Answers

ADD, REMOVE = "dazu", "weg"


def applied(step: str, answers: Answers) -> Answers | None:
    """The answers after a step such as `dazu person` or `weg person 2`; None where it is no step. Raises TooManyInHousehold."""
    words = step.split()
    entities = {entity.name: entity for entity in VOCABULARY.facts if not entity.single}
    if len(words) < 2 or words[1] not in entities:
        return None
    if words[0] == ADD:
        if len(answers.rows[entities[words[1]]]) >= MOST_ROWS:
            raise TooManyInHousehold(limit=MOST_ROWS)
        return answers.added(entities[words[1]])
    return answers.removed(entities[words[1]], words[2]) if words[0] == REMOVE and len(words) == 3 else None
