"""`lebenslage whatif`: one answer of a household varied, what it has to live on then, and where the sum falls."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.living import varied
from lebenslage.kernel.money import read_cents
from lebenslage.law.curves import Cliff, Curve, Point, stepped
from lebenslage.law.engine import Status
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.texts import Texts
from lebenslage.site.commands.answer_parts import MONTHLY, about
from lebenslage.site.commands.clock import month_asked, on_option
from lebenslage.site.commands.household_files import document_at, read_household
from lebenslage.site.commands.layout import heading, points, table
from lebenslage.site.commands.problems import EmptyRange, NoSuchAnswer
from lebenslage.site.commands.reforms import figures_of, reform_option
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech

MOST_POINTS: Final = 400
EURO: Final = 100
MOST_NAMED: Final = 3


@click.command(
    "whatif",
    cls=Spoken,
    examples=(
        "lebenslage whatif family.yaml --fact 'Anna Berg.bruttolohn' --from 0 --to 3000 --step 250",
        "lebenslage whatif family.yaml --fact miete --from 600 --to 1000 --step 50 --on 2026-11",
        "lebenslage whatif family.yaml --fact 'Anna Berg.bruttolohn' --to 4000 --reform kindergeld_satz=300 --json",
    ),
)
@click.argument("household", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--fact", "asked", metavar="PERSON.FACT", required=True, help="The amount that is varied; of the household without PERSON.")
@click.option("--from", "least", metavar="EUROS", default="0", show_default=True, help="The least amount.")
@click.option("--to", "most", metavar="EUROS", required=True, help="The greatest amount.")
@click.option("--step", metavar="EUROS", default="100", show_default=True, help="The distance between two rows.")
@on_option
@reform_option
@json_option
@language_option
def command(household: Path, asked: str, given_day: str | None, *, as_json: bool, language: str, **more: Any) -> None:
    """Say what the household in the file HOUSEHOLD would have to live on if one of its amounts were another.

    Each row has earnings after tax and the best lawful combination of rights. Where a euro more leaves less, that is found to the euro.
    """
    day, words = month_asked(given_day), speech(language)
    law, read = Law.on(day), read_household(document_at(household), day)
    fact, row = _fact(asked, read)
    answer = varied(law.reformed(figures_of(more["reform"])) if more["reform"] else law, read, fact, row)
    with click.progressbar(_values(more), file=sys.stderr, hidden=as_json) as values:
        for value in values:
            answer.at(value)
    curve = answer.curve(_values(more))
    if as_json:
        click.echo(json.dumps(_document(day, curve, asked), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(curve, read, words)))


def _values(given: Mapping[str, str]) -> Sequence[int]:
    """The amounts of the rows, not too many. Raises UnreadableAmount, EmptyRange."""
    least, most, step = (read_cents(given[name]) for name in ("least", "most", "step"))
    if most < least or step < EURO:
        raise EmptyRange(given=given["most"], given_least=given["least"])
    return stepped(least, most, max(step, (most - least) // MOST_POINTS))


def _fact(asked: str, household: Household) -> tuple[Fact, int]:
    """The fact of a person, or of the household. Raises NoSuchAnswer."""
    person, _, id = asked.rpartition(".")
    for entity, facts in VOCABULARY.facts.items():
        names = household.names[entity]
        fact = facts.get(id)
        if fact is None or fact.unit is None or fact.unit.kind != "money":
            continue
        if entity.single and not person:
            return fact, 0
        if person in names:
            return fact, list(names).index(person)
    raise NoSuchAnswer(given=asked, known=f"{next(iter(household.names[next(e for e in household.names if not e.single)]))}.bruttolohn")


def _lines(curve: Curve, household: Household, words: Texts) -> Iterator[str]:
    fact, unit = curve.fact, curve.fact.unit
    label = about("" if fact.entity.single else str(household.names[fact.entity][curve.row]), words.label(fact), words)
    low, high = (words.value(curve.points[at].value, unit) for at in (0, -1))
    yield words("cli", "whatif", "title", fact=label, low=low, high=high)
    yield ""
    headers = [words.label(fact), *(words("cli", "columns", column) for column in ("left", "taken", "best"))]
    rates: list[int | None] = [None, *curve.rates]
    rows = [_row(point, rate, curve, words) for point, rate in zip(curve.points, rates, strict=True)]
    yield from table(headers, rows, right=frozenset({0, 1, 2}), gives={0: 20, 3: 20})
    yield from _fallen(curve, words)


def _fallen(curve: Curve, words: Texts) -> Iterator[str]:
    """Where the sum falls; first what is missing where it is not known."""
    unknown = [point for point in curve.points if point.total is None]
    if unknown:
        asked = dict.fromkeys(words("facts", missing.fact.id, "question") for missing in unknown[0].look.missing)
        yield from ["", words("cli", "whatif", "open", questions=" ".join(list(asked)[:MOST_NAMED]))]
    yield from heading(words("cli", "whatif", "cliffs")) if curve.cliffs else [""]
    if curve.cliffs or not unknown:
        yield from points([_cliff(one, curve, words) for one in curve.cliffs] or [words("cli", "whatif", "none")])


def _row(point: Point, rate: int | None, curve: Curve, words: Texts) -> list[str]:
    """A row: the value, the sum, what goes of each further euro (of a monthly amount of a person), and the rights."""
    shown = rate is not None and curve.fact.unit is not None and curve.fact.unit.per == "month" and not curve.fact.entity.single
    granted = [words("benefits", id, "name") for id, status in point.look.statuses.items() if status is Status.YES]
    total = words.value(point.total, MONTHLY) if point.total is not None else words("unknown")
    return [words.value(point.value, curve.fact.unit), total, f"{rate} %" if shown else "", ", ".join(granted) or "–"]


def _cliff(cliff: Cliff, curve: Curve, words: Texts) -> str:
    before, after = (words.value(value, curve.fact.unit) for value in (cliff.before, cliff.after))
    names = ", ".join(words("benefits", id, "name") for id in cliff.rights) or words.label(curve.fact)
    return words("cli", "whatif", "cliff", before=before, after=after, loss=words.value(cliff.loss, MONTHLY), names=names)


def _document(day: date, curve: Curve, asked: str) -> dict[str, Any]:
    return {
        "on": day.isoformat(),
        "fact": asked,
        "points": [
            {
                "value": point.value,
                "total": point.total,
                "taken_percent": rate,
                "amounts": {id: amount for id, amount in point.look.amounts.items() if point.granted(id)},
                "missing": sorted({missing.fact.id for missing in point.look.missing}) if point.total is None else [],
            }
            for point, rate in zip(curve.points, [None, *curve.rates], strict=True)
        ],
        "cliffs": [{"before": one.before, "after": one.after, "loss": one.loss, "rights": list(one.rights)} for one in curve.cliffs],
    }
