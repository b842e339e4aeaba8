"""Official keys are pairs (country, key): the German AGS and ARS, the Belgian NIS code."""

from dataclasses import dataclass
from typing import Literal

from lebenslage.kernel.errors import InvalidKey

Country = Literal["DE", "BE"]
LENGTHS: dict[Country, tuple[int, ...]] = {"DE": (2, 5, 8, 12), "BE": (5,)}


@dataclass(frozen=True, slots=True, order=True)
class OfficialKey:
    """The key of an area in its country's register. Raises InvalidKey where it is not digits of a known length."""

    country: Country
    key: str

    def __post_init__(self) -> None:
        """Check the form of the key."""
        if not (self.key.isascii() and self.key.isdigit() and len(self.key) in LENGTHS[self.country]):
            expected = ", ".join(map(str, LENGTHS[self.country]))
            raise InvalidKey(given=self.key[:20], expected=expected)

    @property
    def kreis(self) -> str:
        """The first five digits of a German key: Kreis or kreisfreie Stadt."""
        return self.key[:5]
