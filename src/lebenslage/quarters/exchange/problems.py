"""Why something cannot be shared or taken over. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class NotShareable(Problem):
    """A file is not what `lebenslage` writes for other towns. Details: file, reason."""
