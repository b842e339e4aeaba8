"""The states of a case. Residents never read these names: `texts/` says each in a sentence with the next step."""

from __future__ import annotations

from typing import Final

from django.db import models


class State(models.TextChoices):
    """Where a case stands. A draft is no case yet: it is in the resident's vault."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    IN_REVIEW = "in_review"
    WAITING = "waiting"
    PROPOSED = "proposed"
    APPROVED = "approved"
    NOTIFIED = "notified"
    CLOSED = "closed"
    FORWARDED = "forwarded"
    WITHDRAWN = "withdrawn"
    REMEDY_USED = "remedy_used"
    REVIEWED = "reviewed"


OPEN: Final = frozenset(
    {State.SUBMITTED, State.RECEIVED, State.IN_REVIEW, State.WAITING, State.PROPOSED, State.APPROVED, State.REMEDY_USED}
)
