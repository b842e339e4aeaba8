"""What can be wrong with figures over time. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class MethodChanged(Problem):
    """Two editions follow different methods, so their difference is no change. Details: earlier, later."""


class AreasChanged(Problem):
    """Two editions have different boundaries, so their areas cannot be set side by side. Details: earlier, later."""


class NoCommonBasis(Problem):
    """No indicator of the recipe is known in all editions, or an edition has none of it. Details: recipe."""


class NoCommonAreas(Problem):
    """Two editions share no area. Details: earlier, later."""


class OtherAreas(Problem):
    """Figures are to be carried from areas that are not theirs. Details: on, area_set."""


class DurationsOutOfOrder(Problem):
    """Classes of duration do not rise, or a count is negative. Details: row."""


class SpellImpossible(Problem):
    """A spell ends before it begins to be watched. Details: row."""


class MoversDoNotAdd(Problem):
    """More persons have something than there are, in a group of movers or stayers. Details: row."""


class NotAnEdition(Problem):
    """An edition is not given as a day and a file. Details: given."""


class OneEdition(Problem):
    """One edition, or one day, shows no change."""


class NoClasses(Problem):
    """A recipe has no such class, or none at all. Details: recipe, known."""
