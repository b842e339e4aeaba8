"""The answer of `assess` for a person at a terminal: every right, what is best together and why, what is open; on demand, every step."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lebenslage.benefits.gewerbesteuer import GEWERBESTEUER
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.overview import Overview, Right, Standing
from lebenslage.benefits.together.ways import Reason
from lebenslage.law.engine import Result, Status
from lebenslage.law.explain import Line, amount_told, assumed_told, explain, headline
from lebenslage.law.texts import Texts
from lebenslage.site.commands.answer_parts import MONTHLY, about, deciding_told, person_of, reason_cites
from lebenslage.site.commands.layout import NARROW, heading, points, table, unbroken, width

COLUMNS = ("benefit", "outcome", "alone", "together", "from", "to")
STEPS = ("step", "paragraph")
PARAGRAPH_WIDTH = 28
NAME, OUTCOME, BEGINS = 0, 1, 4
AMOUNTS: Final = frozenset({2, 3})
MOST_ASSUMED = 4
MOST_NAMED = 2
SHOWN = (Standing.FIRST, Standing.CHOSEN, Standing.SET_ASIDE, Standing.FOLLOWS, Standing.BESIDE, Standing.OPEN)


def as_lines(law: Law, overview: Overview, words: Texts, *, explained: Sequence[str]) -> Iterator[str]:
    """Every line of the answer. `explained` are the rights whose steps are shown."""
    yield words("cli", "title", month=words("months", str(law.day.month)), year=law.day.year)
    yield ""
    shown = [right for right in overview.standing(*SHOWN) if right.standing is not Standing.OPEN or _granted(right)]
    if shown:
        yield from _rights([_row(right, words) for right in shown], words)
    yield from _best(overview, words)
    refused = (right for right in overview.standing(Standing.NONE, Standing.NO_TABLE) if right.id != GEWERBESTEUER.id)  # a tax is no right
    yield from _section("refused", (_refused(right, words) for right in refused), words)
    yield from _section("missing", (line for right in overview.standing(Standing.OPEN) for line in _open(right, words)), words)
    yield from _to_know(overview, words, every_assumption=bool(explained))
    for id in explained:
        yield from _steps(overview.rights[id].together, words)
        yield from _section("decides", _decides(law, overview.rights[id], words), words)


def _rights(rows: Sequence[Sequence[str]], words: Texts) -> Sequence[str]:
    """The table of the rights; where the terminal is too narrow for all columns, the days stand below each right."""
    headers = [words("cli", "columns", column) for column in COLUMNS]
    whole = table(headers, rows, right=AMOUNTS, gives={NAME: 30, OUTCOME: 11})
    if max(map(len, whole)) <= width():
        return whole
    cut, below = [row[:BEGINS] for row in rows], [_days(row[BEGINS:], words) for row in rows]
    return table(headers[:BEGINS], cut, right=AMOUNTS, gives={OUTCOME: 13, NAME: 20}, below=below)


def _days(days: Sequence[str], words: Texts) -> str:
    """From when until when, as far as both are known."""
    known = zip(COLUMNS[BEGINS:], days, strict=True)
    return " ".join(f"{words('cli', 'columns', name)} {day}" for name, day in known if day not in ("–", words("open")))


def _to_know(overview: Overview, words: Texts, *, every_assumption: bool) -> Iterator[str]:
    """What goes with the rights that are paid: hints, what was assumed, and figures that are not confirmed."""
    living = overview.standing(Standing.FIRST, Standing.CHOSEN, Standing.OPEN)
    paid = [right.together for right in living if right.together.status is Status.YES]
    yield from _section("hints", dict.fromkeys(words("rules", hint.id, "hint") for one in paid for hint in one.hints), words)
    assumed = _assumptions(paid, words)
    yield from _section("assumed", assumed if every_assumption else _most(assumed, words), words)
    to_check = dict.fromkeys((words("figures", p.id), t.source) for one in paid for p, t in one.to_check)
    yield from _section("to_check", (f"{label} ({source})" for label, source in to_check), words)


def _granted(right: Right) -> bool:
    return right.alone.status is Status.YES


def _row(right: Right, words: Texts) -> list[str]:
    benefit, result = right.alone.benefit, right.together if right.together.status is Status.YES else right.alone
    days = ("–" if rule is None else words.value(result.value(rule), rule.unit) for rule in (benefit.begins, benefit.ends))
    alone = amount_told(right.alone, words) if _granted(right) else ""
    paid = words.value(right.amount, benefit.unit) if right.amount is not None else ""
    name, outcome = words("benefits", benefit.id, "name"), words("together", "standings", right.standing.value)
    return [name, outcome, alone or "–", paid or "–", *days]


def _best(overview: Overview, words: Texts) -> Iterator[str]:
    """What is best together, the sum, why, and what the rights do to each other."""
    paid = overview.standing(Standing.FIRST, Standing.CHOSEN)
    if overview.monthly is not None and paid:
        names = ", ".join(words("benefits", right.id, "name") for right in paid)
        yield from heading(words("together", "best", names=names))
        yield words("together", "sum", amount=words.value(overview.monthly, MONTHLY))
    yield from points(_reason(reason, words) for reason in overview.choice.reasons)
    yield from points(_cited(words("together", "relations", one.id), one.cites, words) for one in overview.conflicts)


def _reason(reason: Reason, words: Texts) -> str:
    return _cited(reason.told(words), reason_cites(reason), words)


def _cited(sentence: str, cites: object, words: Texts) -> str:
    """A sentence with its paragraph in brackets before the full stop."""
    return words("together", "at", sentence=sentence.rstrip("."), cites=cites) + "." if cites else sentence


def _refused(right: Right, words: Texts) -> str:
    """Which fact decides against a right and what would change that, with the paragraph."""
    name, gate, sentence = words("benefits", right.id, "name"), right.alone.refused_by, headline(right.alone, words)
    return words("at", person=name, sentence=_cited(sentence, right.alone.within.version(gate).cites if gate else "", words))


def _open(right: Right, words: Texts) -> Iterator[str]:
    """The first question that decides on a right, and how many follow."""
    result = right.together if right.together.missing else right.alone
    name, number = words("benefits", right.id, "name"), len(result.missing)
    if not number:
        return
    questions = list(_questions(result, words))[:1]
    yield words("at", person=name, sentence=" ".join([*questions, *_more(number - 1, words)]))


def _more(number: int, words: Texts) -> Iterator[str]:
    """How many questions follow."""
    if number:
        yield words("cli", "one_more_question") if number == 1 else words("cli", "more_questions", number=number)


def _most(lines: Sequence[str], words: Texts) -> Sequence[str]:
    if len(lines) <= MOST_ASSUMED:
        return lines
    return [*lines[: MOST_ASSUMED - 1], words("cli", "more_assumed", number=len(lines) - MOST_ASSUMED + 1)]


def _section(key: str, lines: Iterable[str], words: Texts) -> list[str]:
    shown = points(lines)
    return [*heading(words("cli", key)), *shown] if shown else []


def _decides(law: Law, right: Right, words: Texts) -> Sequence[str]:
    """What would open a right that is refused; nothing for one that follows from the notices of others."""
    return deciding_told(law, right.alone, words) if right.standing is Standing.NONE else ()


def _questions(result: Result, words: Texts) -> Iterator[str]:
    for missing in result.missing:
        question = words("facts", missing.fact.id, "question")
        yield f"{about(person_of(result, missing), question, words)} [{missing.fact.id}]"


def _assumptions(results: Iterable[Result], words: Texts) -> Sequence[str]:
    """What was taken for the ordinary case, each fact once with the people it is about."""
    found: dict[str, list[str]] = {}
    for result in results:
        for missing in result.assumed:
            people = found.setdefault(f"{words.label(missing.fact)}: {assumed_told(missing, words)} [{missing.fact.id}]", [])
            if (person := person_of(result, missing)) not in people:
                people.append(person)
    return [about(", ".join(people) if len(people) <= MOST_NAMED else "", sentence, words) for sentence, people in found.items()]


def _steps(result: Result, words: Texts) -> Iterator[str]:
    """Every step of a right, its headline first, and what is still to be asked."""
    headers = [words("cli", "columns", column) for column in STEPS]
    rows = [[_step(line, words), unbroken(line.cites)] for line in explain(result, words)]
    yield from heading(words("cli", "calculation_of", name=words("benefits", result.benefit.id, "name")))
    yield textwrap.fill(headline(result, words), width())
    yield from points(_questions(result, words))
    if rows:
        yield ""
        yield from table(headers, rows, gives={1: PARAGRAPH_WIDTH, 0: NARROW - PARAGRAPH_WIDTH})


def _step(line: Line, words: Texts) -> str:
    """The sentence of a step, with its value."""
    sentence = line.sentence if line.value in line.sentence else f"{line.sentence} ({line.value})"
    return about(line.person, sentence, words)
