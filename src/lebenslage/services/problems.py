"""What can be wrong with the description of a service. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class UnknownService(Problem):
    """No service has this name. Details: service."""


class WrongDefinition(Problem):
    """A `service.yaml` cannot be used. Details: file, place, reason."""


class TextsMissing(Problem):
    """A service lacks sentences in a language and is not published. Details: service, missing."""


class NotPublished(Problem):
    """A service has no published version yet. Details: service."""


class NotAName(Problem):
    """A name has no letter. Details: given."""


class NotAStreet(Problem):
    """The name of a street has no letter. Details: given."""


class NotATown(Problem):
    """The name of a town has no letter. Details: given."""


class NotAPostcode(Problem):
    """A postcode has not five digits. Details: given."""


class NotAPhone(Problem):
    """A telephone number has too few digits, or something else in it. Details: given."""


class NotAMail(Problem):
    """A mail address lacks its at-sign or its ending. Details: given."""


class NotAHouseNumber(Problem):
    """A house number has no digit. Details: given."""


class NotAnIban(Problem):
    """An account number cannot be right. Details: given."""


class NotReachable(Problem):
    """How somebody without an address is reached says nothing. Details: given."""
