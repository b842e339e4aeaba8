"""Where to put it: sites for people, chosen with a proven bound.

`demand` reads who lives where and what each way costs; `Terms` says what a choice must keep (number, budget, existing, compulsory and
forbidden sites, farthest way, burdened areas first). Each model returns a `Plan`: sites, objective, a bound that no choice can beat, who
gains, who stays uncovered, and what would be nearly as good. Sums over areas (`p_median`, `coverage`, `facility_location`) are solved by
our own Lagrangian branch and bound, longest ways (`p_center`, `set_cover`) by reduced set covers, and what has capacities or several
services (`capacitated`, `several_services`) as one integer program.
"""

from lebenslage.atlas.siting.capacity import capacitated
from lebenslage.atlas.siting.center import p_center
from lebenslage.atlas.siting.demand import Demand, Terms, demand
from lebenslage.atlas.siting.patience import Patience
from lebenslage.atlas.siting.plan import Alternative, ClassGain, Plan, Stage
from lebenslage.atlas.siting.services import Buildings, JointPlan, Service, several_services
from lebenslage.atlas.siting.set_cover import set_cover
from lebenslage.atlas.siting.sums import coverage, facility_location, p_median

__all__ = [
    "Alternative",
    "Buildings",
    "ClassGain",
    "Demand",
    "JointPlan",
    "Patience",
    "Plan",
    "Service",
    "Stage",
    "Terms",
    "capacitated",
    "coverage",
    "demand",
    "facility_location",
    "p_center",
    "p_median",
    "set_cover",
    "several_services",
]
