"""A town's map is read by a child process: limited in memory and time, ended with its work. What it says is looked at here.

A file that unpacks to a hundred times its size costs a sentence and not a worker.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas import problems as of_tables
from lebenslage.atlas.overlay.people import OUTSIDE, area_of
from lebenslage.atlas.reach import network
from lebenslage.atlas.reach import problems as of_streets
from lebenslage.atlas.reach.parts import parts
from lebenslage.atlas.reach.streets import Streets
from lebenslage.kernel.errors import Problem
from lebenslage.quarters.places import problems as of_places
from lebenslage.quarters.places.problems import NotAStreetMap, StreetMapTooLarge
from lebenslage.quarters.places.streets.packing import unpacked
from lebenslage.quarters.places.streets.signs import sign_of

PATIENCE: Final = 600
# A path leads the child to its libraries; nothing else of our environment is its business, least of all a key.
ENVIRONMENT: Final = {"MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "LEBENSLAGE_CACHE": os.devnull}
COMMAND: Final = (sys.executable, "-I", "-m", "lebenslage.quarters.places.streets.bench")
LONGEST: Final = 60
NODES: Final = "nodes.csv"


def read(name: str, content: bytes, nodes: bytes, *, crs: str, bounds: Sequence[float]) -> bytes:
    """The streets of a file, cut to the town and packed. Raises NotAStreetMap and what reading a map raises."""
    with TemporaryDirectory() as folder:
        file = Path(folder, _plain(name) + sign_of(name, content))
        file.write_bytes(content)
        table = Path(folder, NODES)
        if nodes:
            table.write_bytes(nodes)
        return _at_a_bench({"file": str(file), "nodes": str(table), "crs": crs, "bounds": list(bounds)}, name)


def told(kept: bytes, areas: AreaSet) -> dict[str, Any]:
    """What a map says: how many ways, how long, in which quarters there is none, how whole, and how much a wheelchair user knows by it."""
    streets = unpacked(kept)
    walk = network(streets, "walk", areas.crs)
    return {
        "ways": len(walk.tail),
        "kilometres": round(float(walk.metres.sum()) / 1000, 1),
        "whole": round(parts(walk).greatest_share, 3),
        "bare": _bare(streets, areas),
        "rolling": _rolling(streets, areas.crs),
    }


def _bare(streets: Streets, areas: AreaSet) -> list[str]:
    """The names of the quarters in which no way begins."""
    at = area_of(areas.shapes if areas.shapes is not None else np.array([]), np.column_stack([streets.x, streets.y]))
    known = set(at[at != OUTSIDE].tolist())
    return [name for row, name in enumerate(areas.names) if row not in known]


def _rolling(streets: Streets, crs: str) -> dict[str, Any]:
    """What a wheelchair user has of it: kilometres, the tagged share of what should be known, kilometres closed by stairs and kerbs."""
    try:
        found = network(streets, "wheelchair", crs)
    except of_streets.EmptyNetwork:
        return {"kilometres": 0.0, "known": 0.0, "closed": 0.0, "kerbs": 0.0}
    figures = {"kilometres": found.metres.sum() / 1000, "closed": sum(found.closed.values()) / 1000}
    shares = {"known": found.known_share, "kerbs": found.told.get("kerb", 0.0)}
    return {key: round(float(one), 1) for key, one in figures.items()} | {key: round(one, 3) for key, one in shares.items()}


def _at_a_bench(asked: Mapping[str, Any], name: str) -> bytes:
    """What a child answers. Raises StreetMapTooLarge where it needs more than it may."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program, with nothing of the file in its arguments
            COMMAND,
            input=json.dumps(asked).encode() + b"\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            timeout=PATIENCE,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise StreetMapTooLarge(file=name) from error
    line, _, streets = done.stdout.partition(b"\n")
    answer = json.loads(line)
    if "problem" in answer:
        raise _problem(answer["problem"], answer["details"], Path(asked["file"]).name, name)
    return streets


def _problem(kind: str, details: Mapping[str, Any], made: str, name: str) -> Problem:
    """The problem that a child met; the file is called again as the town calls it."""
    found = (getattr(room, kind, None) for room in (of_places, of_streets, of_tables))
    known = next((one for one in found if isinstance(one, type) and issubclass(one, Problem)), NotAStreetMap)
    return known(**{key: name if value == made else value for key, value in details.items()})


def _plain(name: str) -> str:
    """A name without an ending, and without anything that means something to a computer."""
    return re.sub(r"[^0-9A-Za-z_-]", "_", name.partition(".")[0])[:LONGEST] or "karte"


def bounds_of(areas: AreaSet) -> Sequence[float]:
    """West, south, east and north of a town."""
    found: list[float] = shapely.total_bounds(areas.shapes).tolist()
    return found
