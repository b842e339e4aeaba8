"""What to do while nothing is published."""

from __future__ import annotations

from lebenslage.authorities.models import Authority
from lebenslage.journal.clock import today
from lebenslage.law.texts import Texts
from lebenslage.planning.glance import month_in_words
from lebenslage.quarters.queries import area_keys


def next_step(authority: Authority, say: Texts) -> str:
    """The next step: to draw the quarters, or to wait for the end of the month."""
    number = len(area_keys(authority))
    if not number:
        return say("planning", "empty", "areas")
    return say("planning", "empty", "wait", number=number, month=month_in_words(today(), say))
