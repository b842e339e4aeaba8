"""A network for one group of people: which segments of the streets they can use, and how many seconds each takes in each direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.reach.groups import CLOSED, Group, groups
from lebenslage.atlas.reach.plane import DEGREES, to_metres, zone
from lebenslage.atlas.reach.problems import EmptyNetwork
from lebenslage.atlas.reach.streets import Streets
from lebenslage.atlas.reach.tags import Tags, figure
from lebenslage.atlas.reach.ways import AT_ITS_WORD, NOT_WALKED, Verdict, said, stops, verdict


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Nodes (n,) at `x`, `y` in metres of `crs`; segments (m,) from `tail` to `head`, `metres` long.

    `there` and `back` are seconds along and against a segment, infinite where closed; `known` is the share (0 to 1) of what this group
    should know of a segment that is tagged. By tag, `closed` says how many metres this group lost to it, and `told` on which share of the
    length (`kerb`: of the crossings) something is known of it.
    """

    group: Group
    file: str
    crs: str
    ids: Ints
    x: Floats
    y: Floats
    tail: Ints
    head: Ints
    metres: Floats
    there: Floats
    back: Floats
    known: Floats
    closed: Mapping[str, float]
    told: Mapping[str, float]

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.ids)

    @property
    def known_share(self) -> float:
        """How sure the network is: the tagged share of what should be known, by length."""
        return float(self.known @ self.metres / max(self.metres.sum(), 1e-9))

    def only(self, segments: Flags) -> Network:
        """The same nodes with some of the segments."""
        fields = ("tail", "head", "metres", "there", "back", "known")
        return replace(self, **{name: getattr(self, name)[segments] for name in fields})


def network(streets: Streets, group: str = "walk", crs: str = "") -> Network:
    """The network of a group: "walk", "older", "child", "pram" or "wheelchair".

    `crs` is the EPSG code of a plane in metres; without it the UTM zone of the streets. Raises EmptyNetwork.
    """
    who = groups()[group]
    plane, x, y = _on_plane(streets, crs)
    measured = np.hypot(x[streets.head] - x[streets.tail], y[streets.head] - y[streets.tail])
    metres = np.where(np.isnan(streets.metres), measured, streets.metres)
    judged = [verdict(tags, who) for tags in streets.tags]
    along, against, known = (np.array([getattr(one, name) for one in judged]) for name in ("along", "against", "known"))
    there, back = (_seconds(metres, speed[streets.kind]) for speed in (along, against))
    opened = np.isfinite(there) | np.isfinite(back)
    if not opened.any():
        raise EmptyNetwork(file=streets.file, group=group)
    told = _told(streets, who, np.where(opened, metres, 0))
    ends = (streets.tail, streets.head)
    whole = Network(
        who, streets.file, plane, streets.ids, x, y, *ends, metres, there, back, known[streets.kind], _lost(streets, judged, metres), told
    )
    return used(_with_marks(whole.only(opened), streets.marks))


def _on_plane(streets: Streets, crs: str) -> tuple[str, Floats, Floats]:
    if not len(streets.x) or (streets.crs and crs in {"", streets.crs}):
        return streets.crs, streets.x, streets.y
    plane = crs or zone(float(np.median(streets.x)), float(np.median(streets.y)))
    return plane, *to_metres(streets.x, streets.y, plane, streets.crs or DEGREES)


def _lost(streets: Streets, judged: Sequence[Verdict], metres: Floats) -> Mapping[str, float]:
    """How many metres each tag closes, of the ways that may be walked."""
    lost: dict[str, float] = {}
    for one, length in zip(judged, _by_kind(streets, metres), strict=True):
        if one.closed_by not in {"", NOT_WALKED}:
            lost[one.closed_by] = lost.get(one.closed_by, 0.0) + float(length)
    return dict(sorted(lost.items()))


def _told(streets: Streets, group: Group, metres: Floats) -> Mapping[str, float]:
    """On which share of these metres each tag that the group asks for is known, and at which share of the crossings the kerb."""
    lengths = _by_kind(streets, metres)
    told = {name: float(lengths @ [said(tags, name) for tags in streets.tags] / max(lengths.sum(), 1e-9)) for name in group.asks}
    crossings = [tags for tags in streets.marks.values() if tags.get("highway") == "crossing" or tags.get("barrier") == "kerb"]
    if crossings and any(rule.tag == "kerb" for rule in group.rules):
        told["kerb"] = sum("kerb" in tags or "kerb:height" in tags for tags in crossings) / len(crossings)
    return told


def _by_kind(streets: Streets, metres: Floats) -> Floats:
    return np.bincount(streets.kind, weights=metres, minlength=len(streets.tags))


def _seconds(metres: Floats, speed: Floats) -> Floats:
    seconds = np.full(len(metres), np.inf)
    np.divide(metres, speed, out=seconds, where=speed > CLOSED)
    return seconds


def _with_marks(whole: Network, marks: Mapping[int, Tags]) -> Network:
    """Waits are shared by the segments at a node; at a closed node every segment ends by itself, so that nobody passes it."""
    waits = np.zeros(whole.nodes)
    for number, tags in marks.items():
        waits[number] = sum(wait.seconds for wait in whole.group.waits if tags.get(wait.tag) in wait.any_of)
    waiting = (waits[whole.tail] + waits[whole.head]) / 2
    waited = replace(whole, there=whole.there + waiting, back=whole.back + waiting)
    return _split(waited, np.array([number for number, tags in marks.items() if blocks(tags, whole.group)], dtype=np.int64))


def blocks(tags: Tags, group: Group) -> bool:
    """Whether a point of a way - a barrier, a kerb, a gate - lets nobody of the group pass."""
    if tags.get("foot", tags.get("access", "")) in {"no", "private"} and tags.get("barrier"):
        return True
    if group.id == "wheelchair" and tags.get("wheelchair") in AT_ITS_WORD:
        return False
    wide = (figure(tags, "maxwidth:physical") or figure(tags, "maxwidth") or 0.0) > 0
    rules = [rule for rule in group.rules if rule.then == CLOSED and rule.tag != "highway" and not (rule.tag == "barrier" and wide)]
    return any(stops(tags, rule) for rule in rules)


def _split(whole: Network, closed: Ints) -> Network:
    """Give each segment at a closed node its own copy of that node."""
    ends = np.concatenate((whole.tail, whole.head))
    cut = np.flatnonzero(np.isin(ends, closed))
    if not len(cut):
        return whole
    copied = ends[cut]
    ends[cut] = whole.nodes + np.arange(len(cut))
    tail, head = np.split(ends, 2)
    fresh = np.concatenate((np.arange(whole.nodes), copied))
    return replace(whole, ids=whole.ids[fresh], x=whole.x[fresh], y=whole.y[fresh], tail=tail, head=head)


def used(whole: Network) -> Network:
    """Without the nodes at which no segment ends."""
    used, ends = np.unique(np.concatenate((whole.tail, whole.head)), return_inverse=True)
    tail, head = np.split(ends, 2)
    return replace(whole, ids=whole.ids[used], x=whole.x[used], y=whole.y[used], tail=tail, head=head)
