"""`lebenslage index`: one figure of many for each area, the way a recipe says."""

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from lebenslage.atlas.index import Result, find_recipe, gather, recipe_files, run
from lebenslage.atlas.index.method import method
from lebenslage.atlas.index.problems import AreaNotInTable, NotAColumnChoice, NotACondition
from lebenslage.atlas.index.reasons import Explainer
from lebenslage.atlas.index.run import TAKES_PART
from lebenslage.atlas.index.score import components
from lebenslage.atlas.index.tables import read_tables
from lebenslage.atlas.numerals import number
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_index_output import columns_of
from lebenslage.site.commands.atlas_progress import bars
from lebenslage.site.commands.layout import heading, points, table
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import SCREEN, ready_to_write, rows_of, write

FILE = click.Path(path_type=Path)


@click.command(
    "index",
    cls=Spoken,
    examples=(
        "lebenslage index --recipes",
        "lebenslage index --method mss",
        "lebenslage index mss quarters.csv classes.csv",
        "lebenslage index mss quarters.csv - --explain 01100101 --column S1=unemployed",
        "lebenslage index gisd municipalities.csv gisd.parquet --edition score --where year=2021",
        "lebenslage index my-recipe.yaml 2025.csv index.csv --earlier 2023.csv",
    ),
)
@click.argument("recipe", required=False)
@click.argument("paths", metavar="DATA... OUT", nargs=-1, type=FILE)
@click.option("--edition", default="", help="An edition of the method; the last one without it.")
@click.option("--earlier", multiple=True, type=FILE, help="The same figures some years before: the change gets classes too.")
@click.option("--column", "chosen", multiple=True, metavar="INDICATOR=COLUMN", help="Take an indicator from this column.")
@click.option("--where", multiple=True, metavar="COLUMN=VALUE", help="Only the rows with this value: a year of a long table.")
@click.option("--key", default="", metavar="COLUMN", help="The column with the areas' keys; what the recipe names without it.")
@click.option("--explain", metavar="KEY", help="Say why this area stands where it stands.")
@click.option("--reasons", is_flag=True, help="Write that sentence for every area, in a column of its own.")
@click.option("--recipes", "listed", is_flag=True, help="List the recipes.")
@click.option("--method", "told", metavar="RECIPE", help="Print a recipe as a method section.")
@json_option
@language_option
def command(recipe: str | None, paths: tuple[Path, ...], *, listed: bool, told: str | None, language: str, **asked: Any) -> None:
    """Compute the index of RECIPE for the areas in DATA and write it to OUT.

    RECIPE is a name or a YAML file. DATA are CSV tables with one row an area; the first says which areas there are, the others are joined
    by key. OUT ends in .csv, .parquet or .json, or is - for a table on the screen. High means more of what the recipe measures.
    """
    words = speech(language)
    if listed:
        click.echo("\n".join(_recipes(words)))
    elif told is not None:
        click.echo(method(find_recipe(told, asked["edition"]), language))
    elif recipe is None or len(paths) < 2:
        raise click.UsageError("RECIPE DATA... OUT")
    else:
        _index(recipe, paths[:-1], paths[-1], words, **asked)


def _index(name: str, data: Sequence[Path], out: Path, words: Texts, *, as_json: bool, explain: str | None, **asked: Any) -> None:
    ready_to_write(out)
    result = _computed(name, data, **{key: asked[key] for key in ("edition", "earlier", "chosen", "where", "key")})
    told = Explainer(result, words.language)
    row = None if explain is None else _row(result, explain)
    with bars(hidden=as_json) as progress:
        columns = columns_of(result, told, progress, reasons=asked["reasons"])
    write(out, columns)
    if as_json:
        click.echo(json.dumps(_as_json(told, row, columns if str(out) == SCREEN else {}), ensure_ascii=False, indent=2))
        return
    shown = _on_screen(told, words) if str(out) == SCREEN and row is None else _summary(told, out, words)
    click.echo("\n".join([*shown, *([] if row is None else _explained(told, row))]))


