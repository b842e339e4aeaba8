"""The outcome of *check my rights*, to take along to a counselling service: amounts, reasons, the whole calculation, and nobody's name.

The names of the household are put away before anything is said: the law is asked once more, for nameless people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.together.evidence import papers_for
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.overview import Overview, Right, Standing, overview
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.law.engine import Result, Status
from lebenslage.law.explain import Line, assumptions, explain, headline, open_questions
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON, UNKNOWN, Entity
from lebenslage.law.texts import Texts
from lebenslage.papers.letter import words as all_words
from lebenslage.papers.plain import plain
from lebenslage.papers.press import Attachment, printed

FORMAT: Final = "lebenslage/result/1"
TEMPLATE: Final = Path(__file__).with_name("result.typ")
ATTACHED_AS: Final = "ergebnis.json"
AUTHOR: Final = "Lebenslage"
PAID: Final = (Standing.FIRST, Standing.CHOSEN, Standing.BESIDE, Standing.FOLLOWS)
ORDER: Final = (*PAID, Standing.SET_ASIDE, Standing.OPEN, Standing.NO_TABLE, Standing.NONE)

type Shown = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A label and a value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Told:
    """One step of the calculation."""

    person: str
    label: str
    value: str
    sentence: str
    cites: str


@dataclass(frozen=True, slots=True)
class RightTold:
    """One right in words: the sentence that matters, the figures, what is open, what is needed, and how it was computed."""

    name: str
    status: str
    headline: str
    period: tuple[Row, ...]
    missing: tuple[str, ...]
    hints: tuple[str, ...]
    assumed: tuple[Row, ...]
    to_check: tuple[str, ...]
    where: str
    proofs: tuple[str, ...]
    lines: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ResultContent:
    """A whole outcome, in one language. `on` is a day of the month it is for; `at` has a zone.

    `together` says what all rights come to a month, why this way of all lawful ones, and what they do to each other; `sums` has a line
    for every right that is due. `anywhere`: any office takes the application and passes it on, as it does in Germany.
    """

    rights: tuple[RightTold, ...]
    on: date
    at: datetime
    language: str = "de"
    together: tuple[str, ...] = ()
    sums: tuple[Row, ...] = ()
    anywhere: bool = True

    def data(self) -> Mapping[str, Any]:
        """The machine-readable copy: what is printed, no more."""
        return {"format": FORMAT, **plain(self)}


def result_content(
    household: Household,
    *,
    on: date,
    at: datetime,
    language: str,
    proofs: Mapping[str, Sequence[str]] | None = None,
    benefits: Sequence[str] = (WOHNGELD.id,),
) -> ResultContent:
    """What the law says of a household, without its names. `proofs` has labels by benefit; left out, they follow from the answers.

    Raises DateWithoutTable.
    """
    words = all_words(language)
    results = Law.on(on).holding(*benefits).assess(nameless(household, words), *benefits)
    asked = proofs or {}
    rights = tuple(_right(one, words, asked.get(id)) for id, one in sorted(results.items(), key=lambda item: _rank(item[1])))
    return ResultContent(rights, on, at, language)


def all_rights_content(household: Household, *, on: date, at: datetime, language: str, rights: Sequence[str]) -> ResultContent:
    """What the law says of all rights at once, without names: those that are paid together first, each with its calculation.

    Raises DateWithoutTable.
    """
    words = all_words(language)
    found = overview(Law.on(on), nameless(household, words))
    ordered = sorted((one for one in found.rights.values() if one.id in rights), key=lambda one: ORDER.index(one.standing))
    told, together, sums = (_among_all(one, words) for one in ordered), _together(found, words), _sums(found, words)
    anywhere = household.get(land) != Land.BE
    return ResultContent(tuple(told), on, at, language, tuple(together), tuple(sums), anywhere)


def _among_all(right: Right, words: Texts) -> RightTold:
    told = _right(right.told, words, None)
    if right.standing is Standing.SET_ASIDE:
        return replace(told, status=right.standing.value, headline=words("result", "set_aside"), lines=(), assumed=(), proofs=(), where="")
    return told if right.told.status is Status.YES else replace(told, lines=(), assumed=())


def _sums(found: Overview, words: Texts) -> Iterator[Row]:
    """Every right that is due, with what it pays: the first thing to read."""
    for right in found.standing(*PAID):
        paid = words.value(right.amount, right.alone.benefit.unit) if right.amount else words("result", "no_sum")
        yield Row(words("benefits", right.id, "name"), paid)


def _together(found: Overview, words: Texts) -> Iterator[str]:
    unit = WOHNGELD.unit
    if found.monthly:
        yield words("together", "sum", amount=words.value(found.monthly, unit))
    for reason in found.choice.reasons:
        yield reason.told(words)
    for one in found.conflicts:
        yield words("together", "at", sentence=words("together", "relations", one.id), cites=str(one.cites))


def nameless(household: Household, words: Texts) -> Household:
    """The same household, its people numbered: "Person 1"."""
    return Household({entity: _numbers(entity, len(names), words) for entity, names in household.names.items()}, household.given)


def _numbers(entity: Entity, rows: int, words: Texts) -> tuple[str, ...]:
    kind = "person" if entity is PERSON else "payment"
    return tuple("" if entity.single else words("result", kind, number=row + 1) for row in range(rows))


def _rank(result: Result) -> int:
    return (Status.YES, Status.UNKNOWN, Status.NO_TABLE, Status.NO).index(result.status)


def _right(result: Result, words: Texts, proofs: Sequence[str] | None) -> RightTold:
    benefit = result.benefit
    granted = result.status is Status.YES
    return RightTold(
        name=words("benefits", benefit.id, "name"),
        status=result.status.value,
        headline=headline(result, words),
        period=tuple(_period(result, words)) if granted else (),
        missing=tuple(open_questions(result, words)),
        hints=tuple(words("rules", hint.id, "hint") for hint in result.hints),
        assumed=tuple(Row(label, answer) for label, answer in assumptions(result, words)),
        to_check=tuple(words("figures", figure.id) for figure, _ in result.to_check),
        where="" if result.status is Status.NO else words("benefits", benefit.id, "where"),
        proofs=() if result.status is Status.NO else tuple(_papers(result, words) if proofs is None else proofs),
        lines=tuple(_told(line) for line in explain(result, words)),
    )


def _papers(result: Result, words: Texts) -> Iterator[str]:
    yield from (words("proofs", kind) for kind in papers_for(result))


def _period(result: Result, words: Texts) -> Iterator[Row]:
    benefit = result.benefit
    if result.amount is not None:
        yield Row(words("result", "amount"), words.value(result.amount, benefit.unit))
    for rule in benefit.period:
        if (value := result.value(rule)) is not UNKNOWN:
            yield Row(words.label(rule), words.value(value, rule.unit))


def _told(line: Line) -> Told:
    sentence = "" if line.sentence == f"{line.label}: {line.value}" else line.sentence
    return Told(line.person, line.label, line.value, sentence, line.cites)


def result_pdf(result: ResultContent) -> bytes:
    """The outcome as PDF, built to PDF/UA-1 and PDF/A-3a, with the same words attached as data. Raises ValueError without a zone."""
    words = all_words(result.language)
    attachment = Attachment(ATTACHED_AS, result.data(), words("result", "attachment"))
    return printed(TEMPLATE, result_page(result), at=result.at, attachment=attachment)


def result_page(result: ResultContent) -> Shown:
    """What the template says, in order."""
    words = all_words(result.language)
    heads = ("missing", "hints", "assumed", "to_check", "where", "proofs", "proofs_intro", "calculation", "calculation_intro")
    month = words("months", str(result.on.month))
    nothing = all(one.status == Status.NO.value for one in result.rights)
    return {
        "sheet": {
            "subject": words("result", "title"),
            "author": AUTHOR,
            "language": words.language.partition("-")[0],
            "page": words("result", "page"),
            "incomplete": words("letter", "incomplete"),
        },
        "subtitle": words("result", "subtitle", month=month, year=result.on.year),
        "intro": [words("result", "take"), words("result", "not_binding")],
        "together": list(result.together),
        "sums": [plain(one) for one in result.sums],
        "nothing": words("result", "nothing") if nothing else "",
        "heads": {key: words("result", key) for key in heads},
        "rights": [plain(one) for one in result.rights],
        "apply": words("result", "apply") if result.anywhere and not nothing else "",
    }
