"""Where a rule, a figure or a worked case comes from."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Confidence = Literal["2src", "1src", "mem", "derived"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One paragraph of one statute, with the day of the text that was read and the day on which it was read beside the rule.

    Both are None where the text itself could not be had and the rule follows what others report of it.
    """

    statute: str
    paragraph: str
    text_of: date | None
    read_on: date | None

    def __str__(self) -> str:
        """The citation as a lawyer writes it: `WoGG § 19 Abs. 1`."""
        return f"{self.statute} {self.paragraph}"


@dataclass(frozen=True, slots=True)
class Statute:
    """A statute in one consolidated text; calling it with a paragraph gives the citation."""

    name: str
    text_of: date | None
    read_on: date | None

    def __call__(self, paragraph: str) -> Citation:
        """Cite a paragraph of this text."""
        return Citation(self.name, paragraph, self.text_of, self.read_on)
