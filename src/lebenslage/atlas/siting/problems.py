"""What can be wrong with a question of siting. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class CostsUnusable(Problem):
    """A way has a negative cost or none that is a number. Details: area, place."""


class WeightUnusable(Problem):
    """The weight of an area is negative or no number. Details: area."""


class SizesDiffer(Problem):
    """Two inputs do not have the same length. Details: what, count, expected."""


class NoSuchPlace(Problem):
    """A site is named that is not among the candidates. Details: place."""


class PlaceContradiction(Problem):
    """A site must and must not be chosen. Details: place."""


class NoLimit(Problem):
    """Neither a number of sites nor a budget is given."""


class TooFewPlaces(Problem):
    """More sites are asked for than may be chosen. Details: asked, allowed."""


class TooManyMust(Problem):
    """More sites must be chosen than may be. Details: must, asked."""


class PriceMissing(Problem):
    """A budget is given but no price for each site, or a price is negative or no number. Details: place."""


class MustOverBudget(Problem):
    """The sites that must be chosen cost more than the budget. Details: price, budget."""


class NothingAffordable(Problem):
    """Every site costs more than the budget. Details: budget, cheapest."""


class AreasOutOfReach(Problem):
    """No site that may be chosen reaches these areas: the network is disconnected there, or the limit too tight. Details: count, areas."""


class MoreSitesNeeded(Problem):
    """Everybody can be reached, but not with so few sites. Details: asked, needed."""


class BudgetTooSmall(Problem):
    """Everybody can be reached, but not with so little money. Details: budget, needed."""


class NotWithThese(Problem):
    """Number and budget together reach not everybody, though each alone would do. Details: asked, budget."""


class CapacityUnusable(Problem):
    """The capacity of a site is negative or no number. Details: place."""


class DemandOverCapacity(Problem):
    """All the sites that may be open together are too small. Details: demand, capacity."""


class NoAllocation(Problem):
    """The sites are large enough together, but the areas cannot be divided among those they reach."""


class NothingFoundInTime(Problem):
    """Time was over before any choice was found that reaches everybody."""


class RadiusMissing(Problem):
    """A model that covers is asked without a radius. Details: model."""


class CapacityNotHere(Problem):
    """Capacities are given to a model that does not know them. Details: model."""


class WayUnreadable(Problem):
    """A row of a table of ways has no number, or names an area or a site that is not there. Details: file, line, given."""


class WayTwice(Problem):
    """A table of ways has one way twice. Details: file, line."""


class WaysTableUnknown(Problem):
    """A table of ways lacks its columns. Details: file."""


class DifferentCoordinates(Problem):
    """One table has degrees, the other metres. Details: file, other."""


class MultiplierUnreadable(Problem):
    """The weight of a class is not written as class=number, or there is no such class. Details: given, known."""
