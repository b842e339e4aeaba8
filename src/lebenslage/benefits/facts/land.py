"""The country whose law is asked."""

from enum import IntEnum

from lebenslage.law.facts import Asked, Bounds, Fact, Protection
from lebenslage.law.nodes import HOUSEHOLD


class Land(IntEnum):
    """A country of the platform."""

    DE = 0
    BE = 1


land = Fact("land", HOUSEHOLD, Land, bounds=Bounds(0, 1), asked=Asked(protection=Protection.ORDINARY, assumed=Land.DE))
IN_BELGIEN = land.among(Land.BE)
