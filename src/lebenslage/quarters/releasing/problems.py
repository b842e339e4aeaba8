"""Why figures are not released. The sentences stand in `quarters/texts`."""

from lebenslage.kernel.errors import Problem


class TellsTooMuch(Problem):
    """From these figures, with all released before, a small count could be computed. Details: what, area, least, most."""


class FiguresDisagree(Problem):
    """The figures contradict what was released before, so that nobody can check what they tell. No details."""


class DenominatorMissing(Problem):
    """A share, or a mean, of people without saying of how many: small counts cannot be found in it. Details: indicator."""


class SecondMap(Problem):
    """A mean of people stands released for other areas of that day; both together would tell of few. Details: indicator."""
