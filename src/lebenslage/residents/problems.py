"""What can be wrong with what a resident says or does. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class OneOrTheOther(Problem):
    """Two answers that cannot both hold were given to one question. Details: fact."""


class TooLong(Problem):
    """A text is longer than an answer can be. Details: limit, over (how many characters too long)."""


class NotThereYet(Problem):
    """The day of a birth or a death lies in the future. Details: fact, given."""


class TooLongAgo(Problem):
    """A day lies further back than anybody living. Details: fact, given, least."""


class NotYourVault(Problem):
    """Somebody else acts than the one to whom this belongs."""


class UnknownPlace(Problem):
    """An answer belongs to no question of ours. Details: place."""


class CodeUnknown(Problem):
    """Code and birth date do not open anything; which of the two was wrong is not said."""


class TooManyTries(Problem):
    """A code is locked for a while after wrong birth dates. Details: minutes."""


class BirthDateMissing(Problem):
    """A code is given out only with a birth date that can be asked again."""


class BirthDateDiffers(Problem):
    """The birth date is another one than that of the applicant."""


class AccountTaken(Problem):
    """An account holds another vault already."""


class UnknownProof(Problem):
    """A file was brought for a kind of proof that this service does not know. Details: kind."""


class TooManyDocuments(Problem):
    """A vault holds as many files as it can. Details: limit."""


class AlreadySent(Problem):
    """A file went to the office already and is not changed any more."""


class PagesChangedMeanwhile(Problem):
    """A file was changed in another window while a change was made here."""


class LastPage(Problem):
    """The only page of a file cannot be taken out; the file can be."""


class NotOffered(Problem):
    """A proof of an earlier application cannot be used again: too old, taken back, or for something else."""


class DocumentTooBig(Problem):
    """A file has more pages than are taken together. Details: limit."""
