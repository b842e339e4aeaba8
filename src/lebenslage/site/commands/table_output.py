"""Results as tables: columns written as CSV, Parquet or JSON, whole or not at all."""

from __future__ import annotations

import csv
import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from lebenslage.site.commands.problems import NotAnOutput, NotWritten

SCREEN: Final = "-"

type Columns = Mapping[str, Sequence[Any]]


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A fresh file beside the target, which takes its place when all is written; else nothing changes. Raises NotWritten."""
    fresh = target.with_name(f".{target.name}.part")
    try:
        yield fresh
        fresh.replace(target)
    except OSError as error:
        raise NotWritten(file=str(target)) from error
    finally:
        fresh.unlink(missing_ok=True)


def rows_of(columns: Columns) -> list[dict[str, Any]]:
    """One mapping an area."""
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def ready_to_write(out: Path) -> None:
    """Raises NotAnOutput before anything is computed."""
    if str(out) != SCREEN and out.suffix not in WRITERS:
        raise NotAnOutput(file=out.name, known=", ".join(WRITERS))


def write(out: Path, columns: Columns) -> None:
    """Write the columns, unless a table on the screen is wanted. Raises NotWritten."""
    if str(out) != SCREEN:
        with whole(out) as fresh:
            WRITERS[out.suffix](fresh, columns)


def write_rows(file: Path, header: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """Write a CSV file row by row; inside `whole`."""
    with file.open("w", encoding="utf8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _csv(file: Path, columns: Columns) -> None:
    write_rows(file, columns, zip(*columns.values(), strict=True))


def _json(file: Path, columns: Columns) -> None:
    file.write_text(json.dumps(rows_of(columns), ensure_ascii=False, indent=1), encoding="utf8")


def _parquet(file: Path, columns: Columns) -> None:
    arrow, parquet = (importlib.import_module(name) for name in ("pyarrow", "pyarrow.parquet"))
    parquet.write_table(arrow.table({name: list(values) for name, values in columns.items()}), file)


WRITERS: Final[Mapping[str, Callable[[Path, Columns], None]]] = {".csv": _csv, ".parquet": _parquet, ".json": _json}
