"""The work of `lebenslage reach`: files in, an answer, files out, and what is said about it."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import shapely

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.reach import nearest_of_nodes
from lebenslage.atlas.reach.doors import Doors, doors
from lebenslage.atlas.reach.groups import groups
from lebenslage.atlas.reach.network import Network, network
from lebenslage.atlas.reach.opening import clock, moment
from lebenslage.atlas.reach.outline import travel_time_area
from lebenslage.atlas.reach.parts import Parts, check_connected, greatest_part, part_of_points
from lebenslage.atlas.reach.plane import to_degrees
from lebenslage.atlas.reach.problems import NoPlaceOpen, NoStreetNear
from lebenslage.atlas.reach.quarters import QuarterReach, reach_by_quarter
from lebenslage.atlas.reach.question import Answer, ShortWays, ask, short_ways, supply_per_person
from lebenslage.atlas.reach.reading import read_streets
from lebenslage.atlas.reach.snapping import Snapped, snap
from lebenslage.atlas.reach.streets import Streets
from lebenslage.atlas.reach.tables import Points, amounts, placed, read_points
from lebenslage.law.texts import Texts
from lebenslage.site.commands.layout import points as listed
from lebenslage.site.commands.layout import table

SHOWN_LINES = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked on the command line."""

    network: Path
    points: Path
    sites: Path
    group: str = "walk"
    within: float | None = None
    opened: str | None = None
    open_after: str | None = None
    barrier_free: bool = False
    supply: str | None = None
    people: str | None = None
    quarter: str | None = None
    farthest: float = 200.0
    crs: str = ""
    nodes: Path | None = None
    greatest_part: bool = False
    everybody: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What was found, with all that is needed to write and to say it."""

    network: Network
    pieces: Parts
    homes: Snapped
    places: Snapped
    points: Points
    sites: Points
    kept: Sequence[int]
    doors: Doors
    minutes: float
    answer: Answer
    people: Floats
    access: Floats | None
    quarters: tuple[QuarterReach, ...]
    groups: tuple[ShortWays, ...]

    @property
    def in_time(self) -> Floats:
        """The people of each point who reach a site in time, all or none of them."""
        return np.where(self.answer.seconds <= 60 * self.minutes, self.people, 0.0)


def found(asked: Asked, progress: Callable[[int, int], None]) -> Found:
    """Read, walk, count. Raises what the readers raise, DisconnectedNetwork, NoStreetNear, NoPlaceOpen."""
    source = read_streets(asked.network, asked.nodes, asked.crs)
    streets = _network(source, asked.group, asked)
    pieces = check_connected(streets)
    points, sites = (read_points(file, crs=asked.crs) for file in (asked.points, asked.sites))
    people = amounts(points, asked.people) if asked.people else np.ones(len(points))
    supply = amounts(sites, asked.supply) if asked.supply else None
    homes = _near(points, streets, asked.farthest)
    chosen = _doors(sites, asked)
    places = _near(sites, streets, asked.farthest).some(chosen.count)
    kept = np.flatnonzero(chosen.count)
    if not places.near.any():
        raise NoPlaceOpen(file=asked.sites.name, sites=len(sites))
    minutes = asked.within or streets.group.short.value
    answer = ask(streets, homes, places, 60 * minutes, progress)
    access = None if supply is None else supply_per_person(answer, people, supply[kept], 60 * minutes)
    quarters = reach_by_quarter(points.table.text(asked.quarter), people, answer.seconds, 60 * minutes) if asked.quarter else ()
    compared = _everybody(source, points, sites, chosen, people, asked) if asked.everybody else ()
    return Found(streets, pieces, homes, places, points, sites, kept.tolist(), chosen, minutes, answer, people, access, quarters, compared)


def _network(source: Streets, group: str, asked: Asked) -> Network:
    streets = network(source, group)
    return greatest_part(streets) if asked.greatest_part else streets


def _everybody(source: Streets, points: Points, sites: Points, chosen: Doors, people: Floats, asked: Asked) -> tuple[ShortWays, ...]:
    def places(streets: Network) -> tuple[Snapped, Snapped]:
        return _near(points, streets, asked.farthest), _near(sites, streets, asked.farthest).some(chosen.count)

    return short_ways((_network(source, group, asked) for group in groups()), places, people)


def _near(points: Points, streets: Network, farthest: float) -> Snapped:
    """The points on their streets. Raises NoStreetNear where no point has one."""
    x, y = placed(points, streets)
    snapped = snap(streets, x, y, farthest=farthest)
    if not snapped.near.any():
        raise NoStreetNear(file=points.table.file, line=points.table.lines[0], metres=round(farthest))
    return snapped


def _doors(sites: Points, asked: Asked) -> Doors:
    at = moment(asked.opened) if asked.opened else None
    return doors(sites, at=at, after=clock(asked.open_after) if asked.open_after else None, barrier_free=asked.barrier_free)


def write_points(target: Path, result: Found) -> None:
    """One row a point: minutes, nearest site, sites in time, share of the way that is known, why none is reached, supply a person."""
    header = ["id", "minutes", "site", "sites_within", "known", "why", *(["supply_per_person"] if result.access is not None else [])]
    _write(target, header, _rows(result))


def _rows(result: Found) -> Iterator[list[object]]:
    answer, names = result.answer, result.sites.table.keys
    for row, key in enumerate(result.points.table.keys):
        reached = answer.site[row] >= 0
        site = names[result.kept[answer.site[row]]] if reached else ""
        minutes, known = (f"{answer.seconds[row] / 60:.2f}", f"{answer.known[row]:.3f}") if reached else ("", "")
        extra = [] if result.access is None else [f"{result.access[row]:.8g}"]
        yield [key, minutes, site, int(answer.number[row]), known, answer.why[row], *extra]


def write_matrix(target: Path, result: Found) -> None:
    """One row for each point and each site in time."""
    times, names, keys = result.answer.times, result.sites.table.keys, result.points.table.keys
    rows = np.repeat(np.arange(times.shape[0]), np.diff(times.indptr))
    cells = zip(rows.tolist(), times.indices.tolist(), times.data.tolist(), strict=True)
    _write(target, ["point", "site", "minutes"], ([keys[row], names[result.kept[site]], f"{s / 60:.4f}"] for row, site, s in cells))


def write_outline(target: Path, result: Found) -> None:
    """The area from which a site is reached in time, as GeoJSON in longitude and latitude."""
    nodes = nearest_of_nodes(result.network, result.places, 60 * result.minutes)
    area = travel_time_area(result.network, nodes.seconds, result.places, 60 * result.minutes)
    drawn = shapely.transform(area, lambda at: np.stack(to_degrees(at[:, 0], at[:, 1], result.network.crs), axis=1))
    about = {"by": result.network.group.id, "within_minutes": result.minutes}
    feature = {"type": "Feature", "properties": about, "geometry": json.loads(shapely.to_geojson(drawn))}
    with _replacing(target) as file:
        json.dump({"type": "FeatureCollection", "features": [feature]}, file)


def _write(target: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with _replacing(target) as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


@contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    """A file beside the target, which takes its place when it is complete."""
    fresh = target.with_name(f".{target.name}.part")
    try:
        with fresh.open("w", encoding="utf8", newline="") as file:
            yield file
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def summary(result: Found) -> dict[str, Any]:
    """The result for programs."""
    lines = np.asarray(result.points.table.lines)
    why = np.asarray(result.answer.why)
    return {
        "by": result.network.group.id,
        "within_minutes": result.minutes,
        "points": len(result.points),
        "sites": len(result.kept),
        "people": float(result.people.sum()),
        "people_in_time": float(result.in_time.sum()),
        "known_share_of_network": round(result.network.known_share, 4),
        "known_by_tag": {tag: round(share, 4) for tag, share in result.network.told.items()},
        "closed_metres": {tag: round(metres) for tag, metres in result.network.closed.items()},
        "sites_left_out": {reason: list(out) for reason, out in result.doors.left_out.items()},
        "unreached_lines": {reason: lines[why == reason].tolist() for reason in sorted({*why.tolist()} - {""})},
        "cut_off": _cut_off(result),
        "short_ways": [asdict(one) for one in result.groups],
        "quarters": [{"quarter": q.key, "people": q.people, "in_time": q.reached} for q in result.quarters],
    }


def _cut_off(result: Found) -> list[dict[str, Any]]:
    """The parts of the network from which points reach no site: how many nodes they have, and which lines stand there."""
    part = part_of_points(result.pieces, result.network, result.homes)
    lines = np.asarray(result.points.table.lines)
    lost = np.asarray(result.answer.why) == "other_part"
    cut = sorted({*part[lost].tolist()})
    return [{"nodes": int(result.pieces.sizes[one]), "lines": lines[lost & (part == one)].tolist()} for one in cut]


def in_words(result: Found, file: str, words: Texts) -> Iterator[str]:
    """The result for people."""
    said = summary(result)
    share = result.in_time.sum() / result.people.sum() if result.people.sum() else 0.0
    yield words("reach", "done", number=len(result.points), file=file)
    who = words("reach", "groups", result.network.group.id)
    yield words("reach", "in_time", who=who, share=f"{100 * share:.0f}", minutes=f"{result.minutes:g}")
    told = ", ".join(f"{tag} {100 * share:.0f} %" for tag, share in result.network.told.items())
    yield words("reach", "known", share=f"{100 * result.network.known_share:.0f}", told=told)
    closed = [words("reach", "closed", tag=tag, kilometres=f"{metres / 1000:.1f}") for tag, metres in result.network.closed.items()]
    out = [words("reach", "left_out", reason, number=len(rows), lines=_some(rows)) for reason, rows in said["sites_left_out"].items()]
    lonely = said["unreached_lines"].get("no_street")
    far = [words("reach", "no_street", number=len(lonely), lines=_some(lonely))] if lonely else []
    far += [words("reach", "cut_off", nodes=one["nodes"], number=len(one["lines"]), lines=_some(one["lines"])) for one in said["cut_off"]]
    yield from listed([*closed, *out, *far])
    if result.groups:
        headers = [words("reach", "columns", name) for name in ("group", "short", "share", "sure")]
        yield from table(headers, [_group(one, words) for one in result.groups], right=frozenset({1, 2, 3}))
    if result.quarters:
        headers = [words("reach", "columns", name) for name in ("quarter", "people", "in_time", "share")]
        yield from table(headers, [_quarter(one) for one in result.quarters], right=frozenset({1, 2, 3}))


def _group(one: ShortWays, words: Texts) -> list[str]:
    return [words("reach", "groups", one.group), f"{one.minutes:g}", f"{100 * one.share:.0f} %", f"{100 * one.known:.0f} %"]


def _some(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:SHOWN_LINES])) + (" …" if len(lines) > SHOWN_LINES else "")


def _quarter(one: QuarterReach) -> list[str]:
    return [one.key, f"{one.people:.0f}", f"{one.reached:.0f}", f"{100 * one.share:.0f} %" if one.people else "–"]
