"""`lebenslage certainty`: how sure are the classes and ranks of an index."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import click
import numpy as np

from lebenslage.atlas.certainty import Attribution, Certainty, Doubt, Model, how_sure, what_matters
from lebenslage.atlas.certainty.words import about_all, about_area, about_draws, about_sources
from lebenslage.atlas.index import Recipe, Result, find_recipe, gather, run
from lebenslage.atlas.index.problems import AreaNotInTable, NotAColumnChoice, NotACondition
from lebenslage.atlas.index.tables import read_tables
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_certainty_noise import Chance, chance_in
from lebenslage.site.commands.atlas_index import pairs
from lebenslage.site.commands.layout import heading, table
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import SCREEN, Columns, ready_to_write, rows_of, write

FILE = click.Path(path_type=Path)
SHOWN: Final = ("key", "name", "class_name", "stays", "rank", "rank_low", "rank_high", "among_first")
SHARES: Final = frozenset({"stays", "among_first"})
SCALES: Final = ("z", "minmax", "rank", "exponential")


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """All that was found; rows of `found` are the areas that have an index, in the order of `keys`."""

    result: Result
    model: Model
    chance: Chance
    found: Certainty
    matters: Attribution
    words: Texts

    @property
    def keys(self) -> list[str]:
        """The keys of the areas that have an index."""
        return _keys(self.result)

    @property
    def class_names(self) -> Mapping[int, str]:
        """The names of the classes."""
        return class_names(self.result.recipe, self.words.language)


def class_names(recipe: Recipe, language: str) -> Mapping[int, str]:
    """The names of a recipe's classes by id, their numbers where they have none; empty without classes."""
    if recipe.classes is None:
        return {}
    bands = {band.id: band.label.said(language) for band in recipe.classes.bands}
    return bands or {id: str(id) for id in range(1, recipe.classes.number + 1)}


@click.command(
    "certainty",
    cls=Spoken,
    examples=(
        "lebenslage certainty mss quarters.csv certainty.csv --base S1=people --base S3=people --base S4=children",
        "lebenslage certainty mss quarters.csv - --base S1=people --concentration 100 --scale z --scale rank --removal",
        "lebenslage certainty my-recipe.yaml figures.csv people.csv - --base poor=people --learn --area 01100101",
    ),
)
@click.argument("recipe")
@click.argument("paths", metavar="DATA... OUT", nargs=-1, type=FILE, required=True)
@click.option("--edition", default="", help="An edition of the method; the last one without it.")
@click.option("--column", "chosen", multiple=True, metavar="INDICATOR=COLUMN", help="Take an indicator from this column.")
@click.option("--where", multiple=True, metavar="COLUMN=VALUE", help="Only the rows with this value.")
@click.option("--key", default="", metavar="COLUMN", help="The column with the areas' keys; what the recipe names without it.")
@click.option("--base", "bases", multiple=True, metavar="INDICATOR=COLUMN", help="How many people a share is of: its chance is drawn.")
@click.option("--error", "errors", multiple=True, metavar="INDICATOR=COLUMN", help="The standard error of an indicator.")
@click.option("--learn", "learnt", is_flag=True, help="Few people say little: draw near what holds for all (empirical Bayes).")
@click.option("--concentration", type=click.FloatRange(min=1), help="Draw weights too; 100 is about a tenth up or down, more is surer.")
@click.option("--scale", "scales", multiple=True, type=click.Choice(SCALES), help="Draw the scale too, from these.")
@click.option("--removal", is_flag=True, help="Leave an indicator out now and then.")
@click.option("--draws", type=click.IntRange(100, 1_000_000), default=10_000, show_default=True, help="How many draws.")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="The same seed gives the same result.")
@click.option("--among", type=click.IntRange(min=1), default=10, show_default=True, help="How often is an area among so many first?")
@click.option("--area", metavar="KEY", help="Tell this area in sentences.")
@json_option
@language_option
def command(recipe: str, paths: tuple[Path, ...], *, language: str, as_json: bool, area: str | None, **asked: Any) -> None:
    """Draw the index of RECIPE for the areas in DATA many times, and write to OUT how sure each class and rank is.

    RECIPE, DATA and OUT are those of `lebenslage index`. Drawn is only what you name: chance where you say how many people a share is of,
    weights, scales, indicators left out. All else counts as certain, and the answer says so.
    """
    if len(paths) < 2:
        raise click.UsageError("RECIPE DATA... OUT")
    ready_to_write(paths[-1])
    answer = _answered(recipe, paths[:-1], speech(language), area, as_json=as_json, **asked)
    told = [] if area is None else list(about_area(answer.words, answer.found, answer.keys.index(area), answer.class_names))
    columns = _columns(answer)
    write(paths[-1], columns)
    if as_json:
        click.echo(json.dumps(_as_json(answer, told, columns if str(paths[-1]) == SCREEN else {}), ensure_ascii=False, indent=2))
        return
    shown = _on_screen(answer) if str(paths[-1]) == SCREEN and area is None else iter(())
    click.echo("\n".join([*shown, *([*heading(area), *told] if area else []), "", *_summary(answer)]))


