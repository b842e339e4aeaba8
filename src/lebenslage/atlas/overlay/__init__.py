"""Poverty and environment in one place: who lives where it is hot, loud, sealed or without green, and with how little money.

`rasters` measures heat, sealing, green, noise and air in areas, `layers` does it with shapes, `people` weighs with those who live there;
`categories` makes classes of figures, every cut with its source; `burdens` counts what comes together, `bivariate` lays two figures over
each other; `vulnerable` counts who suffers most, `heat_plan` says where to begin, `fountains` who waits for water.

`rasters`, `people` and `layers` load libraries for maps and are imported by name; the rest needs only arrays.
"""

from lebenslage.atlas.overlay.bivariate import Bivariate, bivariate
from lebenslage.atlas.overlay.burdens import Burdens, burdens, combinations, social_category
from lebenslage.atlas.overlay.categories import Categories, Cuts, by_share, given, published_cuts
from lebenslage.atlas.overlay.heat_plan import HeatPlan, exposed_by_category, heat_plan
from lebenslage.atlas.overlay.vulnerable import Vulnerable, vulnerable

__all__ = [
    "Bivariate",
    "Burdens",
    "Categories",
    "Cuts",
    "HeatPlan",
    "Vulnerable",
    "bivariate",
    "burdens",
    "by_share",
    "combinations",
    "exposed_by_category",
    "given",
    "heat_plan",
    "published_cuts",
    "social_category",
    "vulnerable",
]
