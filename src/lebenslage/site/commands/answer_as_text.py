"""The answer of `assess` for a person at a terminal: first the outcome, then what it rests on, then what is open."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from lebenslage.law.engine import Result, Status
from lebenslage.law.explain import Line, amount_told, explain, headline
from lebenslage.law.texts import Texts
from lebenslage.site.commands.answer_parts import about, assumed_value, person_of
from lebenslage.site.commands.layout import heading, points, table, width

COLUMNS = ("benefit", "outcome", "amount", "from", "to")
STEPS = ("step", "paragraph")
PARAGRAPH_WIDTH = 28


def as_lines(day: date, results: Mapping[str, Result], words: Texts, *, explained: bool) -> Iterator[str]:
    """Every line of the answer."""
    yield words("cli", "title", month=words("months", str(day.month)), year=day.year)
    yield ""
    yield from table([words("cli", "columns", c) for c in COLUMNS], [_row(r, words) for r in results.values()])
    for result in results.values():
        yield ""
        yield headline(result, words)
        if explained:
            yield from _steps(result, words)
        yield from _section("missing", _questions(result, words), words)
        yield from _section("hints", (words("rules", hint.id, "hint") for hint in result.hints), words)
        if result.status is Status.YES:
            yield from _section("assumed", _assumptions(result, words), words)
            yield from _section("to_check", (f"{words('figures', p.id)} ({t.source})" for p, t in result.to_check), words)


def _row(result: Result, words: Texts) -> list[str]:
    benefit = result.benefit
    outcome = [words("benefits", benefit.id, "name"), words("cli", "outcomes", result.status.value)]
    if result.status is not Status.YES:
        return [*outcome, "–", "–", "–"]
    days = ("–" if rule is None else words.value(result.value(rule), rule.unit) for rule in (benefit.begins, benefit.ends))
    return [*outcome, amount_told(result, words) or "–", *days]


def _section(key: str, lines: Iterable[str], words: Texts) -> list[str]:
    shown = points(lines)
    return [*heading(words("cli", key)), *shown] if shown else []


def _questions(result: Result, words: Texts) -> Iterator[str]:
    for missing in result.missing:
        question = words("facts", missing.fact.id, "question")
        yield f"{about(person_of(result, missing), question, words)} [{missing.fact.id}]"


def _assumptions(result: Result, words: Texts) -> Iterator[str]:
    for missing in result.assumed:
        sentence = f"{words.label(missing.fact)}: {assumed_value(missing, words)}"
        yield f"{about(person_of(result, missing), sentence, words)} [{missing.fact.id}]"


def _steps(result: Result, words: Texts) -> list[str]:
    headers = [words("cli", "columns", column) for column in STEPS]
    rows = [[_step(line, words), line.cites.replace("§ ", "§\u00a0")] for line in explain(result, words)]
    widest = {0: width() - PARAGRAPH_WIDTH - 2, 1: PARAGRAPH_WIDTH}
    return [*heading(words("cli", "calculation")), *table(headers, rows, widest=widest)]


def _step(line: Line, words: Texts) -> str:
    """The sentence of a step, with its value."""
    sentence = line.sentence if line.value in line.sentence else f"{line.sentence} ({line.value})"
    return about(line.person, sentence, words)
