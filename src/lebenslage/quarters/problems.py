"""Why something is not published. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class MonthNotOver(Problem):
    """A month is published in full, after it has ended. Details: month."""


class MinimumTooLow(Problem):
    """The smallest count that is shown may only grow. Details: given, least."""


class AreaUnknown(Problem):
    """The town has no area with this key. Details: area."""


class CountImpossible(Problem):
    """A count is below zero, or the town has fewer than its areas together. Details: indicator, month."""


class PartMismatch(Problem):
    """An indicator is counted out of one other, always the same, and one alone is counted out of it. Details: indicator, whole."""


class NothingCounted(Problem):
    """A town counted nothing in a month before it was connected. Details: authority, month."""
