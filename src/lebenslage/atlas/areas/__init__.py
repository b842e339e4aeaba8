"""Areas and what is known of them: sets with an edition, figures with unit, date, source and quality."""

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.figures import Figures, Indicator, Quality

__all__ = ["AreaSet", "Figures", "Indicator", "Quality"]
