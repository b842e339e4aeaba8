"""A kernel: the loops of a law, and how they run over the columns of a population."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from lebenslage.law.columns import Column, Rows, dtype_of
from lebenslage.law.evaluation import InForce
from lebenslage.law.facts import Fact
from lebenslage.law.kernel_text import loops_of
from lebenslage.law.machine import Machine, Progress
from lebenslage.law.nodes import HOUSEHOLD, Entity
from lebenslage.law.parameters import Parameter
from lebenslage.law.places import Figure, Gathered, Owner, Place, Start, Today, Total, Value, value_dtype
from lebenslage.law.places import Rows as RowsOf
from lebenslage.law.row_loop import Loop
from lebenslage.law.rules import Rule
from lebenslage.law.schedule import Schedule
from lebenslage.law.settled import Settled

BLOCK = 256
PARTS = 8  # pieces of work a processor: one that is disturbed holds up nobody
LINE = 64  # rows begin where the processor likes to read
STEP = 128  # room is laid out in steps, so that one layout serves many slices
type Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What runs for columns of one shape: the loops, and what is settled without them."""

    settled: Settled
    loops: Numbers
    lists: Sequence[Numbers]
    layouts: dict[object, Layout] = field(default_factory=dict)


class Kernel:
    """The compiled law behind some results."""

    def __init__(self, law: InForce, results: Sequence[Rule]) -> None:
        """Place the rules behind `results`, which may be of the household or of its persons."""
        self.law = law
        self.schedule = Schedule(law, results)
        self.results = tuple(results)
        self.rules = {Value(rule.slot): rule for rule in self.schedule.rules}
        self._plans: dict[object, _Plan] = {}

    @property
    def entities(self) -> Sequence[Entity]:
        """The entities of which a household has several rows."""
        return self.schedule.entities

    @property
    def facts(self) -> Sequence[Fact]:
        """The facts that some rule may read."""
        return self.schedule.facts

    @cached_property
    def loops(self) -> Mapping[Place, Loop]:
        """Every loop, in the order in which they run."""
        return loops_of(self.schedule)

    @cached_property
    def machine(self) -> Machine:
        """The machine code: from the cache, or compiled now."""
        return Machine(self.loops.values())

    def compile(self, progress: Progress | None = None) -> None:
        """Load or compile now. `progress` gets parts done and parts in all."""
        self.__dict__.setdefault("machine", Machine(self.loops.values(), progress))

    @cached_property
    def places(self) -> Mapping[Place, int]:
        """Where in a frame each place is; the number of households stands first, where the driver writes it."""
        own: list[Place] = [RowsOf(HOUSEHOLD), Today()]
        own += [place for e in self.entities for place in (RowsOf(e), Start(e), Owner(e), Total(e))]
        own += [Value(fact.slot) for fact in self.facts]
        read = (place for loop in self.loops.values() for place in loop.places)
        return {place: 2 * n for n, place in enumerate(dict.fromkeys((*own, *read)))}  # beside each stands whether its values differ

    @cached_property
    def figures(self) -> Mapping[int, Any]:
        """The figures by place: whole numbers, and tables as arrays."""
        found = {place.parameter: n for place, n in self.places.items() if isinstance(place, Figure)}
        return {n: self._figure(parameter) for parameter, n in found.items()}

    def _figure(self, parameter: Parameter) -> Any:
        value = self.law.figures[parameter]
        return np.array(value, np.int64) if isinstance(value, tuple) else value

    def run(self, rows: Rows, columns: Mapping[Fact, Column], threads: int | None = None) -> Mapping[Rule, Column]:
        """Evaluate on all processors, or on `threads`: a column for each result. A column without a stride has one value on every row."""
        plan = self._plan(rows, columns)
        out = {rule: self._empty(rule, rows, plan) for rule in self.results}
        workers = threads or os.cpu_count() or 1
        edges = np.linspace(0, rows.households, PARTS * workers + 1).astype(np.int64)
        part = _Part(self, plan, rows, columns, out)
        if plan.loops.size:
            with ThreadPoolExecutor(workers) as pool:
                list(pool.map(part.run, edges[:-1], edges[1:]))
        return out

    def _empty(self, rule: Rule, rows: Rows, plan: _Plan) -> Column:
        settled, length = plan.settled.values.get(Value(rule.slot)), rows.length(rule.entity)
        if settled is not None:
            return np.broadcast_to(np.array(settled, value_dtype(rule)), (length,))
        return np.empty(length, value_dtype(rule))

    def _plan(self, rows: Rows, columns: Mapping[Fact, Column]) -> _Plan:
        constant = {fact: int(column[0]) for fact, column in columns.items() if len(column) and column.strides == (0,)}
        empty = frozenset(entity for entity in self.entities if not rows.length(entity))
        shape = (tuple(constant.items()), empty)
        if shape not in self._plans:
            self._plans[shape] = self._planned(Settled(self.schedule, constant, empty))
        return self._plans[shape]

    def _planned(self, settled: Settled) -> _Plan:
        live = [loop for place, loop in self.loops.items() if place in settled.live]
        lists = [np.array([self.places[place] for place in loop.places], np.int64) for loop in live]
        addresses = self.machine.addresses
        calls = [(addresses[loop.name], places.ctypes.data) for loop, places in zip(live, lists, strict=True)]
        return _Plan(settled, np.array(calls, np.int64).reshape(-1, 2), lists)


