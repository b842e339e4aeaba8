"""The child process of `reading.py`: it reads one stranger's map within its limits, and ends.

It holds no key and no database, and writes no file: what a map makes of it stays in it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from lebenslage.atlas.reach.reading import read_streets
from lebenslage.kernel.confined import confine
from lebenslage.kernel.errors import Problem
from lebenslage.quarters.places.problems import StreetMapTooLarge
from lebenslage.quarters.places.streets.cutting import cut
from lebenslage.quarters.places.streets.packing import packed

MEMORY: Final = 3 * 1024 * 1024 * 1024
SECONDS: Final = 480
MOST_OPEN: Final = 64


def main() -> None:
    """Read a line of JSON: which file, which table of nodes, and where the town lies. Answer a line of JSON, and the streets."""
    confine(memory=MEMORY, seconds=SECONDS, files=MOST_OPEN)
    told, streets = _read(json.loads(sys.stdin.buffer.readline()))
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + streets)


def _read(asked: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    file, nodes = Path(asked["file"]), Path(asked["nodes"]) if asked["nodes"] else None
    try:
        return {}, packed(cut(read_streets(file, nodes, asked["crs"]), asked["crs"], asked["bounds"]))
    except Problem as problem:
        return {"problem": type(problem).__name__, "details": problem.details}, b""
    except MemoryError:
        return {"problem": StreetMapTooLarge.__name__, "details": {"file": file.name}}, b""


if __name__ == "__main__":
    main()
