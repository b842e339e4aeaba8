"""What a file is, by its first bytes and not by its name alone: a map of OpenStreetMap, or a table."""

from __future__ import annotations

from typing import Final

from lebenslage.quarters.places.problems import NotAStreetMap

FIRST: Final = 4096
PBF, XML, GZIP, BZIP2, TABLE = ".osm.pbf", ".osm", ".osm.gz", ".osm.bz2", ".csv"
TABLES: Final = (".csv", ".txt", ".tsv")


def sign_of(name: str, content: bytes) -> str:
    """How the name of such a file ends. Raises NotAStreetMap for what is none."""
    first = content[:FIRST]
    signs = {PBF: b"OSMHeader" in first[:64], GZIP: first.startswith(b"\x1f\x8b"), BZIP2: first.startswith(b"BZh"), XML: b"<osm" in first}
    found = next((ending for ending, there in signs.items() if there), "")
    if found:
        return found
    if name.lower().endswith(TABLES) and b"\x00" not in first and b"\n" in first:
        return TABLE
    raise NotAStreetMap(file=name)
