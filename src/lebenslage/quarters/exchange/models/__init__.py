"""What colleagues remark, what towns share, and what was taken over."""

from lebenslage.quarters.exchange.models.remark import LONGEST_TEXT, Remark
from lebenslage.quarters.exchange.models.shared import Kind, Shared, Taken

__all__ = ["LONGEST_TEXT", "Kind", "Remark", "Shared", "Taken"]
