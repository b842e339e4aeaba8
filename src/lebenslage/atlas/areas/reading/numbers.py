"""Numbers as people and offices write them, and the signs that stand where no number stands.

Signs of official statistics (Destatis, Landesdatenbank NRW, "Zeichenerklärung"): `-` nothing there, exactly zero; `0` less than half of the
last place; `.` unknown or secret; `/` not safe enough; `()` the value is uncertain; `x` makes no sense here; `...` comes later. The Federal
Employment Agency writes `*` where it keeps a count secret. Town reports write `–` where nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from lebenslage.atlas.areas.figures import Quality
from lebenslage.atlas.areas.problems import MixedNumbers, UnclearNumber, UnreadableNumber
from lebenslage.atlas.arrays import Floats

type Decimal = Literal[",", "."]
type Qualities = npt.NDArray[np.int8]


class Reading(NamedTuple):
    """What a cell says: a value and how good it is; the value is NaN where it is missing or suppressed."""

    value: float
    quality: Quality


type Convention = Mapping[str, Reading]

MISSING: Final = Reading(float("nan"), Quality.MISSING)
SUPPRESSED: Final = Reading(float("nan"), Quality.SUPPRESSED)
NOTHING: Final = Reading(0.0, Quality.GIVEN)
LOCAL: Final[Convention] = MappingProxyType(
    dict.fromkeys(("", "-", "–", "—", "x", "X", "...", "…", "NA", "NaN", "nan", "n/a", "N/A", "null", "NULL", "k.A.", "k. A."), MISSING)
    | dict.fromkeys((".", "/", "*", "()", "( )", "·", "•"), SUPPRESSED)
)
OFFICIAL: Final[Convention] = MappingProxyType({**LOCAL, "-": NOTHING})

SPACES: Final = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f'’", " ") | {"−": "-"})
NUMBER: Final = re.compile(r"(?P<sign>[-–+]?) *(?P<body>[\d.,][\d., ]*?)(?P<power>[eE][+-]?\d+)? *[%‰]? *(?P<note>[prse]?)")
POINT: Final = re.compile(r"[1-9]\d{0,2}(?:(?: \d{3})+|(?:,\d{3})+)(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+")
COMMA: Final = re.compile(r"[1-9]\d{0,2}(?:(?: \d{3})+|(?:\.\d{3})+)(?:,\d*)?|\d+(?:,\d*)?|,\d+")
PLAIN: Final = str.maketrans("", "", "0123456789.-\n")
CLEARLY_POINT: Final = re.compile(r"^-?(?:0\.|\d{4,}\.|\d*\.(?:\d{1,2}|\d{4,})$)", re.MULTILINE)
UNCLEAR: Final = "?"
DOUBTFUL_NOTES: Final = ("p", "s", "e")  # preliminary, estimated; "r", revised, is a value like any other


class Place(NamedTuple):
    """Where a column stands, for the sentence of a mistake: file, column and the line of each row."""

    file: str
    column: str
    lines: Sequence[int]


def read_numbers(
    texts: Sequence[str], place: Place, *, decimal: Decimal | None = None, convention: Convention = OFFICIAL
) -> tuple[Floats, Qualities]:
    """The values and qualities of a column. Whether `.` or `,` is the decimal sign is decided by the whole column, or by `decimal`.

    Raises UnreadableNumber, MixedNumbers, and UnclearNumber where every number of the column could be read both ways.
    """
    plain = None if decimal == "," else _plain(texts, decimal)
    if plain is not None:
        return _decoded(plain, np.zeros(len(texts), dtype=np.int8), convention, ".")
    written = dict.fromkeys(text for text in texts if text.strip() not in convention)
    _refuse((text for text in written if not is_number(text)), texts, place)
    sign = decimal or _decided(written, texts, place)
    known = {text: _reading(text, sign) for text in written}
    _refuse((text for text, reading in known.items() if reading is None), texts, place)
    readings = [known.get(text) or convention[text.strip()] for text in texts]
    values, quality = np.array([r.value for r in readings], dtype=np.float64), np.array([r.quality for r in readings], dtype=np.int8)
    return _decoded(values, quality, convention, sign)


def without(convention: Convention, unknown: Iterable[str]) -> Convention:
    """A convention in which these codes, such as `-9999`, are no value; one that is a number also where it is written `-9999.0`."""
    return MappingProxyType({**convention, **dict.fromkeys((code.strip() for code in unknown), MISSING)})


def _decoded(values: Floats, quality: Qualities, convention: Convention, decimal: Decimal) -> tuple[Floats, Qualities]:
    """The same with what the convention says of numbers that are codes."""
    for sign, meant in convention.items():
        code = _reading(sign, decimal) if any(map(str.isdigit, sign)) else None
        if code is not None:
            coded = values == code.value
            values, quality = np.where(coded, meant.value, values), np.where(coded, meant.quality, quality).astype(np.int8)
    return values, quality


def _plain(texts: Sequence[str], decimal: Decimal | None) -> Floats | None:
    """The fast way for the files of programs: nothing but digits, and a decimal point that cannot be anything else."""
    joined = "\n".join(texts)
    if joined.translate(PLAIN) or not texts:
        return None
    if "." in joined and decimal is None and not CLEARLY_POINT.search(joined):
        return None
    try:
        return np.array(list(map(float, texts)), dtype=np.float64)
    except ValueError:
        return None


def _matched(text: str) -> re.Match[str] | None:
    bare = text.translate(SPACES).strip()
    inside = bare[1:-1].strip() if bare.startswith("(") and bare.endswith(")") else bare
    return NUMBER.fullmatch(inside)


def is_number(text: str) -> bool:
    """Whether a cell is a number in one of the two ways to write one."""
    match = _matched(text)
    return match is not None and (POINT.fullmatch(match["body"]) or COMMA.fullmatch(match["body"])) is not None


def _refuse(wrong: Iterator[str], texts: Sequence[str], place: Place) -> None:
    """Raise UnreadableNumber for the first of the wrong cells, if there is one."""
    for text in wrong:
        raise UnreadableNumber(file=place.file, line=place.lines[texts.index(text)], column=place.column, given=text.strip()[:40])


def _decided(written: Iterable[str], texts: Sequence[str], place: Place) -> Decimal:
    """The decimal sign that the column itself shows."""
    first: dict[str, str] = {}
    for text in written:
        first.setdefault(_way(text), text)
    if "." in first and "," in first:
        raise _mixed(first["."], first[","], texts, place)
    if UNCLEAR in first and not first.keys() & {".", ","}:
        raise _unclear(first[UNCLEAR], texts, place)
    return "," if "," in first else "."


def _way(text: str) -> str:
    """The decimal sign with which a number can be read; `?` if with both, to different values, and nothing if it shows none."""
    match = _matched(text)
    body = match["body"] if match else ""
    if POINT.fullmatch(body) and COMMA.fullmatch(body):
        return "" if body.replace(" ", "").isdigit() else UNCLEAR
    return "." if POINT.fullmatch(body) else ","


def _mixed(point: str, comma: str, texts: Sequence[str], place: Place) -> MixedNumbers:
    one, other = sorted((texts.index(point), texts.index(comma)))
    given, given_other = texts[one].strip(), texts[other].strip()
    line, other_line = place.lines[one], place.lines[other]
    return MixedNumbers(file=place.file, column=place.column, line=line, given=given, other=other_line, given_other=given_other)


def _unclear(text: str, texts: Sequence[str], place: Place) -> UnclearNumber:
    given = text.strip()
    digits = re.sub(r"[^\d.,]", "", given)
    small, large = digits.replace(",", "."), re.sub(r"\D", "", digits)
    line = place.lines[texts.index(text)]
    return UnclearNumber(file=place.file, line=line, column=place.column, given=given, given_small=small, given_large=large)


def _reading(text: str, decimal: Decimal) -> Reading | None:
    match, pattern = _matched(text), POINT if decimal == "." else COMMA
    if match is None or not pattern.fullmatch(body := match["body"]):
        return None
    group = "," if decimal == "." else "."
    value = float(body.replace(" ", "").replace(group, "").replace(decimal, ".") + (match["power"] or ""))
    doubtful = text.strip().startswith("(") or match["note"] in DOUBTFUL_NOTES
    return Reading(-value if match["sign"] in "-–" and match["sign"] else value, Quality.UNCERTAIN if doubtful else Quality.GIVEN)
