"""Dated figures of the law: read from YAML beside the rules, with unit, source, confidence and the last day they are known for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from lebenslage.kernel.citations import Confidence
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.kernel.units import BY_NAME, Unit
from lebenslage.law.nodes import Source, Walk
from lebenslage.law.wires import Input
from lebenslage.law.yaml_files import read_yaml

if TYPE_CHECKING:
    from lebenslage.law.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Table:
    """One figure (an int) or table (nested tuples of ints) with its time and source."""

    since: date
    known_until: date
    source: str
    confidence: Confidence
    value: Any

    @property
    def to_check(self) -> bool:
        """Whether a person must confirm the figure before a notice may rest on it."""
        return self.confidence in ("1src", "mem")


class Parameter(Input):
    """A dated figure, wired into rules like a fact, read at the month of entitlement."""

    unit: Unit

    def __init__(self, id: str, unit: Unit, tables: tuple[Table, ...]) -> None:
        """Keep the tables in order of time."""
        self.id, self.unit, self.tables = id, unit, tables

    def on(self, day: date) -> Table:
        """The table that holds on a day. Raises DateWithoutTable rather than carry a figure forward."""
        table = self._holding(day)
        if table is None:
            raise self._unknown(day)
        return table

    def refusal(self, day: date) -> DateWithoutTable | None:
        """Why the figure cannot be read on a day, or None."""
        return self._unknown(day) if self._holding(day) is None else None

    def _holding(self, day: date) -> Table | None:
        latest = next((table for table in reversed(self.tables) if table.since <= day), None)
        return latest if latest is not None and day <= latest.known_until else None

    def _unknown(self, day: date) -> DateWithoutTable:
        return DateWithoutTable(parameter=self.id, on=day, first=self.tables[0].since, last=self.tables[-1].known_until)

    def value(self, run: Evaluation, row: int) -> Any:
        """The figure on the day of the evaluation."""
        return run.figure(self)

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """A figure is never missing: its date is refused instead."""

    def sources(self) -> Iterator[Source]:
        """A figure reads no source."""
        return iter(())


class Parameters:
    """All figures of one YAML file; calling it with an id gives the wire for a rule."""

    def __init__(self, path: Path) -> None:
        """Read and check the file. Raises ValueError for an unknown unit, confidence or shape."""
        self.by_id = {name: _parameter(name, entry) for name, entry in read_yaml(path).items()}

    def __call__(self, id: str) -> Any:
        """Wire a figure into a rule."""
        return self.by_id[id]


def _parameter(name: str, entry: dict[str, Any]) -> Parameter:
    unit = BY_NAME[entry["unit"]]
    tables = tuple(sorted((_table(unit, t) for t in entry["tables"]), key=lambda t: t.since))
    return Parameter(name, unit, tables)


def _table(unit: Unit, entry: dict[str, Any]) -> Table:
    if entry["confidence"] not in get_args(Confidence):
        raise ValueError(f"confidence {entry['confidence']!r} is none of {get_args(Confidence)}")
    value = scaled(entry["value"], unit.decimals)
    since, known_until = (date.fromisoformat(entry[key]) for key in ("since", "known_until"))
    return Table(since, known_until, entry["source"], entry["confidence"], value)


def scaled(value: Any, decimals: int) -> Any:
    """Whole numbers of the unit; figures stand in the file as people write them (euros, E-notation as text).

    Raises ValueError for too many decimals, InvalidOperation for what is no number.
    """
    if isinstance(value, list):
        return tuple(scaled(v, decimals) for v in value)
    exact = Decimal(str(value)).scaleb(decimals)
    if exact != int(exact):
        raise ValueError(f"{value} has more than {decimals} decimals")
    return int(exact)
