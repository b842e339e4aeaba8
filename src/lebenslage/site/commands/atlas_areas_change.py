"""`lebenslage areas change` and `changes`: figures of an old edition for the new one, and what changed between two maps."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import numpy as np

from lebenslage.atlas.areas import AreaSet, Quality
from lebenslage.atlas.areas.changes import SLIVER, Change, carried, changes_between, edition_after, estimated, read_changes
from lebenslage.atlas.areas.interpolate import Passage, by_ground, by_people
from lebenslage.atlas.areas.reading import Decimal, read_areas, read_grid, read_table
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_areas_options import A_FILE, amount, decimal_option, unknown_option
from lebenslage.site.commands.atlas_areas_transfer import FiguresOf, Moved, moved_columns, rates_asked, totals, write_moved
from lebenslage.site.commands.atlas_names import named
from lebenslage.site.commands.layout import points
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import ready_to_write, write

EQUAL = 1e-6
key_option = click.option("--key", required=True, metavar="COL", help="The column with the key, in the old edition and the new one.")
new_key_option = click.option("--new-key", metavar="COL", help="The same in the new map, where it is called otherwise.")
grid_option = click.option("--grid", type=A_FILE, help="A census grid: divide by where people live, not by ground.")
people_option = click.option(
    "--people", default="Einwohner", show_default=True, metavar="COL", help="The column of the grid with the people."
)


class Asked(NamedTuple):
    """What is to be carried over, and how: the options of `change`."""

    old: Path
    changes: Path
    key: str
    new_key: str | None
    columns: tuple[str, str, str]
    extensive: Sequence[str]
    intensive: Sequence[str]
    maps: tuple[Path, Path] | None
    grid: Path | None
    people: str
    decimal: Decimal | None
    unknown: Sequence[str]


@click.command(
    "change",
    cls=Spoken,
    examples=(
        "lebenslage areas change figures_2020.csv changes.csv figures_2021.csv --key ID --extensive people --intensive rate:people",
        "lebenslage areas change old.csv changes.csv out.csv --key ID --extensive people --maps old.geojson new.geojson",
        "lebenslage areas change old.csv list.csv out.csv --key ID --extensive poor --columns from to part --unknown -9999",
    ),
)
@click.argument("old", type=A_FILE)
@click.argument("changes", type=A_FILE)
@click.argument("out", type=A_FILE)
@key_option
@new_key_option
@click.option("--extensive", multiple=True, metavar="COL", help="A count, to be shared out.")
@click.option("--intensive", multiple=True, metavar="COL:BASE", help="A rate and the column with its denominator's count.")
@click.option("--columns", nargs=3, default=("old", "new", "share"), show_default=True, metavar="COL COL COL",
              help="The columns of CHANGES with the old key, the new key and the share from 0 to 1.")  # fmt: skip
@click.option("--maps", nargs=2, type=A_FILE, metavar="OLD NEW", help="Both editions: what CHANGES leaves open is divided by ground.")
@grid_option
@people_option
@decimal_option
@unknown_option
@json_option
@language_option
def change(out: Path, *, as_json: bool, language: str, **asked: Any) -> None:
    """Carry the table OLD of an old edition of the boundaries to the new one, as the list CHANGES says, and write it to OUT.

    An area that CHANGES does not name keeps its key. Counts keep their total. Where an old area was divided, values are estimated, and
    marked as uncertain in OUT.
    """
    ready_to_write(out)
    passage, moved = _carried(Asked(**asked))
    guessed = estimated(passage)
    marked = [one._replace(quality=np.where(guessed & (one.quality == Quality.GIVEN), Quality.UNCERTAIN, one.quality)) for one in moved]
    write_moved(out, passage.target, marked)
    keys = [key for key, guess in zip(passage.target.keys, guessed, strict=True) if guess]
    if as_json:
        found = {"file": out.name, "areas": len(passage.target), "totals": totals(moved), "estimated": keys}
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    words = speech(language)
    click.echo("\n".join(points([*_sums(moved, words), *_guesses(keys, words)])))
    click.echo(words("areas", "done", file=out.name, count=len(passage.target)))


def _carried(asked: Asked) -> tuple[Passage, list[Moved]]:
    rates = rates_asked(asked.extensive, asked.intensive, asked.old)
    if asked.grid is not None and asked.maps is None:
        raise click.UsageError("--grid: --maps OLD NEW")
    table = read_table(asked.old, key=asked.key, decimal=asked.decimal, unknown=asked.unknown)
    old, new, share = asked.columns
    listed = read_changes(asked.changes, old=old, new=new, share=share)
    if asked.maps is None:
        source = AreaSet(asked.old.stem, "", table.keys, table.keys)
        passage = carried(source, edition_after(source, listed), listed)
    else:
        between = _between(*asked.maps, key=asked.key, new_key=asked.new_key, grid=asked.grid, people=asked.people)
        passage = carried(between.source, between.target, listed, by=between)
    return passage, moved_columns(passage, FiguresOf(passage.source, table), asked.extensive, rates)


def _between(old: Path, new: Path, *, key: str, new_key: str | None, grid: Path | None, people: str) -> Passage:
    """The passage between two maps, by ground or by the people of a grid."""
    source, target = read_areas(old, key=key), read_areas(new, key=new_key or key)
    return by_ground(source, target) if grid is None else by_people(source, target, read_grid(grid, count=people))


def _sums(moved: Sequence[Moved], words: Texts) -> Iterator[str]:
    """Whether the totals are kept; what is not seen any more lies where another part is unknown."""
    hidden = False
    for one in moved:
        if one.before is None or one.after is None:
            continue
        yield words("areas", "arrived", column=one.column, before=amount(one.before, words), after=amount(one.after, words))
        if abs(one.before - one.after) > EQUAL * abs(one.before):
            hidden = True
            yield words("areas", "left_empty", column=one.column, amount=amount(one.before - one.after, words))
    if totals(moved) and not hidden:
        yield words("areas", "conserved")


def _guesses(keys: Sequence[str], words: Texts) -> Iterator[str]:
    yield words("areas", "estimated", count=len(keys), keys=named(keys)) if keys else words("areas", "nothing_estimated")


@click.command(
    "changes",
    cls=Spoken,
    examples=(
        "lebenslage areas changes quarters_2020.geojson quarters_2021.geojson changes.csv --key ID",
        "lebenslage areas changes old.gpkg new.gpkg changes.csv --key ID --grid zensus.csv --people Einwohner",
    ),
)
@click.argument("old", type=A_FILE)
@click.argument("new", type=A_FILE)
@click.argument("out", type=A_FILE)
@key_option
@new_key_option
@grid_option
@people_option
@json_option
@language_option
def changes(old: Path, new: Path, out: Path, *, grid: Path | None, as_json: bool, language: str, **asked: Any) -> None:
    """Read off two maps, OLD and NEW, which share of each old area lies in which new one, and write the list to OUT.

    The list is what `change` reads. Pieces under one per cent of an old area count as drawn inexactly.
    """
    ready_to_write(out)
    between = _between(old, new, grid=grid, **asked)
    found = changes_between(between)
    write(out, {"old": [one.old for one in found], "new": [one.new for one in found], "share": [one.share for one in found]})
    counts = {"areas": len(between.source), **_counted(found)}
    if as_json:
        click.echo(json.dumps({"file": out.name, "changes": len(found), **counts}, ensure_ascii=False, indent=2))
        return
    words = speech(language)
    way = words("areas", "shares_by_ground" if grid is None else "shares_by_people", least=f"{100 * SLIVER:.0f}")
    click.echo("\n".join(points([words("areas", "changed", **counts), way])))
    click.echo(words("areas", "listed", file=out.name, count=len(found)))


def _counted(found: Sequence[Change]) -> dict[str, int]:
    """How many old areas change, and how many of them are divided."""
    rows = [one.old for one in found]
    return {"changed": len(set(rows)), "divided": len({old for old in rows if rows.count(old) > 1})}
