"""What a check found: each a sentence with the rows it speaks of. What blocks must be put right before anything is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lebenslage.law.texts import Texts

SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence about a file, by its key under `findings` and what fills it. `sentence` is set where it was said elsewhere."""

    what: str
    details: tuple[tuple[str, Any], ...] = ()
    blocking: bool = False
    sentence: str = ""

    def said(self, say: Texts) -> str:
        """The sentence."""
        return self.sentence or say("findings", self.what, **dict(self.details))


def finding(what: str, *, blocking: bool = False, **details: Any) -> Finding:
    """A finding."""
    return Finding(what, tuple(details.items()), blocking)


def listed(some: Iterable[object], *, shown: int = SHOWN) -> str:
    """The first few of a list, and how many more there are."""
    words: Sequence[str] = [str(one) for one in some]
    more = len(words) - shown
    return ", ".join(words[:shown]) + (f" und {more} weitere" if more > 0 else "")


def german(number: float, decimals: int = 1) -> str:
    """A number as it is read: 1.675 or 26,5."""
    shown = f"{number:,.0f}" if number == int(number) else f"{number:,.{decimals}f}"
    return shown.translate(str.maketrans(",.", ".,")).replace("-", "−")
