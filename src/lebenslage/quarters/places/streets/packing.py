"""Streets as bytes and back: arrays of numbers, and tags as JSON. Nothing in it can be run. Needs the analysis packages."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Final

import numpy as np

from lebenslage.atlas.reach.streets import Streets

ARRAYS: Final = ("ids", "x", "y", "tail", "head", "kind", "metres")


def packed(streets: Streets) -> bytes:
    """Streets as they are kept."""
    words = {
        "file": streets.file,
        "crs": streets.crs,
        "tags": [dict(tags) for tags in streets.tags],
        "marks": [[number, dict(tags)] for number, tags in streets.marks.items()],
    }
    kept = {name: getattr(streets, name) for name in ARRAYS}
    file = BytesIO()
    np.savez_compressed(file, words=np.frombuffer(json.dumps(words).encode(), np.uint8), **kept)
    return file.getvalue()


def unpacked(kept: bytes) -> Streets:
    """Streets as they were kept."""
    with np.load(BytesIO(kept), allow_pickle=False) as file:
        arrays = {name: file[name] for name in ARRAYS}
        words = json.loads(file["words"].tobytes())
    marks = {int(number): tags for number, tags in words["marks"]}
    return Streets(file=words["file"], crs=words["crs"], tags=tuple(words["tags"]), marks=marks, **arrays)
