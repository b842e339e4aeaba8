"""Areas of several editions on one day: the pieces that both maps cut the town into, for who lives there is counted twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import shapely
from pyproj import Transformer

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.disclosure.dimensions import Atoms
from lebenslage.atlas.disclosure.overlap import code_of, common_pieces
from lebenslage.quarters.drawing import unpacked
from lebenslage.quarters.models import Edition

SLIVER: Final = 500.0
"""Square metres: smaller differences between two maps are taken for drawn, not lived in. Where that is wrong, the figures contradict."""

type Pieces = Mapping[tuple[str, str], Atoms]


def name_of(edition: Edition) -> str:
    """An edition as we tell it from the others of its town."""
    return f"{edition.level} {edition.valid_from:%Y-%m-%d}"


def pieces_of(editions: Sequence[Edition]) -> Pieces:
    """What each area, by edition and key, is made of; nothing where one map alone is in use.

    Without outlines, areas of one key are the same area. Raises AreasOverlap.
    """
    if len(editions) < 2:
        return {}
    if all(edition.outlines for edition in editions):
        maps = [_areas(edition, editions[0].crs) for edition in editions]
        found = common_pieces("area", maps, sliver=SLIVER).members
        return {(one.edition, key): found[code_of(one, key)] for one in maps for key in one.keys if code_of(one, key) in found}
    return {(name_of(edition), key): frozenset({key}) for edition in editions for key in edition.keys}


def _areas(edition: Edition, crs: str) -> AreaSet:
    shapes = unpacked(bytes(edition.outlines))
    if edition.crs != crs:
        shapes = shapely.transform(shapes, Transformer.from_crs(edition.crs, crs, always_xy=True).transform, interleaved=False)
    return AreaSet(edition.title, name_of(edition), tuple(edition.keys), tuple(edition.names), shapes, crs)
