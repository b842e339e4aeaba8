"""Why a notice cannot be made: sentences for the caseworker."""

from lebenslage.kernel.errors import Problem


class NoClaimToGrant(Problem):
    """A grant is decided, but the calculation ends without a claim, or with open questions. Details: benefit."""


class ReasonsMissing(Problem):
    """A refusal that the calculation does not explain, or a partial grant, has no reasons. Details: benefit."""


class FigureNotConfirmed(Problem):
    """A notice rests on a figure with a weak source that nobody has confirmed. Details: figures."""
