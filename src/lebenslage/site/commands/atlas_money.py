"""`lebenslage money`: whether the money goes where the need is, and what a measure changed."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click
import numpy as np

from lebenslage.atlas.areas.reading import Table, read_table
from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.money import Account, Basis, Concentration, Fifths, Formula, bootstrapped, concentration, fifths, targeting
from lebenslage.atlas.money.before_after import Effect, Verdict, before_after
from lebenslage.atlas.money.problems import MeasureUnclear, SpendingUnclear
from lebenslage.atlas.numerals import number
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_names import percent, probability
from lebenslage.site.commands.layout import heading, points, table
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import ready_to_write, write

CENTS: Final = 100
FURTHEST: Final = 5
SURE: Final = 0.05
FILE = click.Path(path_type=Path)


@click.command(
    "money",
    cls=Spoken,
    examples=(
        "lebenslage money quarters.csv --key id --spent youth_work --need poverty --people children",
        "lebenslage money quarters.csv --key id --spent youth_work --need poverty --people children --in-need 25 --out over.csv",
        "lebenslage money quarters.csv --key id --measure has_centre --before 2022 --before 2023 --after 2024",
    ),
)
@click.argument("data", type=FILE)
@click.option("--key", default="key", show_default=True, metavar="COLUMN", help="The column with the areas' keys.")
@click.option("--spent", metavar="COLUMN", help="Spending in euros.")
@click.option("--need", metavar="COLUMN", help="A rate or score that grows with need; with --basis need, the number of people in need.")
@click.option("--people", metavar="COLUMN", help="The people that the need is a rate of.")
@click.option("--basis", type=click.Choice([basis.value for basis in Basis]), default=Basis.NEED_TIMES_PEOPLE.value, show_default=True,
              help="What the formula follows.")  # fmt: skip
@click.option("--minimum", type=click.FloatRange(min=0), default=0.0, show_default=True, help="Euros that the formula gives every area.")
@click.option("--in-need", type=float, help="From this need on an area is meant: says what passes by.")
@click.option("--measure", metavar="COLUMN", help="Before and after: 1 for an area with the measure, 0 without.")
@click.option("--before", multiple=True, metavar="COLUMN", help="Figures of a period before the measure, the earliest first.")
@click.option("--after", multiple=True, metavar="COLUMN", help="Figures of a period after its start.")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="The same seed gives the same result.")
@click.option("--out", type=FILE, help="Write every area with its euros over or under the formula to this .csv, .parquet or .json.")
@json_option
@language_option
def command(data: Path, *, key: str, measure: str | None, out: Path | None, as_json: bool, language: str, **asked: Any) -> None:
    """Hold spending against need, area by area, or the figures of areas with a measure against those without, before and after.

    DATA is a table with one row an area. Without --measure, --spent, --need and --people say what is compared.
    """
    words = speech(language)
    if out is not None:
        ready_to_write(out)
    figures = read_table(data, key=key)
    if measure is not None:
        answer, said = _effect(figures, measure, asked["before"], asked["after"], asked["seed"], words)
    elif asked["spent"] and asked["need"] and asked["people"]:
        answer, said = _against_need(figures, out, words, **asked)
    else:
        raise click.UsageError("--spent COLUMN --need COLUMN --people COLUMN, or --measure COLUMN --before COLUMN --after COLUMN")
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2) if as_json else "\n".join(said))


def _against_need(
    figures: Table, out: Path | None, words: Texts, *, spent: str, need: str, people: str, seed: int, in_need: float | None, **asked: Any
) -> tuple[dict[str, Any], list[str]]:
    names = _names(figures)
    account = Account(_cents(figures, spent, names), figures.numbers(need)[0], figures.numbers(people)[0], names)
    formula = Formula(Basis(asked["basis"]), round(asked["minimum"] * CENTS))
    over, index, redrawn, parts = formula.over(account), concentration(account), bootstrapped(account, seed=seed), fifths(account)
    columns = {
        "key": figures.keys,
        "cents": account.cents.tolist(),
        "formula_cents": (account.cents - over).tolist(),
        "over": over.tolist(),
    }
    said = points([*_index(index, redrawn, words), *(_beside(account, in_need, formula, words) if in_need is not None else ())])
    said += ["", *_fifths(parts, words), *heading(words("money", "furthest")), *_formula(formula, figures.keys, account, over, words)]
    if out is not None:
        write(out, columns)
        said += ["", words("money", "written", file=out.name)]
    answer = {
        "index": index.index,
        "interval": [index.low, index.high],
        "interval_redrawn": [redrawn.low, redrawn.high],
        "fifths_cents": parts.cents.tolist(),
        "fifths_cents_per_head": parts.per_head.tolist(),
        "areas": [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)],
    }
    return answer, said


def _names(figures: Table) -> list[str]:
    return [f"{key} ({figures.file}:{line})" for key, line in zip(figures.keys, figures.lines, strict=True)]


def _cents(figures: Table, column: str, names: Sequence[str]) -> Ints:
    """Euros as they stand in the table, in cents. Raises SpendingUnclear where one is missing or has part of a cent."""
    exact = figures.numbers(column)[0] * CENTS
    whole = np.rint(exact)
    unclear = ~(np.abs(exact - whole) < 1e-3)
    if unclear.any():
        raise SpendingUnclear(area=names[int(unclear.argmax())])
    return whole.astype(np.int64)


def _index(index: Concentration, redrawn: Concentration, words: Texts) -> Iterator[str]:
    verdict = "with_need" if index.low > 0 else "away" if index.high < 0 else "unclear"
    value, low, high, least, most = (
        number(one, 3, words.language) for one in (index.index, index.low, index.high, redrawn.low, redrawn.high)
    )
    yield words("money", verdict, index=value, low=low, high=high, coverage=percent(index.coverage, words.language))
    yield words("money", "redrawn", low=least, high=most)


def _beside(account: Account, in_need: float, formula: Formula, words: Texts) -> Iterator[str]:
    needy: Floats = account.need * account.people if formula.basis is Basis.NEED_TIMES_PEOPLE else account.need
    found = targeting(account, needy, account.need >= in_need)
    yield words("money", "undercoverage", share=percent(found.undercoverage, words.language))
    yield words("money", "leakage", share=percent(found.leakage, words.language))


def _fifths(found: Fifths, words: Texts) -> list[str]:
    last = len(found.cents)
    ends = {1: words("money", "least"), last: words("money", "most")}
    rows = [
        [
            words("money", "part", number=n, parts=last) + (f": {ends[n]}" if n in ends else ""),
            _euros(int(cents), words),
            _euros(round(head), words),
        ]
        for n, cents, head in zip(range(1, last + 1), found.cents, found.per_head, strict=True)
    ]
    return table([words("money", "columns", name) for name in ("part", "money", "per_head")], rows, right=frozenset({1, 2}))


def _formula(formula: Formula, keys: Sequence[str], account: Account, over: Ints, words: Texts) -> list[str]:
    order = np.argsort(-over, kind="stable").tolist()
    shown = order if len(order) <= 2 * FURTHEST else [*order[:FURTHEST], *order[-FURTHEST:]]
    rows = [[keys[n], *(_euros(int(cents[n]), words) for cents in (account.cents, account.cents - over, over))] for n in shown]
    headers = [words("money", "columns", name) for name in ("area", "money", "formula", "over")]
    said = points([words("money", "formula", formula.basis.value, minimum=_euros(formula.minimum, words))])
    return [*said, "", *table(headers, rows, right=frozenset({1, 2, 3}))]


def _euros(cents: int, words: Texts) -> str:
    return words("format", "money", amount=words.number(cents, 2))


def _effect(
    figures: Table, measure: str, before: Sequence[str], after: Sequence[str], seed: int, words: Texts
) -> tuple[dict[str, Any], list[str]]:
    periods = [figures.numbers(column)[0] for column in (*before, *after)]
    rows = np.column_stack(periods) if periods else np.empty((len(figures), 0))
    has_it, names = figures.numbers(measure)[0], _names(figures)
    unclear = ~np.isin(has_it, (0, 1))
    if unclear.any():
        raise MeasureUnclear(area=names[int(unclear.argmax())])
    found = before_after(rows, has_it == 1, len(before), seed=seed, names=names)
    answer = {
        "effect": found.effect,
        "interval": _limits(found.low, found.high),
        "interval_by_t": _limits(*found.robust),
        "p": found.p,
        "trend_p": None if found.trend is None else found.trend.p,
        "verdict": found.verdict.value,
    }
    return answer, points(_told(found, words))


def _limits(low: float, high: float) -> list[float | None]:
    return [one if np.isfinite(one) else None for one in (low, high)]


def _told(found: Effect, words: Texts) -> Iterator[str]:
    effect, low, high = (number(one, 2, words.language) for one in (found.effect, found.low, found.high))
    yield words("money", "effect", found.verdict.value, effect=effect, low=low, high=high)
    if found.trend is None:
        yield words("money", "trend", "none")
    elif found.verdict is not Verdict.TOO_FEW:
        p = probability(found.trend.p, words.language)
        yield words("money", "trend", "apart" if found.trend.p <= SURE else "alike", p=p)
