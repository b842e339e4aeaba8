"""Why a file does not come in. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class FeedsAreOff(Problem):
    """No host is allowed on this installation. No details."""


class HostNotAllowed(Problem):
    """The address leads to a host that is not on the list. Details: given, known."""


class NotHttps(Problem):
    """The address is none of https. Details: given."""


class PrivateAddress(Problem):
    """The host leads into a network that is not public. Details: host."""


class LedAway(Problem):
    """The address leads on to another host, or in a circle. Details: host."""


class NotReached(Problem):
    """The host did not answer with a file. Details: host."""


class TownFileTooLarge(Problem):
    """A file has more megabytes than we take. Details: limit."""


class NoFile(Problem):
    """Nothing was sent. No details."""
