"""A conference in Ahornstedt with somebody invited, and a planner at her desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

import pytest
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority, Staff
from lebenslage.quarters.conferences import actions
from lebenslage.quarters.conferences.changes import Entry, Meeting, Point
from lebenslage.quarters.conferences.models import Conference


@dataclass(frozen=True)
class Meet:
    """A conference, its address, who plans it, and her browser."""

    conference: Conference
    address: str
    staff: Staff
    client: Client


@pytest.fixture
def meet(ahornstedt: Authority, enter_at: Callable[..., Client]) -> Meet:
    """A conference about Hafenrand and Tuchmacher in May, with two points."""
    client = enter_at(ahornstedt)
    staff = Staff.objects.get(authority=ahornstedt)
    meeting = Meeting("Aufwachsen am Hafenrand", date(2026, 5, 12), time(14), time(16), ["10", "24"], "Familienzentrum", barrier_free=True)
    with acting(authority=ahornstedt.pk):
        points = [Point("Rückblick", 10), Point("Was fehlt?", 45)]
        kept = actions.keep_conference(ahornstedt, meeting, by=staff, agenda=points)
        contact = actions.keep_contact(ahornstedt, Entry("Jugendamt", "Leitung Frühe Hilfen", "Maria Sonnenschein"), by=staff)
        actions.invite(kept, [contact.pk], by=staff)
    return Meet(kept, f"/planung/konferenzen/{kept.pk}/", staff, client)
