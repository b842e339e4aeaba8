"""The pictures of overlays of very many areas."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.planning.map.grid.cells import cells
from lebenslage.planning.map.grid.picture import picture
from lebenslage.planning.map.several.overlaid import burdens_asked_for, pair_asked_for
from lebenslage.planning.map.several.shown import Shown
from lebenslage.planning.rooms import READ


@require_safe
@staff_required(*READ)
def pair(request: StaffRequest) -> HttpResponse:
    """Two indicators."""
    return pictured(pair_asked_for(request))


@require_safe
@staff_required(*READ)
def many(request: StaffRequest) -> HttpResponse:
    """Many burdens."""
    return pictured(burdens_asked_for(request))


def pictured(shown: Shown) -> HttpResponse:
    """The picture of an overlay. Raises Http404 where there are few areas, which a page draws itself."""
    points = cells(shown.asked.edition) if shown.many else None
    if points is None:
        raise Http404
    return HttpResponse(picture(points, shown.overlay.classes, shown.overlay.looks), content_type="image/png")
