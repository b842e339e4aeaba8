"""Small towns drawn in metres, as files of OpenStreetMap."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

import numpy as np

from lebenslage.atlas.reach import Network, Snapped, network, snap
from lebenslage.atlas.reach.osm import read_osm
from lebenslage.atlas.reach.plane import to_degrees

EAST, NORTH, CRS = 360_000.0, 5_700_000.0, "EPSG:25832"
STREET = {"highway": "residential"}

type Tags = Mapping[str, str]
type Places = Mapping[int, tuple[float, float]]
type Ways = Sequence[tuple[Sequence[int], Tags]]


def written(folder: Path, places: Places, ways: Ways, marks: Mapping[int, Tags] | None = None) -> Path:
    """A map of places in metres (east, north), joined by ways with their tags; `marks` are the tags of places."""
    lines = ['<osm version="0.6">']
    for id, (x, y) in places.items():
        lon, lat = to_degrees(np.array([EAST + x]), np.array([NORTH + y]), CRS)
        lines.append(f'<node id="{id}" version="1" lon="{lon[0]:.9f}" lat="{lat[0]:.9f}">{_tags((marks or {}).get(id, {}))}</node>')
    for number, (refs, tags) in enumerate(ways, 1):
        lines.append(f'<way id="{number}" version="1">{"".join(f"<nd ref='{ref}'/>" for ref in refs)}{_tags(tags)}</way>')
    file = folder / "town.osm"
    file.write_text("\n".join([*lines, "</osm>"]), encoding="utf8")
    return file


def _tags(tags: Tags) -> str:
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())


def town(folder: Path, places: Places, ways: Ways, marks: Mapping[int, Tags] | None = None, *, by: str = "walk") -> Network:
    """The network of a group on such a map."""
    return network(read_osm(written(folder, places, ways, marks)), by, CRS)


def at(streets: Network, *spots: tuple[float, float], farthest: float = 200.0) -> Snapped:
    """Points in metres, joined to the network."""
    x, y = np.array(spots, dtype=float).T
    return snap(streets, EAST + x, NORTH + y, farthest=farthest)
