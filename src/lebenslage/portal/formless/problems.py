"""What can be missing on the page of an application without a form. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class NobodyNamed(Problem):
    """It says neither who applies nor how she is reached."""


class TownMissing(Problem):
    """It names no town."""
