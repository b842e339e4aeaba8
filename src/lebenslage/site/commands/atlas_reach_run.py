"""The work of `lebenslage reach`: files in, an answer out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.progress import Progress, telling
from lebenslage.atlas.reach.doors import Doors, doors
from lebenslage.atlas.reach.groups import groups
from lebenslage.atlas.reach.network import Network, network
from lebenslage.atlas.reach.opening import clock, moment
from lebenslage.atlas.reach.parts import Parts, check_connected, greatest_part
from lebenslage.atlas.reach.problems import NoPlaceOpen, NoStreetNear
from lebenslage.atlas.reach.quarters import QuarterReach, reach_by_quarter
from lebenslage.atlas.reach.question import Answer, ShortWays, ask, short_ways, supply_per_person
from lebenslage.atlas.reach.reading import read_streets
from lebenslage.atlas.reach.snapping import Snapped, snap
from lebenslage.atlas.reach.streets import Streets
from lebenslage.atlas.reach.tables import Points, amounts, placed, read_points


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


def found(asked: Asked, progress: Progress) -> Found:
    """Read, walk, count. Raises what the readers raise, DisconnectedNetwork, NoStreetNear, NoPlaceOpen."""
    points, sites = (read_points(file, crs=asked.crs) for file in (asked.points, asked.sites))
    people = amounts(points, asked.people) if asked.people else np.ones(len(points))
    supply = amounts(sites, asked.supply) if asked.supply else None
    chosen = _doors(sites, asked)
    source = read_streets(asked.network, asked.nodes, asked.crs, progress)
    streets = _network(source, asked.group, asked)
    homes, around = (_near(some, streets, asked.farthest) for some in telling((points, sites), progress))
    places = around.some(chosen.count)
    pieces = check_connected(streets)
    kept = np.flatnonzero(chosen.count)
    if not places.near.any():
        raise NoPlaceOpen(file=asked.sites.name, sites=len(sites))
    minutes = asked.within or streets.group.short.value
    answer = ask(streets, homes, places, 60 * minutes, progress)
    access = None if supply is None else supply_per_person(answer, people, supply[kept], 60 * minutes)
    quarters = reach_by_quarter(points.table.text(asked.quarter), people, answer.seconds, 60 * minutes) if asked.quarter else ()
    compared = _everybody(source, points, sites, chosen, people, asked, progress) if asked.everybody else ()
    return Found(
        network=streets,
        pieces=pieces,
        homes=homes,
        places=places,
        points=points,
        sites=sites,
        kept=kept.tolist(),
        doors=chosen,
        minutes=minutes,
        answer=answer,
        people=people,
        access=access,
        quarters=quarters,
        groups=compared,
    )


def _network(source: Streets, group: str, asked: Asked) -> Network:
    streets = network(source, group)
    return greatest_part(streets) if asked.greatest_part else streets


def _everybody(
    source: Streets, points: Points, sites: Points, chosen: Doors, people: Floats, asked: Asked, progress: Progress
) -> tuple[ShortWays, ...]:
    def places(streets: Network) -> tuple[Snapped, Snapped]:
        return _near(points, streets, asked.farthest), _near(sites, streets, asked.farthest).some(chosen.count)

    return short_ways((_network(source, group, asked) for group in telling(tuple(groups()), progress)), places, people)


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
