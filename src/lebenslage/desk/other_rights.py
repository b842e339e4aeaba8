"""What this household may have a right to beside the one of the case, as far as its facts say, and what the two do to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.order import RELATIONS
from lebenslage.cases.queries import Assessed, CaseFile
from lebenslage.desk.saying import words
from lebenslage.law.engine import Result, Status
from lebenslage.law.explain import amount_told


@dataclass(frozen=True, slots=True)
class OtherRight:
    """One right: whether it is due if claimed alone, and each relation with its paragraph. `open`: what is not known yet."""

    name: str
    state: str
    amount: str
    relations: Sequence[str]
    open: Sequence[str]


def other_rights(file: CaseFile) -> Sequence[OtherRight]:
    """The rights that stand in a relation to the one of the case and are due, or may be. None where the facts cannot be read."""
    found = file.assessed
    if found.household is None or found.day is None or found.troubles:
        return ()
    return list(_beside(found, file.case.version.service))


def _beside(found: Assessed, service: str) -> Iterator[OtherRight]:
    assert found.day is not None
    assert found.household is not None
    law = Law.on(found.day)
    known = {benefit.id for benefit in law.known}
    pairs = [(one, one.other if one.right == service else one.right) for one in RELATIONS if service in (one.right, one.other)]
    ids = list(dict.fromkeys(id for _, id in pairs if id in known))
    for id, result in law.assess(found.household, *ids).items() if ids else ():
        if result.status is not Status.NO:
            yield _told(result, [f"{words()('together', 'relations', one.id)} ({one.cites})" for one, other in pairs if other == id])


def _told(result: Result, relations: Sequence[str]) -> OtherRight:
    say = words()
    due = result.status is Status.YES
    return OtherRight(
        name=say("benefits", result.benefit.id, "name"),
        state=say("desk", "law", "outcomes", result.status.value),
        amount=amount_told(result, say) if due and result.amount else "",
        relations=relations,
        open=list(dict.fromkeys(say.label(one.fact) for one in result.missing)),
    )