class _Part:
    """Runs a kernel over some of the households."""

    def __init__(self, kernel: Kernel, plan: _Plan, rows: Rows, columns: Mapping[Fact, Column], out: Mapping[Rule, Column]) -> None:
        """Find the columns; each part of the work then lays out a frame of its own."""
        self.kernel, self.plan, self.rows = kernel, plan, rows
        number = {entity: n for n, entity in enumerate(kernel.entities)}
        self.entities = np.array([self._entity(entity) for entity in kernel.entities], np.int64)
        moving: list[tuple[Fact | Rule, Column]] = [(f, c) for f, c in columns.items() if c.strides != (0,)]
        moving += [(rule, column) for rule, column in out.items() if column.strides != (0,)]
        self.columns = np.array(
            [(kernel.places[Value(s.slot)], number.get(s.entity, -1), c.ctypes.data, c.itemsize) for s, c in moving], np.int64
        ).reshape(-1, 4)
        widths = {HOUSEHOLD: BLOCK, **{entity: _widest(rows.starts[entity]) for entity in kernel.entities}}
        shape = (tuple(widths.values()), frozenset(Value(source.slot) for source, _ in moving))
        if shape not in plan.layouts:
            plan.layouts[shape] = Layout(kernel, plan.settled, widths, shape[1])
        self.layout = plan.layouts[shape]
        self.kept = (columns, out)

    def _entity(self, entity: Entity) -> tuple[int, ...]:
        places = self.kernel.places
        return (self.rows.starts[entity].ctypes.data, places[RowsOf(entity)], places[Start(entity)], places[Owner(entity)])

    def run(self, first: int, last: int) -> None:
        """Evaluate the households from `first` to before `last`."""
        frame, kept = self.layout.frame()
        self.kernel.machine.drive(
            int(first), int(last), BLOCK,
            self.entities.ctypes.data, len(self.entities),
            self.columns.ctypes.data, len(self.columns),
            self.plan.loops.ctypes.data, len(self.plan.loops),
            frame.ctypes.data,
        )  # fmt: skip
        del kept


class Layout:
    """How a frame looks for columns of one shape: what stands in it, and the room that it points to. Made once, then copied."""

    def __init__(self, kernel: Kernel, settled: Settled, widths: Mapping[Entity, int], moving: frozenset[Value]) -> None:
        """Lay out every place; `moving` are those that the driver points to columns."""
        self.kernel, self.settled, self.widths, self.moving = kernel, settled, widths, moving
        self.facts = {Value(fact.slot): fact for fact in kernel.facts}
        self.first = np.zeros(2 * len(kernel.places), np.int64)
        self.first[[kernel.places[place] + 1 for place in moving]] = 1
        self.first[kernel.places[Today()]] = kernel.law.ordinal
        for number, figure in kernel.figures.items():
            self.first[number] = figure.ctypes.data if isinstance(figure, np.ndarray) else figure
        rows = {number: row for place, number in kernel.places.items() if (row := self._row(place)) is not None}
        self.places = np.fromiter(rows, np.int64, len(rows))
        lengths = [-(-row.nbytes // LINE) * LINE for row in rows.values()]
        self.offsets = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))[:-1]
        self.room = np.zeros(sum(lengths), np.uint8)
        for row, offset in zip(rows.values(), self.offsets, strict=True):
            self.room[offset : offset + row.nbytes] = row.view(np.uint8)

    def frame(self) -> tuple[Numbers, object]:
        """A frame of its own, and the room that it points to."""
        room = np.empty(self.room.nbytes + LINE, np.uint8)
        start = -room.ctypes.data % LINE
        room[start : start + self.room.nbytes] = self.room
        frame = self.first.copy()
        frame[self.places] = room.ctypes.data + start + self.offsets
        return frame, room

    def _row(self, place: Place) -> Column | None:
        """The values of a place at the beginning, filled where they are settled."""
        match place:
            case Start(entity=_):
                return np.zeros(BLOCK + 1, np.int64)
            case Owner(entity=entity):
                return np.zeros(self.widths[entity], np.int32)
            case Total(entity=entity):
                return np.zeros(self.widths[entity] + 1, np.int64)
            case Gathered():
                return np.full(BLOCK, self.settled.values.get(place, 0), np.int64)
            case Value() if place not in self.moving:
                return self._values(place)
        return None

    def _values(self, place: Value) -> Column:
        rule = self.kernel.rules.get(place)
        if rule is not None:
            return np.full(self.widths[rule.entity], self.settled.values.get(place, 0), value_dtype(rule))
        fact = self.facts[place]
        return np.full(self.widths[fact.entity], self.settled.constant.get(fact, 0), dtype_of(fact))


def _widest(start: Numbers) -> int:
    """No block of households has more rows than this."""
    ends = start[BLOCK:] if len(start) > BLOCK else start[-1:]
    widest = int((ends - start[: len(ends)]).max(initial=1))
    return -(-max(widest, 1) // STEP) * STEP
