"""One door for every kind of file with streets."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from lebenslage.atlas.areas.problems import NoSuchAreaFile
from lebenslage.atlas.progress import Progress, silently
from lebenslage.atlas.reach.streets import Streets
from lebenslage.atlas.reach.tables import read_edges

OF_OSM = (".osm", ".pbf", ".osm.gz", ".osm.bz2")


def read_streets(file: Path, nodes: Path | None = None, crs: str = "", progress: Progress = silently) -> Streets:
    """Streets from .osm, .osm.gz, .osm.bz2, .osm.pbf, or from a table of edges with its nodes; `crs` says which metres those have.

    `progress` hears of what is read of an OpenStreetMap file, and of a table as one piece.
    Raises NoSuchAreaFile, NotANetwork and what `read_edges` raises.
    """
    if not file.is_file():
        raise NoSuchAreaFile(file=file.name)
    if file.name.lower().endswith(OF_OSM):
        found: Streets = import_module("lebenslage.atlas.reach.osm").read_osm(file, progress)
        return found
    progress(0, 1)
    streets = read_edges(file, nodes, crs)
    progress(1, 1)
    return streets
