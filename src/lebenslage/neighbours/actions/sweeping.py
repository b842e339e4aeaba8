"""What has run out is deleted for good: posts after a month; closed reports, quiet conversations and notes of mails after half a year."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.contact.models import Delivery, News
from lebenslage.neighbours.models import Conversation, Post, Report

POSTS: Final = timedelta(days=28)
WORDS: Final = timedelta(days=182)


def sweep(now: datetime) -> int:
    """Delete what has run out, town by town; how many rows went. It may run twice."""
    return sum(_swept(authority, now) for authority in Authority.objects.exclude(board=None))


@transaction.atomic
def _swept(authority: Authority, now: datetime) -> int:
    with acting(authority=authority.id):
        gone = [
            Post.objects.filter(authority=authority, expires__lt=now - POSTS).delete()[0],
            Report.objects.filter(authority=authority, done__lt=now - WORDS).delete()[0],
            Conversation.objects.filter(authority=authority, touched__lt=now - WORDS).delete()[0],
            Delivery.objects.filter(authority=authority, kind=News.NEIGHBOURS, queued__lt=now - WORDS).delete()[0],
        ]
    return sum(gone)
