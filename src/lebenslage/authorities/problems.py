"""What can be wrong with the name or key of a municipality. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class UnknownMunicipality(Problem):
    """No municipality has this name or key, and none is like it. Details: given."""


class UnclearMunicipality(Problem):
    """No municipality has exactly this name; some are like it. Details: given, candidates."""
