"""What can be wrong with a file somebody brings, or with what we keep. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class CannotOpen(Problem):
    """What is kept sealed cannot be opened: another key, another place, or damage. Details: about."""


class NoSuchKey(Problem):
    """A vault or an authority has no key any more. Details: owner."""


class MasterKeyUnreadable(Problem):
    """The master key is missing or is none. Details: place."""


class EmptyFile(Problem):
    """A file holds nothing. Details: name."""


class FileTooBig(Problem):
    """A file is larger than what is taken. Details: name, limit."""


class WrongKind(Problem):
    """A file is neither PDF nor JPEG nor PNG nor HEIC, whatever its name says. Details: name."""


class EncryptedFile(Problem):
    """A PDF asks for a password. Details: name."""


class BrokenFile(Problem):
    """A file begins like one of ours but cannot be read to its end. Details: name."""


class PictureTooLarge(Problem):
    """A picture has more points than can be shown safely. Details: name."""


class TooManyPages(Problem):
    """A PDF has more pages than what is taken. Details: name, limit."""


class InfectedFile(Problem):
    """The virus scanner found something in a file. Details: name."""


class NotShownYet(Problem):
    """A file waits for the virus scanner, or did not pass it; until then it opens for nobody but its owner."""


class ManyAtWork(Problem):
    """Too many files are looked at in this moment to begin with another one."""


class TookTooLong(Problem):
    """Files before this one took all the time that a request may take. Details: name."""
