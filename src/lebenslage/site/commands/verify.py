"""`lebenslage verify`: worked cases recalculated, every figure compared to the cent."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from lebenslage.kernel.errors import Problem
from lebenslage.law.engine import Result
from lebenslage.law.texts import Texts
from lebenslage.site.commands.comparison import Comparison, compare
from lebenslage.site.commands.coverage import coverage_as_document, coverage_as_lines, measure_coverage
from lebenslage.site.commands.layout import heading, points, table
from lebenslage.site.commands.problems import BrokenCase, NotACase
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.worked_cases import Case, Kind, own_examples, read_cases

DIFFERENT = 1


@click.command(
    "verify",
    cls=Spoken,
    examples=(
        "lebenslage verify",
        "lebenslage verify my-cases.yaml --json",
        "lebenslage verify --coverage",
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--coverage", is_flag=True, help="Instead: the shares of rules, figures and examples that name their source.")
@json_option
@language_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], *, coverage: bool, as_json: bool, language: str) -> None:
    """Recalculate the worked cases in PATHS: files in the format of examples.yaml, or folders that hold such files.

    Without PATHS: the cases that come with the benefits. Exit code 1 where a figure differs.
    """
    words = speech(language)
    cases = read_cases(paths or own_examples())
    if coverage:
        shares = measure_coverage(cases)
        shown = coverage_as_document(shares) if as_json else coverage_as_lines(shares, words)
        complete = shares.complete
    else:
        compared = [_compared(case, words) for case in cases]
        shown = _document(compared) if as_json else _lines(compared, words)
        complete = not any(c.differences for c in compared)
    click.echo(json.dumps(shown, ensure_ascii=False, indent=2) if isinstance(shown, dict) else "\n".join(shown))
    ctx.exit(0 if complete else DIFFERENT)


def _compared(case: Case, words: Texts) -> Comparison:
    try:
        return compare(case, words)
    except NotACase:
        raise
    except Problem as problem:
        raise BrokenCase(file=case.file, case=case.id, reason=words.problem(problem)) from problem


def _lines(compared: Sequence[Comparison], words: Texts) -> Iterator[str]:
    headers = [words("cli", "columns", column) for column in ("case", "kind", "benefit", "expected", "found", "verdict")]
    rows = [row for comparison in compared for row in _rows(comparison, words)]
    yield from table(headers, rows, right=frozenset({3, 4}), gives={0: 24, 2: 16})
    yield ""
    yield _shares(compared, words)
    differing = [c for c in compared if c.differences]
    if not differing:
        yield words("cli", "verify", "all_equal")
        return
    yield from heading(words("cli", "verify", "differences", number=len(differing)))
    for c in differing:
        yield from points(
            words("cli", "verify", "difference", case=c.case.id, what=d.what, expected=d.expected, found=d.found) for d in c.differences
        )


def _rows(comparison: Comparison, words: Texts) -> Iterator[list[str]]:
    verdict = words("cli", "verify", "differs" if comparison.differences else "equal")
    kind = words("cli", "kinds", comparison.case.kind.value)
    for benefit, expected in comparison.case.expect.items():
        result = comparison.results[benefit]
        said = _outcome(expected.status.value, expected.amount, words)
        found = _outcome(result.status.value, _euros(result), words)
        yield [comparison.case.id, kind, words("benefits", benefit, "name"), said, found, verdict]


def _outcome(status: str, amount: object, words: Texts) -> str:
    outcome = words("cli", "outcomes", status)
    return words("format", "money", amount=amount) if status == "yes" and amount is not None else outcome


def _euros(result: Result) -> str | None:
    if result.benefit.amount is None:
        return None
    euros, cents = divmod(result.amount or 0, 100)
    return f"{euros}.{cents:02d}" if cents else str(euros)


def _shares(compared: Sequence[Comparison], words: Texts) -> str:
    counts = Counter(c.case.kind for c in compared)
    shares = ", ".join(
        words(
            "cli",
            "verify",
            "share",
            number=counts[kind],
            kind=words("cli", "kinds", kind.value),
            percent=100 * counts[kind] // len(compared),
        )
        for kind in Kind
    )
    return words("cli", "verify", "shares", number=len(compared), shares=shares)


def _document(compared: Sequence[Comparison]) -> dict[str, Any]:
    return {
        "cases": [
            {
                "file": c.case.file,
                "id": c.case.id,
                "kind": c.case.kind.value,
                "equal": not c.differences,
                "differences": [{"what": d.what, "expected": d.expected, "found": d.found} for d in c.differences],
            }
            for c in compared
        ],
        "number": len(compared),
        "kinds": {kind.value: sum(c.case.kind is kind for c in compared) for kind in Kind},
        "equal": all(not c.differences for c in compared),
    }
