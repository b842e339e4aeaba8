"""What is known of quarters: their outlines by edition, the indicators of the catalogue, their figures, and what was published of them."""

from lebenslage.quarters.models.area import Area
from lebenslage.quarters.models.edition import Edition
from lebenslage.quarters.models.figures import Batch, Figures
from lebenslage.quarters.models.indicator import Better, Indicator, Kind
from lebenslage.quarters.models.publication import Publication, Quality, Value
from lebenslage.quarters.models.released import Released

__all__ = [
    "Area",
    "Batch",
    "Better",
    "Edition",
    "Figures",
    "Indicator",
    "Kind",
    "Publication",
    "Quality",
    "Released",
    "Value",
]
