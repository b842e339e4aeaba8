"""What can be wrong with a form or a pasted file beyond the facts themselves. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class FileTooLarge(Problem):
    """A pasted household file is larger than we read. Details: limit."""


class FileTooDeep(Problem):
    """A pasted household file uses anchors, or is nested more deeply than any household."""


class TooManyPersons(Problem):
    """A household file names more persons than we take. Details: limit."""


class NothingPasted(Problem):
    """The field for a household file is empty."""


class UnreadableMonth(Problem):
    """The month of entitlement is not one. Details: given."""


class NothingAnswered(Problem):
    """A question was sent without an answer."""


class NeitherYesNorNo(Problem):
    """Whether there is one more was neither affirmed nor denied."""


class TooManyInHousehold(Problem):
    """A household holds more rows than the pages take. Details: limit."""


class ParticularMissing(Problem):
    """A field of the application that identifies the applicant is empty. Details: label."""


class NoFileChosen(Problem):
    """A form for a proof was sent without a file."""


class CodeMissing(Problem):
    """Code or birth date were left empty."""


class TooManyAtOnce(Problem):
    """More files were chosen than are taken at once. Details: limit."""


class TooMuchAtOnce(Problem):
    """Several files together are larger than what is taken at once. Details: limit."""
