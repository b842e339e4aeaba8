"""What can be wrong with a measure or its money. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class AreaNotOnMap(Problem):
    """A measure names an area that the edition does not have. Details: area."""


class MoneyUnreadable(Problem):
    """A line of a file with money is not understood. Details: line (number), given."""


class MoneyColumnsMissing(Problem):
    """A file with money has no column for the area or for the amount. Details: given."""
