"""Files of a town read into outlines and columns: guessed, repaired, checked, and kept as versions. Needs the analysis packages."""

from lebenslage.quarters.reading.how import How
from lebenslage.quarters.reading.outlines import read_outlines
from lebenslage.quarters.reading.taking import Look, digest_of, keep, look, take_in

__all__ = ["How", "Look", "digest_of", "keep", "look", "read_outlines", "take_in"]
