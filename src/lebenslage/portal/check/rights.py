"""Everything that is due, told: what is paid together and why, what excludes what, what is not possible, what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lebenslage.authorities.offices import deciding
from lebenslage.authorities.problems import UnclearMunicipality, UnknownMunicipality
from lebenslage.authorities.queries import find
from lebenslage.benefits.facts import vlaanderen
from lebenslage.benefits.leefloon import LEEFLOON
from lebenslage.benefits.together.evidence import papers_for
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.overview import Overview, Right, Standing, overview
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.law.engine import Result, Status
from lebenslage.law.texts import Texts
from lebenslage.pages.fields import YES
from lebenslage.portal.check.interview import ON_REQUEST, Interview
from lebenslage.portal.check.known import Line, line, named_line
from lebenslage.portal.months import in_words, read_month, this_month
from lebenslage.residents.answers import FIRST, Place

DUE: Final = (Standing.FIRST, Standing.CHOSEN, Standing.BESIDE, Standing.FOLLOWS)


@dataclass(frozen=True, slots=True)
class Told:
    """One right as it stands on the page.

    `office` are the lines that name who decides, `papers` what is wanted as proof, `missing` the answers on which an open right hangs,
    `follows` what is to be applied for first, where it comes with another notice.
    """

    id: str
    name: str
    amount: str
    sentence: str
    where: str
    deadline: str
    office: Sequence[str]
    papers: Sequence[str]
    applied_here: bool
    conclusion: str
    missing: Sequence[Line] = ()
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Everything:
    """The whole answer. `total` is what the rights for the cost of living pay a month; empty while something of it is open."""

    month: str
    total: str
    reasons: Sequence[str]
    due: Sequence[Told]
    aside: Sequence[Told]
    refused: Sequence[Told]
    open: Sequence[Told]
    conflicts: Sequence[str]
    missing: Sequence[Line]
    in_flanders: bool = False

    @property
    def next_step(self) -> str:
        """The one thing to do first on this page: answer what is missing, apply here, write to the office, or take the result there."""
        if self.missing:
            return "answer"
        if self.in_flanders:
            return "take"
        return "apply" if any(right.applied_here for right in self.due) else "write"


def everything(interview: Interview, say: Texts) -> Everything | None:
    """Every right of a household; None where the household cannot be read, or the first questions are still open."""
    if not interview.others() or interview.applied is None:
        return None
    month = interview.answers.month or this_month()
    found = overview(Law.on(read_month(month)), interview.applied)
    rights = [right for right in found.rights.values() if right.id not in ON_REQUEST]
    names = interview.first_open()
    return Everything(
        month=in_words(month, say),
        total=_total(found, say),
        reasons=[reason.told(say) for reason in found.choice.reasons],
        due=[replace(_told(right, interview, say), follows=_follows(right, found, say)) for right in rights if right.standing in DUE],
        aside=[_told(right, interview, say) for right in rights if right.standing is Standing.SET_ASIDE],
        refused=[_told(right, interview, say) for right in rights if right.standing is Standing.NONE],
        open=[_told(right, interview, say) for right in rights if right.standing is Standing.OPEN],
        conflicts=[_sentence(say("together", "relations", one.id), str(one.cites), say) for one in found.conflicts],
        missing=[named_line(name, interview, say) for name in names],
        in_flanders=interview.in_flanders,
    )


def _total(found: Overview, say: Texts) -> str:
    """What the rights for a living pay a month; in Flanders it is the leefloon."""
    leefloon = found.rights.get(LEEFLOON.id)
    monthly = leefloon.amount if leefloon is not None and leefloon.standing in DUE else found.monthly
    return say.value(monthly, WOHNGELD.unit) if monthly else ""


def _follows(right: Right, found: Overview, say: Texts) -> str:
    """What is to be applied for first, where a right comes only with a new notice."""
    if right.standing is not Standing.FOLLOWS:
        return ""
    first = [one.id for one in found.standing(Standing.CHOSEN)] or [LEEFLOON.id]
    return say("check", "rights", "follows", rights=", ".join(say("benefits", id, "name") for id in first))


def one_right(interview: Interview, id: str) -> Right | None:
    """A right as it stands beside the others; None where there is no such right or it is not known yet."""
    if interview.applied is None or id not in {right.id for right in (WOHNGELD, *interview.others())}:
        return None
    law = Law.on(read_month(interview.answers.month or this_month()))
    return overview(law, interview.applied).rights.get(id)


def _sentence(sentence: str, cites: str, say: Texts) -> str:
    return say("together", "at", sentence=sentence, cites=cites)


def _told(right: Right, interview: Interview, say: Texts) -> Told:
    due = right.standing in DUE
    result = right.told
    amount = right.amount if due else result.amount
    return Told(
        id=right.id,
        name=say("benefits", right.id, "name"),
        amount=say.value(amount, result.benefit.unit) if amount and result.status is Status.YES else "",
        sentence=say("rules", result.refused_by.id, "refused") if result.refused_by else "",
        where=say("benefits", right.id, "where"),
        deadline=say("check", "deadlines", right.id) if say.has("check", "deadlines", right.id) else "",
        office=_office(right.id, interview, say),
        papers=list(_papers(result, say)) if due else (),
        applied_here=right.id == WOHNGELD.id,
        conclusion=say("together", "standings", right.standing.value),
        missing=list(_missing(right, interview, say)) if right.standing is Standing.OPEN else (),
    )


def _missing(right: Right, interview: Interview, say: Texts) -> Iterator[Line]:
    """The questions that decide an open right, each once; the first one is for the first person whom it is about."""
    asked = {missing.fact: missing.row for missing in reversed(right.missing)}
    for fact in dict.fromkeys(missing.fact for missing in right.missing):
        yield line(Place(fact, interview.answers.rows[fact.entity][asked[fact]]).name, interview, say)


def _office(right: str, interview: Interview, say: Texts) -> Sequence[str]:
    if interview.in_flanders:
        in_antwerp = YES in interview.answers.at(vlaanderen.woont_in_antwerpen, FIRST)
        return [say("check", "flanders", "antwerp" if in_antwerp else "elsewhere", right)]
    try:
        place = find(interview.answers.gemeinde) if interview.answers.gemeinde else None
    except (UnclearMunicipality, UnknownMunicipality):
        place = None
    return deciding(right, place)


def _papers(result: Result, say: Texts) -> Iterator[str]:
    """What proves the answers that were read for the outcome and came to something."""
    yield from (say("proofs", kind) for kind in papers_for(result) if say.has("proofs", kind))
