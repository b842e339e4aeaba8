"""Numbers as they stand in the files of town halls; a cell that is none is told with its row and counts as missing, never as zero."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from lebenslage.atlas.areas.figures import Quality
from lebenslage.atlas.areas.problems import MixedNumbers, UnclearNumber, UnreadableNumber
from lebenslage.atlas.areas.reading.numbers import (
    MISSING,
    OFFICIAL,
    SUPPRESSED,
    Convention,
    Decimal,
    Place,
    is_number,
    read_numbers,
    without,
)
from lebenslage.kernel.errors import Problem
from lebenslage.quarters.columns import Mark

NO_VALUE: Final = ("-9999", "-99999")
"""What map programs write where there is no value."""
SIGNS: Final[Convention] = without({**OFFICIAL, "x": SUPPRESSED, "X": SUPPRESSED}, NO_VALUE)
DASH: Final[Convention] = MappingProxyType({**SIGNS, "-": MISSING})
UNIT: Final = re.compile(r"\s*(?:€|EUR|Euro|m²|qm|°C?|dB(?:\(A\))?)$", re.IGNORECASE)
MARKS: Final = {
    Quality.GIVEN: Mark.GIVEN,
    Quality.MISSING: Mark.MISSING,
    Quality.SUPPRESSED: Mark.SUPPRESSED,
    Quality.UNCERTAIN: Mark.UNCERTAIN,
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column read: a number or none a row, its mark, cells that are no number (line, text), and what made all unreadable."""

    numbers: Sequence[float | None]
    marks: Sequence[Mark]
    wrong: Sequence[tuple[int, str]] = ()
    thousands: str = ""
    problem: Problem | None = None


def read(texts: Sequence[str], place: Place, *, decimal: str = "", dash_is_missing: bool = False) -> Numbers:
    """The numbers of a column. Points that may be decimals or thousands are read as a German office means them, and that is told."""
    signs = DASH if dash_is_missing else SIGNS
    bare = [UNIT.sub("", text) for text in texts]
    bad = {text for text in dict.fromkeys(bare) if text.strip() not in signs and not is_number(text)}
    wrong = [(line, text) for line, text in zip(place.lines, bare, strict=True) if text in bad]
    clean = ["" if text in bad else text for text in bare]
    try:
        return _numbers(clean, place, signs, decimal, wrong)
    except UnclearNumber as unclear:
        found = _numbers(clean, place, signs, ",", wrong)
        return Numbers(found.numbers, found.marks, wrong, thousands=str(unclear.details["given"]))
    except (MixedNumbers, UnreadableNumber) as problem:
        return Numbers([None] * len(texts), [Mark.MISSING] * len(texts), wrong, problem=problem)


def no_value(text: str) -> bool:
    """Whether a cell holds the number that map programs write where there is none."""
    return text.strip().removesuffix(".0") in NO_VALUE


def _numbers(texts: Sequence[str], place: Place, signs: Convention, decimal: str, wrong: Sequence[tuple[int, str]]) -> Numbers:
    sign: Decimal | None = "," if decimal == "," else "." if decimal == "." else None
    values, quality = read_numbers(texts, place, decimal=sign, convention=signs)
    numbers = [None if np.isnan(value) else value for value in values.tolist()]
    return Numbers(numbers, [MARKS[Quality(one)] for one in quality.tolist()], wrong)
