"""Areas and what is known of them: sets with an edition, figures with unit, date, source and quality.

`reading` opens files (tables, GENESIS, shapes, census grids), `describe` and `checks` say what to look at before computing, `interpolate`
moves counts and rates to other areas and `changes` to another edition, `points` finds the area of a place. `ground` and `clipping` measure
the ground that areas share. What needs shapes is imported from its own module, so that who reads a table does not wait for it.
"""

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.figures import Figures, Indicator, Quality

__all__ = ["AreaSet", "Figures", "Indicator", "Quality"]
