"""Places of a town, its streets, the steps of its heat plan, and scenarios: what was asked of siting, and what came out."""

from lebenslage.quarters.places.models.place import Access, Kind, Place, PlaceFile
from lebenslage.quarters.places.models.scenario import Scenario, State
from lebenslage.quarters.places.models.step import Level, Step, Work
from lebenslage.quarters.places.models.street_map import StreetMap

__all__ = ["Access", "Kind", "Level", "Place", "PlaceFile", "Scenario", "State", "Step", "StreetMap", "Work"]
