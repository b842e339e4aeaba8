"""Why something is not kept in the directory. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class UnclearHours(Problem):
    """A line of opening hours is not understood. Details: given_line."""


class ClosesBeforeOpening(Problem):
    """A line of opening hours ends before it begins. Details: given_line."""


class UnreadablePrice(Problem):
    """A line of prices is not understood. Details: given_line."""


class UnreadableDirectory(Problem):
    """A file is neither HSDS in JSON nor our table. Details: reason."""


class LinkNotValid(Problem):
    """A link for keeping entries has run out, was replaced, or never was."""


class NothingToWriteTo(Problem):
    """The organisation has no address to write to."""


class NotReadyForAll(Problem):
    """An entry is published with a name, a description and a topic at least."""
