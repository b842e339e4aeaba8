"""The page of take-up. It computes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Role
from lebenslage.planning.rooms import READ, planning_frame
from lebenslage.planning.take_up.need import state
from lebenslage.planning.take_up.telling import told
from lebenslage.quarters.catalogue import edition


@require_safe
@staff_required(*READ)
def take_up(request: StaffRequest) -> HttpResponse:
    """Take-up by quarter, or what to do so that it can be told."""
    town = request.staff.authority
    context = {
        "told": told(town),
        "state": state(town),
        "quarters": edition(town) is not None,
        "may_ask": request.staff.role == Role.PLANNER,
    }
    return render(request, "planning/take_up/take_up.html", {**planning_frame(request), **context})
