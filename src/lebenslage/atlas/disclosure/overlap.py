"""Areas that overlap: the smallest pieces that all published maps cut the town into (the atoms of the dimension)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.disclosure.dimensions import Atoms, Dimension
from lebenslage.atlas.disclosure.problems import AreasOverlap

SLIVER = 1.0

type Labels = tuple[str, ...]


def common_pieces(name: str, maps: Sequence[AreaSet], *, sliver: float = SLIVER) -> Dimension:
    """The dimension of several maps of one town: a code is "edition key", and "edition" stands for the whole map.

    Pieces smaller than `sliver` (square metres, the unit of the shapes squared) are drawing errors and nobody lives there. What lies in
    one map alone is a piece of its own. Raises AreasOverlap where the areas of one map cover each other.
    """
    pieces: dict[Labels, shapely.Geometry] = {}
    for number, areas in enumerate(maps):
        _apart(areas, sliver)
        pieces = dict(_cut(pieces, areas, number, sliver))
    codes: dict[str, set[str]] = {}
    for labels in pieces:
        for place, key in enumerate(labels):
            if key:
                codes.setdefault(code_of(maps[place], key), set()).add(_atom(maps, labels))
                codes.setdefault(maps[place].edition, set()).add(_atom(maps, labels))
    atoms = {atom: frozenset({atom}) for parts in codes.values() for atom in parts}
    return Dimension(name, atoms | {code: frozenset(parts) for code, parts in codes.items()})


def listed_pieces(name: str, atoms: Mapping[str, Atoms]) -> Dimension:
    """The dimension of areas that are given as lists of atoms: blocks, census cells, addresses."""
    alone = {atom: frozenset({atom}) for parts in atoms.values() for atom in parts}
    return Dimension(name, alone | dict(atoms))


def code_of(areas: AreaSet, key: str) -> str:
    """The code of an area in the common dimension: one key may mean two areas in two editions."""
    return f"{areas.edition} {key}"


def _atom(maps: Sequence[AreaSet], labels: Sequence[str]) -> str:
    inside = [code_of(maps[place], key) for place, key in enumerate(labels) if key]
    return " ∩ ".join(inside) if len(inside) > 1 else f"{inside[0]} ∩ …"


def _apart(areas: AreaSet, sliver: float) -> None:
    shapes = _shapes(areas)
    tree = shapely.STRtree(shapes)
    first, second = tree.query(shapes, predicate="intersects")
    for one, other in zip(first[first < second], second[first < second], strict=True):
        if shapely.area(shapely.intersection(shapes[one], shapes[other])) > sliver:
            raise AreasOverlap(areas=areas.name, first=areas.keys[one], second=areas.keys[other])


def _cut(pieces: Mapping[Labels, shapely.Geometry], areas: AreaSet, number: int, sliver: float) -> list[tuple[Labels, shapely.Geometry]]:
    """The pieces so far cut along one more map; labels are the keys in each map, empty outside of it."""
    shapes = _shapes(areas)
    labels, old = list(pieces), np.array(list(pieces.values()), np.object_)
    rests, found = old.copy(), []
    left = shapes.copy()
    for one, other in zip(*shapely.STRtree(old).query(shapes, predicate="intersects"), strict=True) if len(old) else ():
        common = shapely.intersection(shapes[one], old[other])
        found.append(((*labels[other], areas.keys[one]), common))
        rests[other], left[one] = shapely.difference(rests[other], common), shapely.difference(left[one], common)
    found += [((*label, ""), rest) for label, rest in zip(labels, rests, strict=True)]
    found += [((*[""] * number, key), rest) for key, rest in zip(areas.keys, left, strict=True)]
    return [(label, piece) for label, piece in found if shapely.area(piece) > sliver]


def _shapes(areas: AreaSet) -> np.ndarray:
    return np.array([], np.object_) if areas.shapes is None else areas.shapes
