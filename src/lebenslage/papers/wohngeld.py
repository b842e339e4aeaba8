"""The content of a Wohngeld notice, out of a calculation and what the case hands in: WoGG § 24, SGB X §§ 33, 35 and 36."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from lebenslage.benefits.facts.leistungen import Leistung, leistung
from lebenslage.benefits.wohngeld.rules.aenderung import einnahmen_im_monat
from lebenslage.benefits.wohngeld.rules.anspruch import lastenzuschuss
from lebenslage.benefits.wohngeld.rules.haushalt import (
    aufenthalt_genuegt,
    beruecksichtigt,
    betreuung_genuegt,
    gehoert_zur_familie,
    haushaltsgroesse,
    haushaltsmitglied,
    zu_beruecksichtigende,
)
from lebenslage.benefits.wohngeld.rules.miete import miete_oder_belastung
from lebenslage.benefits.wohngeld.statute import parameter
from lebenslage.kernel.deadlines import RemedyPlace, notified_on
from lebenslage.kernel.holidays import NRW
from lebenslage.law.engine import Result, Status
from lebenslage.law.explain import Line, explain
from lebenslage.law.in_force import reachable
from lebenslage.law.nodes import PERSON, UNKNOWN
from lebenslage.law.rules import Rule
from lebenslage.law.texts import Texts
from lebenslage.papers.letter import words as all_words
from lebenslage.papers.notice import CalculationLine, Matter, NoticeContent, Outcome, PersonTold, ReferenceAmount, RemedyTold
from lebenslage.papers.problems import FigureNotConfirmed, NoClaimToGrant, ReasonsMissing

LANGUAGE: Final = "de"
ROOM: Final = ("notice", "wohngeld")
REPORT: Final = parameter("schwelle_von_amts_wegen")
SHOWN_DECIMALS: Final = 2


def wohngeld_notice(result: Result, matter: Matter, *, holidays: Container[date] = NRW) -> NoticeContent:
    """The whole content of a notice. `result` comes from the law of all benefits, with the facts that the decision rests on.

    A notice is German (§ 19 Abs. 1 SGB X); `in_language` says the same in another one, for the companion beside it.

    Raises NoClaimToGrant, ReasonsMissing, and (for anything but a draft) FigureNotConfirmed.
    """
    _check(result, matter)
    words = all_words(LANGUAGE)
    granted = matter.outcome is not Outcome.REFUSAL
    return NoticeContent(
        benefit=result.benefit.id,
        language=LANGUAGE,
        subject=words(*ROOM, "title" if granted else "title_refusal"),
        matter=matter,
        decision=_decision(result, matter, words),
        burden=bool(result.value(lastenzuschuss)) and result.value(lastenzuschuss) is not UNKNOWN,
        amount=result.amount if granted else None,
        begins=_day(result, result.benefit.begins) if granted else None,
        ends=_day(result, result.benefit.ends) if granted else None,
        persons=tuple(_persons(result, words)),
        because=_because(result, matter, words),
        cites=tuple(dict.fromkeys(str(result.within.version(rule).cites) for rule in _decisive(result, matter))),
        lines=tuple(_numbered(result, matter, words)),
        reference_amounts=tuple(_reference_amounts(result, words)) if granted else (),
        remedy=_remedy(matter, holidays),
        law_of=result.within.law.day,
    )


def in_language(notice: NoticeContent, result: Result, language: str) -> NoticeContent:
    """The same notice in another language, line by line with the same numbers. What the office typed stays as it is."""
    words = all_words(language)
    told = {(line.rule.id, line.row): line for line in explain(result, words, everything=True)}
    granted = notice.matter.outcome is not Outcome.REFUSAL
    return replace(
        notice,
        language=language,
        subject=words(*ROOM, "title" if granted else "title_refusal"),
        decision=_decision(result, notice.matter, words),
        persons=tuple(_persons(result, words)),
        because=_because(result, notice.matter, words),
        lines=tuple(_calculation_line(one.number, told[one.rule, one.row], result, words) for one in notice.lines),
        reference_amounts=tuple(_reference_amounts(result, words)) if granted else (),
    )


def _check(result: Result, matter: Matter) -> None:
    if matter.outcome is not Outcome.REFUSAL and result.status is not Status.YES:
        raise NoClaimToGrant(benefit=result.benefit.id)
    explained = matter.outcome is Outcome.GRANT or (matter.outcome is Outcome.REFUSAL and result.refused_by is not None)
    if not explained and not matter.reasons.strip():
        raise ReasonsMissing(benefit=result.benefit.id)
    confirmed = {one.figure for one in matter.confirmed}
    doubtful = [figure.id for figure, _ in result.to_check if figure.id not in confirmed]
    if doubtful and not matter.draft:
        raise FigureNotConfirmed(figures=doubtful)


def _decision(result: Result, matter: Matter, words: Texts) -> str:
    if matter.outcome is Outcome.REFUSAL:
        return words(*ROOM, "refusal")
    amount = words.value(result.amount or 0, result.benefit.unit)
    return words(*ROOM, matter.outcome.value, amount=amount, kind=kind_of(result.value(lastenzuschuss) is True, words))


def kind_of(burden: bool, words: Texts) -> str:
    """Subsidy to the burden of owners, or to the rent."""
    return words(*ROOM, "kind_burden" if burden else "kind_rent")


def _day(result: Result, rule: Rule | None) -> date:
    assert rule is not None
    value = result.value(rule)
    assert isinstance(value, int)
    return date.fromordinal(value)


def _decisive(result: Result, matter: Matter) -> tuple[Rule, ...]:
    """The rules whose paragraphs carry the decision."""
    if matter.outcome is not Outcome.REFUSAL:
        return (*result.benefit.decisive, *result.benefit.period[:1])
    return (result.refused_by,) if result.refused_by else ()


def _because(result: Result, matter: Matter, words: Texts) -> str:
    """Why: in a refusal the fact that decided and what would change it."""
    if matter.outcome is not Outcome.REFUSAL:
        return words(*ROOM, "reasons", "computed")
    return words(*ROOM, "refused", result.refused_by.id) if result.refused_by else ""


def _numbered(result: Result, matter: Matter, words: Texts) -> Iterator[CalculationLine]:
    for number, line in enumerate(_without_echoes(_telling(result, matter, words)), start=1):
        yield _calculation_line(number, line, result, words)


def _calculation_line(number: int, line: Line, result: Result, words: Texts) -> CalculationLine:
    value = line.rule.value(result.within, line.row)
    return CalculationLine(
        number=number,
        rule=line.rule.id,
        row=line.row,
        person=line.person,
        label=line.label,
        sentence=_sentence(line, words),
        value=line.value,
        exact=int(value) if isinstance(value, int) else 0,
        unit=line.rule.unit.name if line.rule.unit else "",
        cites=line.cites,
    )


def _telling(result: Result, matter: Matter, words: Texts) -> Sequence[Line]:
    """In a grant every step with an effect; in a refusal the steps that lead to the condition that failed, and this condition."""
    if matter.outcome is not Outcome.REFUSAL:
        return explain(result, words)
    if result.refused_by is None:
        return ()
    leading = set(reachable((result.refused_by,)))
    lines = explain(result, words, everything=True)
    return [line for line in lines if line.rule is result.refused_by or (line.weight and line.rule in leading)]


def _without_echoes(lines: Iterable[Line]) -> Iterator[Line]:
    """Leave out an amount that only repeats the line before it and has nothing to say about it."""
    before = ("", "")
    for line in lines:
        now = (line.person, line.value)
        echo = now == before and line.rule.unit is not None and line.rule.unit.kind == "money" and line.sentence.endswith(f": {line.value}")
        if not echo:
            before = now
            yield line


def _sentence(line: Line, words: Texts) -> str:
    if words.has(*ROOM, "lines", line.rule.id):
        return words(*ROOM, "lines", line.rule.id, value=line.value)
    return "" if line.sentence == f"{line.label}: {line.value}" else line.sentence


def _persons(result: Result, words: Texts) -> Iterator[PersonTold]:
    """Everybody who lives there, as far as the decision needed to know whether she counts."""
    for row, name in enumerate(result.within.household.names[PERSON]):
        counted = result.value(beruecksichtigt, row)
        if counted is not UNKNOWN:
            yield PersonTold(name, bool(counted), "" if counted else _why_not(result, row, words))


def _why_not(result: Result, row: int, words: Texts) -> str:
    if result.value(haushaltsmitglied, row):
        received = result.within.facts(leistung)[row]
        if not isinstance(received, int) or received == Leistung.KEINE:
            return words(*ROOM, "persons", "counted_elsewhere")
        return words(*ROOM, "persons", "excluded", benefit=words.choice(Leistung, received))
    missing = ((gehoert_zur_familie, "not_family"), (betreuung_genuegt, "care"), (aufenthalt_genuegt, "stay"))
    return words(*ROOM, "persons", next((key for rule, key in missing if not result.value(rule, row)), "elsewhere"))


def _reference_amounts(result: Result, words: Texts) -> Iterator[ReferenceAmount]:
    """The figures of § 24 Abs. 3 S. 1 WoGG, each with the exact amount from which a change is to be told (§ 27 Abs. 3 S. 1 Nr. 1 to 3)."""
    percent = REPORT.on(result.within.law.day).value
    for name, rule, share in (("rent", miete_oder_belastung, 100 - percent), ("income", einnahmen_im_monat, 100 + percent)):
        unit = rule.unit
        value = result.value(rule)
        assert unit is not None
        assert isinstance(value, int)
        cent = 10 ** (unit.decimals - SHOWN_DECIMALS)
        threshold = -(-value * share // (100 * cent)) if share < 100 else value * share // (100 * cent)
        limit = words.value(threshold * cent, unit)
        label, tell = words(*ROOM, "duties", f"{name}_label"), words(*ROOM, "duties", f"{name}_threshold", threshold=limit)
        cites = str(result.within.version(rule).cites)
        yield ReferenceAmount(name, label, words.value(value, unit), value, unit.name, limit, tell, cites)
    yield from _heads(result, words)


def _heads(result: Result, words: Texts) -> Iterator[ReferenceAmount]:
    counted = result.value(zu_beruecksichtigende)
    everybody = result.value(haushaltsgroesse)
    assert isinstance(counted, int)
    assert isinstance(everybody, int)
    for name, value in (("members", counted), ("excluded", everybody - counted)):
        label, tell = (words(*ROOM, "duties", f"{name}_{part}") for part in ("label", "threshold"))
        yield ReferenceAmount(name, label, str(value), value, "count", str(value), tell, "WoGG § 27 Abs. 3 S. 1 Nr. 1")


def _remedy(matter: Matter, holidays: Container[date]) -> RemedyTold:
    counts_from = notified_on(matter.sent_on)
    where = matter.court if matter.remedy.place is RemedyPlace.COURT else matter.sender.seat
    return RemedyTold(matter.remedy, where, matter.sent_on, counts_from, matter.remedy.last_day(counts_from, holidays=holidays))
