"""Scores and classes of an index: nobody is counted in them, but hidden figures went into them.

Who knows the recipe takes a score apart: enough scores tell the mean of every figure, and with it one that is hidden. So scores are shown
only where nothing that went in is hidden anywhere; else the classes alone, and of an area with a hidden figure not even that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import yaml

from lebenslage.authorities.models import Authority
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Batch, Kind

type Inputs = Mapping[str, Collection[str]]
"""Of an index by its key, the keys of what went in."""

CLASSES: Final = 10


def is_score(column: Column) -> bool:
    """Whether it is an index, or the classes of one."""
    return column.indicator.kind == Kind.INDEX


def are_classes(column: Column) -> bool:
    """Whether these are a few whole numbers: classes, and not scores."""
    given = {number for number in column.numbers if number is not None}
    return len(given) <= CLASSES and all(number == int(number) for number in given)


def inputs_of(authority: Authority) -> Inputs:
    """What went into the indices that the town computed, as their recipes say."""
    return dict(_inputs(authority))


def _inputs(authority: Authority) -> Iterator[tuple[str, Collection[str]]]:
    for batch in (
        Batch.objects.filter(authority=authority, origin="index", withdrawn_at=None).prefetch_related("figures__indicator").order_by("at")
    ):
        recipe = yaml.safe_load(batch.how.get("recipe", "")) or {}
        if "indicators" in recipe:
            went_in = [str(one["id"]) for one in recipe["indicators"]]
            yield from ((column.indicator.key, went_in) for column in batch.figures.all())


def veiled_score(column: Column, beside: Sequence[Column], inputs: Inputs) -> Column:
    """The column as it may be published beside what is published of the same areas and day; of an unknown recipe all of it went in.

    What went in and is not published at all counts as hidden everywhere.
    """
    same = {one.indicator.key: one for one in beside if one.edition.pk == column.edition.pk and one.on == column.on and not is_score(one)}
    went_in = inputs.get(column.indicator.key, same)
    hidden = _hidden(column, same, went_in)
    return _without(column, hidden if are_classes(column) or not any(hidden) else [True] * len(hidden))


def _hidden(column: Column, same: Mapping[str, Column], went_in: Collection[str]) -> list[bool]:
    if any(key not in same for key in went_in):
        return [True] * len(column.numbers)
    return [any(same[key].marks[place] is Mark.SUPPRESSED for key in went_in) for place in range(len(column.numbers))]


def _without(column: Column, gone: Sequence[bool]) -> Column:
    numbers = [None if hide else number for number, hide in zip(column.numbers, gone, strict=True)]
    marks = [Mark.SUPPRESSED if hide and mark is not Mark.MISSING else mark for mark, hide in zip(column.marks, gone, strict=True)]
    return replace(column, numbers=numbers, marks=marks)
