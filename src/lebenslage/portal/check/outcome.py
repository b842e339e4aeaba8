"""What is due: the sum at the top, each right with its amount, and what is missing where that cannot be said yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lebenslage.benefits.facts import antrag
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.kernel.errors import Problem
from lebenslage.law.engine import Result, Status
from lebenslage.law.nodes import PERSON, UNKNOWN
from lebenslage.law.texts import Texts
from lebenslage.portal.check.interview import Interview
from lebenslage.portal.check.known import Line, named_line
from lebenslage.portal.months import in_words, read_month, this_month
from lebenslage.portal.outcome import Outcome, tell
from lebenslage.portal.questions import applied_today
from lebenslage.portal.sentences import Told, told, told_at_fields
from lebenslage.residents.answers import name_field


@dataclass(frozen=True, slots=True)
class Due:
    """What a household is due in a month. `supposed_today`: the beginning holds for an application made today.

    `others` are the people beside the one who asks: where their names are changed, and how they are called.
    """

    month: str
    total: str
    rights: Sequence[Outcome]
    missing: Sequence[Line]
    troubles: Sequence[Told]
    supposed_today: bool
    others: Sequence[tuple[str, str]] = ()

    @property
    def granted(self) -> bool:
        """Whether there is any right."""
        return any(right.granted for right in self.rights)

    @property
    def first(self) -> Outcome | None:
        """The right that the page speaks of first."""
        return self.rights[0] if self.rights else None


def due(interview: Interview, say: Texts) -> Due:
    """What a household is due, or what stands in the way of saying it."""
    month = interview.answers.month or this_month()
    if interview.law is None or interview.reading is None:
        return Due(month, "", (), (), [_no_law(month, say)], supposed_today=False)
    if interview.reading.troubles:
        return Due(
            in_words(month, say), "", (), (), told_at_fields(interview.reading.troubles, interview.answers, say), supposed_today=False
        )
    supposed = interview.reading.household.get(antrag.antragsdatum) is UNKNOWN
    household = applied_today(interview.reading.household)
    results = list(interview.law.assess(household, WOHNGELD.id).values())
    undecided = any(result.status is Status.UNKNOWN for result in results)
    missing = [named_line(name, interview, say) for name in interview.open()] if undecided else []
    return Due(
        in_words(month, say), _total(results, say), [tell(result, say) for result in results], missing, (), supposed, _others(interview)
    )


def _others(interview: Interview) -> Sequence[tuple[str, str]]:
    keys = interview.answers.rows[PERSON]
    return [(name_field(key), name) for key, name in zip(keys, interview.names, strict=True)][1:]


def _no_law(month: str, say: Texts) -> Told:
    try:
        read_month(month)
    except Problem as problem:
        return told(problem, "monat", say)
    return Told("monat", say("check", "no_figures"), say("check", "no_figures"))


def _total(results: Sequence[Result], say: Texts) -> str:
    granted = [result for result in results if result.status is Status.YES and result.amount]
    return say.value(sum(result.amount or 0 for result in granted), granted[0].benefit.unit) if granted else ""
