"""Why a question to siting has no answer. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class NoOutlines(Problem):
    """The town has no outlines of its quarters."""


class NoPeople(Problem):
    """No figure counts those who ask."""


class NobodyAsks(Problem):
    """The figure counts nobody in the town."""


class NoHeat(Problem):
    """No figure says how hot it is."""


class NoCandidates(Problem):
    """No place might become this, on the terms that were given."""


class NoWayThere(Problem):
    """On the map of streets nobody comes to any of the places."""
