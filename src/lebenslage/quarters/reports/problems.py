"""Why there is no report. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class NothingToReport(Problem):
    """The town has no figures yet. No details."""


class AlreadyReleased(Problem):
    """A released report never changes. Details: title."""


class TooMuchText(Problem):
    """The texts of a place are too long together. Details: place."""


class NothingReleasable(Problem):
    """None of the figures can be published. Details: why."""
