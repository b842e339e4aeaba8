"""What can be wrong with figures whose certainty is asked. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class BaseMissing(Problem):
    """A rate without the number of persons it is of, or a count that is none. Details: row."""


class MoreThanAll(Problem):
    """More persons have something than there are. Details: row."""
