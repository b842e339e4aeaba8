"""`lebenslage series`: editions of an index side by side, and which areas stay where."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.index import Recipe, find_recipe, gather, run
from lebenslage.atlas.index.tables import read_tables
from lebenslage.atlas.progress import telling
from lebenslage.atlas.series import Edition, Panel, Persistence, Transitions, persistence, side_by_side, transitions
from lebenslage.atlas.series.problems import NoClasses, NotAnEdition, OneEdition
from lebenslage.atlas.series.words import about_staying
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_certainty import class_names
from lebenslage.site.commands.atlas_progress import bars
from lebenslage.site.commands.layout import heading, table
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import SCREEN, Columns, ready_to_write, rows_of, write

type Given = tuple[date, Path]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The editions side by side, the class that is followed, who stays in it, and the ways between each two editions."""

    panel: Panel
    followed: int
    stays: Persistence
    moves: Sequence[Transitions]
    names: Mapping[int, str]


@click.command(
    "series",
    cls=Spoken,
    examples=(
        "lebenslage series mss 2012-12-31=mss2013.csv 2016-12-31=mss2017.csv stayed.csv --edition 2013-2017",
        "lebenslage series my-recipe.yaml 2021-12-31=old.csv 2023-12-31=new.csv 2025-12-31=newest.csv - --class 4",
    ),
)
@click.argument("recipe")
@click.argument("given", metavar="DAY=DATA... OUT", nargs=-1, required=True)
@click.option("--edition", default="", help="An edition of the method, used for every table; the last one without it.")
@click.option("--class", "followed", type=int, help="The class whose areas are followed; the last of the recipe without it.")
@click.option("--key", default="", metavar="COLUMN", help="The column with the areas' keys; what the recipe names without it.")
@json_option
@language_option
def command(recipe: str, given: tuple[str, ...], *, edition: str, followed: int | None, key: str, as_json: bool, language: str) -> None:
    """Compute the index of RECIPE for each table, and write to OUT how each area's class went and how long it stayed in one.

    DAY is the day of the figures. All editions are computed with the same method, so that what moves are the areas. They are matched by
    key: where boundaries changed, move the figures to the new areas first (`lebenslage areas`).
    """
    words, out = speech(language), Path(given[-1])
    ready_to_write(out)
    editions = _in_time(given[:-1])
    with bars(hidden=as_json) as progress:
        answer = _answered(find_recipe(recipe, edition), telling(editions, progress), followed, key, language)
    columns = _columns(answer)
    write(out, columns)
    told = list(about_staying(words, words.day, answer.panel, answer.followed, answer.names[answer.followed]))
    if as_json:
        rows = rows_of(columns) if str(out) == SCREEN else []
        moves = [_as_json(one) for one in answer.moves]
        click.echo(json.dumps({"told": told, "transitions": moves, "rows": rows}, ensure_ascii=False, indent=2))
        return
    click.echo("\n".join([*told, *_on_screen(answer, words)]))


def _in_time(given: Sequence[str]) -> list[Given]:
    """The days and files of DAY=FILE, the earliest first. Raises NotAnEdition, OneEdition."""
    found = []
    for one in given:
        day, _, file = one.partition("=")
        try:
            found.append((date.fromisoformat(day), Path(file)))
        except ValueError as error:
            raise NotAnEdition(given=one) from error
    if len({day for day, _ in found}) < 2:
        raise OneEdition
    return sorted(found)


def _answered(recipe: Recipe, given: Iterable[Given], followed: int | None, key: str, language: str) -> Answer:
    names = class_names(recipe, language)
    chosen = list(names)[-1] if followed is None and names else followed
    if chosen is None or chosen not in names:
        raise NoClasses(recipe=recipe.id, known=list(names))
    panel = side_by_side([_edition(recipe, day, file, key) for day, file in given])
    pairs = zip(panel.classes, panel.classes[1:], strict=False)
    moves = [transitions(before, after, list(names)) for before, after in pairs]
    return Answer(panel, chosen, persistence(panel.classes, [chosen]), moves, names)


def _edition(recipe: Recipe, on: date, file: Path, key: str) -> Edition:
    result = run(recipe, gather(recipe, read_tables([file], recipe, where={}, key=key)))
    return Edition(on, recipe.id, "", result.inputs.keys, result.status.classes)


def _columns(answer: Answer) -> Columns:
    """The columns by name, one value an area: its class in each edition, None where it has none, and editions in a row in the class."""
    panel, stays = answer.panel, answer.stays
    classes = {f"class_{day}": [one or None for one in row] for day, row in zip(panel.on, panel.classes.tolist(), strict=True)}
    known = stays.known.tolist()
    return {
        "key": panel.keys,
        **classes,
        "always": _where(known, stays.always),
        "longest": _where(known, stays.longest),
        "now": _where(known, stays.now),
    }


def _where(known: Sequence[bool], values: np.ndarray) -> list[Any]:
    return [value if is_known else None for is_known, value in zip(known, values.tolist(), strict=True)]


def _on_screen(answer: Answer, words: Texts) -> Iterator[str]:
    """For each two editions: from which class to which, in counts and shares with their interval."""
    for place, move in enumerate(answer.moves):
        days = (words.day(day.toordinal()) for day in answer.panel.on[place : place + 2])
        yield from heading(" → ".join(days))
        rows = [[answer.names[id], *(_cell(move, row, column) for column in range(len(move.ids)))] for row, id in enumerate(move.ids)]
        yield from table([words("series", "from"), *(answer.names[id] for id in move.ids)], rows, right=frozenset(range(1, len(rows) + 1)))
    yield words("series", "read")


def _cell(move: Transitions, row: int, column: int) -> str:
    count = int(move.counts[row, column])
    if not count:
        return "0"
    share, low, high = (round(100 * float(one[row, column])) for one in (move.shares, move.low, move.high))
    return f"{count}: {share} % ({low}–{high})"


def _as_json(move: Transitions) -> dict[str, Any]:
    stay, shortest, longest = move.expected_stay
    floats = {"share": move.shares, "low": move.low, "high": move.high, "stay": stay, "stay_low": shortest, "stay_high": longest}
    return {
        "classes": list(move.ids),
        "counts": move.counts.tolist(),
        "by_chance": move.by_chance.tolist(),
        **{name: _or_none(values) for name, values in floats.items()},
    }


def _or_none(values: Floats) -> list[Any]:
    """None where a share has no areas, or a stay no end."""
    found = values.astype(object)
    found[~np.isfinite(values)] = None
    return found.tolist()
