"""The services of this version, published: applications begin with them from now on."""

from __future__ import annotations

from lebenslage.journal.actions import SYSTEM
from lebenslage.services.actions import publish
from lebenslage.services.models import Version
from lebenslage.services.queries import known_services


def publish_services() -> list[Version]:
    """Publish each service of the house as it is written now; what did not change is not published again."""
    return [publish(service, by=SYSTEM) for service in known_services()]
