"""A population, compiled: Arrow tables in, Arrow tables out, in slices of bounded memory.

The kernel is made from the very rule functions that a single household runs, compiled on first use and kept by law and processor. A
household with a missing answer takes the way of the single household, so that unknown means the same here and there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lebenslage.law.asked import Asked
from lebenslage.law.columns import HOUSEHOLD_ID, Column, Rows, column_of, dtype_of, everywhere, rows_of
from lebenslage.law.engine import LawOn, Status
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.kernel import Kernel
from lebenslage.law.nodes import HOUSEHOLD, PERSON, UNKNOWN, Entity, Value
from lebenslage.law.problems import MissingColumn
from lebenslage.law.rules import Rule

SLICE = 131_072
type Tables = Mapping[Entity, pa.Table]
type Assumptions = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The columns of some households, ready for the kernel, and which households have a missing answer."""

    rows: Rows
    columns: Mapping[Fact, Column]
    open: npt.NDArray[np.bool_]
    nulls: Mapping[Fact, npt.NDArray[np.bool_]]


class Simulation:
    """One law, ready to run over populations. `targets` are further conclusions of the household to put out."""

    def __init__(self, law: LawOn, *, only: Sequence[str] = (), targets: Sequence[Rule] = (), assume: Assumptions | None = None) -> None:
        """Choose what is concluded: the benefits named in `only`, else all of the law that are known on its day.

        `assume` gives facts one value on all rows, on purpose and by name; the result carries them.
        """
        self.law = law.holding(*only)
        self.benefits = tuple(law.benefits[id] for id in only) or law.known
        self.targets = tuple(targets)
        self.assume = dict(assume or {})
        goals = [goal for benefit in self.benefits for goal in benefit.decisive]
        self.threads: int | None = None  # on how many processors a slice is evaluated; None: on all
        self.carried: tuple[str, ...] = ()  # columns of the persons' table that stand in the result, read off the first person
        self.results = tuple(dict.fromkeys((*goals, *self.targets)))

    @cached_property
    def kernel(self) -> Kernel:
        """The compiled law behind the results: from the cache, or compiled on first use (some seconds, once for a law and a processor)."""
        return Kernel(self.law.in_force, self.results)

    def prepare(self, tables: Tables) -> Prepared:
        """Read the columns. Raises MissingColumn and what reading a column raises."""
        rows = rows_of(tables, self.kernel.entities)
        columns: dict[Fact, Column] = {}
        nulls: dict[Fact, npt.NDArray[np.bool_]] = {}
        for fact in self.kernel.facts:
            read = self._given(tables, rows, fact)
            if read is not None:
                columns[fact] = read[0]
                nulls.update({fact: read[1]} if read[1] is not None else {})
        asked = Asked(rows, columns)
        nulls = {fact: asked.missing(fact, null) for fact, null in nulls.items()}
        columns |= {fact: _unasked(fact, rows, asked) for fact in self.kernel.facts if fact not in columns}
        return Prepared(rows, columns, _open(rows, nulls), nulls)

    def _given(self, tables: Tables, rows: Rows, fact: Fact) -> tuple[Column, npt.NDArray[np.bool_] | None] | None:
        """A fact's column: from the tables, else what is assumed on every row; the statute's ordinary case fills its nulls."""
        read = _read(tables, rows, fact)
        if read is not None and read[1] is not None and fact.asked.assumed is not None:
            return np.where(read[1], dtype_of(fact)(fact.asked.assumed), read[0]), None
        constant = self.assume.get(fact.id, fact.asked.assumed)
        if read is None and constant is not None:
            return everywhere(constant, fact, rows.length(fact.entity)), None
        return read

    def run(self, prepared: Prepared) -> Mapping[Rule, Column]:
        """Evaluate prepared households on all processors: a column of whole numbers for each result."""
        return self.kernel.run(prepared.rows, prepared.columns, self.threads)

    def simulate(self, tables: Tables) -> pa.Table:
        """One row a household: status, amount and refusing condition of each benefit, and the targets. Unknown amounts are null."""
        pieces = [self._piece(piece) for piece in _slices(tables)]
        return pa.concat_tables(pieces) if pieces else self._piece(tables)

    def _piece(self, tables: Tables) -> pa.Table:
        prepared = self.prepare(tables)
        found = self._table(prepared.rows.ids, self.run(prepared), self._single(prepared))
        first = pa.array(prepared.rows.starts[PERSON][:-1])
        for name in (name for name in self.carried if name in tables[PERSON].column_names):
            found = found.append_column(name, tables[PERSON].column(name).take(first))
        return found

    def _single(self, prepared: Prepared) -> Mapping[int, Mapping[str, tuple[Status, int | None]]]:
        """Households with a missing answer, one by one, in plain Python."""
        singles = {}
        for h in np.flatnonzero(prepared.open):
            results = self.law.assess(household_of(prepared, int(h)), *(benefit.id for benefit in self.benefits))
            singles[int(h)] = {id: (r.status, r.amount) for id, r in results.items()}
        return singles

    def _table(self, ids: Column, out: Mapping[Rule, Column], singles: Mapping[int, Mapping[str, tuple[Status, int | None]]]) -> pa.Table:
        columns: dict[str, pa.Array] = {HOUSEHOLD_ID: pa.array(ids)}
        open_rows = np.fromiter(singles, np.int64, len(singles))
        for benefit in self.benefits:
            passed = np.ones(len(ids), np.bool_)
            for gate in benefit.gates:
                passed &= out[gate] != 0
            status = np.where(passed, 0, 1).astype(np.int8)
            amount = np.where(passed, out[benefit.amount] if benefit.amount else 0, 0)
            for h, results in singles.items():
                status[h] = STATUSES.index(results[benefit.id][0].value)
                amount[h] = results[benefit.id][1] or 0
            columns[f"{benefit.id}_status"] = pa.DictionaryArray.from_arrays(pa.array(status), pa.array(STATUSES))
            columns[f"{benefit.id}_cent"] = pa.array(amount.astype(np.int32), mask=status == STATUSES.index("unknown"))
        closed = np.ones(len(ids), np.bool_)
        closed[open_rows] = False
        for rule in self.targets:
            columns[rule.id] = pa.array(out[rule], mask=~closed)
        return pa.table(columns)


