"""Areas that were taken in by mistake, taken away again while nothing stands on them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError

from lebenslage.journal.actions import Actor
from lebenslage.quarters import recording
from lebenslage.quarters.models import Batch, Edition
from lebenslage.quarters.reading.problems import StillInUse


@transaction.atomic
def drop_areas(batch: Batch, edition: Edition, *, at: datetime, by: Actor) -> None:
    """Take back an import of outlines, and the areas with it. Raises StillInUse where figures, or anything else, stand on them."""
    if edition.figures.exists() or edition.released.exists():
        raise StillInUse(title=edition.title)
    try:
        with transaction.atomic():
            edition.delete()
    except ProtectedError as error:
        raise StillInUse(title=edition.title) from error
    recording.withdraw(batch, at=at, by=by)
