"""What is published by itself: the services of this version, and each month the suppressed counts of the month before."""

from __future__ import annotations

from lebenslage.bridge.tasks import last_month, publish_last_month
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.models import Area
from lebenslage.services.actions import publish
from lebenslage.services.models import Version
from lebenslage.services.queries import known_services


def publish_services() -> list[Version]:
    """Publish each service of the house as it is written now; what did not change is not published again."""
    return [publish(service, by=SYSTEM) for service in known_services()]


def publish_counts() -> int:
    """Let each town with quarters publish the month that ended last, unless it has; how many were asked to."""
    towns = Area.objects.exclude(authority__publications__month=last_month()).values_list("authority_id", flat=True).distinct()
    return len([publish_last_month.enqueue(str(town)) for town in towns])