def _computed(name: str, data: Sequence[Path], *, edition: str, earlier: Sequence[Path], chosen: Any, where: Any, key: str) -> Result:
    recipe = find_recipe(name, edition)
    rows = pairs(where, NotACondition)
    now, before = (read_tables(files, recipe, where=rows, key=key) for files in (data, earlier))
    return run(recipe, gather(recipe, now, chosen=pairs(chosen, NotAColumnChoice), earlier=before))


def pairs(given: Sequence[str], problem: type[Problem]) -> Mapping[str, str]:
    """Options of the form NAME=VALUE; raises the problem for any other."""
    found = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not (name and sign and value):
            raise problem(given=one)
        found[name] = value
    return found


def _row(result: Result, key: str) -> int:
    keys = result.inputs.keys
    if key not in keys:
        near = get_close_matches(key, keys, n=1, cutoff=0) or keys[:1]
        raise AreaNotInTable(given=key, suggestion=near[0])
    return keys.index(key)


def _explained(told: Explainer, row: int) -> Iterator[str]:
    inputs = told.result.inputs
    yield from heading(f"{inputs.keys[row]} {inputs.names[row]}" if inputs.names[row] != inputs.keys[row] else inputs.keys[row])
    yield from points(told.sentences(row))


def _on_screen(told: Explainer, words: Texts) -> Iterator[str]:
    """The table of all areas with an index, the greatest first, and those without."""
    result, say = told.result, lambda key: words("index", "command", key)
    inputs, status = result.inputs, result.status
    index = status.spread(status.scores.index)
    order = sorted((n for n, reason in enumerate(result.reasons) if reason == TAKES_PART), key=lambda n: int(status.rank[n]))
    both = result.combined
    headers = [say("area"), say("name"), say("index"), say("rank"), say("class"), *([say("both")] if any(both) else [])]
    rows = [
        [inputs.keys[n], inputs.names[n], number(index[n], 2, words.language), str(status.rank[n]), told.class_name(n), both[n]][
            : len(headers)
        ]
        for n in order
    ]
    yield from table(headers, rows, right=frozenset({2, 3}))
    left_out = [n for n, reason in enumerate(result.reasons) if reason != TAKES_PART]
    if left_out:
        yield from heading(say("left_out"))
        yield from points(f"{inputs.keys[n]} {inputs.names[n]}: {told.left_out(n)}" for n in left_out)
    yield from _components(told, words)


def _summary(told: Explainer, out: Path, words: Texts) -> Iterator[str]:
    if str(out) == SCREEN:
        return
    used = sum(reason == TAKES_PART for reason in told.result.reasons)
    yield words("index", "command", "done", file=out.name, used=used, left_out=len(told.result.reasons) - used)
    yield from _components(told, words)


def _components(told: Explainer, words: Texts) -> Iterator[str]:
    for ids, component in components(told.result.recipe, told.result.status.scores).values():
        pairs = zip(ids, component.loadings, strict=True)
        loadings = ", ".join(f"{id} {number(float(loading), 2, words.language)}" for id, loading in pairs)
        explained = number(100 * component.explained, 0, words.language)
        yield words("index", "command", "component", explained=explained, loadings=loadings)


def _as_json(told: Explainer, row: int | None, columns: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    result = told.result
    used = sum(reason == TAKES_PART for reason in result.reasons)
    found = components(result.recipe, result.status.scores)
    return {
        "recipe": result.recipe.id,
        "edition": result.recipe.edition,
        "areas": used,
        "left_out": len(result.reasons) - used,
        "components": {
            name: {"explained": one.explained, "loadings": dict(zip(ids, one.loadings.tolist(), strict=True))}
            for name, (ids, one) in found.items()
        },
        "explained": None if row is None else {"key": result.inputs.keys[row], "sentences": list(told.sentences(row))},
        "rows": rows_of(columns),
    }


def _recipes(words: Texts) -> Iterator[str]:
    yield from heading(words("index", "command", "recipes"))
    for name, file in recipe_files().items():
        recipe = find_recipe(name)
        yield from ("", f"{name}: {recipe.title.said(words.language)}", f"  {file}")
        yield from points([recipe.purpose.said(words.language)])
        if recipe.editions:
            yield from points([words("index", "command", "editions", names=", ".join(recipe.editions))])
