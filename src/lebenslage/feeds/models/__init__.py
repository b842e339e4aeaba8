"""Files that wait to be accepted, and addresses from which files come."""

from lebenslage.feeds.models.feed import Feed
from lebenslage.feeds.models.waiting import Waiting

__all__ = ["Feed", "Waiting"]
