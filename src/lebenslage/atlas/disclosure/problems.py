"""What can be wrong with a table before anybody asks whether it is safe."""

from lebenslage.kernel.errors import Problem


class HierarchyInCircle(Problem):
    """A code is part of itself. Details: dimension, given."""


class CodeChanged(Problem):
    """One code stands for two different sets: name it by its edition. Details: dimension, given, table."""


class UnknownCode(Problem):
    """A cell has a code that its dimension does not know. Details: dimension, given, table."""


class CellTwice(Problem):
    """A cell stands twice in a table. Details: table, given."""


class NotAdditive(Problem):
    """A published total is not the sum of its parts. Details: table, given, total, parts."""


class FiguresContradict(Problem):
    """No figures agree with everything that was published. Details: tables, given."""


class TooManyCells(Problem):
    """The tables that hang together have more cells than can be checked. Details: cells, most."""


class CannotProtect(Problem):
    """Hiding every cell of the table is not enough, because of earlier publications. Details: table, given."""


class NoContributors(Problem):
    """A rule on the largest contributors needs them in the table. Details: table, needed."""


class LedgerChanged(Problem):
    """An entry of the ledger is not what was written: somebody changed it. Details: number, name."""


class LedgerUnreadable(Problem):
    """The text is not a ledger. Details: none."""


class AreasOverlap(Problem):
    """Areas of one set cover each other. Details: areas, first, second."""


class CannotRound(Problem):
    """No multiples of the base near the values keep all sums. Details: table, base."""


class LedgerMissing(Problem):
    """There is no such ledger. Details: file."""


class HierarchyUnreadable(Problem):
    """The file does not say what belongs to what. Details: file."""


class CellsAreEmpty(Problem):
    """A line does not say which cell it is. Details: file, line."""
