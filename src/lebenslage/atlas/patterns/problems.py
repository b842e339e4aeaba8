"""What can be wrong with figures whose pattern is asked for."""

from lebenslage.kernel.errors import Problem


class NoPattern(Problem):
    """Every area has the same value: there is no pattern to look for. Details: what."""


class TooFewForPattern(Problem):
    """Fewer areas than the method needs. Details: number, least."""


class NoNeighbours(Problem):
    """Not one area has a neighbour. Details: areas."""


class ShapesOverlap(Problem):
    """Two areas lie on top of each other, so that neither borders on the other. Details: one, other, share (percent)."""


class PatternNeedsValues(Problem):
    """A value is not a number where one is needed. Details: number (of areas), first (its position, from 1)."""


class TooManyClasses(Problem):
    """More classes, or types, than different values. Details: asked, possible."""
