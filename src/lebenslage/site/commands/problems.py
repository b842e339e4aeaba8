"""What can be wrong with what a command is given. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class NotACase(Problem):
    """A file of worked cases has another shape. Details: file, case, field."""


class BrokenCase(Problem):
    """The household of a worked case has a mistake. Details: file, case, reason."""


class NoCases(Problem):
    """There is no worked case under a path. Details: file."""


class NotAnAssumption(Problem):
    """An assumption is not of the form FACT=ANSWER, or names no fact. Details: given."""


class AnalysisMissing(Problem):
    """A command needs the analysis packages, and they are not installed. Details: command."""


class UnknownBenchmark(Problem):
    """No benchmark has this name. Details: given, known."""


class NoSuchRight(Problem):
    """No right has this id. Details: right, known."""


class NotAReform(Problem):
    """A reform is not of the form FIGURE=VALUE. Details: given."""


class NoSuchAnswer(Problem):
    """What is to be varied is not of the form PERSON.FACT, or names nobody, or no amount. Details: given, known."""


class EmptyRange(Problem):
    """The greatest amount is below the least one, or the step is less than a euro. Details: given, given_least."""


class EngineMissing(Problem):
    """An engine needs packages that are not installed. Details: engine."""


class ClusterLost(Problem):
    """A cluster does not answer, or lost a partition again and again. Details: reason."""


class BenchmarkDisagrees(Problem):
    """Two executions do not say the same, so that nothing is timed. Details: what."""


class NotAnOutput(Problem):
    """A result is to be written in a format that we do not write. Details: file, known."""


class NotWritten(Problem):
    """A result cannot be written where it is wanted. Details: file."""


class NoDayOfFigures(Problem):
    """Nobody says for which day a table of figures is true. Details: file."""


class NothingKnownInFigures(Problem):
    """No heading of the tables names an indicator of the starter set. Details: file."""
