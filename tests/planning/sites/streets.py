"""Streets laid over a town as a grid, with a river on which there may be bridges, and stairs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np

from lebenslage.atlas.reach.streets import Streets
from lebenslage.atlas.reach.tags import Tags
from lebenslage.authorities.models import Authority
from lebenslage.quarters.places.ground import areas_of
from lebenslage.quarters.places.models import State, StreetMap
from lebenslage.quarters.places.streets.packing import packed
from lebenslage.quarters.places.streets.reading import bounds_of, told

BLOCK = 100.0
STREET, STAIRS = {"highway": "residential"}, {"highway": "steps"}


def grid(bounds: Sequence[float], crs: str, *, river: bool = False, stairs: bool = False) -> Streets:
    """Blocks of 100 metres; a river from south to north through the middle cuts every street, or stairs lead up from it."""
    west, south, east, north = bounds
    across, up = int((east - west) // BLOCK) + 2, int((north - south) // BLOCK) + 2
    row, column = np.divmod(np.arange(across * up), across)
    number = np.arange(across * up)
    right, above = number[column < across - 1], number[row < up - 1]
    tail, head = np.concatenate((right, above)), np.concatenate((right + 1, above + across))
    wet = (column[tail] == across // 2) & (column[head] == across // 2 + 1)
    kept = ~wet if river else np.ones(len(tail), dtype=bool)
    kind = np.where(wet & stairs, 1, 0)
    return Streets(
        file="netz.osm",
        crs=crs,
        ids=number,
        x=west + BLOCK * column,
        y=south + BLOCK * row,
        tail=tail[kept],
        head=head[kept],
        kind=kind[kept],
        tags=(STREET, STAIRS),
        marks={},
        metres=np.full(int(kept.sum()), np.nan),
    )


def laid(town: Authority, on: date = date(2026, 10, 1), *, river: bool = False, stairs: bool = False, street: Tags = STREET) -> StreetMap:
    """The streets of a town, as if its map had been brought and read; each is a `street`."""
    areas = areas_of(town)
    assert areas is not None
    kept = packed(replace(grid(bounds_of(areas), areas.crs, river=river, stairs=stairs), tags=(street, STAIRS)))
    known = {"title": "netz.osm", "source": "© OpenStreetMap-Mitwirkende", "licence": "ODbL 1.0", "on": on, "by_name": "Tomke Plan"}
    return StreetMap.objects.create(
        authority=town,
        content=b"",
        digest="",
        state=State.DONE,
        packed=kept,
        told=told(kept, areas),
        at=datetime(2026, 10, 2, tzinfo=UTC),
        **known,
    )
