"""Areas with their classes as GeoJSON, longitude before latitude: what lies above the town's plan."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import shapely
from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from lebenslage.atlas.areas.reading.places import known_crs, moved
from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.planning.map.asked import asked
from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.choice import chosen
from lebenslage.planning.map.views import bench_of
from lebenslage.planning.rooms import READ
from lebenslage.quarters.drawing import unpacked
from lebenslage.quarters.looks import SHADES


@require_safe
@staff_required(*READ)
def ground(request: StaffRequest) -> HttpResponse:
    """The areas as the address asks for them; none where the settings name no plan."""
    choice = chosen(request.GET)
    found = asked(request.staff.authority, choice) if settings.TILES else None
    if found is None or not found.edition.outlines:
        raise Http404
    return JsonResponse(areas(bench_of(found, choice)), content_type="application/geo+json")


def areas(bench: Bench) -> Mapping[str, Any]:
    """One feature an area: its place, what it is called aloud, and the colour of its class."""
    edition = bench.column.edition
    shapes = moved(unpacked(bytes(edition.outlines)), known_crs(edition.crs), known_crs("OGC:CRS84"))
    features = [
        {
            "type": "Feature",
            "id": place,
            "properties": {"said": bench.wording.aloud(place), "colour": SHADES[bench.sorted.looks[bench.sorted.places[place]].shade][0]},
            "geometry": json.loads(shapely.to_geojson(shape)),
        }
        for place, shape in enumerate(shapes)
    ]
    return {"type": "FeatureCollection", "bbox": shapely.total_bounds(shapes).tolist(), "features": features}
