"""What can be wrong with what a resident says or does. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class OneOrTheOther(Problem):
    """Two answers that cannot both hold were given to one question. Details: fact."""
