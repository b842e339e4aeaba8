"""What a town does about what its figures show: programmes, measures, and their money."""

from lebenslage.quarters.measures.models.measure import Measure, Status
from lebenslage.quarters.measures.models.money import Money, Source
from lebenslage.quarters.measures.models.programme import Programme

__all__ = ["Measure", "Money", "Programme", "Source", "Status"]
