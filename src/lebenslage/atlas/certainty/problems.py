"""What can be wrong with figures whose certainty is asked. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class BaseMissing(Problem):
    """A rate without the number of persons it is of, or a count that is none. Details: row."""


class MoreThanAll(Problem):
    """More persons have something than there are. Details: row."""


class NegativeError(Problem):
    """A standard error is missing or below 0. Details: row."""


class ScaleBoundToCuts(Problem):
    """The classes have fixed limits on one scale, so another scale cannot be tried. Details: recipe."""


class ScaleBelowZero(Problem):
    """A product cannot be made of z values, which lie below 0. Details: recipe."""


class NothingToRemove(Problem):
    """An index of one indicator, or a product of all, cannot do without one. Details: recipe."""


class BaseOfWhat(Problem):
    """A number of people is named for an indicator that is no share of people. Details: recipe, indicator, unit, known."""


class PeopleMissing(Problem):
    """The number of people, or the standard error, of an area is missing, negative or none. Details: file, column, area."""


class ShareTooGreat(Problem):
    """A share is below 0 or above all. Details: file, column, area."""
