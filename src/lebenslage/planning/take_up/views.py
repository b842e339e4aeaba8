"""Asking for a simulation: nothing is computed here."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import now
from lebenslage.planning.rooms import PLAN
from lebenslage.planning.take_up.need import want


@require_POST
@staff_required(*PLAN)
def simulate(request: StaffRequest) -> HttpResponse:
    want(request.staff.authority, at=now(), by=request.staff)
    return redirect("planning:take_up")