def _answered(name: str, data: Sequence[Path], words: Texts, area: str | None, *, as_json: bool, **asked: Any) -> Answer:
    recipe = find_recipe(name, asked["edition"])
    tables = read_tables(data, recipe, where=pairs(asked["where"], NotACondition), key=asked["key"])
    chosen, bases, errors = (pairs(asked[name], NotAColumnChoice) for name in ("chosen", "bases", "errors"))
    result = run(recipe, gather(recipe, tables, chosen=chosen))
    _ensure_there(result, area)
    chance = chance_in(result, tables, bases=bases, errors=errors, learnt=asked["learnt"])
    doubt = Doubt(asked["concentration"], tuple(dict.fromkeys(asked["scales"])), removal=asked["removal"])
    model = Model(result.recipe, result.values[result.status.used], chance.noise, doubt)
    draws, seed = asked["draws"], asked["seed"]
    with click.progressbar(length=draws, file=sys.stderr, hidden=as_json) as bar:
        found = how_sure(model, seed=seed, draws=draws, among=asked["among"], progress=bar.update)
    return Answer(result, model, chance, found, what_matters(model, seed=seed, draws=max(50, draws // 10)), words)


def _ensure_there(result: Result, area: str | None) -> None:
    keys = _keys(result)
    if area is not None and area not in keys:
        raise AreaNotInTable(given=area, suggestion=get_close_matches(area, keys, n=1, cutoff=0)[0])


def _keys(result: Result) -> list[str]:
    return np.asarray(result.inputs.keys)[result.status.used].tolist()


def _columns(answer: Answer) -> Columns:
    """The columns by name, one value an area; `share_N` is how often class N was drawn."""
    found = answer.found
    names = answer.class_names
    classes = {
        "class": found.classes.tolist(),
        "class_name": [names.get(one, "") for one in found.classes.tolist()],
        "stays": found.stays.tolist(),
        **{f"share_{id}": found.probabilities[:, place].tolist() for place, id in enumerate(found.ids)},
    }
    return {
        "key": answer.keys,
        "name": np.asarray(answer.result.inputs.names)[answer.result.status.used].tolist(),
        **(classes if found.has_classes else {}),
        "rank": found.ranks.tolist(),
        "rank_low": found.low.tolist(),
        "rank_median": found.median.tolist(),
        "rank_high": found.high.tolist(),
        "among_first": found.worst.tolist(),
    }


def _on_screen(answer: Answer) -> Iterator[str]:
    """The areas, the first of the ranking first."""
    columns, words = _columns(answer), answer.words
    shown = [name for name in SHOWN if name in columns]
    headers = [words("certainty", "columns", name) for name in shown]
    rows = [
        [_percent(row[name]) if name in SHARES else str(row[name]) for name in shown]
        for row in sorted(rows_of(columns), key=lambda row: row["rank"])
    ]
    yield from table(headers, rows, right=frozenset(range(len(shown) - 5, len(shown))), gives={1: 12})


def _percent(share: float) -> str:
    """Nearly always is not always, and hardly ever is not never."""
    return f"{min(99, max(1, round(100 * share))) if 0 < share < 1 else round(100 * share)} %"


def _summary(answer: Answer) -> Iterator[str]:
    recipe, words = answer.result.recipe, answer.words
    labels = [one.label.said(words.language) for one in recipe.indicators]
    told = about_draws(words, answer.model, answer.found.draws, labels, answer.chance.drawn)
    yield from filter(None, [about_all(words, answer.found), *told, about_sources(words, answer.matters)])


def _as_json(answer: Answer, told: Sequence[str], columns: Columns) -> dict[str, Any]:
    found, matters = answer.found, answer.matters
    return {
        "recipe": answer.result.recipe.id,
        "areas": len(answer.keys),
        "draws": found.draws,
        "certain": int(found.sure.sum()) if found.has_classes else None,
        "certain_from": 0.8,
        "sources": {source: {"alone": matters.alone[source], "in_total": matters.at_all[source]} for source in answer.model.sources},
        "told": list(told),
        "summary": list(_summary(answer)),
        "rows": rows_of(columns),
    }
