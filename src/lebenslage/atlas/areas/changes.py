"""From one edition of the boundaries to the next: splits, mergers and part transfers, as official lists of changes state them.

A change says which share of an old area goes to a new one. Splits, mergers and part transfers are the same thing seen from either side, so
that a list of (old, new, share) is enough; what the list does not name keeps its key. Counts are carried with their total, rates with their
denominator: the result is a `Passage`, like one by ground.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from scipy.sparse import coo_array, csr_array

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.interpolate import Passage
from lebenslage.atlas.areas.problems import EmptyKey, KeyNotInEdition, NoSuccessor, SharesNotWhole, ShareUnknown
from lebenslage.atlas.areas.reading.numbers import Place, read_numbers
from lebenslage.atlas.areas.reading.tables import missing_column, read_columns
from lebenslage.atlas.arrays import Flags

WHOLE: Final = 1e-6
SLIVER: Final = 0.01
"""A smaller share of an old area comes from drawing, not from a decision."""


class Change(NamedTuple):
    """A share (0 to 1; None: not known) of an old area's people goes to a new area; `line` is the line of the list, as a person counts."""

    old: str
    new: str
    share: float | None = None
    line: int = 0


def read_changes(file: Path, *, old: str, new: str, share: str) -> list[Change]:
    """Read a list of changes: columns with the old key, the new key and the share (empty where it is not known).

    Raises NoSuchColumn, EmptyKey, UnreadableNumber and what `read_columns` raises.
    """
    columns, lines = read_columns(file)
    for column in (old, new, share):
        if column not in columns:
            raise missing_column(file.name, column, tuple(columns))
    for column in (old, new):
        for text, line in zip(columns[column], lines, strict=True):
            if not text.strip():
                raise EmptyKey(file=file.name, line=line, column=column)
    shares, _ = read_numbers(columns[share], Place(file.name, share, lines))
    found = zip(columns[old], columns[new], shares, lines, strict=True)
    return [Change(one.strip(), other.strip(), None if np.isnan(part) else float(part), line) for one, other, part, line in found]


def edition_after(old: AreaSet, changes: Sequence[Change]) -> AreaSet:
    """The new edition as the list alone tells it: the successors in the place of each old area, and what the list does not name."""
    successors: dict[str, list[str]] = defaultdict(list)
    for change in changes:
        successors[change.old].append(change.new)
    keys = tuple(dict.fromkeys([key for one in old.keys for key in successors.get(one, [one])] + [change.new for change in changes]))
    return AreaSet(old.name, old.edition, keys, keys)


def carried(old: AreaSet, new: AreaSet, changes: Sequence[Change], *, by: Passage | None = None) -> Passage:
    """The passage from an old edition to a new one. A share that is not known is taken from `by`, a passage by ground or by people.

    Raises KeyNotInEdition, SharesNotWhole where the shares of an old area are not 1 together, ShareUnknown where one is open and there is
    no `by`, NoSuccessor where an old key is neither in the new edition nor in the list.
    """
    _refuse_unknown_keys(old, new, changes)
    by_old: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_old[change.old].append(change)
    place = {key: i for i, key in enumerate(new.keys)}
    row, column, share = [], [], []
    for index, key in enumerate(old.keys):
        for successor, part in _shares(key, by_old.get(key, []), place, new, by, index).items():
            row.append(place[successor])
            column.append(index)
            share.append(part)
    shares = coo_array((share, (row, column)), shape=(len(new), len(old)), dtype=np.float64).tocsr()
    return Passage(old, new, shares, shares, np.isin(np.arange(len(new)), row))


def _refuse_unknown_keys(old: AreaSet, new: AreaSet, changes: Sequence[Change]) -> None:
    for edition, named in ((old, [change.old for change in changes]), (new, [change.new for change in changes])):
        known = set(edition.keys)
        for change, key in zip(changes, named, strict=True):
            if key not in known:
                raise KeyNotInEdition(line=change.line, area=key, edition=edition.edition or edition.name)


def _shares(
    key: str, changes: Sequence[Change], place: Mapping[str, int], new: AreaSet, by: Passage | None, index: int
) -> Mapping[str, float]:
    """Which share of an old area goes to which new one."""
    if not changes and key in place:
        return {key: 1.0}
    if not changes:
        raise NoSuccessor(area=key, edition=new.edition or new.name)
    known = {change.new: change.share for change in changes if change.share is not None}
    open_ = [change for change in changes if change.share is None]
    total = sum(known.values())
    if not 1 - (1 if open_ else WHOLE) <= total <= 1 + WHOLE or any(share < 0 for share in known.values()):
        raise SharesNotWhole(area=key, total=f"{total:.6g}", line=changes[0].line)
    return known | _divided(key, open_, 1 - total, place, by, index)


def _divided(key: str, open_: Sequence[Change], rest: float, place: Mapping[str, int], by: Passage | None, index: int) -> dict[str, float]:
    """The rest of an old area, divided as the ground or the people are."""
    if len(open_) < 2:
        return {change.new: rest for change in open_}
    weights = [0.0 if by is None else float(by.shares[place[change.new], index]) for change in open_]
    if sum(weights) <= 0:
        raise ShareUnknown(area=key, new=[change.new for change in open_], line=open_[0].line)
    return {change.new: rest * weight / sum(weights) for change, weight in zip(open_, weights, strict=True)}


def estimated(passage: Passage) -> Flags:
    """The new areas that get a part of a divided old area (m flags): their figures take every part of an old area to be alike."""
    parts = passage.shares.tocoo()
    divided = (parts.data > WHOLE) & (parts.data < 1 - WHOLE)
    return np.isin(np.arange(len(passage.target)), parts.row[divided])


def changes_between(by: Passage, *, least: float = SLIVER) -> list[Change]:
    """A list of changes read off a passage by ground or by people; shares below `least` are slivers of the drawing, and the rest is 1.

    Raises NotCovered where more than `least` of an old area lies in no new one, OverlappingAreas where it lies in two at once.
    """
    if (np.abs(by.covered - 1) > least).any():
        by.extensive(np.ones(len(by.source)), tolerance=0.0)
    shares: csr_array = by.shares.tocsc()
    found: list[Change] = []
    for index, key in enumerate(by.source.keys):
        part = slice(shares.indptr[index], shares.indptr[index + 1])
        kept = {int(i): float(s) for i, s in zip(shares.indices[part], shares.data[part], strict=True) if s >= least}
        total = sum(kept.values())
        same = len(kept) == 1 and by.target.keys[next(iter(kept))] == key
        found += [] if same else [Change(key, by.target.keys[i], share / total) for i, share in sorted(kept.items())]
    return found
