"""What a benchmark reports: what was measured, and what we aim at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured quantity. `aim` is the greatest value we want to see, or the least; None where it is only information."""

    what: str
    value: float
    unit: str
    aim: float | None = None
    at_least: bool = False

    @property
    def reached(self) -> bool:
        """Whether the aim is kept."""
        if self.aim is None:
            return True
        return self.value >= self.aim if self.at_least else self.value <= self.aim
