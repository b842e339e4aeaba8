"""Reports, and the texts that planners write in them."""

from lebenslage.quarters.reports.models.block import Block
from lebenslage.quarters.reports.models.report import Report, State

__all__ = ["Block", "Report", "State"]
