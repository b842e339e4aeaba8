"""Why a paper cannot be made, sealed or checked."""

from lebenslage.kernel.errors import Problem


class NoClaimToGrant(Problem):
    """A grant is decided, but the calculation ends without a claim, or with open questions. Details: benefit."""


class ReasonsMissing(Problem):
    """A refusal that the calculation does not explain, or a partial grant, has no reasons. Details: benefit."""


class FigureNotConfirmed(Problem):
    """A notice rests on a figure with a weak source that nobody has confirmed. Details: figures."""


class SealKeyUnreadable(Problem):
    """The key of the seal is missing, is none, or does not belong to its certificate. Details: place."""


class NoSealKey(Problem):
    """This installation has not sealed anything yet. Details: place."""


class NotAPaper(Problem):
    """What is to be checked is no PDF. Details: file."""


class PaperUnreadable(Problem):
    """A file that is to be checked, or a certificate, cannot be read. Details: file, reason."""


class NotACertificate(Problem):
    """What is named as a certificate is none. Details: file."""
