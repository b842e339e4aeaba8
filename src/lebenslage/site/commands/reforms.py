"""`--reform FIGURE=VALUE`: the same law with other figures, beside the law as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from lebenslage.benefits.together.overview import Overview
from lebenslage.kernel.units import Unit
from lebenslage.law.household import load_document
from lebenslage.law.texts import Texts
from lebenslage.site.commands.answer_parts import MONTHLY
from lebenslage.site.commands.layout import heading, table
from lebenslage.site.commands.problems import NotAReform

COLUMNS = ("benefit", "now", "reformed", "difference")

reform_option = click.option(
    "--reform",
    metavar="FIGURE=VALUE",
    multiple=True,
    help="Another figure of the law, in euros; a table as [1, 2, 3]. May be given more than once.",
)


def figures_of(given: Sequence[str]) -> Mapping[str, Any]:
    """The figures by id, as they were typed. Raises NotAReform."""
    found = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise NotAReform(given=one)
        found[name.strip()] = load_document(value)
    return found


def compared(now: Overview, reformed: Overview, words: Texts) -> Iterator[str]:
    """What each right pays now and after the reform, where one of both pays, and the sum of those for the cost of living."""
    said = ", ".join(f"{words('figures', name)} = {value}" for name, value in reformed.figures.items())
    yield from heading(words("cli", "reform", figures=said))
    rows = [
        _row(words, words("benefits", id, "name"), right.alone.benefit.unit, now.rights[id].amount, right.amount)
        for id, right in reformed.rights.items()
    ]
    rows = [row for row in rows if row[1:3] != ["–", "–"]]
    rows.append(_row(words, words("cli", "sum"), MONTHLY, now.monthly, reformed.monthly))
    yield from table([words("cli", "columns", column) for column in COLUMNS], rows, right=frozenset({1, 2, 3}), gives={0: 12})


def _row(words: Texts, name: str, unit: Unit | None, before: int | None, after: int | None) -> list[str]:
    known = before is not None or after is not None
    difference = words.value((after or 0) - (before or 0), unit) if known else "–"
    return [name, *("–" if one is None else words.value(one, unit) for one in (before, after)), difference]
