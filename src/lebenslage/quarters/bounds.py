"""What can be computed of counts that were not published: exact bounds.

Counts that add up are a flow: each count is an arc, each sum a node at which as much arrives as leaves. A count that was published is
an arc of fixed width. How far an unpublished one can still move is a largest flow, and with whole numbers a largest flow is exact.
Passing intervals along until nothing changes would be simpler, but too generous where sums meet in a circle.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

UNLIMITED: Final = 10**9

type Node = Hashable
type Flow = list[int]


class Contradiction(ValueError):
    """No counts agree with everything that was published."""


@dataclass(frozen=True, slots=True)
class Arc[Name]:
    """A count: what it is called, the sum it comes out of, the sum it goes into, and what is known of it."""

    name: Name
    tail: Node
    head: Node
    least: int = 0
    most: int = UNLIMITED

    @property
    def known(self) -> bool:
        """Whether the count itself was published."""
        return self.least == self.most


@dataclass(slots=True)
class Network[Name]:
    """Counts that add up. Raises Contradiction where no whole numbers fit."""

    arcs: Sequence[Arc[Name]]
    flow: Flow = field(init=False)
    at: dict[Node, list[tuple[int, bool]]] = field(init=False)

    def __post_init__(self) -> None:
        """Find one set of counts that agrees with everything."""
        self.flow = [arc.least for arc in self.arcs]
        self.at = {}
        for number, arc in enumerate(self.arcs):
            self.at.setdefault(arc.tail, []).append((number, True))
            self.at.setdefault(arc.head, []).append((number, False))
        self._settle()

    def bounds(self, number: int) -> tuple[int, int]:
        """The least and the greatest value that the count of this number can have; UNLIMITED where nothing stops it."""
        arc, now = self.arcs[number], self.flow[number]
        more = self._push(list(self.flow), arc.head, arc.tail, arc.most - now, without=number)
        less = self._push(list(self.flow), arc.tail, arc.head, now - arc.least, without=number)
        return now - less, now + more

    def _settle(self) -> None:
        excess = dict.fromkeys(self.at, 0)
        for arc in self.arcs:
            excess[arc.head] += arc.least
            excess[arc.tail] -= arc.least
        for source in [node for node, much in excess.items() if much > 0]:
            for sink in [node for node, much in excess.items() if much < 0]:
                pushed = self._push(self.flow, source, sink, min(excess[source], -excess[sink]))
                excess[source] -= pushed
                excess[sink] += pushed
        if any(excess.values()):
            raise Contradiction

    def _push(self, flow: Flow, source: Node, sink: Node, wanted: int, without: int = -1) -> int:
        """Move as much of what is wanted as there is room for, along one path after the other; the flow is changed."""
        pushed = 0
        while pushed < wanted and (path := self._path(flow, source, sink, without)):
            step = min(wanted - pushed, *(self._room(flow, number, forward) for number, forward in path))
            for number, forward in path:
                flow[number] += step if forward else -step
            pushed += step
        return pushed

    def _path(self, flow: Flow, source: Node, sink: Node, without: int) -> list[tuple[int, bool]]:
        """A shortest way with room, as arcs and whether each is taken forward; empty where there is none."""
        came: dict[Node, tuple[Node, int, bool]] = {}
        waiting = deque([source])
        while waiting and sink not in came:
            node = waiting.popleft()
            for number, forward in self.at.get(node, ()):
                arc = self.arcs[number]
                other = arc.head if forward else arc.tail
                if number != without and other != source and other not in came and self._room(flow, number, forward) > 0:
                    came[other] = (node, number, forward)
                    waiting.append(other)
        return list(_back(came, source, sink)) if sink in came else []

    def _room(self, flow: Flow, number: int, forward: bool) -> int:
        arc = self.arcs[number]
        return arc.most - flow[number] if forward else flow[number] - arc.least


def _back(came: dict[Node, tuple[Node, int, bool]], source: Node, sink: Node) -> Iterator[tuple[int, bool]]:
    node = sink
    while node != source:
        node, number, forward = came[node]
        yield number, forward
