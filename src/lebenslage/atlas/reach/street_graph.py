"""A made-up city: blocks, diagonals, a river with few bridges, hills. For measuring, and for trying things without a map."""

from __future__ import annotations

from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.reach.streets import Streets

BLOCK: Final = 55.0
"""Metres between two crossings: 300,000 nodes are then a city of 900 km², like Berlin."""
EVERY_BRIDGE, RIVER_WIDTH = 40, 3
SHARE_DIAGONAL, SHARE_MISSING, SHARE_STAIRS, SHARE_SLOPE = 0.05, 0.08, 0.005, 0.2
TAGS: Final = (
    {"highway": "residential"},
    {"highway": "residential", "surface": "asphalt", "incline": "0%", "width": "3"},
    {"highway": "residential", "surface": "asphalt", "incline": "4%"},
    {"highway": "footway", "surface": "cobblestone", "incline": "-8%"},
    {"highway": "steps", "incline": "up"},
)


def street_graph(nodes: int, seed: int) -> Streets:
    """Streets with about so many nodes (a square of them), the same for the same seed, in metres of EPSG:25832."""
    chance = np.random.default_rng(seed)
    side = max(2, round(nodes**0.5))
    row, column = np.divmod(np.arange(side * side), side)
    x, y = (BLOCK * line + chance.uniform(-12, 12, side * side) for line in (column, row))
    tail, head = _segments(side, row, column, chance)
    kind = chance.choice(len(TAGS), size=len(tail), p=[1 - SHARE_SLOPE * 2 - SHARE_STAIRS, SHARE_SLOPE, 0.15, 0.05, SHARE_STAIRS])
    return Streets(
        file=f"street_graph({nodes}, {seed})",
        crs="EPSG:25832",
        ids=np.arange(side * side),
        x=x + 350_000,
        y=y + 5_650_000,
        tail=tail,
        head=head,
        kind=kind,
        tags=TAGS,
        marks={},
        metres=np.full(len(tail), np.nan),
    )


def _segments(side: int, row: Ints, column: Ints, chance: np.random.Generator) -> tuple[Ints, Ints]:
    """East, north and some diagonals; a few missing, and over the river only at its bridges."""
    number = np.arange(side * side)
    east, north = number[column < side - 1], number[row < side - 1]
    slant = chance.permutation(number[(column < side - 1) & (row < side - 1)])[: int(SHARE_DIAGONAL * side * side)]
    tail = np.concatenate((east, north, slant))
    head = np.concatenate((east + 1, north + side, slant + side + 1))
    stays = ~_wet(side, row, column, tail, head) & (chance.uniform(size=len(tail)) > SHARE_MISSING)
    return tail[stays], head[stays]


def _wet(side: int, row: Ints, column: Ints, tail: Ints, head: Ints) -> Flags:
    """Which segments would lie in the river; it winds from west to east through the middle."""
    bed: Floats = side / 2 + side / 10 * np.sin(6 * np.arange(side) / side)
    water = (np.abs(row - bed[column]) < RIVER_WIDTH) & (column % EVERY_BRIDGE != 0)
    wet: Flags = water[tail] | water[head]
    return wet
