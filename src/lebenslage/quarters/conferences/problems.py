"""Why a step of a conference cannot be taken. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class StepNotPossible(Problem):
    """A conference is not in the state from which this step leads. Details: state."""


class MinutesClosed(Problem):
    """The minutes are approved: nothing in them is written any more."""


class WrittenMeanwhile(Problem):
    """Somebody else wrote notes on the same point since the page was opened. Nothing is overwritten. Details: by."""
