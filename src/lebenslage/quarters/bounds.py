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
    circle: dict[Node, int] = field(init=False)

    def __post_init__(self) -> None:
        """Find one set of counts that agrees with everything."""
        self.flow = [arc.least for arc in self.arcs]
        self.at = {}
        for number, arc in enumerate(self.arcs):
            self.at.setdefault(arc.tail, []).append((number, True))
            self.at.setdefault(arc.head, []).append((number, False))
        self._settle()
        self.circle = dict(self._circles())

    def bounds(self, number: int) -> tuple[int, int]:
        """The least and the greatest value that the count of this number can have; UNLIMITED where nothing stops it."""
        now = self.flow[number]
        return now - self._less(number, UNLIMITED), now + self._more(number, UNLIMITED)

    def moves(self, number: int, steps: int) -> bool:
        """Whether the count of this number can have so many values beside one: quicker than its bounds."""
        more = self._more(number, steps)
        return more >= steps or more + self._less(number, steps - more) >= steps

    def _more(self, number: int, enough: int) -> int:
        arc, room = self.arcs[number], min(enough, self.arcs[number].most - self.flow[number])
        return self._push(list(self.flow), arc.head, arc.tail, room, without=number) if self._in_a_circle(arc) else 0

    def _less(self, number: int, enough: int) -> int:
        arc, room = self.arcs[number], min(enough, self.flow[number] - self.arcs[number].least)
        return self._push(list(self.flow), arc.tail, arc.head, room, without=number) if self._in_a_circle(arc) else 0

    def _in_a_circle(self, arc: Arc[Name]) -> bool:
        return self.circle[arc.tail] == self.circle[arc.head]

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

    def _circles(self) -> Iterator[tuple[Node, int]]:
        """Each sum with the number of its circle: only counts within a circle can move at all, so the others need no search."""
        seen: set[Node] = set()
        finished = [node for start in self.at for node in self._walk(start, seen, along=True)]
        seen = set()
        for number, start in enumerate(reversed(finished)):
            for node in self._walk(start, seen, along=False):
                yield node, number

    def _walk(self, start: Node, seen: set[Node], *, along: bool) -> Iterator[Node]:
        """The sums reached from one where there is room, along the flow or against it, each when everything behind it is done."""
        if start in seen:
            return
        seen.add(start)
        stack = [(start, self._beside(start, along=along))]
        while stack:
            node, others = stack[-1]
            other = next((one for one in others if one not in seen), None)
            if other is None:
                stack.pop()
                yield node
            else:
                seen.add(other)
                stack.append((other, self._beside(other, along=along)))

    def _beside(self, node: Node, *, along: bool) -> Iterator[Node]:
        for number, forward in self.at[node]:
            if self._room(self.flow, number, forward if along else not forward) > 0:
                yield self.arcs[number].head if forward else self.arcs[number].tail

    def _room(self, flow: Flow, number: int, forward: bool) -> int:
        arc = self.arcs[number]
        return arc.most - flow[number] if forward else flow[number] - arc.least


def _back(came: dict[Node, tuple[Node, int, bool]], source: Node, sink: Node) -> Iterator[tuple[int, bool]]:
    node = sink
    while node != source:
        node, number, forward = came[node]
        yield number, forward
