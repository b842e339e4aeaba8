"""What may be published of small figures: hide, round or blur them, and attack the result before anybody else does."""

from lebenslage.atlas.disclosure.dimensions import Dimension, flat, hierarchy
from lebenslage.atlas.disclosure.rules import Rule
from lebenslage.atlas.disclosure.suppression import Protected, protect
from lebenslage.atlas.disclosure.tables import Table

__all__ = ["Dimension", "Protected", "Rule", "Table", "flat", "hierarchy", "protect"]
