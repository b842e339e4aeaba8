"""What can be wrong with the counts that a population is fitted to. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class UnknownMarginal(Problem):
    """A table of counts names a variable or category that the model does not know. Details: line, given, known."""


class UnequalMarginals(Problem):
    """Two variables count different numbers of households in one area. Details: area, variable, count, other, other_count."""


class ImpossibleMarginals(Problem):
    """A count is no whole number, or cannot be met together with the others. Details: area, variable, category, given."""
