"""What can be wrong with spending that is compared with need."""

from lebenslage.kernel.errors import Problem


class NegativeSpending(Problem):
    """Spending below zero: money that came back belongs to the spending it came from. Details: area (name, or position from 1), cents."""


class NoSpending(Problem):
    """No money at all: nothing can be compared. Details: areas."""


class NoNeed(Problem):
    """No area has any need. Details: areas (number)."""


class NeedMissing(Problem):
    """The need of an area is unknown, or below zero. Details: area (name, or position from 1)."""


class NeedAllEqual(Problem):
    """Every area has the same need: there is no order from little to much. Details: areas."""


class SpendingWithoutPeople(Problem):
    """Money for an area in which nobody lives, or an unknown number of inhabitants. Details: area (name, or position from 1)."""


class MinimumTooHigh(Problem):
    """The money does not reach for the minimum in every area. Details: minimum, total (cents), areas."""


class NothingToCompare(Problem):
    """No area with the measure or none without, no period before or none after. Details: treated, others, before, after (numbers)."""


class FigureMissing(Problem):
    """A figure of one area in one period is missing. Details: area (name, or position from 1), period (from 1)."""


class MeasureUnclear(Problem):
    """Whether an area has the measure is not said by 1 or 0. Details: area."""


class SpendingUnclear(Problem):
    """The spending of an area is missing, or is not a number of whole cents; missing is not zero. Details: area."""