STATUSES = [Status.YES.value, Status.NO.value, Status.UNKNOWN.value]


def _unasked(fact: Fact, rows: Rows, asked: Asked) -> Column:
    """Zeros for a fact that no row is asked for. Raises MissingColumn if one is."""
    length = rows.length(fact.entity)
    if length and not asked.nowhere(fact):
        raise MissingColumn(column=fact.id, because=fact.asked.when.fact.id if fact.asked.when else fact.id)
    return everywhere(0, fact, length)


def _read(tables: Tables, rows: Rows, fact: Fact) -> tuple[Column, npt.NDArray[np.bool_] | None] | None:
    """A fact's column from the table of its entity; a household's fact may stand on the rows of its persons."""
    read = column_of(tables[fact.entity], fact) if fact.entity in tables else None
    if read is not None or not fact.entity.single:
        return read
    read = column_of(tables[PERSON], fact)
    if read is None:
        return None
    first = rows.starts[PERSON][:-1]
    values = read[0][: len(first)] if read[0].strides == (0,) else read[0][first]
    return values, None if read[1] is None else read[1][first]


def _open(rows: Rows, nulls: Mapping[Fact, npt.NDArray[np.bool_]]) -> npt.NDArray[np.bool_]:
    found = np.zeros(rows.households, np.bool_)
    for fact, null in nulls.items():
        if fact.entity.single:
            found |= null
        elif len(null):
            start = rows.starts[fact.entity]
            counted = np.concatenate(([0], np.cumsum(null)))
            found |= counted[start[1:]] > counted[start[:-1]]
    return found


def household_of(prepared: Prepared, h: int) -> Household:
    """One household of a table, for the single way."""
    names: dict[Entity, Sequence[str]] = {HOUSEHOLD: (HOUSEHOLD.name,)}
    for entity, start in prepared.rows.starts.items():
        names[entity] = [str(row + 1) for row in range(int(start[h + 1] - start[h]))]
    return Household(names, {fact: _cells(prepared, fact, h) for fact in prepared.columns})


def _cells(prepared: Prepared, fact: Fact, h: int) -> Sequence[Value]:
    start = prepared.rows.starts.get(fact.entity)
    first, last = (h, h + 1) if start is None else (int(start[h]), int(start[h + 1]))
    null = prepared.nulls.get(fact)
    column = prepared.columns[fact]
    return [UNKNOWN if null is not None and null[row] else int(column[row]) for row in range(first, last)]


def _slices(tables: Tables) -> Iterator[Tables]:
    """Pieces of whole households, about SLICE persons each."""
    persons = tables[PERSON]
    rows = rows_of(tables, [e for e in tables if not e.single])
    start = rows.starts[PERSON]
    first = 0
    while first < rows.households:
        last = max(first + 1, int(np.searchsorted(start, start[first] + SLICE, side="right")) - 1)
        piece = {PERSON: persons.slice(int(start[first]), int(start[last] - start[first]))}
        if HOUSEHOLD in tables:
            piece[HOUSEHOLD] = tables[HOUSEHOLD].slice(first, last - first)
        for entity, other in rows.starts.items():
            if entity is not PERSON:
                piece[entity] = tables[entity].slice(int(other[first]), int(other[last] - other[first]))
        yield piece
        first = last
