"""The directory of help in the model of HSDS 3.0: who offers what, where, when, for how much - and who keeps it true."""

from lebenslage.offers.models.keeping import Change, ChangeState, Invitation
from lebenslage.offers.models.location import Location
from lebenslage.offers.models.organization import Organization
from lebenslage.offers.models.service import Price, Schedule, Service, Site, State, Status

__all__ = [
    "Change",
    "ChangeState",
    "Invitation",
    "Location",
    "Organization",
    "Price",
    "Schedule",
    "Service",
    "Site",
    "State",
    "Status",
]
