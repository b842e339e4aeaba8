"""What can be wrong between neighbours. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class LinkInPublic(Problem):
    """A public text holds the address of a web page. Details: given."""


class MailInPublic(Problem):
    """A public text holds an e-mail address. Details: given."""


class PhoneInPublic(Problem):
    """A public text holds a telephone number. Details: given."""


class StreetInPublic(Problem):
    """A public text holds a street with a number. Details: given."""


class TooManyPosts(Problem):
    """Somebody has as many open posts as one may have. Details: limit."""


class TooManyMessages(Problem):
    """Somebody has written as much as one may in a day. Details: limit."""


class WritingStopped(Problem):
    """A connector has stopped somebody from writing."""


class CannotReach(Problem):
    """The post is gone, or the other side does not want to read more."""


class NotTakingPart(Problem):
    """Somebody acts who has not agreed to the rules of this board."""


class NotYourQuarter(Problem):
    """A connector acts in a quarter that is not hers."""


class PostGone(Problem):
    """There is no such post any more."""


class NobodyToConnect(Problem):
    """A board is opened without anybody trained to look after it, or somebody is named whose role does not meet residents."""
