"""Scores and classes of an index: nobody is counted in them, but hidden figures went into them.

Who knows the recipe takes a score apart: enough scores tell the mean of every figure, and with it one that is hidden. So scores are shown
only where nothing that went in is hidden anywhere; else the classes alone, and of an area with a hidden figure not even that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Kind

CLASSES: Final = 10


def is_score(column: Column) -> bool:
    """Whether it is an index, or the classes of one."""
    return column.indicator.kind == Kind.INDEX


def are_classes(column: Column) -> bool:
    """Whether these are a few whole numbers: classes, and not scores."""
    given = {number for number in column.numbers if number is not None}
    return len(given) <= CLASSES and all(number == int(number) for number in given)


def veiled_score(column: Column, beside: Sequence[Column]) -> Column:
    """The column as it may be published beside what is published of the same areas and day."""
    inputs = [one for one in beside if one.edition.pk == column.edition.pk and one.on == column.on and one.indicator.of_people]
    hidden = [any(one.marks[place] is Mark.SUPPRESSED for one in inputs) for place in range(len(column.numbers))]
    gone = hidden if are_classes(column) or not any(hidden) else [True] * len(hidden)
    numbers = [None if hide else number for number, hide in zip(column.numbers, gone, strict=True)]
    marks = [Mark.SUPPRESSED if hide and mark is not Mark.MISSING else mark for mark, hide in zip(column.marks, gone, strict=True)]
    return replace(column, numbers=numbers, marks=marks)
