"""The sheet with which everybody comes to the meeting."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import today
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.conferences.briefing import briefed
from lebenslage.planning.conferences.views import asked, shown
from lebenslage.planning.rooms import READ


@require_safe
@staff_required(*READ)
def briefing(request: StaffRequest, key: UUID) -> HttpResponse:
    """One sheet a quarter, to be read in five minutes, and to be printed."""
    found = asked(request, key)
    return shown(request, "briefing", briefed(found, sentences(DEFAULT), on=today()))
