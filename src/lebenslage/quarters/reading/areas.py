"""An edition as the atlas takes it."""

from __future__ import annotations

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.quarters.drawing import unpacked
from lebenslage.quarters.models import Edition


def area_set(edition: Edition) -> AreaSet:
    """Keys, names and, where they are known, shapes."""
    shapes = unpacked(bytes(edition.outlines)) if edition.outlines else None
    return AreaSet(edition.title, f"{edition.valid_from:%Y}", tuple(edition.keys), tuple(edition.names), shapes, edition.crs)
