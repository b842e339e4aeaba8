"""A conference about quarters: who is asked, what is talked about, what is decided, and who is known for the next time."""

from lebenslage.quarters.conferences.models.conference import Conference, Invitation, Item, State
from lebenslage.quarters.conferences.models.contact import Contact, Side
from lebenslage.quarters.conferences.models.decision import Decision, Progress

__all__ = ["Conference", "Contact", "Decision", "Invitation", "Item", "Progress", "Side", "State"]
