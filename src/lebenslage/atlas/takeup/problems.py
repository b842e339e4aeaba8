"""What can be wrong when recipients are compared with those who have a right."""

from lebenslage.kernel.errors import Problem


class SuppressedWithoutLimit(Problem):
    """A count is suppressed, and nobody said below which number counts are. Details: area."""


class NotACountOfHouseholds(Problem):
    """A number of recipients or households is negative or not whole. Details: area, given."""


class SynthesisErrorMissing(Problem):
    """One simulation and no stated error: how far the synthetic population may be off is unknown."""


class SimulationsDiffer(Problem):
    """Simulations of the same place have different areas, or more rights than households in one. Details: area."""


class NotPublishable(Problem):
    """The population was fitted to no local counts: its results are a model of nowhere. Details: areas (names), number."""


class NoAreaInCommon(Problem):
    """The recipients and the simulation have no area in common. Details: file, other, column."""


class NotASimulation(Problem):
    """A file is not what a simulation writes, or numbers are missing in it. Details: file."""
