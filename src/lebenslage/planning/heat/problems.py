"""What is missing for a heat plan. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class HeatMissing(Problem):
    """No figure says how hot it is in the quarters."""


class VulnerableMissing(Problem):
    """No figure counts old people or small children by quarter."""
