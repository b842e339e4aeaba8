"""The picture of very many areas."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.planning.map.asked import asked
from lebenslage.planning.map.choice import chosen
from lebenslage.planning.map.grid.cells import cells
from lebenslage.planning.map.grid.picture import picture
from lebenslage.planning.map.views import bench_of
from lebenslage.planning.rooms import READ


@require_safe
@staff_required(*READ)
def grid(request: StaffRequest) -> HttpResponse:
    choice = chosen(request.GET)
    found = asked(request.staff.authority, choice)
    points = cells(found.edition) if found else None
    if found is None or points is None:
        raise Http404
    bench = bench_of(found, choice)
    return HttpResponse(picture(points, bench.sorted.places, bench.sorted.looks), content_type="image/png")
