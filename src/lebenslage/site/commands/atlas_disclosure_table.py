"""A table to be published, as a long CSV file and the few lines of YAML that say what belongs to what."""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import yaml

from lebenslage.atlas.areas.reading.delimited import read_text, sniffed
from lebenslage.atlas.areas.reading.numbers import Place, read_numbers
from lebenslage.atlas.areas.reading.tables import missing_column, read_columns
from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.disclosure import Dimension, Table, flat
from lebenslage.atlas.disclosure.problems import CellsAreEmpty, HierarchyUnreadable
from lebenslage.site.commands.atlas_disclosure_sums import Keys, named_total, total_in_figures

VALUES: Final = ("value", "wert", "anzahl", "count", "aantal", "waarde")
BESIDE: Final = ("contributors", "weight")
HIDDEN: Final = "."
KNOWN: Final = frozenset({"subject", "value", "sums", "dimensions", "rest"})

type Columns = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A table, the columns it was read from, and which of them hold what it is divided by and the value.

    `sums` says of each breakdown that neither a file nor a name explains which code was found to be the sum of the others, if any.
    """

    table: Table
    columns: Columns
    divided_by: tuple[str, ...]
    value: str
    delimiter: str
    sums: Mapping[str, str | None]

    def written(self, table: Table) -> str:
        """The same file with the values of a table that may be published, without what only its makers know."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.delimiter, lineterminator="\n")
        writer.writerow([*self.divided_by, self.value])
        for key, value in zip(table.keys, table.values, strict=True):
            writer.writerow([*key, HIDDEN if np.isnan(value) else f"{value:.10g}"])
        return out.getvalue()


def read_given(file: Path, hierarchy: Path | None, subject: str | None) -> Given:
    """Read the table. Raises the problems of reading tables and numbers, HierarchyUnreadable, CellsAreEmpty."""
    said = _said(hierarchy)
    columns, lines = read_columns(file)
    value = _value_column(file, columns, said)
    beside = [name for name in columns if name in BESIDE or name.startswith("largest")]
    divided_by = _divided_by(file, columns, {value, *beside}, said)
    numbers = {name: read_numbers(columns[name], Place(file.name, name, lines))[0] for name in (value, *beside)}
    keys = tuple(zip(*([code.strip() for code in columns[name]] for name in divided_by), strict=True))
    _refuse_empty(file, keys, lines)
    sums = _sums_found(divided_by, keys, numbers[value], said)
    dimensions = tuple(_dimension(name, [key[place] for key in keys], said, sums.get(name)) for place, name in enumerate(divided_by))
    table = Table(file.stem, str(subject or said.get("subject") or value), dimensions, keys, numbers[value])
    return Given(_with_beside(table, numbers, said), columns, divided_by, value, sniffed(read_text(file)), sums)


def _sums_found(divided_by: Sequence[str], keys: Keys, values: Floats, said: Mapping[str, Any]) -> dict[str, str | None]:
    """For each breakdown that neither the YAML nor a name explains: which code the figures show to be the sum of the others."""
    declared = said.get("dimensions") or {}
    return {
        name: total_in_figures(place, keys, values)
        for place, name in enumerate(divided_by)
        if declared.get(name) is None and not named_total([key[place] for key in keys])
    }


def _divided_by(file: Path, columns: Columns, others: Container[str], said: Mapping[str, Any]) -> tuple[str, ...]:
    names = tuple(said.get("dimensions") or (name for name in columns if name not in others))
    for name in names:
        if name not in columns:
            raise missing_column(file.name, name, tuple(columns))
    return names


def _said(hierarchy: Path | None) -> Mapping[str, Any]:
    if hierarchy is None:
        return {}
    try:
        said = yaml.safe_load(hierarchy.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as broken:
        raise HierarchyUnreadable(file=hierarchy.name) from broken
    if not isinstance(said, dict) or set(said) - KNOWN or not _well_formed(said.get("dimensions", {})):
        raise HierarchyUnreadable(file=hierarchy.name)
    return said


def _well_formed(dimensions: object) -> bool:
    return isinstance(dimensions, dict) and all(
        parts is None or (isinstance(parts, dict) and all(isinstance(one, list) for one in parts.values())) for parts in dimensions.values()
    )


def _value_column(file: Path, columns: Columns, said: Mapping[str, Any]) -> str:
    asked = said.get("value")
    found = [name for name in columns if name == asked] if asked else [name for name in columns if name.lower() in VALUES]
    if not found:
        raise missing_column(file.name, str(asked or VALUES[0]), tuple(columns))
    return found[0]


def _refuse_empty(file: Path, keys: Sequence[tuple[str, ...]], lines: Sequence[int]) -> None:
    for key, line in zip(keys, lines, strict=True):
        if not all(key):
            raise CellsAreEmpty(file=file.name, line=line)


def _dimension(name: str, codes: Sequence[str], said: Mapping[str, Any], found: str | None) -> Dimension:
    """As the YAML says; else one total, known by its name or found in the figures, and everything else its parts."""
    declared = (said.get("dimensions") or {}).get(name)
    used = dict.fromkeys(codes)
    if declared is None:
        total = named_total(list(used)) or found
        return flat(name, total, list(used)) if total else Dimension(name, {code: frozenset({code}) for code in used})
    parts = {str(code): frozenset(map(str, members)) for code, members in declared.items()}
    for code in map(str, (said.get("rest") or {}).get(name, ())):
        parts[code] = parts.get(code, frozenset()) | {f"{code}: …"}
    leaves = {leaf: frozenset({leaf}) for members in parts.values() for leaf in members if leaf not in parts}
    return Dimension(name, leaves | parts)


def _with_beside(table: Table, numbers: Mapping[str, Floats], said: Mapping[str, Any]) -> Table:
    largest = [numbers[name] for name in sorted(numbers) if name.startswith("largest")]
    contributors = numbers.get("contributors")
    return replace(
        table,
        sums=bool(said.get("sums", contributors is not None)),
        contributors=None if contributors is None else contributors.astype(np.int64),
        largest=np.stack(largest, axis=1) if largest else None,
        weights=numbers.get("weight"),
    )
