"""What `lebenslage reach` writes and says."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely

from lebenslage.atlas.progress import Progress, silently, telling
from lebenslage.atlas.reach import nearest_of_nodes
from lebenslage.atlas.reach.outline import travel_time_area
from lebenslage.atlas.reach.parts import part_of_points
from lebenslage.atlas.reach.plane import to_degrees
from lebenslage.atlas.reach.quarters import QuarterReach
from lebenslage.atlas.reach.question import ShortWays
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_reach_run import Found
from lebenslage.site.commands.layout import points as listed
from lebenslage.site.commands.layout import table
from lebenslage.site.commands.table_output import whole, write_rows

EACH_ROW: Final = 100_000
SHOWN_LINES: Final = 5


def write_points(target: Path, result: Found) -> None:
    """One row a point: minutes, nearest site, sites in time, share of the way that is known, why none is reached, supply a person."""
    header = ["id", "minutes", "site", "sites_within", "known", "why", *(["supply_per_person"] if result.access is not None else [])]
    with whole(target) as fresh:
        write_rows(fresh, header, _rows(result))


def _rows(result: Found) -> Iterator[list[object]]:
    answer, names = result.answer, result.sites.table.keys
    for row, key in enumerate(result.points.table.keys):
        reached = answer.site[row] >= 0
        site = names[result.kept[answer.site[row]]] if reached else ""
        minutes, known = (f"{answer.seconds[row] / 60:.2f}", f"{answer.known[row]:.3f}") if reached else ("", "")
        extra = [] if result.access is None else [f"{result.access[row]:.8g}"]
        yield [key, minutes, site, int(answer.number[row]), known, answer.why[row], *extra]


def write_matrix(target: Path, result: Found, progress: Progress = silently) -> None:
    """One row for each point and each site in time."""
    times, names, keys = result.answer.times, result.sites.table.keys, result.points.table.keys
    rows = np.repeat(np.arange(times.shape[0]), np.diff(times.indptr))
    pairs = zip(rows.tolist(), times.indices.tolist(), times.data.tolist(), strict=True)
    cells = telling(pairs, progress, every=EACH_ROW, total=times.nnz)
    with whole(target) as fresh:
        write_rows(fresh, ["point", "site", "minutes"], ([keys[row], names[result.kept[site]], f"{s / 60:.4f}"] for row, site, s in cells))


def write_outline(target: Path, result: Found, progress: Progress = silently) -> None:
    """The area from which a site is reached in time, as GeoJSON in longitude and latitude."""
    nodes = nearest_of_nodes(result.network, result.places, 60 * result.minutes)
    area = travel_time_area(result.network, nodes.seconds, result.places, 60 * result.minutes, progress=progress)
    drawn = shapely.transform(area, lambda at: np.stack(to_degrees(at[:, 0], at[:, 1], result.network.crs), axis=1))
    about = {"by": result.network.group.id, "within_minutes": result.minutes}
    feature = {"type": "Feature", "properties": about, "geometry": json.loads(shapely.to_geojson(drawn))}
    with whole(target) as fresh:
        fresh.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")


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
    share = result.in_time.sum() / result.people.sum() if result.people.sum() else 0.0
    yield words("reach", "done", number=len(result.points), file=file)
    who = words("reach", "groups", result.network.group.id)
    yield words("reach", "in_time", who=who, share=f"{100 * share:.0f}", minutes=f"{result.minutes:g}")
    told = ", ".join(f"{tag} {100 * share:.0f} %" for tag, share in result.network.told.items())
    yield words("reach", "known", share=f"{100 * result.network.known_share:.0f}", told=told)
    yield from listed(_kept_apart(result, words))
    if result.groups:
        headers = [words("reach", "columns", name) for name in ("group", "short", "share", "sure")]
        yield from table(headers, [_group(one, words) for one in result.groups], right=frozenset({1, 2, 3}))
    if result.quarters:
        headers = [words("reach", "columns", name) for name in ("quarter", "people", "in_time", "share")]
        yield from table(headers, [_quarter(one) for one in result.quarters], right=frozenset({1, 2, 3}))


def _kept_apart(result: Found, words: Texts) -> list[str]:
    """What was closed to this group, which places were left out, and who is not reached: with the lines of the files."""
    said = summary(result)
    closed = [words("reach", "closed", tag=tag, kilometres=f"{metres / 1000:.1f}") for tag, metres in result.network.closed.items()]
    out = [words("reach", "left_out", reason, number=len(rows), lines=_some(rows)) for reason, rows in said["sites_left_out"].items()]
    lonely = said["unreached_lines"].get("no_street")
    far = [words("reach", "no_street", number=len(lonely), lines=_some(lonely))] if lonely else []
    far += [words("reach", "cut_off", nodes=one["nodes"], number=len(one["lines"]), lines=_some(one["lines"])) for one in said["cut_off"]]
    return [*closed, *out, *far]


def _group(one: ShortWays, words: Texts) -> list[str]:
    return [words("reach", "groups", one.group), f"{one.minutes:g}", f"{100 * one.share:.0f} %", f"{100 * one.known:.0f} %"]


def _some(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:SHOWN_LINES])) + (" …" if len(lines) > SHOWN_LINES else "")


def _quarter(one: QuarterReach) -> list[str]:
    return [one.key, f"{one.people:.0f}", f"{one.reached:.0f}", f"{100 * one.share:.0f} %" if one.people else "–"]
