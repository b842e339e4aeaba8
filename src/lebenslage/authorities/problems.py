"""What can be wrong with the name or key of a municipality, or with connecting it. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class UnknownMunicipality(Problem):
    """No municipality has this name or key, and none is like it. Details: given."""


class UnclearMunicipality(Problem):
    """No municipality has exactly this name; some are like it. Details: given, candidates."""


class AlreadyResponsible(Problem):
    """Another authority decides on this service there. Details: service, municipality, authority."""


class NotInTheRegister(Problem):
    """An authority has a key that no municipality has; only an invented town may, and it says its rent level. Details: given."""


class AddressTaken(Problem):
    """Somebody signs in with this mail address already."""
