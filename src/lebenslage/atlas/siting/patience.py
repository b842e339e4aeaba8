"""How long to search, and whom to tell how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


def never() -> bool:
    """There is always time."""
    return False


def silently(best: float, bound: float) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Patience:
    """`out_of_time` is asked often; `progress` is told the best value and the bound whenever one of them changes."""

    out_of_time: Callable[[], bool] = never
    progress: Callable[[float, float], None] = silently


ENDLESS: Final = Patience()
