"""What a benchmark reports: what was measured, and what we aim at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured quantity. `aim` is the greatest value we want to see; None where it is only information."""

    what: str
    value: float
    unit: str
    aim: float | None = None

    @property
    def reached(self) -> bool:
        """Whether the aim is kept."""
        return self.aim is None or self.value <= self.aim
