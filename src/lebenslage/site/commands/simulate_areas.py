"""Results added up by area: how many households, how many with a right, how much money; read off the finished partitions."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lebenslage.law.engine import Status
from lebenslage.law.marks import ORIGIN
from lebenslage.law.problems import MissingColumn

BATCH = 1_000_000
CENTS = 100
SEAM = "\n"


@dataclass
class Right:
    """What one right comes to in an area."""

    households: int = 0
    open: int = 0
    cents: int = 0


@dataclass
class AreaSum:
    """The households of an area and their rights; `origin` says whether they are a model."""

    area: str
    origin: str
    households: int = 0
    rights: dict[str, Right] = field(default_factory=dict)

    def cells(self, ids: Sequence[str]) -> Iterator[str]:
        """The row of the table."""
        yield from (self.area, self.origin, str(self.households))
        for id in ids:
            right = self.rights[id]
            yield from (str(right.households), f"{right.households / self.households:.4f}", f"{right.cents / CENTS:.2f}", str(right.open))


def by_area(targets: Sequence[Path], column: str, ids: Sequence[str]) -> Sequence[AreaSum]:
    """Add up finished partitions by a column that they carry, in the order of its values. Raises MissingColumn."""
    found: dict[tuple[str, str], AreaSum] = {}
    for target in targets:
        file = pq.ParquetFile(target)
        if column not in file.schema_arrow.names:
            raise MissingColumn(column=column, because=column)
        names = {column, ORIGIN, *(f"{id}_{end}" for id in ids for end in ("status", "cent"))} & set(file.schema_arrow.names)
        for batch in file.iter_batches(batch_size=BATCH, columns=sorted(names)):
            _add(found, pa.Table.from_batches([batch]), column, ids)
    return [found[key] for key in sorted(found)]


def _add(found: dict[tuple[str, str], AreaSum], table: pa.Table, column: str, ids: Sequence[str]) -> None:
    area = _words(table, column)
    origin = _words(table, ORIGIN) if ORIGIN in table.column_names else np.full(len(area), "")
    keys, of = np.unique(np.char.add(np.char.add(area, SEAM), origin), return_inverse=True)
    households = np.bincount(of, minlength=len(keys))
    sums = [found.setdefault(_key(str(key)), AreaSum(*_key(str(key)))) for key in keys]
    for one, number in zip(sums, households, strict=True):
        one.households += int(number)
    for id in ids:
        status = table.column(f"{id}_status").combine_chunks()
        yes, unknown = (np.asarray(pc.equal(status.cast(pa.string()), word.value)) for word in (Status.YES, Status.UNKNOWN))
        cents = _cents(table, id)
        for n, one in enumerate(sums):
            here = of == n
            right = one.rights.setdefault(id, Right())
            right.households += int(yes[here].sum())
            right.open += int(unknown[here].sum())
            right.cents += int(cents[here & yes].sum())


def _key(joined: str) -> tuple[str, str]:
    area, _, origin = joined.partition(SEAM)
    return area, origin


def _words(table: pa.Table, column: str) -> np.ndarray:
    return np.asarray(table.column(column).cast(pa.string()).fill_null(""), dtype=str)


def _cents(table: pa.Table, id: str) -> np.ndarray:
    if f"{id}_cent" not in table.column_names:
        return np.zeros(table.num_rows, np.int64)
    return np.asarray(table.column(f"{id}_cent").cast(pa.int64()).fill_null(0))


def header(column: str, ids: Sequence[str]) -> list[str]:
    """The names of the columns of the table."""
    return [column, ORIGIN, "haushalte", *(f"{id}_{what}" for id in ids for what in ("haushalte", "anteil", "euro", "offen"))]


def write_areas(path: Path, column: str, sums: Sequence[AreaSum], ids: Sequence[str]) -> None:
    """Write the table as CSV, complete or not at all."""
    fresh = path.with_name(f".{path.name}.part")
    with fresh.open("w", encoding="utf8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(header(column, ids))
        rows.writerows(list(one.cells(ids)) for one in sums)
    fresh.replace(path)
